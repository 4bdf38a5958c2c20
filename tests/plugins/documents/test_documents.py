"""PDFs: what they tell is found, and made to go without harm to the pages."""

import io
import signal
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from plugins.documents.cleaning import cleaned_document
from plugins.documents.look import look_at_document
from plugins.documents.words import words_of_document
from tests.small_files import NEEDLE, blank_pdf, exif, photo, plain_pdf, saved, written

NAME, DICT = NameObject, DictionaryObject


def stream(data: bytes, **names) -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update({NAME(f"/{name}"): value for name, value in names.items()})
    return made


def with_info(writer):
    writer.metadata = {"/Author": NEEDLE, "/Producer": NEEDLE, "/Title": NEEDLE, "/Company": NEEDLE}


def with_dates(writer):
    writer.metadata = {"/CreationDate": "D:20211104183205+09'00'"}


def with_xmp(writer):
    xmp = writer._add_object(stream(f"<x:xmpmeta>{NEEDLE}</x:xmpmeta>".encode(), Type=NAME("/Metadata")))
    writer.root_object[NAME("/Metadata")] = xmp


def with_xmp_on_a_page(writer):
    writer.pages[0][NAME("/Metadata")] = writer._add_object(stream(NEEDLE.encode()))


def with_unreached_xmp(writer):
    writer._add_object(DICT({NAME("/Metadata"): writer._add_object(stream(NEEDLE.encode()))}))


def with_piece_info(writer):
    writer.pages[0][NAME("/PieceInfo")] = DICT({NAME("/Illustrator"): TextStringObject(NEEDLE)})
    writer.pages[0][NAME("/LastModified")] = TextStringObject("D:2021")


def with_thumbnail(writer):
    writer.pages[0][NAME("/Thumb")] = writer._add_object(stream(NEEDLE.encode()))


def with_attachment(writer):
    writer.add_attachment(f"{NEEDLE}.csv", NEEDLE.encode())


def with_script(writer):
    script = DICT({NAME("/S"): NAME("/JavaScript"), NAME("/JS"): TextStringObject(f"app.alert('{NEEDLE}')")})
    named = DICT({NAME("/Names"): ArrayObject([TextStringObject("x"), writer._add_object(script)])})
    writer.root_object[NAME("/Names")] = DICT({NAME("/JavaScript"): named})


def with_open_action(writer):
    writer.root_object[NAME("/OpenAction")] = DICT({NAME("/S"): NAME("/Launch"), NAME("/F"): TextStringObject(NEEDLE)})


def with_link_that_runs(writer):
    add_link(writer, DICT({NAME("/S"): NAME("/Launch"), NAME("/F"): TextStringObject(NEEDLE)}))


def with_comment(writer):
    writer.add_annotation(0, Text(rect=(10, 10, 20, 20), text=NEEDLE))
    writer.add_annotation(0, FreeText(rect=(10, 30, 20, 40), text=NEEDLE))


def with_form(writer):
    box = DICT({
        NAME("/Type"): NAME("/Annot"), NAME("/Subtype"): NAME("/Widget"), NAME("/FT"): NAME("/Tx"),
        NAME("/T"): TextStringObject("name"), NAME("/V"): TextStringObject(NEEDLE),
        NAME("/Rect"): ArrayObject(map(NumberObject, (0, 0, 9, 9))),
    })  # fmt: skip
    kept = writer._add_object(box)
    writer.pages[0][NAME("/Annots")] = ArrayObject([kept])
    writer.root_object[NAME("/AcroForm")] = DICT({NAME("/Fields"): ArrayObject([kept])})


def with_photo(writer):
    add_picture(writer, saved(photo(), "JPEG", exif=exif(place=True), comment=NEEDLE.encode()), NAME("/DCTDecode"))


def add_picture(writer, data, filters):
    picture = StreamObject()
    picture._data = data
    picture.update({
        NAME("/Type"): NAME("/XObject"), NAME("/Subtype"): NAME("/Image"), NAME("/Width"): NumberObject(48),
        NAME("/Height"): NumberObject(32), NAME("/ColorSpace"): NAME("/DeviceRGB"),
        NAME("/BitsPerComponent"): NumberObject(8), NAME("/Filter"): filters,
    })  # fmt: skip
    images = DICT({NAME("/Im0"): writer._add_object(picture)})
    writer.pages[0][NAME("/Resources")] = DICT({NAME("/XObject"): images})
    writer.pages[0][NAME("/Contents")] = writer._add_object(stream(b"q 48 0 0 32 0 0 cm /Im0 Do Q"))


def with_note_of_link(writer):
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://union.example/"))
    writer.pages[0]["/Annots"][0].get_object().update({
        NAME("/T"): TextStringObject(NEEDLE), NAME("/M"): TextStringObject("D:20261120093000-05'00'"),
        NAME("/Contents"): TextStringObject(NEEDLE),
    })  # fmt: skip


def with_note_without_place(writer):
    note = DICT({NAME("/Subtype"): NAME("/Text"), NAME("/Contents"): TextStringObject(NEEDLE)})
    writer.pages[0][NAME("/Annots")] = ArrayObject([note])


def with_link_to_file(writer):
    address = TextStringObject(f"file:///C:/Users/{NEEDLE}/a.docx")
    add_link(writer, DICT({NAME("/S"): NAME("/URI"), NAME("/URI"): address}))


def with_folder(writer):
    writer.root_object[NAME("/URI")] = DICT({NAME("/Base"): TextStringObject(f"file:///home/{NEEDLE}/")})


def with_layer(writer):
    layer = writer._add_object(DICT({NAME("/Type"): NAME("/OCG"), NAME("/Name"): TextStringObject(NEEDLE)}))
    writer.root_object[NAME("/OCProperties")] = DICT({NAME("/OCGs"): ArrayObject([layer])})
    writer.pages[0][NAME("/Resources")] = DICT({NAME("/Properties"): DICT({NAME("/L"): layer})})


def with_structure(writer):
    part = DICT({NAME("/S"): NAME("/Figure"), NAME("/Alt"): TextStringObject("a chart"), NAME("/T"): TextStringObject(
        NEEDLE)})  # fmt: skip
    root = DICT({NAME("/T"): TextStringObject(rf"C:\Users\{NEEDLE}"), NAME("/K"): writer._add_object(part)})
    writer.root_object[NAME("/StructTreeRoot")] = writer._add_object(root)


def with_own_names(writer):
    writer.root_object[NAME("/Made")] = NAME(f"/{NEEDLE}")
    writer.pages[0][NAME("/Resources")] = DICT({NAME("/By"): writer._add_object(TextStringObject(NEEDLE))})


def with_identifier(writer):
    writer._ID = ArrayObject([TextStringObject(NEEDLE), TextStringObject(NEEDLE)])


def with_map(writer):
    measure = DICT({NAME("/GPTS"): ArrayObject(map(FloatObject, (35.68, 139.76)))})
    writer.pages[0][NAME("/VP")] = ArrayObject([DICT({NAME("/Measure"): measure})])


def with_photo_in(wrapping, **more):
    data = saved(photo(), "JPEG", comment=NEEDLE.encode(), **({} if more else {"exif": exif(place=True)}))
    wrapped = data.hex().encode() + b">" if wrapping == "/ASCIIHexDecode" else zlib.compress(data)
    return lambda writer: add_picture(writer, wrapped, ArrayObject([NAME(wrapping), NAME("/DCTDecode")]))


def with_jpeg_2000(writer):
    data = saved(photo(), "JPEG2000", comment=NEEDLE)
    box = b"uuid" + bytes(16) + NEEDLE.encode()
    add_picture(writer, data + (len(box) + 4).to_bytes(4, "big") + box, NAME("/JPXDecode"))


def add_link(writer, action):
    writer.pages[0][NAME("/Annots")] = ArrayObject([writer._add_object(DICT({
        NAME("/Type"): NAME("/Annot"), NAME("/Subtype"): NAME("/Link"), NAME("/T"): TextStringObject(NEEDLE),
        NAME("/Rect"): ArrayObject(map(FloatObject, (0, 0, 9, 9))), NAME("/A"): action,
    }))])  # fmt: skip


def made_with(*steps) -> bytes:
    writer = blank_pdf()
    for step in steps:
        step(writer)
    return written(writer)


def in_two_versions() -> bytes:
    writer = PdfWriter(io.BytesIO(made_with(with_comment)), incremental=True)
    del writer.pages[0]["/Annots"]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


FOUND = {
    "author": (made_with(with_info), {"name", "program", "title", "words"}),
    "dates": (made_with(with_dates), {"date"}),
    "XMP": (made_with(with_xmp), {"xmp"}),
    "XMP of a page": (made_with(with_xmp_on_a_page), {"xmp"}),
    "XMP that nothing reaches": (made_with(with_unreached_xmp), {"xmp", "unlisted"}),
    "private data": (made_with(with_piece_info), {"private", "date"}),
    "thumbnail": (made_with(with_thumbnail), {"thumbnail"}),
    "attachment": (made_with(with_attachment), {"attachment"}),
    "script": (made_with(with_script), {"script", "action"}),
    "action": (made_with(with_open_action), {"action"}),
    "link that runs a program": (made_with(with_link_that_runs), {"action", "comments"}),
    "comments": (made_with(with_comment), {"comments"}),
    "form": (made_with(with_form), {"form"}),
    "photograph": (made_with(with_photo), {"photo"}),
    "earlier version": (in_two_versions(), {"earlier", "comments", "unlisted"}),
    "appended data": (plain_pdf() + NEEDLE.encode(), {"behind"}),
    "all at once": (
        made_with(with_info, with_xmp, with_photo, with_attachment, with_script, with_comment),
        {"name", "program", "title", "words", "xmp", "photo", "attachment", "script", "action", "comments", "unlisted"},
    ),
    "note of a link": (made_with(with_note_of_link), {"comments"}),
    "note without a place": (made_with(with_note_without_place), {"comments"}),
    "link to a file": (made_with(with_link_to_file), {"link", "comments"}),
    "folder of all links": (made_with(with_folder), {"link"}),
    "hidden layer": (made_with(with_layer), {"layers", "words"}),
    "title of the structure": (made_with(with_structure), {"words"}),
    "words of a name of its own": (made_with(with_own_names), {"private", "words"}),
    "object that no page uses": (made_with(lambda w: w._add_object(stream(NEEDLE.encode()))), {"unlisted"}),
    "identifier": (made_with(with_identifier), {"mark"}),
    "checksum": (plain_pdf().replace(b"trailer\n<<", f"trailer\n<<\n/DocChecksum /{NEEDLE}".encode()), {"mark"}),
    "place of a map": (made_with(with_map), {"place"}),
    "photograph as letters": (made_with(with_photo_in("/ASCIIHexDecode")), {"photo"}),
    "packed photograph": (made_with(with_photo_in("/FlateDecode")), {"photo"}),
    "packed photograph of words": (made_with(with_photo_in("/FlateDecode", place=False)), {"photo"}),
    "JPEG 2000": (made_with(with_jpeg_2000), {"photo"}),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_a_pdf_tells_is_found_and_removed(name):
    data, told = FOUND[name]
    look = look_at_document(data)
    assert (look.is_readable, look.traces) == (True, told)
    made = cleaned_document(data)
    assert made.removed == told and made.data
    assert look_at_document(made.data) == (True, frozenset())
    assert cleaned_document(made.data).data == made.data
    reader = PdfReader(io.BytesIO(made.data))
    assert len(reader.pages) == 1 and NEEDLE not in str(reader.trailer)
    assert not [n for n in (NEEDLE.encode(), b"Exif", b"pypdf", b"/ID") if n in made.data]


@pytest.mark.parametrize(
    "put", [with_photo, with_photo_in("/ASCIIHexDecode"), with_photo_in("/FlateDecode"), with_jpeg_2000]
)
def test_a_photograph_in_a_pdf_keeps_its_pixels(put):
    data = made_with(put)
    pages = [PdfReader(io.BytesIO(one)).pages[0] for one in (data, cleaned_document(data).data)]
    one, other = (page.images[0].image for page in pages)
    assert one.tobytes() == other.tobytes()


def test_a_clean_pdf_keeps_its_bytes_and_its_links():
    writer = blank_pdf()
    writer.add_blank_page(200, 100)
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://union.example/"))
    writer.add_annotation(0, Link(rect=(0, 9, 9, 18), target_page_index=1))
    data = written(writer)
    assert cleaned_document(data).data == data
    with_info(writer)
    made = cleaned_document(written(writer)).data
    notes = PdfReader(io.BytesIO(made)).pages[0]["/Annots"]
    assert [bool(note.get_object().get("/A") or note.get_object().get("/Dest")) for note in notes] == [True, True]


def test_a_clean_pdf_is_the_same_bytes_each_time():
    data = FOUND["all at once"][0]
    assert cleaned_document(data).data == cleaned_document(data).data


def locked() -> bytes:
    writer = blank_pdf()
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


UNREADABLE = {
    "empty": b"",
    "another kind": b"PK\x03\x04 a spreadsheet",
    "head alone": b"%PDF-1.4 nothing else",
    "cut off": plain_pdf()[:120],
    "locked": locked(),
    "no pages": written(PdfWriter()),
    "too many bytes": plain_pdf() + bytes(30_000_001),
    "nested": b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
}


@pytest.fixture
def within_ten_seconds():
    def ring(*_):
        raise AssertionError("it took more than ten seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused(name, within_ten_seconds, caplog):
    assert look_at_document(UNREADABLE[name]) == (False, frozenset())
    assert cleaned_document(UNREADABLE[name]).data is None
    assert not caplog.records


def test_words_before_a_pdf_are_removed():
    data = b"From: someone@union.example\n\n" + plain_pdf()
    assert not look_at_document(data).is_readable
    assert cleaned_document(data).removed == {"behind"} and cleaned_document(data).data.startswith(b"%PDF-")


def test_a_damaged_pdf_is_read_or_refused_and_never_more(within_ten_seconds):
    whole = FOUND["all at once"][0]
    for at in range(0, len(whole), 61):
        for data in (whole[:at], whole[:at] + b"\xff" + whole[at + 1 :], whole[:at] + b">>[" + whole[at:]):
            look_at_document(data)


def test_a_pdf_that_says_it_holds_millions_of_objects_is_refused(within_ten_seconds):
    writer = blank_pdf()
    for _ in range(50_001):
        writer._objects.append(NumberObject(1))
    assert not look_at_document(written(writer)).is_readable


def with_words(writer):
    font = DICT({NAME("/Type"): NAME("/Font"), NAME("/Subtype"): NAME("/Type1"), NAME("/BaseFont"): NAME("/Helvetica")})
    page = writer.pages[0]
    page[NAME("/Resources")] = DICT({NAME("/Font"): DICT({NAME("/F"): font})})
    page[NAME("/Contents")] = writer._add_object(stream(f"BT /F 12 Tf 9 9 Td ({NEEDLE}) Tj ET".encode()))


def with_heading(writer):
    writer.add_outline_item(title=NEEDLE, page_number=0)


def with_remark(writer):
    writer.add_annotation(0, Text(rect=(5, 5, 20, 20), text=NEEDLE))


@pytest.mark.parametrize("put", [with_words, with_heading, with_remark, with_info])
def test_the_words_of_a_document_are_read_wherever_they_stand(put):
    writer = blank_pdf()
    put(writer)
    assert NEEDLE in words_of_document(written(writer))


@pytest.mark.parametrize("data", [b"", b"PK", plain_pdf()[:200]], ids=["empty", "another kind", "cut off"])
def test_a_document_that_cannot_be_read_has_no_words(data):
    assert words_of_document(data) is None

"""The second look at documents: whatever a PDF holds besides its pages is found, by one who did not clean it."""

import io
import zlib

import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from plugins.documents.cleaning import cleaned_document
from plugins.documents.look import look_at_document
from tests.plugins.documents.test_documents import FOUND, add_picture
from tests.small_files import blank_pdf, photo, saved, written


def pdf(author=""):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.metadata = {"/Author": author} if author else {}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(data):
    """Put the objects into a compressed stream, as PDF 1.5 allows."""
    inner = zlib.compress(data)
    head = b"%%PDF-1.5\n1 0 obj\n<</Type /ObjStm /Filter /FlateDecode /Length %d>>\nstream\n" % len(inner)
    return head + inner + b"\nendstream\nendobj\n%%EOF\n"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (pdf("photographer"), "Author"),
        (packed(b"<</Author (photographer)>>"), "Author"),
        (pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction <</S /JavaScript>>"), "JavaScript"),
        (pdf() + pdf(), "an earlier version"),
        (pdf() + b"<x:xmpmeta>", "XMP"),
        (b"PK\x03\x04", "not PDF"),
    ],
)
def test_a_document_that_tells_more_than_its_pages(data, found, seen):
    assert f"output/media/a.pdf:1 published-metadata {found}" in seen({"media/a.pdf": data})


def test_a_document_of_pages_alone_has_no_problem(seen):
    writer = blank_pdf()
    page = DecodedStreamObject()
    page.set_data(b"BT /AA 12 Tf ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(page)
    assert seen({"media/a.pdf": written(writer)}) == []


@pytest.mark.parametrize("name", FOUND)
def test_what_the_first_look_finds_is_found_again_and_gone_after_cleaning(name, seen):
    data, _ = FOUND[name]
    assert seen({"media/a.pdf": data}), name
    assert seen({"media/a.pdf": cleaned_document(data).data}) == []


def test_a_packed_photograph_that_tells_nothing_has_no_problem(seen):
    writer = blank_pdf()
    filters = ArrayObject([NameObject("/FlateDecode"), NameObject("/DCTDecode")])
    add_picture(writer, zlib.compress(saved(photo(), "JPEG")), filters)
    assert look_at_document(written(writer)).traces == frozenset() and seen({"media/a.pdf": written(writer)}) == []


@pytest.mark.parametrize("cut", [60, 300], ids=["head alone", "cut off"])
def test_a_document_that_cannot_be_read(cut, seen):
    lines = seen({"media/a.pdf": written(blank_pdf())[:cut]})
    assert "output/media/a.pdf:1 published-metadata objects that cannot be read" in lines


def test_a_link_to_a_file_of_a_computer_is_told_without_its_path(seen):
    lines = seen({"media/a.pdf": FOUND["link to a file"][0]})
    assert "output/media/a.pdf:1 published-metadata link to file" in lines and "Users" not in str(lines)

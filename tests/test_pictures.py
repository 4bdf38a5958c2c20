"""Pictures and documents on a whole site: what is published of them, what is refused; nothing else goes out."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from pypdf.generic import NameObject, TextStringObject

from benchmarks.crowd import crowd
from tests.built_pages import Page
from tests.pages_of_docs import DOCS, section
from tests.small_files import (
    NEEDLE,
    THUMBNAIL,
    blank_pdf,
    bomb,
    exif,
    photo,
    plain_pdf,
    png_words,
    saved,
    with_chunk,
    with_segment,
    written,
)

FOLDER = "content/news/2026-11-21-photos"
PAGE = "ja/news/2026/photos/index.html"
HEADER = """---
id: photos22
title: {{ja: 写真の記事, en: Photographs}}
summary: {{ja: 要約です。, en: A summary.}}
{more}---

<!-- ja -->

{text}

<!-- en -->

{text}
"""
PHOTO = "photos: [{{file: {name}, alt: {{ja: 旗, en: A flag}}, people: none{more}}}]\n"
PHONE = {"exif": exif(place=True), "comment": NEEDLE.encode(), "xmp": f"<x>{NEEDLE}</x>".encode()}


@pytest.fixture
def made(make_built):
    """A site with one more post, its files, and what its build said."""

    def make(files, text="本文。", more="", **changes):
        site = make_built("clean")
        for name, data in files.items():
            site.write(f"{FOLDER}/{name}", data)
        site.write(f"{FOLDER}/post.md", HEADER.format(more=more, text=text))
        return site, site.build(**changes)

    return make


def published(site):
    """Return every file below media by its name there."""
    return {Path(path).name: data for path, data in site.files().items() if path.startswith("media/news/2026-11-21")}


def test_a_photograph_goes_out_in_two_formats_and_three_widths_and_the_page_names_each(made):
    large = saved(photo((2000, 1500)), "JPEG", quality=60)
    site, result = made({"a b.jpg": large, "c.jpg": large}, "![布](<a b.jpg>)", PHOTO.format(name="c.jpg", more=""))
    assert {found.rule for found in result.problems} == {"photo-not-listed"}
    sizes = {}
    for name, data in published(site).items():
        with Image.open(io.BytesIO(data)) as image:
            sizes[re.sub(r"\.[0-9a-f]{8}", "", name)] = image.format, image.size
    widths = {"-400": (400, 300), "-800": (800, 600), "": (1600, 1200)}
    expected = {(f"{name}{mark}.{end}", (form, size)) for name in ("a-b", "c") for mark, size in widths.items()
                for end, form in (("avif", "AVIF"), ("jpg", "JPEG"))}  # fmt: skip
    assert set(sizes.items()) == expected
    page = Page(PAGE, site.read(PAGE))
    named = {page.target(link)[0] for link in page.links() if "media/" in link}
    assert named == {path for path in site.files() if path.startswith("media/")}
    lead, in_text = page.tree.xpath("//main//picture//img")
    assert (lead.get("loading"), in_text.get("loading"), in_text.get("decoding")) == (None, "lazy", "async")
    assert {(image.get("width"), image.get("height")) for image in (lead, in_text)} == {("1600", "1200")}
    assert [image.get("alt") for image in (lead, in_text)] == ["旗", "布"]
    assert page.tree.xpath("//picture/source/@type") == ["image/avif"] * 2
    (feed,) = re.findall(r"https://union.example/media/\S+?\.jpg", site.read("ja/feed.xml"))
    assert re.fullmatch(r".*/a-b\.[0-9a-f]{8}\.jpg", feed) and "avif" not in site.read("ja/feed.xml")


def test_a_picture_is_never_made_larger(made):
    site, _ = made({"a.jpg": saved(photo((500, 300)), "JPEG")}, "![旗](a.jpg)")
    assert sorted(re.sub(r"^a\.[0-9a-f]{8}", "", name) for name in published(site)) == [".avif", ".jpg"]


def test_a_photo_that_is_hard_to_pack_is_light_all_the_same_and_the_same_each_time(made):
    heavy = {"a.jpg": saved(crowd((1800, 1350)), "JPEG", quality=92), "b.jpg": saved(crowd((900, 1350)), "JPEG")}
    photos = PHOTO.format(name="a.jpg", more="}, {file: b.jpg, alt: {ja: 人, en: A crowd}, people: none")
    site, _ = made(heavy, more=photos)
    weights = {re.sub(r"\.[0-9a-f]{8}", "", name): len(data) for name, data in published(site).items()}
    # What a phone takes: AVIF of 800 px (900 where there is no other), JPEG of 400 where AVIF is not known.
    assert max(weights[name] for name in ("a-400.avif", "a-800.avif", "a-400.jpg", "b-400.jpg", "b.avif")) <= 40_000
    assert weights["a.avif"] <= 85_000  # with the page, below 100,000 on any screen
    assert weights["a-800.avif"] > 20_000  # no worse than it has to be
    first = published(site)
    assert {path: data for path, data in first.items()} == {
        Path(path).name: data for path, data in site.built_from_nothing()[1].items() if "/2026-11-21-photos/" in path
    }


def test_a_link_to_a_photograph_leads_to_what_is_published_of_it_and_nothing_goes_out_as_it_was(made):
    phone = saved(photo(), "JPEG", **PHONE)
    site, _ = made({"a.jpg": phone}, "[写真](a.jpg)", severities={"photo-place": "off"})
    (address,) = (link for link in Page(PAGE, site.read(PAGE)).links() if link.endswith(".jpg"))
    assert Path(address).name in published(site)
    assert not [name for name, data in site.files().items() if NEEDLE.encode() in data or data == phone]


def faces() -> bytes:
    """A grey picture with stripes where somebody's face is: the middle, and the right lower corner."""
    picture = Image.new("RGB", (1000, 800), (120, 120, 120))
    for left, top in ((400, 300), (800, 600)):
        for x in range(left, left + 200, 4):
            picture.paste((255, 255, 255), (x, top, x + 2, top + 200))
    return saved(picture, "PNG")


def spread(data: bytes, box: tuple[float, ...]) -> float:
    """Return how much the pixels of an area differ, given in parts of the picture."""
    with Image.open(io.BytesIO(data)) as image:
        area = [part * size for part, size in zip(box, image.size * 2, strict=True)]
        return ImageStat.Stat(image.convert("L").crop(tuple(map(int, area)))).stddev[0]


MIDDLE, CORNER = (0.42, 0.4, 0.58, 0.6), (0.82, 0.77, 0.98, 0.97)


def test_the_areas_that_a_header_names_are_blurred_in_every_form_wherever_the_post_shows_them(made):
    second = "{file: faces.png, alt: {ja: 角, en: Corner}, people: none, blur: [[80, 75, 20, 25]]"
    blur = f", blur: [[40, 37, 20, 26]]}}, {second}"
    site, result = made(
        {"faces.png": faces()}, "![旗](faces.png) [大きく](faces.png)", PHOTO.format(name="faces.png", more=blur)
    )
    assert not result.problems
    files = published(site)
    assert len(files) == 4 and len({name.split(".")[1][:8] for name in files}) == 1
    for data in files.values():
        assert spread(data, MIDDLE) < 6 and spread(data, CORNER) < 6
    before = set(files)
    site.replace(f"{FOLDER}/post.md", blur, "")
    assert not site.build().problems
    after = published(site)
    assert not before & set(after)
    assert all(spread(data, MIDDLE) > 10 for name, data in after.items() if "-400" not in name)
    site.build()
    assert site.files() == site.built_from_nothing()[1]


def test_another_photograph_of_the_same_name_is_blurred_too(made):
    more = PHOTO.format(name="faces.png", more=", blur: [[40, 37, 20, 26], [80, 75, 20, 25]]")
    site, _ = made({"faces.png": saved(Image.new("RGB", (90, 90)), "PNG")}, "![旗](faces.png)", more)
    before = set(published(site))
    site.write(f"{FOLDER}/faces.png", faces())
    assert not site.build().problems
    assert not before & set(published(site))
    assert all(spread(data, MIDDLE) < 6 for data in published(site).values())
    assert site.files() == site.built_from_nothing()[1]


def test_a_photograph_whose_consent_has_ended_is_in_no_form_no_link_and_no_feed(made):
    more = PHOTO.format(name="a.jpg", more=", people: 2026-11-20, blur: [[1, 1, 5, 5]]").replace("people: none, ", "")
    site, _ = made({"a.jpg": saved(photo(), "JPEG")}, "![a > b](a.jpg) [写真](a.jpg)", more)
    assert not published(site)
    assert "media/" not in site.read(PAGE) and "media/" not in site.read("ja/feed.xml")


def test_what_a_file_tells_is_told_until_it_is_clean_and_a_draft_s_file_too(made):
    site, result = made({"a.jpg": saved(photo(), "JPEG", **PHONE)}, more="status: draft\n")
    assert [(found.rule, found.path) for found in result.problems] == [("photo-place", f"{FOLDER}/a.jpg")]
    site.write("content/pages/about/ja.md", "---\ntitle: 題\n---\n\n本文。\n")
    assert [found.rule for found in site.build().problems if found.path.endswith("jpg")] == ["photo-place"]
    again, _ = site.built_from_nothing()
    assert [found.rule for found in again.problems if found.path.endswith("jpg")] == ["photo-place"]
    site.write(f"{FOLDER}/a.jpg", saved(photo(), "JPEG"))
    assert not [found for found in site.build().problems if found.path.endswith("jpg")]
    site.write(f"{FOLDER}/a.jpg", saved(photo(), "JPEG", exif=exif()))
    assert [found.rule for found in site.build().problems if found.path.endswith("jpg")] == ["photo-metadata"]
    (site.root / FOLDER / "a.jpg").unlink()
    assert not [found for found in site.build().problems if found.path.endswith("jpg")]


def with_author() -> bytes:
    writer = blank_pdf()
    writer.metadata = {"/Author": NEEDLE}
    return written(writer)


def with_words_of_its_own() -> bytes:
    writer = blank_pdf()
    writer.root_object[NameObject("/Made")] = TextStringObject(NEEDLE)
    return written(writer)


def in_cmyk() -> bytes:
    return saved(photo().convert("CMYK"), "JPEG")


# The table of docs/checks.md: its first column -> file, bytes, the rule that it breaks; none where it is made safe
FILES = {
    "JPEG, PNG or WebP": ("a.jpg", saved(photo(), "JPEG"), ""),
    "a photograph with its place (GPS)": ("a.jpg", saved(photo(), "JPEG", **PHONE), "photo-place"),
    "a photograph with camera, date, names or comments": (
        "a.jpg", saved(photo(), "JPEG", exif=exif()), "photo-metadata"),
    "a small preview picture inside": ("a.jpg", saved(photo(), "JPEG", exif=THUMBNAIL), "photo-metadata"),
    "a PNG with words inside": ("a.png", saved(photo(), "PNG", pnginfo=png_words()), "photo-metadata"),
    "several pictures in one file (MPO)": (
        "a.jpg", saved(photo(), "MPO", save_all=True, append_images=[photo()]), "photo-metadata"),
    "data behind the picture's end": ("a.jpg", saved(photo(), "JPEG") + NEEDLE.encode(), "photo-metadata"),
    "unknown parts": ("a.png", with_chunk(saved(photo(), "PNG"), b"caBX", NEEDLE.encode()), "photo-metadata"),
    "a picture that lies on its side": ("a.jpg", saved(photo(), "JPEG", exif=exif(turn=6, needle="")), ""),
    "CMYK, 16 bits, greys, palettes": ("a.jpg", in_cmyk(), ""),
    "a moving PNG or WebP": ("a.webp", saved(photo(), "WEBP", save_all=True, append_images=[photo((48, 32))]), ""),
    "a PNG that is called .jpg": ("a.jpg", saved(photo(), "PNG"), ""),
    "a picture that is cut off": ("a.jpg", saved(photo(), "JPEG")[:-300], "picture-unreadable"),
    "an empty file": ("a.jpg", b"", "picture-unreadable"),
    "another kind of file that is called .jpg": ("a.jpg", b"<svg><script>x</script></svg>", "picture-unreadable"),
    "more than 50 million pixels, or 65,535 on one side": ("a.png", bomb(50_000, 50_000), "picture-unreadable"),
    "a PNG in colours of more than 25 million pixels, a WebP of 12, a JPEG in passes (progressive) of 20": (
        "a.png", bomb(5_001, 5_000), "picture-unreadable"),
    "more than 30 MB": ("a.jpg", saved(photo(), "JPEG") + bytes(30_000_000), "picture-unreadable"),
    "SVG, with or without script": ("a.svg", b"<svg/>", "picture-type"),
    "HEIC, AVIF, GIF, TIFF, BMP, raw": ("a.heic", b"x", "picture-type"),
    "a folder that is called photo.jpg": ("a.jpg/x.txt", b"x", "unknown-file"),
    "Thumbs.db, .DS_Store, photo.jpg.bak": ("Thumbs.db", NEEDLE.encode(), ""),
    "a link to another place": ("a.jpg", Path("private.jpg"), "symbolic-link"),
    "a PDF that tells nothing": ("a.pdf", plain_pdf(), ""),
    "a PDF with names, dates, comments, forms, scripts, attachments": ("a.pdf", with_author(), "document-metadata"),
    "a PDF with layers, words under names of a program's own, links to files of a computer, a photo with a place": (
        "a.pdf", with_words_of_its_own(), "document-metadata"),
    "a PDF with an earlier version inside": ("a.pdf", plain_pdf() + plain_pdf(), "document-metadata"),
    "a PDF that is cut off, locked or larger than 30 MB": ("a.pdf", plain_pdf()[:200], "document-unreadable"),
    "Word, Excel, PowerPoint, 一太郎": ("a.docx", b"PK", "document-type"),
    "HTML, scripts, archives, everything else": ("a.html", b"<script>x</script>", "unknown-file"),
}  # fmt: skip


def test_the_table_of_files_names_each_case_and_what_becomes_of_it():
    text = section(DOCS / "checks.md", "Files beside the words 本文のそばに置くファイル")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("|")][2:]
    told = {row[0]: (re.findall(r"`([a-z-]+)`", row[2]) or [""])[0] for row in rows}
    assert told == {case: rule for case, (_, _, rule) in FILES.items()}


@pytest.mark.parametrize("case", FILES)
def test_a_file_is_refused_or_made_safe_as_the_table_says(case, make_built):
    name, data, rule = FILES[case]
    site = make_built("clean")
    before = site.files()
    if isinstance(data, Path):
        site.write("private.jpg", saved(photo(), "JPEG"))
        (site.root / FOLDER).mkdir()
        (site.root / FOLDER / name).symlink_to(site.root / data)
    else:
        site.write(f"{FOLDER}/{name}", data)
    shown = name.split("/")[0]
    text = f"[要求書]({shown})" if shown.endswith(".pdf") else f"![旗]({shown})"
    text = "本文。" if rule in {"picture-type", "document-type"} or shown in {"a.html", "Thumbs.db"} else text
    site.write(f"{FOLDER}/post.md", HEADER.format(more="", text=text))
    result = site.build()
    rules = {found.rule for found in result.problems} - {"photo-not-listed"}
    assert rule in rules or (not rule and not rules)
    if result.is_stopped:
        assert site.files() == before
    files = site.files()
    assert not [path for path, made in files.items() if NEEDLE.encode() in made or b"Exif" in made or "Thumbs" in path]


def test_no_needle_of_any_file_is_published_though_every_rule_is_off(make_built):
    site = make_built("clean")
    pictures = {
        "a.jpg": saved(photo(), "JPEG", **PHONE, icc_profile=NEEDLE.encode()),
        "b.jpg": with_segment(with_segment(saved(photo(), "JPEG"), 0xED, NEEDLE.encode()), 0xE5, NEEDLE.encode()),
        "c.jpg": saved(photo(), "MPO", save_all=True, append_images=[photo()], exif=exif(place=True)) + NEEDLE.encode(),
        "d.png": with_chunk(saved(photo(), "PNG", pnginfo=png_words(), exif=exif()), b"caBX", NEEDLE.encode()),
        "e.webp": saved(photo(), "WEBP", exif=exif(place=True), xmp=NEEDLE.encode()) + NEEDLE.encode(),
        "f.png": saved(Image.new("RGB", (60, 60)), "PNG", pnginfo=png_words()),
    }
    for name, data in pictures.items():
        site.write(f"{FOLDER}/{name}", data)
    text = "\n\n".join(f"![旗]({name}) [写真]({name})" for name in pictures)
    site.write(f"{FOLDER}/post.md", HEADER.format(more="", text=text))
    result = site.build(severities={"photo-place": "off", "photo-metadata": "off"})
    assert not result.is_stopped
    files = site.files()
    media = [path for path in files if path.startswith("media/")]
    assert len(media) == 2 * len(pictures)
    hidden = (NEEDLE.encode(), b"Exif", b"xmpmeta", b"ICC_PROFILE", b"Photoshop", b"MPF\0", b"iCCP", b"tEXt", b"iTXt")
    assert not [(path, word) for path in media for word in hidden if word in files[path]]
    for path in media:
        with Image.open(io.BytesIO(files[path])) as image:
            assert not image.getexif() and not {"comment", "exif", "xmp", "icc_profile"} & image.info.keys()
            assert getattr(image, "n_frames", 1) == 1
        assert set(parts(files[path])) <= PLAIN


JPEG_PLAIN = {b"\xff\xe0", b"\xff\xdb", b"\xff\xc2", b"\xff\xc4", b"\xff\xda"}
PLAIN = JPEG_PLAIN | {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def parts(data: bytes) -> list[bytes]:
    """Return each segment of a JPEG up to its first scan, or each chunk of a PNG, by its marker or name."""
    seen: list[bytes] = []
    at = 8 if data[1:4] == b"PNG" else 2
    while at < len(data) and data[4:8] != b"ftyp":
        if data[1:4] == b"PNG":
            size, name = int.from_bytes(data[at : at + 4], "big") + 12, data[at + 4 : at + 8]
        else:
            size, name = int.from_bytes(data[at + 2 : at + 4], "big") + 2, data[at : at + 2]
        seen.append(name)
        if name == b"\xff\xda":
            break
        at += size
    return seen


def test_what_was_erased_does_not_lie_below_the_transparency(made):
    picture = photo((60, 40)).convert("RGBA")
    secret = Image.new("RGBA", (20, 20), (250, 10, 10, 0))
    faint = Image.new("RGBA", (10, 10), (10, 250, 10, 3))
    picture.paste(secret, (10, 10))
    picture.paste(faint, (40, 10))
    site, result = made({"a.png": saved(picture, "PNG")}, "![旗](a.png)")
    assert not result.is_stopped
    for name, data in published(site).items():
        with Image.open(io.BytesIO(data)) as image:
            shown = image.convert("RGBA")
        below = {shown.getpixel(place) for place in ((15, 15), (20, 20), (45, 15))}
        assert all(max(pixel[:3]) <= 40 and pixel[3] <= 8 for pixel in below), (name, below)  # AVIF is not exact

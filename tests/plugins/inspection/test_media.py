"""The second look at pictures: whatever does not draw the picture is found."""

import io

import pytest
from PIL import Image, PngImagePlugin


def made(kind, **options):
    out = io.BytesIO()
    Image.new("RGB", (16, 12), (10, 120, 90)).save(out, kind, **options)
    return out.getvalue()


def exif():
    found = Image.Exif()
    found[0x013B] = "photographer"
    return found


def text():
    found = PngImagePlugin.PngInfo()
    found.add_itxt("Comment", "写真")
    return found


ENDINGS = {"JPEG": "jpg", "PNG": "png", "AVIF": "avif", "WEBP": "webp"}
ICC = b"\0" * 128


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_picture_of_pixels_alone_has_no_problem(kind, seen):
    options = {"progressive": True} if kind == "JPEG" else {}
    assert seen({f"media/a.{ENDINGS[kind]}": made(kind, **options)}) == []


@pytest.mark.parametrize(
    ("kind", "options", "found"),
    [
        ("JPEG", {"exif": exif()}, "EXIF/XMP"),
        ("JPEG", {"xmp": b"<x/>"}, "EXIF/XMP"),
        ("JPEG", {"comment": b"memo"}, "comment"),
        ("JPEG", {"icc_profile": ICC}, "ICC/MPF"),
        ("PNG", {"exif": exif()}, "eXIf"),
        ("PNG", {"pnginfo": text()}, "iTXt"),
        ("PNG", {"icc_profile": ICC}, "iCCP"),
        ("PNG", {"dpi": (300, 300)}, "pHYs"),
        ("AVIF", {"exif": exif()}, "EXIF"),
        ("AVIF", {"xmp": b"<x/>"}, "XMP"),
        ("WEBP", {"exif": exif()}, "EXIF"),
        ("WEBP", {"xmp": b"<x/>"}, "XMP"),
    ],
)
def test_what_lies_beside_the_pixels(kind, options, found, seen):
    path = f"media/a.{ENDINGS[kind]}"
    assert seen({path: made(kind, **options)}) == [f"output/{path}:1 published-metadata {found}"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_bytes_behind_the_end(kind, seen):
    path = f"media/a.{ENDINGS[kind]}"
    assert seen({path: made(kind) + b"second picture"}) == [f"output/{path}:1 published-metadata bytes behind the end"]


@pytest.mark.parametrize("ending", ENDINGS.values())
def test_a_file_that_is_not_what_its_name_says(ending, seen):
    (line,) = seen({f"media/a.{ending}": b"<svg onload='x()'/>"})
    assert " published-metadata not " in line


SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'


@pytest.mark.parametrize(
    ("svg", "found"),
    [
        (SVG.format("", "<script>1</script>"), "<script>"),
        ('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>', "<script>"),
        (SVG.format(" onload='x()'", ""), "onload="),
        ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>" + SVG.format("", ""), "DOCTYPE"),
        (SVG.format(" onload='x()'", "").encode("utf-16"), "not SVG in UTF-8"),
        (SVG.format("", "<image href='https://x.example/a.png'/>"), "<image>"),
        (SVG.format(' xmlns:h="http://www.w3.org/1999/xhtml"', "<h:img/>"), "<img>"),
        (SVG.format("", "<metadata>who</metadata>"), "<metadata>"),
        (SVG.format("", "<!-- memo -->"), "<!--memo"),
        ("<?xml-stylesheet href='https://x.example/a.xsl'?>" + SVG.format("", ""), "<?xml-stylesheet"),
        (SVG.format("", "<style>@import 'x'</style>"), "<style>"),
        (SVG.format(" fill='url(https://x.example/a#b)'", ""), "url(https://x.example/a#b)"),
        (SVG.format(r" fill='\75rl(https://x.example/)'", ""), r"\75rl(https://x.example/)"),
        ("<svg><title>x</title></svg>", "<svg>"),
    ],
)
def test_a_drawing_that_does_something(svg, found, seen):
    lines = seen({"theme/a.svg": svg})
    assert {line.split(":")[0] for line in lines} == {"output/theme/a.svg"}
    assert f"published-metadata {found}" in str(lines).replace("\\\\", "\\")


def test_a_drawing_of_shapes_and_colours_has_no_problem(seen):
    shapes = '<g transform="rotate(-45 9 9)" fill="url(#a)"><path d="M0 0h9"/><rect rx="8" fill="#b0281f"/></g>'
    colours = '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
    drawing = SVG.format(' viewBox="0 0 64 64" role="img"', f"<title>旗</title>{colours}{shapes}")
    assert seen({"theme/a.svg": drawing}) == []


@pytest.mark.parametrize(
    "path", ["media/Thumbs.db", ".DS_Store", "ja/index.html.bak", "ja/post.md", "members.xlsx", ".env", "x", "a.js"]
)
def test_a_file_of_a_kind_that_is_not_published(path, seen):
    assert seen({path: "x"}) == [f"output/{path}:1 published-file {path.rpartition('/')[2]}"]


def test_a_link_in_the_folder(seen, tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "secret.html").write_text("x", encoding="utf-8")
    (tmp_path / "output" / "a.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "output" / "folder").symlink_to(tmp_path)
    assert seen() == ["output/a.html:1 published-file a.html", "output/folder:1 published-file folder"]


def test_a_file_that_is_too_large_is_told(seen):
    (line,) = seen({"media/list.csv": "1234567890\n" * 500_000})
    assert line == "output/media/list.csv:1 published-size 5,500,000"

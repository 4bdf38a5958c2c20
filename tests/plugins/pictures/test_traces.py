"""What a picture's file tells besides the picture, part by part."""

import io

import pytest
from PIL import Image, ImageCms

from plugins.pictures.segments import format_of, parts_of, without_metadata
from plugins.pictures.traces import traces_of
from tests.small_files import NEEDLE, THUMBNAIL, exif, photo, png_words, saved, with_chunk, with_segment

PLAIN = saved(photo(), "JPEG")
PNG = saved(photo(), "PNG")
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ALL_OF_A_PHONE = {"name", "date", "camera", "serial", "maker"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PLAIN, set()),
        (saved(photo(), "JPEG", progressive=True), set()),
        (saved(Image.new("CMYK", (9, 9)), "JPEG"), set()),
        (saved(photo(), "JPEG", exif=exif(needle="", turn=6)), set()),
        (saved(photo(), "JPEG", exif=exif()), ALL_OF_A_PHONE),
        (saved(photo(), "JPEG", exif=exif(place=True)), ALL_OF_A_PHONE | {"place"}),
        (saved(photo(), "JPEG", exif=exif(place=True, needle="")), {"place"}),
        (saved(photo(), "JPEG", exif=THUMBNAIL), {"thumbnail"}),
        (saved(photo(), "JPEG", comment=NEEDLE.encode()), {"words"}),
        (saved(photo(), "JPEG", xmp=b"<x/>"), {"xmp"}),
        (saved(photo(), "JPEG", xmp=b"<exif:GPSLatitude>35</exif:GPSLatitude>"), {"xmp", "place"}),
        (saved(photo(), "JPEG", icc_profile=SRGB), {"profile"}),
        (with_segment(PLAIN, 0xED, b"Photoshop 3.0\0" + b"\x1c\x02\x50\0\x04Aoki"), {"iptc"}),
        (with_segment(PLAIN, 0xED, b"Photoshop 3.0\0" + b"\x1c\x02\x5a\0\x05Kasai"), {"iptc", "place"}),
        (with_segment(PLAIN, 0xE1, b"Exif\0\0broken"), {"unknown"}),
        (with_segment(PLAIN, 0xE4, NEEDLE.encode()), {"maker"}),
        (with_segment(PLAIN, 0xE0, b"JFXX\0\x10" + PLAIN), {"thumbnail"}),
        (saved(photo(), "MPO", save_all=True, append_images=[photo()]), {"second", "behind"}),
        (PLAIN + NEEDLE.encode(), {"behind"}),
        (PLAIN + PLAIN, {"behind"}),
        (PNG, set()),
        (saved(photo(), "PNG", dpi=(72, 72)), set()),
        (saved(photo(), "PNG", pnginfo=png_words()), {"words", "xmp"}),
        (saved(photo(), "PNG", exif=exif(place=True, needle="")), {"place"}),
        (saved(photo(), "PNG", icc_profile=SRGB), {"profile"}),
        (with_chunk(PNG, b"tIME", b"\x07\xe5\x0b\x04\x12\x20\x05"), {"date"}),
        (with_chunk(PNG, b"caBX", NEEDLE.encode()), {"maker"}),
        (PNG + PNG, {"behind"}),
        (saved(photo(), "WEBP"), set()),
        (saved(photo(), "WEBP", exif=exif(place=True, needle=""), xmp=b"<x/>", icc_profile=SRGB),
         {"place", "xmp", "profile"}),
        (saved(photo(), "WEBP") + b"x", {"behind"}),
        (PLAIN[:30], set()),
        (b"", set()),
    ],
    ids=["JPEG", "progressive", "CMYK", "which way up", "phone", "phone with its place", "place alone", "thumbnail",
         "comment", "XMP", "XMP with a place", "profile", "IPTC", "IPTC with a town", "broken EXIF", "unknown segment",
         "JFXX", "two pictures", "appended text", "appended picture", "PNG", "resolution", "PNG words", "PNG place",
         "PNG profile", "PNG time", "unknown chunk", "appended PNG", "WebP", "WebP with all", "appended to WebP",
         "cut off", "empty"],
)  # fmt: skip
def test_what_a_file_tells_is_found(data, told):
    assert traces_of(data) == told


def test_a_file_that_is_cut_off_or_damaged_anywhere_is_read_without_a_fault():
    data = saved(photo(), "JPEG", exif=exif(place=True), comment=b"x", xmp=b"<x/>")
    for whole in (data, saved(photo(), "PNG", pnginfo=png_words(), exif=exif()), saved(photo(), "WEBP", exif=exif())):
        for end in range(0, len(whole), 7):
            list(traces_of(whole[:end]))
            list(parts_of(whole[:end] + b"\xff" + whole[end + 1 :]))
            list(traces_of(whole[:end] + b"\0\xff" + whole[end + 2 :]))


def test_a_jpeg_without_its_metadata_has_the_same_pixels():
    data = saved(photo(), "JPEG", exif=exif(place=True), comment=NEEDLE.encode(), xmp=b"<x/>", icc_profile=SRGB)
    bare = without_metadata(data)
    assert not traces_of(bare) and NEEDLE.encode() not in bare and format_of(bare) == "jpg"
    with Image.open(io.BytesIO(data)) as one, Image.open(io.BytesIO(bare)) as other:
        assert one.tobytes() == other.tobytes()
    assert without_metadata(b"no picture") == b"no picture"

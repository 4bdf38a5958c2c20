"""What is read of a picture of any kind: upright, in plain colours, bounded."""

import io

import pytest
from PIL import Image, ImageChops, ImageCms

from plugins.pictures.look import look_at_picture, size_of
from plugins.pictures.pixels import opened_pixels
from tests.small_files import bomb, exif, photo, saved

RED, BLUE = (254, 0, 0), (0, 0, 254)


@pytest.fixture
def pixels_of(tmp_path):
    def read(data, width=100, height=100):
        (tmp_path / "x").write_bytes(data)
        return opened_pixels(str(tmp_path / "x"), width, height)[0]

    return read


@pytest.fixture
def look_of(tmp_path):
    def look(data):
        (tmp_path / "x").write_bytes(data)
        return look_at_picture(str(tmp_path / "x"), data)

    return look


def nearly(one, other):
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 12


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_as_its_camera_was_held(turn, pixels_of):
    upright = photo((60, 40))
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]  # how the camera has stored it
    stored = upright if undo is None else upright.transpose(Image.Transpose(undo))
    data = saved(stored, "JPEG", quality=95, subsampling=0, exif=exif(turn=turn, needle=""))
    found = pixels_of(data)
    assert found.size == (60, 40)
    assert nearly(found.getpixel((3, 3)), (250, 10, 10))


@pytest.mark.parametrize(
    ("picture", "form", "mode", "colour"),
    [
        (Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG", "RGB", (255, 0, 0)),
        (Image.new("I;16", (9, 9), 32896), "PNG", "L", (128,)),
        (Image.new("L", (9, 9), 77), "JPEG", "L", (77,)),
        (Image.new("1", (9, 9), 1), "PNG", "L", (255,)),
        (Image.new("LA", (9, 9), (80, 90)), "PNG", "RGBA", (80, 80, 80, 90)),
        (Image.new("RGBA", (9, 9), (9, 8, 7, 255)), "PNG", "RGB", (9, 8, 7)),
        (photo((9, 9)).quantize(4), "PNG", "RGB", None),
        (Image.new("RGBA", (9, 9), (200, 100, 50, 120)), "WEBP", "RGBA", None),
    ],
    ids=[
        "cmyk",
        "16 bits",
        "grey",
        "black and white",
        "grey with alpha",
        "alpha that hides nothing",
        "palette",
        "webp",
    ],
)
def test_every_kind_of_pixels_becomes_plain_ones(picture, form, mode, colour, pixels_of):
    found = pixels_of(saved(picture, form))
    assert (found.mode, found.size, found.info) == (mode, (9, 9), {})
    if colour:
        pixel = found.getpixel((4, 4))
        assert nearly(pixel if isinstance(pixel, tuple) else (pixel,), colour)


def test_a_palette_with_a_colour_that_stands_for_none_keeps_it(pixels_of):
    picture = photo((9, 9)).quantize(4)
    found = pixels_of(saved(picture, "PNG", transparency=0))
    assert found.mode == "RGBA" and found.getchannel("A").getextrema() == (0, 255)


def swapped_profile() -> bytes:
    """A profile in which red and blue have changed places."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)


@pytest.mark.parametrize(("profile", "shown"), [(swapped_profile(), BLUE), (b"no profile", RED), (b"", RED)])
def test_colours_are_those_that_the_profile_means_and_a_broken_one_is_left_out(profile, shown, pixels_of):
    data = saved(Image.new("RGB", (9, 9), RED), "PNG", icc_profile=profile)
    found = pixels_of(data)
    assert nearly(found.getpixel((4, 4)), shown) and "icc_profile" not in found.info


@pytest.mark.parametrize("form", ["WEBP", "PNG", "MPO"])
def test_the_first_picture_of_several_is_the_one(form, pixels_of):
    several = Image.new("RGB", (16, 16), RED), Image.new("RGB", (16, 16), BLUE)
    data = saved(several[0], form, save_all=True, append_images=[several[1]])
    assert nearly(pixels_of(data).getpixel((4, 4)), RED)


@pytest.mark.parametrize(
    ("size", "most", "found"),
    [
        ((60, 40), (30, 30), (30, 20)),
        ((40, 60), (30, 30), (20, 30)),
        ((60, 40), (60, 40), (60, 40)),
        ((9, 9), (30, 30), (9, 9)),
    ],
)
def test_a_picture_is_made_smaller_and_never_larger(size, most, found, pixels_of):
    assert pixels_of(saved(photo(size), "PNG"), *most).size == found


@pytest.mark.parametrize(
    ("picture", "form", "kind"),
    [
        (photo((300, 200)), "JPEG", "jpg"),
        (photo((300, 200)), "PNG", "jpg"),
        (photo((300, 200)), "WEBP", "jpg"),
        (Image.new("RGB", (300, 200), RED), "PNG", "png"),
        (Image.new("RGBA", (300, 200), (1, 2, 3, 4)), "WEBP", "png"),
    ],
    ids=["photograph", "photograph as PNG", "WebP", "drawing", "with holes"],
)
def test_a_drawing_stays_a_png_and_a_photograph_becomes_a_jpeg(picture, form, kind, look_of):
    assert look_of(saved(picture, form))[:3] == (kind, 300, 200)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        saved(photo(), "JPEG")[:-200],
        saved(photo(), "PNG")[:-200],
        saved(photo(), "WEBP")[:-200],
        saved(photo(), "GIF"),
        saved(photo(), "TIFF"),
        saved(photo(), "BMP"),
        saved(photo(), "AVIF"),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        bomb(8000, 8000),
        bomb(60000, 60000),
        b"\xff\xd8\xff" + b"\xff" * 5000,
    ],
    ids=["empty", "text", "cut JPEG", "cut PNG", "cut WebP", "GIF", "TIFF", "BMP", "AVIF", "SVG", "EPS",
         "64 million px", "3.6 billion px", "markers only"],
)  # fmt: skip
def test_what_is_no_picture_for_us_is_found_before_a_page_is_made(data, look_of, capfd):
    assert look_of(data).width == 0
    assert capfd.readouterr() == ("", "")


def test_a_tall_picture_is_bounded_in_its_height_too(look_of):
    assert look_of(saved(Image.new("L", (10, 20_000)), "PNG"))[1:3] == (3, 6400)


def test_more_bytes_than_any_camera_writes_are_not_decoded(look_of):
    assert look_of(saved(photo(), "JPEG") + bytes(30_000_000)).width == 0


def test_a_form_is_the_same_bytes_each_time(tmp_path):
    from plugins.pictures.encode import render_form

    (tmp_path / "x").write_bytes(saved(photo((900, 600)), "JPEG"))
    for kind in ("avif", "jpg", "png"):
        one, other = (render_form(str(tmp_path / "x"), (), 400, kind) for _ in range(2))
        assert one == other
        with Image.open(io.BytesIO(one)) as image:
            assert image.size == (400, 267)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "LA", "RGBA", "I;16"])
def test_a_large_picture_read_in_strips_is_the_one_read_whole(mode, pixels_of):
    """Strips need a third of the memory; nobody may see where one ends."""
    slope = Image.linear_gradient("L").resize((2500, 1700))
    drawn = Image.merge("RGB", [slope, slope.rotate(180), slope.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])
    if mode == "I;16":
        drawn = slope.convert("I").point(lambda value: value * 257).convert("I;16")
    elif mode in ("LA", "RGBA"):
        drawn.putalpha(slope.point(lambda value: max(value, 40)))
        drawn = drawn.convert(mode)
    else:
        drawn = drawn.convert(mode)
    found = pixels_of(saved(drawn, "PNG"), 200, 200)
    plain = slope if mode == "I;16" else drawn.convert("RGBA" if "A" in mode else "L" if mode == "L" else "RGB")
    wanted = plain.resize(found.size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    different = ImageChops.difference(found.convert("RGBA"), wanted.convert("RGBA"))
    assert max(high for _, high in different.getextrema()) <= 4


@pytest.mark.parametrize(
    ("size", "is_fit"),
    [((5_000, 5_000), True), ((5_001, 5_000), False), ((65_536, 1), False), ((1, 50_000_001), False)],
    ids=["as large as may be", "larger", "too wide", "too high"],
)
def test_the_size_is_known_before_anything_is_decoded(size, is_fit, tmp_path):
    """The pixels of this file cannot be decoded: whoever tries is told."""
    (tmp_path / "x").write_bytes(bomb(*size).partition(b"IDAT")[0] + b"IDATx")
    assert (size_of(str(tmp_path / "x")) is not None) == is_fit


def test_a_jpeg_in_passes_and_a_webp_are_bounded_by_what_their_decoders_need(tmp_path):
    for form, limit, more in (("JPEG", 20_000_000, {"progressive": True}), ("WEBP", 12_000_000, {})):
        height = limit // 2_000
        for high, is_fit in ((height, True), (height + 8, False)):
            Image.new("L", (2_000, high)).save(tmp_path / "x", form, quality=1, **more)
            assert (size_of(str(tmp_path / "x")) is not None) == is_fit, (form, high)

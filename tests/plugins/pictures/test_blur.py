"""Areas made unrecognisable: nothing of them is left in any form."""

import pytest
from PIL import Image, ImageChops

from plugins.model.picture import Box, parse_box, picture_key, split_key
from plugins.pictures.blur import MOST_CELLS, pixelated


@pytest.mark.parametrize(
    ("written", "box"),
    [
        ("[10, 20, 30, 40]", Box(10, 20, 30, 40)),
        ("['10', '20', '30.5', '40']", Box(10, 20, 30.5, 40)),
        ("10,20,30,40", Box(10, 20, 30, 40)),
        ("0 0 100 100", Box(0, 0, 100, 100)),
        ("10%, 20%, 30%, 40%", Box(10, 20, 30, 40)),
    ],
)
def test_an_area_is_read_as_it_is_written(written, box):
    assert parse_box(written) == box
    assert split_key(picture_key("/media/news/a/b#c.jpg", [box, box])) == ("/media/news/a/b#c.jpg", (box,))


@pytest.mark.parametrize(
    "written",
    ["", "[10, 20, 30]", "[1, 2, 3, 4, 5]", "[90, 0, 20, 10]", "[0, 0, 0, 5]", "[-1, 0, 5, 5]", "left", "1e3 1 1 1",
     "[0, 95, 5, 6]"],
)  # fmt: skip
def test_what_is_no_area_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        parse_box(written)


def test_a_picture_without_areas_has_its_address_as_key():
    assert picture_key("/media/news/a/b.jpg") == "/media/news/a/b.jpg"
    assert split_key("/media/news/a/b.jpg") == ("/media/news/a/b.jpg", ())


@pytest.mark.parametrize("box", [Box(25, 25, 50, 50), Box(0, 0, 100, 100), Box(40, 10, 12, 9), Box(99, 99, 1, 1)])
def test_an_area_holds_a_few_colours_and_the_rest_is_as_it_was(box):
    noise = Image.effect_noise((400, 300), 120)
    made = pixelated(noise, [box])
    left, top = int(box.x * 4), int(box.y * 3)
    right, bottom = int((box.x + box.width) * 4), int((box.y + box.height) * 3)
    inside = made.crop((left, top, right, bottom))
    assert len(inside.getcolors(1_000_000)) <= MOST_CELLS**2
    assert len(noise.crop((left, top, right, bottom)).getcolors(1_000_000)) > len(inside.getcolors(1_000_000)) or (
        box.width == 1
    )
    changed = ImageChops.difference(noise, made).getbbox()
    assert changed is None or (
        changed[0] >= left - 4 and changed[1] >= top - 3 and changed[2] <= right + 4 and changed[3] <= bottom + 3
    )


def test_two_pictures_with_the_same_means_become_the_same():
    one = Image.new("L", (160, 160), 128)
    other = one.copy()
    for x in range(0, 160, 2):  # stripes whose mean is the plain grey
        other.paste(28, (x, 0, x + 1, 160))
        other.paste(228, (x + 1, 0, x + 2, 160))
    box = [Box(0, 0, 100, 100)]
    assert pixelated(one, box).tobytes() == pixelated(other, box).tobytes()


def test_a_small_area_has_fewer_cells():
    made = pixelated(Image.effect_noise((100, 100), 120), [Box(40, 40, 10, 10)])
    assert len(made.crop((40, 40, 50, 50)).getcolors()) == 1

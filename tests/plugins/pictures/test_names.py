"""Names of published pictures: made of pixels that everybody may see, so that no original can be proved by one."""

import pytest
from PIL import Image

from plugins.model.picture import Box, picture_key
from plugins.pictures.files import published_picture
from plugins.pictures.look import look_at_picture
from tests.small_files import exif, photo, saved

BOX = Box(10, 10, 20, 20)
SIZE = (160, 120)


@pytest.fixture
def name_of(tmp_path):
    def name(data, *boxes):
        (tmp_path / "a.png").write_bytes(data)
        look = look_at_picture(str(tmp_path / "a.png"), data)
        key = picture_key("/media/news/a.png", boxes)
        return published_picture(key, "a.png", str(hash(data)), look.kind, (look.width, look.height), look.marks).stem

    return name


def painted(x, y, size=SIZE, colour=(1, 2, 3)) -> Image.Image:
    picture = photo(size)
    picture.paste(colour, (x, y, x + 4, y + 4))
    return picture


def png(picture, **more):
    return saved(picture, "PNG", **more)


def test_what_a_file_tells_besides_does_not_change_its_name(name_of):
    plain = name_of(png(photo(SIZE)))
    assert name_of(png(photo(SIZE), exif=exif(place=True))) == plain
    assert name_of(png(photo(SIZE), compress_level=1)) == plain


def test_a_face_below_an_area_does_not_change_the_name(name_of):
    one, other = png(painted(20, 16)), png(painted(24, 18, colour=(250, 250, 250)))
    assert name_of(one) != name_of(other)
    assert name_of(one, BOX) == name_of(other, BOX)


@pytest.mark.parametrize(("x", "y"), [(0, 116), (156, 0), (80, 60), (156, 116)])
def test_every_part_that_is_seen_changes_the_name(x, y, name_of):
    assert name_of(png(painted(x, y)), BOX) != name_of(png(photo(SIZE)), BOX)


def test_other_areas_give_another_name(name_of):
    data = png(photo(SIZE))
    names = [
        name_of(data),
        name_of(data, BOX),
        name_of(data, Box(11, 10, 20, 20)),
        name_of(data, BOX, Box(50, 50, 9, 9)),
    ]
    assert len(set(names)) == 4


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (48, 32), (1600, 7)])
def test_a_picture_of_any_size_has_a_name(size, name_of):
    assert name_of(png(photo(size) if min(size) > 3 else Image.new("RGB", size))) != name_of(png(Image.new("L", size)))


def test_a_large_picture_has_the_name_of_what_is_published_of_it(name_of):
    size = (1200, 160)
    one, other = painted(240, 32, size), painted(262, 36, size, (250, 250, 250))
    assert name_of(png(one)) != name_of(png(other)) and name_of(png(one), BOX) == name_of(png(other), BOX)


def test_the_rim_of_an_area_does_not_change_the_name_of_a_large_picture(name_of):
    rim = Box(29, 10, 20, 60)  # with its margin, it ends in the middle, where a cell begins
    names = {name_of(png(painted(596, 80, (1200, 160), colour)), rim) for colour in ((0, 0, 0), (255, 255, 255))}
    assert len(names) == 1

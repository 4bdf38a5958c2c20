"""Pictures as they are published: one file of content in several forms, and the areas that are made unrecognisable."""

import re
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from plugins.model.dates import Written
from plugins.model.jobs import FileInput

MEDIA = "/media/"
MOST_BYTES = 30_000_000  # of a file beside the words; a larger one is not even read
ENDINGS = (".jpg", ".jpeg", ".png", ".webp")  # of pictures in content, in small letters
WIDTHS = (400, 800, 1600)  # px; for lists, for a column, for a sharp screen
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Box(NamedTuple):
    """An area of a picture as it is seen upright.

    Units: per cent of its width and height, from the upper left corner.
    """

    x: float
    y: float
    width: float
    height: float

    def __str__(self) -> str:
        return ",".join(f"{number:g}" for number in self)


def parse_box(written: str) -> Box:
    """Return the area written as [x, y, width, height].

    Raises: ValueError when it is none, or does not lie on the picture.
    """
    if not re.fullmatch(r"[\s\[\]'\",\d.%-]*", written):
        raise ValueError(written)
    numbers = [float(number) for number in NUMBER.findall(written)]
    if len(numbers) != 4:
        raise ValueError(written)
    box = Box(*numbers)
    if min(box.x, box.y) < 0 or min(box.width, box.height) <= 0 or box.x + box.width > 100 or box.y + box.height > 100:
        raise ValueError(written)
    return box


BlurredArea = Annotated[Box, Written("box", parse_box)]


class PictureForm(NamedTuple):
    """One file that is published of a picture."""

    path: str  # "media/news/2021-11-04-strike/picket.1a2b3c4d-800.avif"
    width: int  # px
    kind: str  # "avif", "jpg" or "png"


class PictureFile(NamedTuple):
    """One picture as it is published."""

    file: FileInput
    stem: str  # "media/news/2021-11-04-strike/picket.1a2b3c4d"
    kind: str  # "jpg" or "png": what everything can show, feeds and mail too
    width: int  # px, of the largest form
    height: int

    @property
    def path(self) -> str:
        """The largest form that everything can show."""
        return f"{self.stem}.{self.kind}"

    def forms(self, kind: str) -> tuple[PictureForm, ...]:
        """Return the forms of one kind, the smallest first; no width is hardly smaller than the next."""
        widths = [*(width for width in WIDTHS if width <= self.width * 3 / 4), self.width]
        marks = [*(f"-{width}" for width in widths[:-1]), ""]
        return tuple(
            PictureForm(f"{self.stem}{mark}.{kind}", width, kind) for width, mark in zip(widths, marks, strict=True)
        )

    @property
    def all_forms(self) -> tuple[PictureForm, ...]:
        """Every file that is published of it."""
        return (*self.forms("avif"), *self.forms(self.kind))


def picture_key(address: str, boxes: Iterable[Box] = ()) -> str:
    """Return what a picture is known by: its address and, behind what no file name can hold, what is blurred in it."""
    areas = ";".join(str(box) for box in sorted(set(boxes)))
    return f"{address}//{areas}" if areas else address


def split_key(key: str) -> tuple[str, tuple[Box, ...]]:
    """Return the address and the areas of `picture_key`."""
    address, _, areas = key.rpartition("//")
    try:
        return (address, tuple(parse_box(area) for area in areas.split(";"))) if address else (key, ())
    except ValueError:  # an address that a writer made up may hold two slashes
        return key, ()


def is_picture(name: str) -> bool:
    """Say whether a file of this name is a picture."""
    return name.lower().endswith(ENDINGS)

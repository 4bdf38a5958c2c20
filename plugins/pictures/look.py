"""What is to be known of a picture before it is used: how large it is, what kind it becomes, what its file tells."""

from typing import NamedTuple

from plugins.model.picture import MOST_BYTES
from plugins.pictures.encode import LARGEST, TALLEST
from plugins.pictures.pixels import BROKEN, ON_ITS_SIDE, ORIENTATION, READ, fitting_size, opened_pixels
from plugins.pictures.traces import traces_of

MOST_PIXELS = 50_000_000  # more is a decompression bomb or a mistake
DRAWING = 0.75  # bytes for each pixel: a PNG that needs fewer is a drawing or a screenshot, not a photograph
HEADERS = 1000  # bytes that are no pixels
TINY = 64  # px


class PictureLook(NamedTuple):
    """What was found in a picture's file.

    Shape: `width` is 0 where it cannot be published. Units: px of the largest form that is published.
    """

    kind: str = ""  # "jpg" or "png": what everything can show
    width: int = 0
    height: int = 0
    traces: tuple[str, ...] = ()


def look_at_picture(path: str, data: bytes) -> PictureLook:
    """Return what is to be known of the picture at `path`, whose bytes are `data`.

    Its pixels are decoded once, small where the format can: a file that was cut off is found here, not on a page.
    """
    traces = tuple(sorted(traces_of(data)))
    try:
        size = size_of(path) if len(data) <= MOST_BYTES else None
        if size is None:
            return PictureLook(traces=traces)
        pixels = opened_pixels(path, TINY, TINY)
    except BROKEN:
        return PictureLook(traces=traces)
    is_sparse = data[1:4] == b"PNG" and len(data) - HEADERS < DRAWING * size[0] * size[1]
    kind = "png" if is_sparse or pixels.mode == "RGBA" else "jpg"
    return PictureLook(kind, *fitting_size(*size, LARGEST, TALLEST), traces)


def size_of(path: str) -> tuple[int, int] | None:
    """Return the size upright, none if it is more than may be decoded."""
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own of large pictures
        try:
            image = Image.open(path, formats=READ)
        except Image.DecompressionBombError:
            return None
        with image:
            width, height = image.size
            is_on_its_side = image.getexif().get(ORIENTATION, 1) in ON_ITS_SIDE
    if width * height > MOST_PIXELS:
        return None
    return (height, width) if is_on_its_side else (width, height)

"""A picture that is as hard to pack as a photo can be, the same each time."""

import random

from PIL import Image, ImageFilter


def crowd(size: tuple[int, int], seed: int = 5) -> Image.Image:
    """Return a picture as heavy as a photo of a crowd in bad light: shapes of every size, and noise over all.

    Units: `size` in px.
    """
    width, height = size
    chance = random.Random(seed)
    ramp = Image.linear_gradient("L").resize(size)
    bands = []
    for _ in range(3):
        coarse = Image.frombytes("L", (width // 8, height // 8), chance.randbytes((width // 8) * (height // 8)))
        fine = Image.frombytes("L", size, chance.randbytes(width * height)).filter(ImageFilter.GaussianBlur(0.7))
        shapes = Image.blend(coarse.resize(size, Image.Resampling.BICUBIC), ramp, 0.4)
        bands.append(Image.blend(shapes, fine, 0.35))
    return Image.merge("RGB", bands)

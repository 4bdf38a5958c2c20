"""A picture for a page: its forms, from which each reader's browser takes the smallest that does."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from plugins.model.picture import PictureFile, PictureForm

# How wide a picture stands on a page, as the theme's styles have it. A phone with three dots for each px gets the form
# for two: nobody sees the difference, and it loads in a third of the time. An old phone, which does not know AVIF, gets
# the form for one: a JPEG of the next width has three times the bytes.
PHONE = "(min-resolution: 2.5dppx) 62vw, 94vw"
OLD_PHONE = "(min-resolution: 2.5dppx) 31vw, 47vw"


class Sizes(NamedTuple):
    """How wide a picture stands, as HTML writes it: for readers of AVIF, and for all others."""

    avif: str
    other: str


COLUMN = Sizes(f"(min-width: 42rem) 38rem, {PHONE}", f"(min-width: 42rem) 38rem, {OLD_PHONE}")
SIDE_BY_SIDE = Sizes(f"(min-width: 42rem) 19rem, {PHONE}", f"(min-width: 42rem) 19rem, {OLD_PHONE}")


class ShownPicture(NamedTuple):
    """The addresses and size of a picture.

    Shape: `avif` and `srcset` are lists as HTML writes them, `avif_sizes` and `sizes` what belongs to each; `srcset`
    and both sizes are empty where there is one width.
    Units: px.
    """

    url: str
    width: int
    height: int
    avif: str
    avif_sizes: str
    srcset: str
    sizes: str


def shown_picture(picture: PictureFile, sizes: Sizes = COLUMN) -> ShownPicture:
    """Return a picture as a page shows it; `sizes` says how wide."""
    avif, other = picture.forms("avif"), picture.forms(picture.kind)
    if len(other) == 1:
        return ShownPicture(f"/{picture.path}", picture.width, picture.height, f"/{avif[0].path}", "", "", "")
    forms = _candidates(avif), sizes.avif, _candidates(other), sizes.other
    return ShownPicture(f"/{picture.path}", picture.width, picture.height, *forms)


def picture_html(picture: PictureFile, attributes: str) -> str:
    """Return a picture of a running text as HTML; `attributes` are those of its `img`, with a space before each."""
    shown = shown_picture(picture)
    several = f' srcset="{escape(shown.srcset)}" sizes="{shown.sizes}"' if shown.srcset else ""
    sizes = f' sizes="{shown.avif_sizes}"' if shown.avif_sizes else ""
    size = f'width="{shown.width}" height="{shown.height}"'
    image = f'<img src="{escape(shown.url)}"{several} {size}{attributes} decoding="async">'
    return f'<picture><source type="image/avif" srcset="{escape(shown.avif)}"{sizes}>{image}</picture>'


def _candidates(forms: Iterable[PictureForm]) -> str:
    return ", ".join(f"/{form.path} {form.width}w" for form in forms)

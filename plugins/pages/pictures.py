"""A picture for a page: its forms, from which each reader's browser takes the smallest that does."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from plugins.model.picture import PictureFile, PictureForm

# How wide a picture stands on a page, as the theme's styles have it. A phone with three dots for each px gets the form
# for two: nobody sees the difference, and it loads in a third of the time.
PHONE = "(min-resolution: 2.5dppx) 62vw, 94vw"
COLUMN = f"(min-width: 42rem) 38rem, {PHONE}"
SIDE_BY_SIDE = f"(min-width: 42rem) 19rem, {PHONE}"


class ShownPicture(NamedTuple):
    """The addresses and size of a picture.

    Shape: `avif` and `srcset` are lists as HTML writes them; `srcset` and `sizes` are empty where there is one width.
    Units: px.
    """

    url: str
    width: int
    height: int
    avif: str
    srcset: str
    sizes: str


def shown_picture(picture: PictureFile, sizes: str = COLUMN) -> ShownPicture:
    """Return a picture as a page shows it; `sizes` says how wide."""
    avif, other = picture.forms("avif"), picture.forms(picture.kind)
    if len(other) == 1:
        return ShownPicture(f"/{picture.path}", picture.width, picture.height, f"/{avif[0].path}", "", "")
    return ShownPicture(f"/{picture.path}", picture.width, picture.height, _candidates(avif), _candidates(other), sizes)


def picture_html(picture: PictureFile, attributes: str) -> str:
    """Return a picture of a running text as HTML; `attributes` are those of its `img`, with a space before each."""
    shown = shown_picture(picture)
    several = f' srcset="{escape(shown.srcset)}" sizes="{shown.sizes}"' if shown.srcset else ""
    sizes = f' sizes="{shown.sizes}"' if shown.sizes else ""
    size = f'width="{shown.width}" height="{shown.height}"'
    image = f'<img src="{escape(shown.url)}"{several} {size}{attributes} decoding="async">'
    return f'<picture><source type="image/avif" srcset="{escape(shown.avif)}"{sizes}>{image}</picture>'


def _candidates(forms: Iterable[PictureForm]) -> str:
    return ", ".join(f"/{form.path} {form.width}w" for form in forms)

"""The style sheet of a page: tokens, layout and the components that its template uses."""

import base64
import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from rcssmin import cssmin

from plugins.rendering.theme import Theme, closure_of

PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{6})")
FOLDERS = ("layouts/base.css", "layouts/", "components/", "pages/")  # the order in which styles follow the tokens


class Styles(NamedTuple):
    """What a page inlines, with its place in the Content-Security-Policy."""

    css: str
    csp_hash: str  # "sha256-…" of exactly `css`; Source: CSP Level 3, 6.7.3.3
    paper_light: str  # the ground's colour, for the browser's own frame
    paper_dark: str


@lru_cache(maxsize=1024)
def styles_of(theme: Theme, name: str) -> Styles:
    """Return the styles of a page made by the template `name`."""
    own = [template.removesuffix(".html") + ".css" for template in closure_of(theme, name)]
    ordered = sorted((style for style in own if style in theme.styles), key=_place)
    css = "".join(map(_minified, [theme.tokens, *(theme.styles[style] for style in ordered)]))
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    light, dark = PAPER.findall(theme.tokens)[:2]
    return Styles(css, f"sha256-{digest}", light, dark)


@lru_cache(maxsize=1024)
def _minified(css: str) -> str:
    """Return one sheet made small; most sheets are part of many pages."""
    return cssmin(css)


def _place(style: str) -> tuple[int, str]:
    return next(i for i, start in enumerate(FOLDERS) if style.startswith(start)), style

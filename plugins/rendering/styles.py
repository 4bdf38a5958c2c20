"""The style sheet of a page: tokens, layout and components, as far as something on the page can use them."""

import base64
import hashlib
import re
import string
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from rcssmin import cssmin

from plugins.rendering.rules import Rule, asked_for, marks_of, marks_of_script, needed, rules_of
from plugins.rendering.theme import Theme, closure_of

PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{6})")
# the order in which styles follow the tokens
FOLDERS = ("layouts/base.css", "layouts/", "components/", "pages/", "sheets/")
TOKEN = re.compile(r"(?<![\w(-])(--[\w-]+):([^;}]*);?")
NAMED = re.compile(r"(--[\w-]+)\s*:")
NAME = re.compile(r"(?<![\w-])--[\w-]+")
LETTERS = string.ascii_lowercase
USE = re.compile(r"var\((--[\w-]+)\)")
EMPTY = re.compile(r"(?<=[{};])[^{};]*\{\}")
DOUBLED = re.compile(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b")  # a colour that has a shorter form
OWN_SCRIPT = re.compile(r"<script\b[^>]*\ssrc=")  # it makes elements whose styles nobody finds on the page


class Styles(NamedTuple):
    """What a page inlines, with its place in the Content-Security-Policy."""

    css: str
    csp_hash: str  # "sha256-…" of exactly `css`; Source: CSP Level 3, 6.7.3.3
    paper_light: str  # the ground's colour, for the browser's own frame
    paper_dark: str


@lru_cache(maxsize=1024)
def styles_of(theme: Theme, name: str) -> Styles:
    """Return all styles that a page made by the template `name` may need."""
    return _styles(theme, "".join([_minified(theme, sheet) for sheet in sheets_of(theme, name)]))


def styles_for(theme: Theme, name: str, html: str, script: str = "") -> Styles:
    """Return the styles of the page `html`, which was made by the template `name`: of all, those that it can use.

    `script` is the code that runs on it.
    """
    if OWN_SCRIPT.search(html):
        return styles_of(theme, name)
    return _styles_with(theme, name, (marks_of(html) | marks_of_script(script)) & _asked_for(theme, name))


@lru_cache(maxsize=512)
def _styles_with(theme: Theme, name: str, marks: frozenset[str]) -> Styles:
    css = "".join([needed(sheet, marks) for sheet in _rules(theme, name)])
    used = set(USE.findall(css))
    css = TOKEN.sub(lambda found: found[0] if found[1] in used else "", css).replace(";}", "}")
    return _styles(theme, EMPTY.sub("", css))


def _styles(theme: Theme, css: str) -> Styles:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Styles(css, f"sha256-{digest}", *papers_of(theme))


@lru_cache(maxsize=8)
def papers_of(theme: Theme) -> tuple[str, str]:
    """Return the ground's colour, light and dark."""
    light, dark = PAPER.findall(theme.tokens)[:2]
    return light, dark


@lru_cache(maxsize=1024)
def _rules(theme: Theme, name: str) -> tuple[tuple[Rule, ...], ...]:
    return tuple(rules_of(_minified(theme, sheet)) for sheet in sheets_of(theme, name))


@lru_cache(maxsize=1024)
def _asked_for(theme: Theme, name: str) -> frozenset[str]:
    return frozenset().union(*(asked_for(sheet) for sheet in _rules(theme, name)))


@lru_cache(maxsize=1024)
def sheets_of(theme: Theme, name: str) -> tuple[str, ...]:
    """Return the sheets of the template `name` in their order, as they are written."""
    own = [template.removesuffix(".html") + ".css" for template in closure_of(theme, name)]
    ordered = sorted((style for style in own if style in theme.styles), key=_place)
    return (theme.tokens, *(theme.styles[style] for style in ordered))


@lru_cache(maxsize=1024)
def _minified(theme: Theme, css: str) -> str:
    """Return one sheet made small, tokens that never change written out; most sheets are part of many pages."""
    fixed = fixed_tokens(theme)
    css = TOKEN.sub(lambda found: "" if found[1] in fixed else found[0], cssmin(css)).replace(";}", "}")
    css = DOUBLED.sub(r"#\1\2\3", EMPTY.sub("", USE.sub(lambda found: fixed.get(found[1], found[0]), css)))
    short = short_names(theme)
    return NAME.sub(lambda found: short.get(found[0], found[0]), css)


@lru_cache(maxsize=8)
def fixed_tokens(theme: Theme) -> dict[str, str]:
    """Return the tokens with one value everywhere: any language, scheme, width and medium."""
    said = TOKEN.findall(cssmin(theme.tokens))
    times = Counter(name for name, _ in said) + Counter(NAMED.findall("".join(theme.styles.values())))
    return {name: value for name, value in said if times[name] == 1 and "var(" not in value}


@lru_cache(maxsize=8)
def short_names(theme: Theme) -> dict[str, str]:
    """Return what pages call each token that does change: "--a", "--b"; nothing but style sheets uses tokens."""
    names = dict.fromkeys(NAMED.findall("".join((theme.tokens, *theme.styles.values()))))
    changing = [name for name in names if name not in fixed_tokens(theme)]
    return dict(zip(changing, (f"--{letter}{more}" for more in ("", *LETTERS) for letter in LETTERS), strict=False))


def _place(style: str) -> tuple[int, str]:
    return next(i for i, start in enumerate(FOLDERS) if style.startswith(start)), style

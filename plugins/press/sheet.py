"""One language of a press kit: a page that opens from a disk and loads nothing but the photographs beside it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from plugins.model.text import Lang, Said

STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 sans-serif}h1,h2{line-height:1.4}"
    "h2{margin-top:2.5rem;border-top:1px solid;padding-top:.5rem}li{margin-bottom:.6rem}p{margin:.2rem 0}"
    "small{display:block}img{max-width:100%;height:auto}figure{margin:1.5rem 0;break-inside:avoid}"
)
DIGEST = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{DIGEST}'; img-src 'self'; base-uri 'none'; form-action 'none'"


class Line(NamedTuple):
    """One thing that is said; `notes` stand below it in small letters: dates, sources, who said it."""

    text: Said
    notes: tuple[Said, ...] = ()
    url: str = ""  # absolute
    when: str = ""  # stands in front


class Part(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    lines: tuple[Line, ...]


class Shot(NamedTuple):
    """A photograph beside the page.

    Units: px.
    """

    file: str
    width: int
    height: int
    alt: Said
    words: tuple[Said, ...]  # its caption and its credit


class Sheet(NamedTuple):
    """All that a page says."""

    lang: Lang
    title: Said
    lead: Said | None
    site: str  # whose kit it is
    url: str  # absolute, of the page online
    online: str  # the words of the link to it
    parts: tuple[Part, ...]
    photos: str = ""  # heading of the photographs
    shots: tuple[Shot, ...] = ()


def render_sheet(sheet: Sheet) -> bytes:
    """Return the page as HTML in UTF-8."""
    return "\n".join(_page(sheet)).encode() + b"\n"


def _page(sheet: Sheet) -> Iterable[str]:
    lang = sheet.lang
    yield "<!doctype html>"
    yield f'<html lang="{escape(lang)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(sheet.title.text)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<p>{escape(sheet.site)}</p>"
    yield f"<h1>{_said(sheet.title, lang)}</h1>"
    if sheet.lead:
        yield f"<p>{_said(sheet.lead, lang)}</p>"
    yield f'<p><a href="{escape(sheet.url)}">{escape(sheet.online)}</a></p>'
    for part in sheet.parts:
        yield f"<h2>{escape(part.heading)}</h2>"
        yield "<ul>"
        yield from (_line(line, lang) for line in part.lines)
        yield "</ul>"
    if sheet.shots:
        yield f"<h2>{escape(sheet.photos)}</h2>"
        yield from (_shot(shot, lang) for shot in sheet.shots)
    yield "</body>"
    yield "</html>"


def _line(line: Line, lang: Lang) -> str:
    text = _said(line.text, lang)
    shown = f'<a href="{escape(line.url)}">{text}</a>' if line.url else text
    when = f"<b>{escape(line.when)}</b> " if line.when else ""
    return f"<li>{when}{shown}{''.join(f'<small>{_said(note, lang)}</small>' for note in line.notes)}</li>"


def _shot(shot: Shot, lang: Lang) -> str:
    spoken = "" if shot.alt.lang in ("", lang) else f' lang="{escape(shot.alt.lang)}"'
    words = f'alt="{escape(shot.alt.text)}"{spoken} loading="lazy"'
    image = f'<img src="{escape(shot.file)}" width="{shot.width}" height="{shot.height}" {words}>'
    words = "".join(f"<p>{_said(said, lang)}</p>" for said in (Said(shot.file, lang), *shot.words))
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>"


def _said(said: Said, lang: Lang) -> str:
    text = escape(said.text)
    return text if said.lang in ("", lang) else f'<span lang="{escape(said.lang)}">{text}</span>'

"""A page to print as one file for a browser: its own fonts, its form, and how much of it stands over."""

import base64
import json
import math
import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from plugins.leaflets.fit import STEPS
from plugins.leaflets.forms import Form

FACE = "Leaflet"
WEIGHTS = (700, 400)  # of the bold and of the regular font
ARTICLE = re.compile(r'<article class="leaflet" data-step="(\d)">(.*?)</article>', re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SEEN = re.compile(r'<body[^>]* data-seen="([^"]*)"')
PAPER = "*{box-sizing:border-box}html,body{margin:0;background:#fff;color:#000}.sheet{break-after:page;overflow:hidden}"
TWICE = (  # A5 on A4, with the line along which it is cut
    "@page{size:297mm 210mm;margin:0}.sheet{display:flex;width:297mm;height:210mm}"
    ".sheet>.leaflet{flex:none;width:148.5mm;height:210mm}.sheet>.leaflet+.leaflet{border-left:.2mm dashed #777}"
)
# What stands over is measured where the browser lays it out, step by step; two pixels are spared for a printer's own.
MEASURING = """document.fonts.ready.then(() => {
  const parts = [...document.querySelectorAll(".leaflet")], over = [];
  for (let step = 0; step < %d; step++) {
    for (const part of parts) part.dataset.step = step;
    over.push(Math.max(...parts.flatMap((part) => [part, part.querySelector(".leaflet__body")].map((box) =>
      Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth)))) - 2);
  }
  const end = (column) => column.lastElementChild ? column.lastElementChild.getBoundingClientRect().bottom : 0;
  const tall = [...document.querySelectorAll(".leaflet__columns > *")].sort((one, other) => end(other) - end(one))[0];
  const style = getComputedStyle(tall), size = parseFloat(style.fontSize);
  const lang = tall.closest("[lang]").lang, line = parseFloat(style.lineHeight);
  const signs = Math.floor(tall.clientWidth / size * (lang.startsWith("ja") ? 1 : 2));
  document.body.dataset.seen = JSON.stringify({over, lang, line, signs});
});"""


class Measured(NamedTuple):
    """What stands over with each step, in pixels, none where it is 0 or less; and in which language most."""

    over: tuple[float, ...]
    lang: str
    line: float  # the height of one line with the last step
    signs: int  # how many characters it has

    @property
    def step(self) -> int | None:
        """The first step with which nothing stands over, if there is one."""
        return next((number for number, over in enumerate(self.over) if over <= 0), None)

    @property
    def lines(self) -> int:
        """How many lines are too many even with the last step."""
        return max(1, math.ceil(self.over[-1] / self.line))


def font_faces(fonts: Sequence[bytes]) -> str:
    """Return the rules that bring fonts along, the bold one first; without any, the browser's own are used."""
    rules = [
        f'@font-face{{font-family:"{FACE}";font-weight:{weight};src:url(data:font/woff2;base64,{_in_text(font)})}}'
        for weight, font in zip(WEIGHTS, fonts, strict=False)
    ]
    own = f'body,body :lang(ja),body [lang]{{font-family:"{FACE}",sans-serif}}' if rules else ""
    return "".join((*rules, own))


def _in_text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def printable(page: str, css: str, faces: str, form: Form, step: int) -> str:
    """Return a leaflet in one of its forms, made of the finished page to print and of all styles of its template.

    What holds on paper holds on the screen, too, where it is measured.
    """
    article, title = ARTICLE.search(page), TITLE.search(page)
    assert article and title
    marks = f'data-size="{form.size}" data-ink="{form.ink}" data-step="{step}"'
    marks += ' data-title="vertical"' if form.is_vertical else ""
    sides = [""] if form.sides == "one" else ["first", "second"]
    copies = ("", ' aria-hidden="true"') if form.size == "a5" else ("",)
    sheets = []
    for side in sides:
        only = f' data-only="{side}"' if side else ""
        parts = (f'<article class="leaflet" {marks}{only}{copy}>{article[2]}</article>' for copy in copies)
        sheets.append(f'<div class="sheet">{"".join(parts)}</div>')
    styles = css.replace("@media print", "@media all") + PAPER + (TWICE if form.size == "a5" else "") + faces
    return document(form.first, title[1], styles, "".join(sheets))


def step_in(page: str) -> int:
    """Return the step that a finished page to print takes by the length of its text."""
    article = ARTICLE.search(page)
    assert article
    return int(article[1])


def document(lang: str, title: str, styles: str, body: str) -> str:
    """Return a page that loads nothing; `title` and `body` are HTML."""
    head = f'<meta charset="utf-8"><title>{title}</title><style>{styles}</style>'
    return f'<!doctype html><html lang="{escape(lang)}"><head>{head}</head><body>{body}</body></html>'


def measuring(html: str) -> str:
    """Return a printable page that notes, when a browser shows it, what stands over."""
    return html.replace("</body>", f"<script>{MEASURING % len(STEPS)}</script></body>")


def measured(dom: str) -> Measured | None:
    """Return what a page has noted, none if it did not come so far; `dom` is the page as the browser has it then."""
    found = SEEN.search(dom)
    if not found:
        return None
    seen = json.loads(found[1].replace("&quot;", '"'))
    return Measured(tuple(seen["over"]), seen["lang"], seen["line"], seen["signs"])


def with_step(html: str, step: int) -> str:
    """Return a printable page with its text as small as a step makes it."""
    head, body, rest = html.partition("<body>")  # the styles name steps, too
    return head + body + re.sub(r'data-step="\d"', f'data-step="{step}"', rest)

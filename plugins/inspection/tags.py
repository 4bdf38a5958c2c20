"""Pages of nothing but harmless tags: what each tag shows is learned once, and such a page need not be parsed.

Nearly every tag of a site stands in many of its pages. Where every "<" begins a tag of the plainest form, a browser can
read nothing else than what stands here. Every other page, and every page with a fault, is parsed: see `pages.py`.
"""

import html
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.inspection.leads import ROOT, Fault, Host, Lead
from plugins.inspection.look import Look, Place
from plugins.inspection.pages import PLAIN, Page

TAG = re.compile(rb"<[^<>]*>")
NAME = r"(?:[a-z][a-z0-9-]*|viewBox)"
FORM = re.compile(rf'<([a-z][a-z0-9]*)((?: {NAME}(?:="[^"]*")?)*)/?>|</([a-z][a-z0-9]*)>')
ATTRIBUTE = re.compile(rf' ({NAME})(?:="([^"]*)")?')
NO_MARKUP = re.compile(rb"<(title|script)\b[^<>]*>([^<]*)</\1>")  # elements whose words are no markup
OPEN = (b"<title", b"<script", b"<style")
HEAD = re.compile(  # nothing in it that takes a browser out of it
    rb"""<!doctype\ html>\s*<html\ lang="([^"]*)"[^<>]*>\s*<head>\s*
    (?:<(?:meta|link)\ [^<>]*>\s*|<title>[^<]*</title>\s*|<script\ [^<>]*>[^<]*</script>\s*)*""",
    re.VERBOSE,
)
DATA = re.compile(rb'<script type="application/ld\+json">([^<]*)</script>')
LAST = re.compile(rb"<script>([^<]+)</script>(?=\s*</main>)")
TITLE = re.compile(rb"<title>([^<]*)</title>")
KNOWN = PLAIN | {
    "meta", "link", "img", "picture", "source", "style", "script", "input", "details", "summary", "address",
    "blockquote", "caption", "cite", "code", "pre", "q", "small", "mark", "abbr", "sup", "sub", "del", "ins", "label",
    "svg", "g", "path", "circle", "rect", "line", "text",
}  # fmt: skip
MOST = 20_000  # tags that are kept in memory


class Shown(NamedTuple):
    """What a tag shows, wherever it stands.

    Shape: `leads` are (folders up, path, id, address as written).
    """

    leads: tuple[tuple[int, str, str, str], ...] = ()
    ids: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    policy: str | None = None
    has_no_referrer: bool = False
    has_more: bool = False  # than leads


NOTHING = Shown()


class Tags:
    """The tags of a site that are harmless, as they are written."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._harmless: set[bytes] = set()
        self._shown: dict[bytes, Shown] = {}
        self._look, self._page = _fresh(url)

    def look(self, look: Look, data: bytes) -> bool:
        """Note everything that a page shows, links with their tags; say False where it has to be parsed instead."""
        before, _, rest = data.partition(b"<style>")
        css, _, after = rest.partition(b"</style>")
        script, after = _script_of(after)
        tags, more = TAG.findall(before), TAG.findall(after)
        head = HEAD.fullmatch(before if rest else before.partition(b"</head>")[0])
        if not (head and _is_plain(before, tags) and _is_plain(after, more)) or b"</" in css:
            return False
        page = Page(look)
        if not self._take(page, {*tags[1:], *more} - self._harmless):
            return False
        if data.count(b' id="') != len(look.ids) or before.count(b"http-equiv=") != 1 or b"http-equiv=" in after:
            return False  # one stands here twice
        if data.count(b"<img ") > data.count(b' loading="lazy"') + 1:
            return False  # of the pictures, one may be loaded at once
        page.styles = [(0, css.decode("utf-8", "replace"))] if rest else []
        page.scripts = [(0, script.decode("utf-8", "replace"))] if script else []
        page.data = [(0, text.decode("utf-8", "replace")) for text in DATA.findall(data)]
        title = TITLE.search(head[0])
        page.end(data, head[1].decode("utf-8", "replace"), title[1].decode("utf-8", "replace") if title else "")
        return not look.problems

    def _take(self, page: Page, tags: set[bytes]) -> bool:
        look, path = page.look, page.look.place.path
        folders = _folders(path)
        for tag in tags:
            shown = self._shown.get(tag) or self._learned(tag)
            if shown is None:
                return False
            for up, below, fragment, written in shown.leads:
                if up >= len(folders):
                    return False
                look.links[folders[up] + below if below else path, fragment] = tag, written
            if shown.has_more:
                look.ids |= shown.ids
                look.hosts |= shown.hosts
                page.policy = page.policy or shown.policy
                page.has_no_referrer |= shown.has_no_referrer
        return True

    def _learned(self, tag: bytes) -> Shown | None:
        """Return what a tag shows, none if it has a fault or is not of the plainest form."""
        form = FORM.fullmatch(tag.decode("utf-8", "replace"))
        if not form or (form[1] or form[3]) not in KNOWN:
            return None
        found = [(name.lower(), html.unescape(value)) for name, value in ATTRIBUTE.findall(form[2] or "")]
        if len(attributes := dict(found)) != len(found):
            return None
        shown = self._shown_by(form[1], attributes) if form[1] else NOTHING
        if len(self._harmless) + len(self._shown) < MOST:
            if shown == NOTHING:
                self._harmless.add(tag)
            elif shown:
                self._shown[tag] = shown
        return shown

    def _shown_by(self, name: str, attributes: Mapping[str, str]) -> Shown | None:
        look, page = self._look, self._page
        page.take(name, attributes, 0)
        if look.problems:
            self._look, self._page = _fresh(self._url)
            return None
        if not (look.ids or look.hosts or page.policy or page.has_no_referrer):
            leads, look.leads = tuple(look.leads), []
            return Shown(leads)
        more = frozenset(look.ids), frozenset(look.hosts), page.policy, page.has_no_referrer
        self._look, self._page = _fresh(self._url)
        return Shown(tuple(look.leads), *more, has_more=True)


class _Leads(Look):
    """A look at a tag that may stand in any page: where it leads is not known yet."""

    def __init__(self, url: str) -> None:
        super().__init__(Place("", url, ""))
        self.leads: list[tuple[int, str, str, str]] = []

    def note(self, line: int, written: str, lead: Lead | Host | Fault) -> None:
        if isinstance(lead, Lead):
            self.leads.append((*lead, written.strip()))
        else:
            super().note(line, written, lead)


def _script_of(part: bytes) -> tuple[bytes, bytes]:
    """Return the script at the end of what a page shows, where alone one may run, and the page without it."""
    found = LAST.search(part)
    return (found[1], part[: found.start()] + part[found.end() :]) if found else (b"", part)


def _is_plain(part: bytes, tags: Sequence[bytes]) -> bool:
    """Say whether every "<" begins a tag, as browsers see it, too: nothing of it stands where no markup is read."""
    opened = sum(map(part.count, OPEN))
    return len(tags) == part.count(b"<") and (not opened or opened == len(NO_MARKUP.findall(part)))


def _fresh(url: str) -> tuple[_Leads, Page]:
    look = _Leads(url)
    return look, Page(look)


def _folders(path: str) -> list[str]:
    """Return the folders that a page may lead to, by how far they are above it; the last is the top, for ROOT, too."""
    assert ROOT == -1
    parts = path.split("/")[:-1]
    return ["".join(f"{part}/" for part in parts[:count]) for count in range(len(parts), -1, -1)]

"""May this go out on top of what is online? And who made that, in words."""

import itertools
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.publishing.git import run_git, text_of
from plugins.publishing.refusal import Refusal, plain
from plugins.publishing.store import CNAME, Changes, Publication, Store
from plugins.publishing.words import line

SHOWN = 5  # pages that are named
TOKYO = ZoneInfo("Asia/Tokyo")


class Source(NamedTuple):
    """The git history of the project that the site is built from, as it is now; empty without one."""

    project: Path
    commit: str = ""
    is_dirty: bool = False  # something is not committed
    is_named: bool = True  # it may be said who made a commit

    @property
    def mark(self) -> str:
        """What a publication keeps of it."""
        return f"{self.commit}{'+' * self.is_dirty}"

    def holds(self, commit: str) -> bool:
        """Say whether a commit is part of this history; one with a "+" never is."""
        if not self.commit or not commit:
            return False
        inside = text_of(run_git(self.project, "merge-base", commit, self.commit, may_fail=True))
        return inside == commit

    def author(self, commit: str) -> str:
        """Return who made a commit; empty if it is not here."""
        output = run_git(
            self.project, "log", "-1", "--no-show-signature", "--format=%an", commit.rstrip("+"), "--", may_fail=True
        )
        return plain(text_of(output))


def source_of(project: Path) -> Source:
    """Return the state of the project's own git history."""
    commit = text_of(run_git(project, "rev-parse", "--verify", "--quiet", "HEAD", may_fail=True))
    is_dirty = bool(commit and run_git(project, "status", "--porcelain", "--untracked-files=normal", "-z", "--", "."))
    return Source(project, commit, is_dirty)


def refuse_unknown(
    history: list[Publication], mine: Collection[str], source: Source, over: str, branch: str, store: Store, lang: str
) -> None:
    """Let pass what is online if this desk put it there, or has the texts of whoever did, or was told to go over it.

    Shape: `history` is what is online, the newest first; `mine` are the commits that this desk knows of.
    Raises: Refusal, with who published what.
    """
    if not history:
        return
    head = history[0]
    if over:
        if len(over) < 7 or not head.commit.startswith(over):
            raise Refusal("over-another", over=over, commit=head.commit[:12])
        return
    known = _before_cname(history, store)
    if known.commit in mine:
        return
    values = {"when": moment(head.when), "commit": head.commit[:12]}
    if known.is_ours and known.back_to:
        raise Refusal("held-by-rollback", **values)
    if not known.is_ours:
        raise Refusal("not-a-publication", branch=branch, **values)
    if not source.holds(known.source):
        pages = _pages_since(history, mine, store)
        raise Refusal("moved", origin=_origin(known, source, lang), pages=_named(pages, lang), **values)


def _before_cname(history: list[Publication], store: Store) -> Publication:
    """Return the newest publication below commits that changed nothing but CNAME.

    Source: GitHub Pages, "Managing a custom domain": the host writes one when the domain is set on its page.
    """
    for newer, older in itertools.pairwise(history):
        changes = store.changes(older.commit, newer.commit)
        if newer.is_ours or {*changes.added, *changes.changed, *changes.removed} != {CNAME}:
            return newer
    return history[-1]


def _pages_since(history: list[Publication], mine: Collection[str], store: Store) -> list[str]:
    """Return the addresses of the pages that changed since this desk published, or with the last publication."""
    base = next((one.commit for one in history if one.commit in mine), history[0].parent)
    changes = store.changes(base, history[0].commit)
    return sorted(filter(None, map(address_of_page, (*changes.added, *changes.changed, *changes.removed))))


def _origin(known: Publication, source: Source, lang: str) -> str:
    """Say which texts a publication was made of, and whose they are."""
    if not known.source:
        return line("no-source", lang)
    said = line("from-source", lang, source=known.source.rstrip("+")[:12])
    name = source.author(known.source)
    by = line("by", lang, name=name) if source.is_named else ""
    said += by if name else line("not-here", lang)
    return said + (line("not-committed", lang) if known.source.endswith("+") else "")


def _named(pages: list[str], lang: str) -> str:
    shown = ", ".join(pages[:SHOWN]) or line("no-pages", lang)
    more = len(pages) - SHOWN
    return line("and-more", lang, pages=shown, count=more) if more > 0 else shown


def address_of_page(path: str) -> str:
    """Return the address of the page that a file is, below the site; empty for other files."""
    return plain(f"/{path.removesuffix('index.html')}") if path.endswith(".html") else ""


def pages_in(paths: Collection[str]) -> list[str]:
    """Return the addresses of the pages among some files."""
    return sorted(filter(None, map(address_of_page, paths)))


def doubts(paths: Collection[str], online: Collection[str], changes: Changes, lang: str) -> list[str]:
    """Return why a site may not be what was meant: without a first page, or without half of what is online.

    Shape: `paths` are the files of the new site, `online` those of the one that is public.
    """
    found = [] if "index.html" in paths else [line("no-start", lang)]
    pages, gone = pages_in(online), pages_in(changes.removed)
    if len(gone) * 2 > len(pages):
        found.append(line("smaller", lang, gone=len(gone), all=len(pages)))
    return found


def moment(seconds: int) -> str:
    """Return a moment in Japan time."""
    return f"{datetime.fromtimestamp(seconds, TOKYO):%Y-%m-%d %H:%M}"

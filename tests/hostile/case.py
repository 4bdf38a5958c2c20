"""One hostile or mistaken input, and what must come of it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

FOLDER = "content/news/2026-11-20-case"
POST = f"{FOLDER}/ja.md"
NEEDLE = "harigane4711"  # a word that may stand nowhere in the output

Data = str | bytes | Callable[[Path], object]  # a text, bytes, or what makes something else at a place


class Case(NamedTuple):
    """Files on top of a good site.

    Shape: `outcome` is "refused" (stopped, output untouched), "warned" (built, and told), "safe" (built, told or not)
    or "good" (built, and nothing told). `says` holds "5 unknown-field" for line 5 of `POST`, or
    "content/data/tags.yml:2 yaml-tag"; each must be told. `needles` may stand nowhere in the output, `shown` must.
    """

    name: str
    outcome: str
    files: Mapping[str, Data]
    says: tuple[str, ...] = ()
    needles: tuple[str, ...] = (NEEDLE,)
    shown: tuple[str, ...] = ()


def post(header: str = "", body: str = f"本文 {NEEDLE}") -> dict[str, Data]:
    """Return a post of one language; its own header lines begin in line 5, its text in line 7 without any."""
    lines = f"{header}\n" if header else ""
    return {POST: f"---\nid: case2222\ntitle: 題\nsummary: 要約。\n{lines}---\n\n{body}\n"}


def text(body: str) -> dict[str, Data]:
    """Return a post with a text that begins in line 7."""
    return post("", body)


def refused(name: str, files: Mapping[str, Data], *says: str) -> Case:
    """Return a case that stops the build, told at each of `says`."""
    return Case(name, "refused", files, says)


def warned(name: str, files: Mapping[str, Data], *says: str, needles: tuple[str, ...] = (NEEDLE,)) -> Case:
    """Return a case that is built, told at each of `says`, and lets no needle through."""
    return Case(name, "warned", files, says, needles)


def safe(name: str, files: Mapping[str, Data], *needles: str, shown: tuple[str, ...] = ()) -> Case:
    """Return a case that is built and lets no needle through."""
    return Case(name, "safe", files, (), needles or (NEEDLE,), shown)


def good(name: str, files: Mapping[str, Data], *shown: str) -> Case:
    """Return a case that is built without a word, with each of `shown` in the output."""
    return Case(name, "good", files, (), (), shown)


def link_to(target: str) -> Callable[[Path], object]:
    """Return what makes a symbolic link."""
    return lambda place: place.symlink_to(target)


def pipe(place: Path) -> None:
    """Make a named pipe, which a reader would wait for without end."""
    os.mkfifo(place)


def folder(place: Path) -> None:
    """Make a folder."""
    place.mkdir()

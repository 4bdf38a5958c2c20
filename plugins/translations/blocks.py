"""A running text as the blocks that a translator gets one by one; joined again they are the text, byte for byte."""

import re
from typing import NamedTuple

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_KINDS = (
    ("heading", re.compile(r"#{1,6}(?=\s)")),
    ("note", re.compile(r"<!--")),
    ("html", re.compile(r"<[A-Za-z/]")),
    ("picture", re.compile(r"!\[")),
    ("list", re.compile(r"(?:[-*+]|\d+[.)])\s")),
    ("quote", re.compile(r">")),
    ("table", re.compile(r"\|")),
)
_LETTERS = re.compile(r"[^\W\d_]")
_MARKS = re.compile(
    r"\]\(\s*(?P<link>[^()\s]+)|(?P<figure>\{[a-z][a-z-]*(?::[^{}|]*)?\})|(?P<note>\[\^[^\]]+\])|(?P<tag></?[A-Za-z][^<>]*>)"
)


class Block(NamedTuple):
    """A paragraph, heading, list or the like, and the empty lines before it."""

    gap: str
    text: str  # without the end of its last line
    line: int  # of the file
    kind: str

    @property
    def is_note(self) -> bool:
        """Whether it is a note among writers, which nobody translates."""
        return self.kind == "note" and self.text.rstrip().endswith("-->") and self.text.count("-->") == 1

    @property
    def is_same(self) -> bool:
        """Whether it says the same in every language: code, a line across."""
        return self.kind == "code" or not _LETTERS.search(self.text)


def blocks_of(body: str, first_line: int) -> tuple[tuple[Block, ...], str]:
    """Return the blocks of a text, and what stands behind the last of them.

    Shape: `"".join(block.gap + block.text for block in blocks) + tail` is the text.
    """
    blocks: list[Block] = []
    gap, own, start, fence = "", [], first_line, ""
    lines = body.split("\n")
    for number, line in enumerate(lines, first_line):
        mark = _FENCE.match(line)
        is_open = bool(fence) or ("\n".join(own).startswith("<!--") and "-->" not in "\n".join(own))
        if own and not is_open and (not line.strip() or (mark and not fence) or _ends(own)):
            blocks.append(_block(gap, own, start))
            gap, own = "\n", []
        if own or is_open or line.strip():
            start = start if own else number
            own.append(line)
            if fence and line.strip().startswith(fence) and not line.strip(" `~"):
                fence = ""
            elif mark and not fence:
                fence = mark[1]
        else:
            gap += f"{line}\n"
    if own:
        blocks.append(_block(gap, own, start))
        gap = ""
    return tuple(blocks), gap[:-1] if gap else ""


def _ends(own: list[str]) -> bool:
    """Say whether code that began on the first line has come to its end."""
    mark = _FENCE.match(own[0])
    return bool(mark and len(own) > 1 and own[-1].strip().startswith(mark[1]) and not own[-1].strip(" `~"))


def _block(gap: str, lines: list[str], start: int) -> Block:
    text = "\n".join(lines)
    return Block(gap, text, start, _kind(text))


def _kind(text: str) -> str:
    if _FENCE.match(text):
        return "code"
    for kind, begins in _KINDS:
        if found := begins.match(text.lstrip(" ")):
            return f"{kind} {len(found[0])}" if kind == "heading" else kind
    return "paragraph"


def are_alike(one: tuple[Block, ...], other: tuple[Block, ...]) -> bool:
    """Say whether each block of one text is surely the translation of the other's: as many, each of the same kind."""
    return [block.kind for block in one] == [block.kind for block in other]


def marks_of(text: str) -> dict[str, int]:
    """Return how many links, figures, footnotes and tags a block holds; figures and footnotes by what they say."""
    found: dict[str, int] = {}
    for mark in _MARKS.finditer(text):
        if (kind := mark.lastgroup) == "link" and "/glossary/" in mark["link"]:
            continue
        name = mark[0] if kind in ("figure", "note") else "<…>" if kind == "tag" else "[…](…)"
        found[name] = found.get(name, 0) + 1
    return found

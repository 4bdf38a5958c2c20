"""Line breaks between two Japanese characters vanish: a browser would show each as a space."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

# Wide characters of Japanese and Chinese, and what tells the forms of a kanji apart; not Hangul, written with spaces.
_WIDE = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u31ff\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff\U000e0100-\U000e01ef"
)
_MARKS = "…‥—―“”‘’※→←↑↓■□●○◆◇▲△▼▽★☆×÷①-⑳\ufdd1\ufdd2"  # wide beside a wide character; the last two: a figure
_PLACEHOLDER_RE = re.compile("\x02[^\x03]*\x03")  # the converter's mark for a piece of authors' HTML
_BREAK_RE = re.compile(r"[ \t]*\n[ \t]*")
_SKIPPED = frozenset(("pre", "code"))
_SOLID = frozenset(("br", "img", "code", "pre"))  # a break beside one of these stays
_INLINE = frozenset(("a", "em", "strong", "sup", "sub", "ruby", "rt", "span", "data", "br", "img", "code"))
_NO_BLOCK = _INLINE | _SKIPPED


@cache
def _one_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")  # 1.5 ms for so many: made when the first text needs it


Slot = tuple[Element, str]  # an element, and which of its two texts: "text" or "tail"


def is_join(before: str, after: str) -> bool:
    """Say whether a line break between two characters vanishes.

    Source: CSS Text 3, section 4.1.3 (segment break transformation), which no browser follows here.
    """
    return bool(
        _one_of(_WIDE + _MARKS).match(before)
        and _one_of(_WIDE + _MARKS).match(after)
        and (_one_of(_WIDE).match(before) or _one_of(_WIDE).match(after))
    )


def join_lines(root: Element) -> None:
    """Take out the line breaks between Japanese characters in a converted tree, but not in code."""
    for element in root.iter():
        if element.tag in _NO_BLOCK:
            continue
        if len(element):
            if _holds_words(element) and _holds_break(element):
                _join_block(list(_slots(element)))
        elif element.text and "\n" in element.text and holds_wide(element.text):
            element.text = _joined(element.text, "", "")


def holds_wide(text: str) -> bool:
    """Say whether a text has a Japanese character at all."""
    return not text.isascii() and _one_of(_WIDE).search(text) is not None


def _holds_words(element: Element) -> bool:
    """Say whether there are words outside of the blocks in an element; not so in a list, only in its items."""
    if element.text and element.text.strip(" \n"):
        return True
    return any(child.tag in _INLINE or (child.tail and child.tail.strip(" \n")) for child in element)


def _holds_break(element: Element, is_block: bool = True) -> bool:
    """Say whether there is a line break that may vanish: not where a block begins, or behind a block in it."""
    if element.text and "\n" in (element.text.lstrip(" \n") if is_block else element.text):
        return True
    for child in element:
        is_inline = child.tag in _INLINE
        if child.tail and "\n" in (child.tail if is_inline else child.tail.lstrip(" \n")):
            return True
        if is_inline and _holds_break(child, is_block=False):
            return True
    return False


def _slots(element: Element) -> Iterator[Slot | None]:
    """Give the texts of one block in reading order; none where a break must stay."""
    yield element, "text"
    for child in element:
        if child.tag in _SOLID or child.tag not in _INLINE:
            yield None
        else:
            yield from _slots(child)
        yield child, "tail"


def _join_block(slots: list[Slot | None]) -> None:
    texts = [getattr(slot[0], slot[1]) or "" if slot else "\x00" for slot in slots]
    if not any(map(holds_wide, texts)):
        return
    bare = [_PLACEHOLDER_RE.sub("", text) if "\x02" in text else text for text in texts]
    for number, text in enumerate(texts):
        slot = slots[number]
        if slot is None or "\n" not in text:
            continue
        before = next((b.rstrip(" \n")[-1:] for b in reversed(bare[:number]) if b.strip(" \n")), "")
        after = next((b.lstrip(" \n")[:1] for b in bare[number + 1 :] if b.strip(" \n")), "")
        setattr(slot[0], slot[1], _joined(text, before, after))


def _joined(text: str, before: str, after: str) -> str:
    def replace(match: re.Match[str]) -> str:
        left = _last(text[: match.start()]) or before
        right = _first(text[match.end() :]) or after
        return "" if left and right and is_join(left, right) else match[0]

    return _BREAK_RE.sub(replace, text)


def _last(text: str) -> str:
    return _PLACEHOLDER_RE.sub("", text[-200:]).rstrip(" \n")[-1:]


def _first(text: str) -> str:
    return _PLACEHOLDER_RE.sub("", text[:200]).lstrip(" \n")[:1]

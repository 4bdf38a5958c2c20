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
            if _may_hold_join(element):
                _join_block(list(_slots(element)))
        elif element.text and "\n" in element.text and holds_wide(element.text):
            element.text = _joined(element.text, "", "")


def holds_wide(text: str) -> bool:
    """Say whether a text has a Japanese character at all."""
    return not text.isascii() and _one_of(_WIDE).search(text) is not None


def _may_hold_join(element: Element) -> bool:
    """Say whether there are words outside of the blocks in an element, and a line break that no block makes."""
    rest = element.text.lstrip(" \n") if element.text else ""
    has_words, has_break = bool(rest), "\n" in rest
    for child in element:
        tail = child.tail
        if child.tag in _INLINE:
            has_words = True
            has_break = has_break or (tail is not None and "\n" in tail) or _holds_break(child)
        elif tail and tail != "\n" and (rest := tail.lstrip(" \n")):
            has_words, has_break = True, has_break or "\n" in rest
        if has_words and has_break:
            return True
    return False


def _holds_break(inline: Element) -> bool:
    if inline.text and "\n" in inline.text:
        return True
    return any((child.tail and "\n" in child.tail) or _holds_break(child) for child in inline)


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

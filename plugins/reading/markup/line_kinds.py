"""What a line of Markdown begins, judged by its first signs alone."""

import re

FENCE_RE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
ITEM_RE = re.compile(r"([-*+]|\d{1,9}[.)])([ ]+)(?=\S)")
_RULE_RE = re.compile(r"([-*_])[ ]*(?:\1[ ]*){2,}$")
_HEADING_RE = re.compile(r"#{1,6}[ \u3000]")
COLUMNS_RE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
VERBATIM_RE = re.compile(r"<(pre|script|style|textarea)\b|<(!--)", re.IGNORECASE)
_HTML_RE = re.compile(
    r"</?(?:article|aside|blockquote|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|"
    r"figure|footer|form|frame|h[1-6]|header|hr|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|section|"
    r"summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[\s>]|/>|$)",
    re.IGNORECASE,
)
_WORD_SIGNS = frozenset("""!"$%&'()/:;=?@[]^{}“”‘’…–—―、。・「」『』（）［］【】※●○■□◆◇""")


def is_words(line: str) -> bool:
    """Say whether a line is text by its first sign, whatever is around it; not so a row of a table."""
    return (line[:1].isalpha() or line[:1] in _WORD_SIGNS) and "|" not in line


def begins_text(words: str) -> bool:
    """Say whether the words behind an item's mark are text, as most are: no block, no row, no line of signs."""
    if is_words(words):
        return True
    return words[:1] not in "-*_" and not words[:1].isspace() and "|" not in words and kind_of(words) == "text"


def kind_of(text: str) -> str:
    """Return what a line without its indent looks like.

    Shape: "quote", "line" (a heading, or signs alone), "item", "fence", "verbatim", "html" or "text".
    """
    first = text[0]
    if first in "-*_":
        return "line" if _RULE_RE.match(text) else "item" if ITEM_RE.match(text) else "text"
    if first == "+" or first.isdecimal():
        return "item" if ITEM_RE.match(text) else "text"
    if first == "#":
        return "line" if _HEADING_RE.match(text) else "text"
    if first in "`~":
        return "fence" if FENCE_RE.match(text) else "text"
    if first == "<":
        return "verbatim" if VERBATIM_RE.match(text) else "html" if _HTML_RE.match(text) else "text"
    return "quote" if first == ">" else "text"


def dedented(line: str, most: int) -> str:
    """Return a line without the spaces it begins with, up to a number of them."""
    return line[min(most, len(line) - len(line.lstrip(" "))) :] if most else line

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


def kind_of(text: str) -> str:
    """Return what a line without its indent looks like.

    Shape: "quote", "line" (a heading, or signs alone), "item", "fence", "verbatim", "html" or "text".
    """
    if text[0] == ">":
        return "quote"
    if _HEADING_RE.match(text) or _RULE_RE.match(text):
        return "line"
    if ITEM_RE.match(text):
        return "item"
    if FENCE_RE.match(text):
        return "fence"
    if text[0] == "<":
        return "verbatim" if VERBATIM_RE.match(text) else "html" if _HTML_RE.match(text) else "text"
    return "text"

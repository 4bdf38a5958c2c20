"""Lines of text whose only marks are plain links, addresses and code: read in one step, without the rules."""

import re
from xml.etree.ElementTree import Element

from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString, code_escape

from plugins.reading.markup.inline import BAR

# Code is between single backticks. A link's words hold code and one level of brackets, its address no title and
# nothing nested; a footnote's mark is no link.
_CODE = "`([^`]+)`(?!`)"
_PLAIN = r"[^`\\\[\]<*]++|`[^`]+`(?!`)"
_WORDS = rf"(?!\^)((?:{_PLAIN}|\[(?!\^)(?:{_PLAIN})*+\])*+)"
_ADDRESS = r"""([^()<>'"\s\\\[\]{`\x02]*)"""
_LINK = rf"\[{_WORDS}\]\({_ADDRESS}\)"
_AUTOLINK = r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>`\\\[\]{\x02]*)>"
_MARKS_RE = re.compile(f"{_LINK}|{_CODE}|{_AUTOLINK}")
_GROUPS = _MARKS_RE.groups + 1
_CODE_RE = re.compile(_CODE)

# What must not stand between the marks: a sign that a rule can take.
_SIGN_RE = re.compile(r"[`\\\[<*&{_]")
_TAKEN_RE = re.compile(r"[`\\<*]|\[\^|&[#A-Za-z0-9]|\{[a-z]|(?<!\w)_|_(?!\w)")


def place_plain(text: str, parent: Element, has_references: bool) -> list[Element] | None:
    """Set a parent's text and return the elements to put before its children; none if there is any other mark.

    Shape: what is between two elements is the tail of the first, as the converter's rules leave it.
    """
    if "![" in text or "  \n" in text or BAR in text or INLINE_PLACEHOLDER_PREFIX in text:
        return None
    parts = _MARKS_RE.split(text)
    plain = parts[::_GROUPS]
    made = []
    for at in range(1, len(parts), _GROUPS):
        words, address, code, autolink, behind = parts[at : at + _GROUPS]
        if code is not None:
            element = _code(code)
        elif autolink is not None:
            element = Element("a", {"href": autolink})
            element.text = AtomicString(autolink)
        else:
            element = Element("a", {"href": address})
            _place_code(words, element, plain)
            if has_references and "[" in words:
                return None
        element.tail = behind or None
        made.append(element)
    between = "\n".join(plain)
    if _SIGN_RE.search(between) and any(_TAKEN_RE.match(between, s.start()) for s in _SIGN_RE.finditer(between)):
        return None
    if "[" in between and (has_references or "](" in between):
        return None
    parent.text = parts[0] or None
    return made


def _place_code(words: str, link: Element, plain: list[str]) -> None:
    """Write a link's words and the code in them; add the words between to those that must be plain."""
    parts = _CODE_RE.split(words) if "`" in words else [words]
    link.text = parts[0] or None
    for at in range(1, len(parts), 2):
        element = _code(parts[at])
        element.tail = parts[at + 1] or None
        link.append(element)
    plain.append("\n".join(parts[::2]).replace("[", ""))


def _code(words: str) -> Element:
    element = Element("code")
    element.text = AtomicString(code_escape(words.strip()))
    return element

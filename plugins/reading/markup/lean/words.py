"""Lines of text whose only marks are plain links, code, tags and signs: read in one step, without the rules."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString, code_escape

from plugins.reading.markup.inline import BAR

# Code is between single backticks. A link's words hold code and one level of brackets, its address no title and
# nothing nested; a footnote's mark is no link.
_CODE = "`([^`]+)`(?!`)"
_PLAIN = r"[^`\\\[\]<*]++|`[^`]+`(?!`)"
_WORDS = rf"(?!\^)((?:{_PLAIN}|\[(?!\^)(?:{_PLAIN})*+\](?!\s?[\[(]))*+)"
_ADDRESS = r"""\(([^()<>'"\\\[\]{`\x02]*)\)"""
_NAME = r"\s?\[(?!\^)([^`\\\[\]\x02]*)\](?!\s?[\[(])"  # of an address elsewhere; else the words are it
_LINK = rf"\[{_WORDS}\](?:{_ADDRESS}|{_NAME}|(?!\s?[\[(]))"
_AUTOLINK = r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>`\\\[\]{\x02]*)>"
_VALUE = r"[^<>@\"`\\\[\]{\x02]*+"
_TAG = rf'(</?+(?!script|style)[A-Za-z][A-Za-z0-9]*+(?:\s+[A-Za-z-]++(?:="{_VALUE}")?+)*+\s*+/?>|&[A-Za-z0-9]+;)'
_SIGN = r"\\([\\`*_{}\[\]()>#+\-.!|])"
_MARKS_RE = re.compile(f"{_LINK}|{_CODE}|{_AUTOLINK}|{_TAG}|{_SIGN}")
_CODE_RE, _ENTITY_RE = re.compile(_CODE), re.compile("&[A-Za-z0-9]+;")
_SPACE_RE = re.compile(r"\s+")

# What must not stand between the marks: a sign that a rule can take.
_SIGN_RE = re.compile(r"[`\\\[<*&{_]")
_TAKEN_RE = re.compile(r"[`\\<*]|\[\^|&[#A-Za-z0-9]|\{[a-z]|(?<!\w)_|_(?!\w)")


class PlainWords:
    """Puts the elements of plain marks into the tree."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.has_signs = False  # whether one was written with a backslash

    def place(self, text: str, parent: Element) -> list[Element] | None:
        """Set a parent's text and return the elements to put before its children; none if there is any other mark.

        Shape: what is between two elements is the tail of the first, as the converter's rules leave it.
        """
        if "![" in text or "  \n" in text or "\\\n" in text or BAR in text or INLINE_PLACEHOLDER_PREFIX in text:
            return None
        parts: list[str | Element] = []
        plain: list[str] = []  # the words that must hold no other mark
        stashed: list[int] = []  # places in the parts of what is kept aside
        start = 0
        for match in _MARKS_RE.finditer(text):
            begin = match.start()
            if begin > start:
                plain.append(text[start:begin])
                parts.append(plain[-1])
            start = match.end()
            words, address, name, code, autolink, tag, sign = match.groups()
            if words is not None:
                link = self._link_of(match[0], words, address, name, plain)
                if link is None:
                    return None
                parts.append(link)
            elif code is not None:
                parts.append(_code(code))
            elif tag is not None:
                stashed.append(len(parts))
                parts.append(tag)
            elif sign is not None:
                self.has_signs = True
                parts.append(f"{STX}{ord(sign)}{ETX}")
            else:
                parts.append(_autolink(autolink))
        if start < len(text):
            plain.append(text[start:])
            parts.append(plain[-1])
        if not _are_plain("\n".join(plain)):
            return None
        for at in stashed:
            parts[at] = self.md.htmlStash.store(parts[at])
        return _placed(parts, parent)

    def _link_of(
        self, written: str, words: str, address: str | None, name: str | None, plain: list[str]
    ) -> Element | str | None:
        """Return a link, the text where its name has no address, or none if the rules have to look at it."""
        references = self.md.references
        if address is not None:
            return None if references and "[" in words else self._link(words, address.strip(), plain)
        found = references.get(_SPACE_RE.sub(" ", (name or words).lower())) if references else None
        if found is None:
            plain += (words.replace("[", ""), name or "")
            return None if "`" in words or (references and name is not None) else written
        if "[" in words or ("`" in words and not name):
            return None
        link = self._link(words, found[0], plain)
        if found[1]:
            link.set("title", found[1])
        return link

    def _link(self, words: str, address: str, plain: list[str]) -> Element:
        """Return a link with its words and the code in them; add the words between to those that must be plain."""
        if "&" in words and "`" not in words:
            words = _ENTITY_RE.sub(lambda entity: self.md.htmlStash.store(entity[0]), words)
        link = Element("a", {"href": address})
        parts = _CODE_RE.split(words) if "`" in words else [words]
        link.text = parts[0] or None
        for at in range(1, len(parts), 2):
            element = _code(parts[at])
            element.tail = parts[at + 1] or None
            link.append(element)
        plain.append("\n".join(parts[::2]).replace("[", ""))
        return link


def _are_plain(text: str) -> bool:
    if "[" in text:
        return False
    sign = _SIGN_RE.search(text)  # much faster than to look for what a rule can take
    return sign is None or _TAKEN_RE.search(text, sign.start()) is None


def _placed(parts: list[str | Element], parent: Element) -> list[Element]:
    made: list[Element] = []
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        if made:
            made[-1].tail = words or None
        else:
            parent.text = words or None
        made.append(part)
        words = ""
    if made:
        made[-1].tail = words or None
    else:
        parent.text = words or None
    return made


def _code(words: str) -> Element:
    element = Element("code")
    element.text = AtomicString(code_escape(words.strip()))
    return element


def _autolink(address: str) -> Element:
    element = Element("a", {"href": address})
    element.text = AtomicString(address)
    return element

"""HTML and text as feed readers and XML accept them."""

import re
from html import escape, unescape
from html.entities import name2codepoint
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from plugins.model.text import Lang

# Source: XML 1.0 section 2.2; C1 controls and U+FFFD are legal there, but the W3C validator calls them bad characters.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NO_TEXT = re.compile("[\ud800-\udfff\ufffd-\uffff]")  # one pattern for both takes 3 ms to compile
SPACES = re.compile("[ \t\n]+")
WHOLE = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/%-]*)?")  # as addresses of other sites mostly are
AMPERSAND = re.compile(r"&(#?\w+)")
ADDRESSES = frozenset(["href", "src", "poster", "cite", "data", "longdesc"])
# Readers cut these out, and the W3C validator warns of them; what is inside goes too.
REFUSED = frozenset(
    [
        "script",
        "style",
        "iframe",
        "object",
        "applet",
        "frameset",
        "noframes",
        "svg",
        "math",
        "title",
        "textarea",
        "select",
        "button",
        "form",
        "template",
    ]
)
REFUSED_VOID = frozenset(["link", "meta", "base", "embed", "input", "param", "frame"])
# Plain HTML, as the cleaner writes it, needs no parser: tags in small letters, values in double quotes, whole entities.
ATTRIBUTE = re.compile(r""" ([a-z][a-z0-9-]*)="([^"<>]*)\"""")
ATTRIBUTES = r"""(?: [a-z][a-z0-9-]*="[^"<>]*")"""
TAG = re.compile(rf"</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*{ATTRIBUTES}*>")
# What is left out, and what a parser reads by rules of its own.
SPECIAL_TAG = re.compile(rf"</?(?:{'|'.join(sorted(REFUSED | REFUSED_VOID))}|noscript|xmp|plaintext|noembed)\b")
LOOSE_AMPERSAND = re.compile(r"&(?!#?[0-9A-Za-z]{1,30};)")
# What does not stay as it is: tags with attributes, and entities that XML does not have.
CHANGED = re.compile(rf"<([a-z][a-z0-9]*)({ATTRIBUTES}+)>|&(?!(?:amp|lt|gt);)#?[0-9A-Za-z]+;")


def xml_text(text: str) -> str:
    """Return `text` without the characters that XML does not allow, with plain line ends."""
    text = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.isascii() else NO_TEXT.sub("", text)


def plain_line(text: str) -> str:
    """Return `text` on one line, without illegal characters and without spaces around it."""
    return SPACES.sub(" ", xml_text(text)).strip()


def reads_as_html(text: str) -> bool:
    """Say whether plain text holds what a reader may take for HTML: an end tag or an entity.

    Source: W3C feed validator, ContainsUndeclaredHTML.
    """
    names = AMPERSAND.findall(text)
    return "</" in text or any(name in name2codepoint or name == "apos" or not name.isalpha() for name in names)


def absolute_url(url: str, siteurl: str, page_url: str) -> str:
    """Return `url` as the text of the page `page_url` means it, whole.

    Shape: `siteurl` may have a path ("https://union.example/a/b"), below which "/ja/" lies; no slash at its end.
    """
    url = url.strip()
    if url.startswith("//"):
        return f"{urlsplit(siteurl).scheme}:{url}"
    if url.startswith("/"):
        return f"{siteurl}{url}"
    if WHOLE.fullmatch(url):
        return url
    return f"{page_url}{url}" if url.startswith("#") else urljoin(page_url, url)


def feed_html(html: str, siteurl: str, page_url: str, lang: Lang) -> str:
    """Return the text of a page for a feed: addresses absolute, its language on it, nothing that readers refuse."""
    html = xml_text(html)
    copier = _Attributes(siteurl, page_url)
    copied = _copy_of_plain(html, copier)
    copied = _copy_of_any(html, copier) if copied is None else copied
    return f'<div lang="{escape(lang)}">{copied.strip()}</div>'


def _copy_of_plain(html: str, attributes: "_Attributes") -> str | None:
    """Return what the parser makes of plain HTML, in a tenth of its time; none for any other HTML."""
    rest = TAG.sub("", html)
    if "<" in rest or ">" in rest or SPECIAL_TAG.search(html) or LOOSE_AMPERSAND.search(html):
        return None

    def change(found: re.Match[str]) -> str:
        if not found[1]:
            return escape(unescape(found[0]), quote=False)
        written = (attributes.write(name, unescape(value)) for name, value in ATTRIBUTE.findall(found[2]))
        return f"<{found[1]}{''.join(written)}>"

    return CHANGED.sub(change, html)


def _copy_of_any(html: str, attributes: "_Attributes") -> str:
    cleaner = _FeedMarkup(attributes)
    cleaner.feed(html)
    cleaner.close()
    return "".join(cleaner.out)


class _Attributes:
    """Writes the attributes of one page's text as a feed needs them."""

    def __init__(self, siteurl: str, page_url: str) -> None:
        self._siteurl, self._page_url = siteurl, page_url

    def write(self, name: str, value: str | None) -> str:
        """Return the attribute with the space before it, or nothing where readers refuse it."""
        if name == "style" or name.startswith("on"):
            return ""
        if value is None:
            return f" {name}"
        if name in ADDRESSES:
            value = absolute_url(value, self._siteurl, self._page_url)
        elif name == "srcset":
            value = ", ".join(self._candidate(candidate) for candidate in value.split(",") if candidate.strip())
        return f' {name}="{escape(value)}"'

    def _candidate(self, candidate: str) -> str:
        url, *descriptor = candidate.split()
        return " ".join([absolute_url(url, self._siteurl, self._page_url), *descriptor])


class _FeedMarkup(HTMLParser):
    """Copies HTML, tag by tag, and changes what a feed needs changed."""

    def __init__(self, attributes: _Attributes) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes = attributes
        self.out: list[str] = []
        self.refused: list[str] = []  # the refused elements that are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in REFUSED:
            self.refused.append(tag)
        elif not self.refused and tag not in REFUSED_VOID:
            self.out.append(f"<{tag}{''.join(self.attributes.write(name, value) for name, value in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in REFUSED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.refused:
            if tag == self.refused[-1]:
                self.refused.pop()
        elif tag not in REFUSED and tag not in REFUSED_VOID:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.refused:
            self.out.append(escape(data, quote=False))

"""Authors' own HTML: ids get a prefix, links and pictures are treated as Markdown's, the rest is told or is text."""

import re
from html import escape
from html.parser import HTMLParser

from plugins.reading.markup.allowed import EMPTIED, REFUSED, TAGS, allows
from plugins.reading.markup.body import Notes
from plugins.reading.markup.targets import take_link, take_picture

Attributes = list[tuple[str, str | None]]
_ID_RE = re.compile(r"""<[a-z][^<>]*\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""", re.IGNORECASE)


def ids_in(html: str) -> list[str]:
    """Return the ids that a piece of authors' HTML has in the page."""
    if "id" not in html.lower():
        return []
    return [own_id(next(filter(None, groups), "")) for groups in _ID_RE.findall(html)]


def own_id(written: str) -> str:
    """Return an author's id as it is in the page: it can never be one of the page's own."""
    return "a-" + re.sub(r"\s+", "-", written.strip())


def rewrite_html(html: str, notes: Notes) -> str:
    """Return a piece of authors' HTML with our rules applied.

    Shape: still to be cleaned with the whole text; this step is for what the author is told.
    """
    writer = _Writer(notes)
    try:
        writer.feed(html)
        writer.close()
    except AssertionError:  # the parser's answer to some broken declarations: then it is text
        return escape(html, quote=False)
    rewritten = "".join(writer.parts)
    return rewritten if rewritten.strip() else "<!-- -->"  # an empty piece would become an empty paragraph


class _Writer(HTMLParser):
    """Writes each piece of HTML again as it is read."""

    def __init__(self, notes: Notes) -> None:
        super().__init__(convert_charrefs=False)
        self.notes = notes
        self.parts: list[str] = []
        self.emptied = ""  # the element whose content is being left out

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        text = self.get_starttag_text() or ""
        if self.emptied:
            return
        if tag in TAGS:
            self.parts.append(self._start(tag, attrs, text))
        elif tag in REFUSED:
            self._removed(f"<{tag}>", f"<{tag}")
            self.emptied = tag if tag in EMPTIED and f"</{tag}" in self.rawdata.lower() else ""
        else:
            self.parts.append(escape(text, quote=False))

    def handle_endtag(self, tag: str) -> None:
        if self.emptied:
            self.emptied = "" if tag == self.emptied else self.emptied
        elif tag in TAGS:
            self.parts.append(f"</{tag}>")
        elif tag not in REFUSED:
            self.parts.append(f"&lt;/{tag}&gt;")

    def handle_data(self, data: str) -> None:
        if not self.emptied:
            self.parts.append(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(escape(f"<!{decl}>", quote=False))

    def handle_pi(self, data: str) -> None:
        self.parts.append(escape(f"<?{data}>", quote=False))

    def unknown_decl(self, data: str) -> None:
        self.parts.append(escape(f"<![{data}]>", quote=False))

    def _removed(self, what: str, *spellings: str) -> None:
        line = self.notes.line_of(*spellings, *(words.upper() for words in spellings))
        self.notes.add("html-removed", line, what=what)

    def _start(self, tag: str, attrs: Attributes, text: str) -> str:
        """Return the start tag with what our rules make of its attributes."""
        kept: list[str] = []
        values = {name: value or "" for name, value in attrs}
        if tag == "img" and "src" not in values:
            return ""
        for name, value in values.items():
            if not allows(tag, name):
                self._removed(f"{name} ({tag})", f" {name}=", name)
                continue
            new = self._value(tag, name, value, values)
            if new is not None:
                kept.append(f' {name}="{escape(new)}"')
        kept += [' loading="lazy"'] if tag == "img" else []
        kept += [' rel="noopener"'] if any(part.startswith(' href="http') for part in kept) else []
        return f"<{tag}{''.join(kept)}>"

    def _value(self, tag: str, name: str, value: str, values: dict[str, str]) -> str | None:
        if name == "id":
            return own_id(value)
        if (tag, name) == ("a", "href"):
            return take_link(value, self.notes)
        if (tag, name) == ("img", "src"):
            return take_picture(value, values.get("alt", ""), self.notes)
        return value

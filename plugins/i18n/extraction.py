"""Which texts the templates and modules use, and catalogues that hold exactly those."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from plugins.i18n.catalogues import Message, catalogue_path
from plugins.i18n.locales import locale_of
from plugins.i18n.po_files import parse_po

KEYWORDS = {
    "_": None,
    "gettext": None,
    "N_": None,  # marks a text in a table that is translated later
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = """\
# Words of the interface. Write the translation between the quotes of msgstr.
msgid ""
msgstr ""
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms};\\n"
"""


def read_messages(root: Path) -> tuple[Message, ...]:
    """Return every text that the files named in `root`/babel.cfg ask for, sorted.

    Raises: jinja2.TemplateSyntaxError for a template that does not parse.
    """
    with (root / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping, "babel.cfg")
    found: dict[tuple[str, str], str] = {}
    for pattern, method in methods:
        for path in sorted(root.glob(pattern)):
            for _line, texts, _comments, context in extract_from_file(method, path, KEYWORDS, (), options[pattern]):
                msgid, plural = (texts[0], texts[1]) if isinstance(texts, tuple) else (texts, "")
                if msgid:
                    key = (context or "", msgid)
                    found[key] = found.get(key) or plural
    return tuple(sorted(Message(msgid, context, plural) for (context, msgid), plural in found.items()))


def update_catalogue(source: bytes, messages: Iterable[Message], lang: str) -> bytes:
    """Return the .po file with exactly these messages, sorted, what is translated kept; no date, no place in it."""
    old = parse_po(source, lang)
    new = Catalog(locale=locale_of(lang))
    for message in messages:
        msgid = (message.msgid, message.plural) if message.plural else message.msgid
        context = message.context or None
        entry = new.add(msgid, context=context)
        kept = old.get(message.msgid, context)
        if kept and kept.pluralizable == bool(message.plural):
            entry.string = kept.string
            entry.user_comments = kept.user_comments
            entry.flags |= kept.flags & {"fuzzy"}
    body = BytesIO()
    write_po(body, new, width=0, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(lang=lang, plural_forms=(old if source else new).plural_forms.rstrip("; "))
    entries = body.getvalue().strip()
    return header.encode() + (b"\n" + entries + b"\n" if entries else b"")


def write_catalogues(root: Path, langs: Iterable[str], folder: Path) -> list[Path]:
    """Bring the catalogue of each language up to date with the code; return the files that changed."""
    messages = read_messages(root)
    changed = []
    for lang in langs:
        path = catalogue_path(folder, lang)
        before = path.read_bytes() if path.exists() else b""
        after = update_catalogue(before, messages, lang)
        if after != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(after)
            changed.append(path)
    return changed

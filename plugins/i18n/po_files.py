"""Gettext catalogues as Babel reads them."""

import re
from io import BytesIO

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from plugins.i18n.catalogues import Catalogue, UnreadableCatalogue, hash_of, plural_index
from plugins.i18n.locales import locale_name

PO_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*")?')


def catalogue_of(source: bytes, lang: str) -> Catalogue:
    """Return the catalogue written in a .po file; fuzzy and incomplete entries count as missing.

    Raises: UnreadableCatalogue, ValueError when it is not one.
    """
    try:
        catalog = parse_po(source, lang)
    except PoFileError as error:
        raise UnreadableCatalogue(error.args[0], (error.lineno or 0) + 1) from error  # Babel counts from 0
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in catalog:
        texts = entry.string if entry.pluralizable else (entry.string,)
        wanted = catalog.num_plurals if entry.pluralizable else 1
        if entry.id and not entry.fuzzy and all(texts) and len(texts) == wanted:
            forms[entry.context or "", entry.id[0] if entry.pluralizable else entry.id] = texts
    plural_index(catalog.plural_expr, 1)
    return Catalogue(lang, hash_of(source), forms, catalog.plural_expr)


def parse_po(source: bytes, lang: str) -> Catalog:
    """Return Babel's view of a .po file in UTF-8.

    Raises: PoFileError, also for a line without its quotes, which Babel would take with the first and last letter cut.
    """
    for number, line in enumerate(source.decode("utf-8").split("\n")):
        if not PO_LINE.fullmatch(line.strip()):
            raise PoFileError("a line without its quotes", None, line, number)
    return read_po(BytesIO(source), locale=locale_name(lang), charset="utf-8", abort_invalid=True)

"""The interface's words in each language, from gettext catalogues."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import NamedTuple

from plugins.i18n.locales import language_of
from plugins.problems import Problem, problem

FILE_NAME = "messages.po"


class Message(NamedTuple):
    """One text of the interface as the code says it, in English."""

    msgid: str
    context: str = ""
    plural: str = ""  # empty: it has one form only


class MissingString(Exception):
    """A text of the interface that a catalogue does not translate."""

    def __init__(self, lang: str, msgid: str, context: str = "") -> None:
        super().__init__(lang, msgid, context)  # all three, so that it travels between processes
        self.lang, self.msgid, self.context = lang, msgid, context

    def __str__(self) -> str:
        where = f' (context "{self.context}")' if self.context else ""
        return f'the catalogue of "{self.lang}" has no translation of "{self.msgid}"{where}.'


class UnreadableCatalogue(ValueError):
    """A .po file that is none."""

    def __init__(self, detail: str, line: int) -> None:
        super().__init__(detail)
        self.line = line


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language; a text without a translation raises MissingString.

    Shape: `forms[context, msgid]` holds one translation for each plural form, complete ones only;
    `forms` is None for English, which the code is written in.
    """

    lang: str
    fingerprint: str  # hash of the file's bytes
    forms: Mapping[tuple[str, str], tuple[str, ...]] | None = field(default=None, repr=False, compare=False)
    plural_rule: str = "n != 1"  # in the header's words

    def gettext(self, msgid: str) -> str:
        """Return the translation of `msgid`."""
        return self.pgettext("", msgid)

    def pgettext(self, context: str, msgid: str) -> str:
        """Return the translation of `msgid` where it has the meaning `context`."""
        if self.forms is None or not msgid:
            return msgid
        return self._forms_of(context, msgid)[0]

    def ngettext(self, msgid: str, plural: str, n: int) -> str:
        """Return the translation that goes with the number `n`."""
        return self.npgettext("", msgid, plural, n)

    def npgettext(self, context: str, msgid: str, plural: str, n: int) -> str:
        """Return the translation that goes with the number `n`, in the meaning `context`."""
        if self.forms is None:
            return msgid if n == 1 else plural
        forms = self._forms_of(context, msgid)
        return forms[plural_index(self.plural_rule, n)] if len(forms) > 1 else forms[0]

    def _forms_of(self, context: str, msgid: str) -> tuple[str, ...]:
        found = self.forms.get((context, msgid)) if self.forms else None
        if found is None:
            raise MissingString(self.lang, msgid, context)
        return found


def catalogue_path(folder: Path, lang: str) -> Path:
    """Return the file that holds the words of `lang`; "zh-Hant" lies in a folder of that name."""
    return folder / lang / "LC_MESSAGES" / FILE_NAME


def needs_file(lang: str) -> bool:
    """Say whether `lang` needs a catalogue; English does not."""
    return language_of(lang) != "en"


def parse_catalogue(source: bytes, lang: str) -> Catalogue:
    """Return the catalogue written in a .po file; fuzzy and incomplete entries count as missing.

    Raises: UnreadableCatalogue, ValueError when it is not one.
    """
    from plugins.i18n.po_files import catalogue_of  # a build that has read this file before needs none of it

    return catalogue_of(source, lang)


def read_catalogues(
    folder: Path, langs: Iterable[str], shown: str = "theme/translations",
    parse: Callable[[bytes, str], Catalogue] = parse_catalogue,
) -> tuple[dict[str, Catalogue], list[Problem]]:  # fmt: skip
    """Return the catalogue of each language, and what is wrong; `shown` is the folder as problems name it.

    Shape: `parse` is `parse_catalogue`, or keeps what that returned.
    Problems: catalogue-missing, catalogue-unreadable; such a language is not among the catalogues.
    """
    catalogues: dict[str, Catalogue] = {}
    problems: list[Problem] = []
    for lang in langs:
        path = catalogue_path(Path(shown), lang).as_posix()
        try:
            source = catalogue_path(folder, lang).read_bytes() if needs_file(lang) else b""
            catalogues[lang] = parse(source, lang) if needs_file(lang) else Catalogue(lang, hash_of(source))
        except FileNotFoundError:
            problems.append(problem("catalogue-missing", path, lang=lang))
        except UnreadableCatalogue as error:
            problems.append(problem("catalogue-unreadable", path, error.line, lang=lang, detail=error))
        except ValueError as error:
            problems.append(problem("catalogue-unreadable", path, lang=lang, detail=error))
    return catalogues, problems


def missing_strings(catalogue: Catalogue, messages: Iterable[Message]) -> list[Message]:
    """Return the messages without a full translation, sorted."""
    if catalogue.forms is None:
        return []
    return sorted(message for message in messages if (message.context, message.msgid) not in catalogue.forms)


def unused_strings(catalogue: Catalogue, messages: Iterable[Message]) -> list[Message]:
    """Return the translations that no template and no module asks for, sorted."""
    used = {(message.context, message.msgid) for message in messages}
    return sorted(Message(msgid, context) for context, msgid in catalogue.forms or () if (context, msgid) not in used)


def hash_of(source: bytes) -> str:
    """Return what changes when the bytes of a catalogue do."""
    return hashlib.sha256(source).hexdigest()


@lru_cache(maxsize=1024)
def plural_index(rule: str, n: int) -> int:
    """Return which plural form goes with `n`.

    Source: the GNU gettext manual, "Additional functions for plural forms".
    """
    return c2py(rule)(n)

"""The files of an item with the words of a translation in them; every other byte as it was."""

import copy
from typing import Any, NamedTuple

from plugins.build.settings import BuildSettings
from plugins.build.translated import BOTH, WrittenItem
from plugins.build.translations import ORDER, WORDS, Refused
from plugins.editing import NotRewritten, Sheet, divided, from_bytes, rewritten, to_bytes
from plugins.editing.sheets import Written
from plugins.model.compared import State
from plugins.translations.po import Origin

HEADLINES = ("title", "summary")
NEW = Written(False, "\n")


class Place(NamedTuple):
    """Where the words of an entry stand, besides the running text: a field in a file, by language below it."""

    path: str
    location: tuple[str | int, ...]


class Changes:
    """The files of an item with other words; nothing is written before all of them are known."""

    def __init__(self, settings: BuildSettings, item: WrittenItem, origin: Origin) -> None:
        self._settings, self._item, self._origin = settings, item, origin
        self._project = settings.content.parent
        self._values: dict[str, dict[str, Any]] = {}
        self._body: str | None = None

    def put(self, place: Place, words: str) -> None:
        """Give a field other words in the language of the translation."""
        *parents, last = place.location
        values = value = self._values_of(place.path)
        try:
            for part in parents:
                value = value[part]
            is_own = place.location[-1] in HEADLINES and not place.path.endswith((BOTH, ".yml"))
            if isinstance(value.get(last) if isinstance(value, dict) else value[last], dict):
                value[last][self._origin.target] = words.strip()
            elif is_own:
                value[last] = " ".join(words.split()) if last == "title" else words.strip()
            else:
                raise KeyError(last)
        except (KeyError, IndexError, TypeError):
            raise self._by_hand(place.path) from None
        self._values[place.path] = values

    def put_body(self, body: str) -> None:
        """Give the item another running text."""
        self._body = body
        self._values_of(self._path)

    @property
    def _path(self) -> str:
        return self._item.path_for(self._origin.target)

    def files(self) -> dict[str, bytes]:
        """Return the new bytes of each file that is another one.

        Raises: Refused, where a file cannot be written value by value.
        """
        found = {path: self._bytes(path, values) for path, values in self._values.items()}
        return {path: data for path, data in found.items() if data != self._old(path)}

    def _values_of(self, path: str) -> dict[str, Any]:
        if path not in self._values:
            is_new = self._old(path) is None
            state = State(self._origin.source, self._origin.fingerprint)
            self._values[path] = {"compared": str(state)} if is_new else copy.deepcopy(self._sheet(path)[0].values)
        return self._values[path]

    def _old(self, path: str) -> bytes | None:
        file = self._project / path
        return file.read_bytes() if file.exists() else None

    def _sheet(self, path: str) -> tuple[Sheet, Written]:
        data = self._old(path)
        if data is None:
            return Sheet("", "", "", ""), NEW
        try:
            text, how = from_bytes(data)
            return (Sheet("", text, "", "") if path.endswith(".yml") else divided(text)), how
        except NotRewritten:
            raise self._by_hand(path) from None

    def _bytes(self, path: str, values: dict[str, Any]) -> bytes:
        sheet, how = self._sheet(path)
        try:
            if path.endswith(".yml"):
                return to_bytes(rewritten(sheet.header, values), how)
            changed = sheet.with_values(values, ORDER) if values != (sheet.values if sheet.header else {}) else sheet
        except NotRewritten:
            raise self._by_hand(path) from None
        if self._body is not None and path == self._path:
            changed = self._with_body(changed, self._body)
        return to_bytes(changed.text, how)

    def _with_body(self, sheet: Sheet, body: str) -> Sheet:
        own, lang = self._item.file_of(self._origin.target), self._origin.target
        if own is None and self._path.endswith(BOTH):
            return sheet._replace(body=f"{sheet.body.rstrip(chr(10))}\n\n<!-- {lang} -->\n\n{body}")
        old = own.bodies[lang][0] if own else ""
        if not old.strip():
            return sheet.with_body(body) if not self._path.endswith(BOTH) else self._in_section(sheet, f"\n{body}\n")
        return self._in_section(sheet, body) if self._path.endswith(BOTH) else sheet._replace(body=body)

    def _in_section(self, sheet: Sheet, body: str) -> Sheet:
        """Return the file of several languages with another text in the section of one."""
        own, lang = self._item.file_of(self._origin.target), self._origin.target
        assert own
        old, line = own.bodies[lang]
        whole = self._sheet(own.path)[0]
        first = whole.text[: len(whole.text) - len(whole.body)].count("\n") + 1
        start = sum(len(row) + 1 for row in whole.body.split("\n")[: line - first])
        if whole.body[start : start + len(old)] != old:
            raise self._by_hand(own.path)
        return sheet._replace(body=whole.body[:start] + body + whole.body[start + len(old) :])

    def _by_hand(self, path: str) -> Refused:
        return Refused(WORDS[self._settings.lang]["by_hand"].format(path=path))

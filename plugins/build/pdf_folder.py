"""The folder of printed PDFs: each is made by a browser where its page is another one, and left alone where not."""

import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from plugins.build.browser_pdf import BrowserFailed, printed, shown_dom, version_mark
from plugins.build.ledgers import replace_file
from plugins.leaflets.sheets import Measured, measured, measuring, with_step

STAMPS = ".made"  # what each PDF was made of


class PdfFolder:
    """PDFs by their names; `tell` says what was made, `words` are those of the command."""

    def __init__(
        self, folder: Path, browser: Path | None, tell: Callable[[str], None], words: Mapping[str, Any]
    ) -> None:
        self._folder, self._browser, self._tell, self._words = folder, browser, tell, words

    def put(self, name: str, html: str) -> int:
        """Make the PDF of a page; return the exit status."""
        return self._put(name, html, lambda: html)

    def put_fitted(self, name: str, html: str, item: str) -> int:
        """Make the PDF of a leaflet with its text as large as one page lets it, or say what to cut from an item."""

        def fitted() -> str | None:
            seen = measured(shown_dom(self._is_there, measuring(html), self._folder))
            if seen is None:
                raise BrowserFailed(self._is_there.name)
            if seen.step is None:
                self._tell_too_long(name, seen, item)
                return None
            return with_step(html, seen.step)

        return self._put(name, html, fitted)

    def put_page(self, name: str, html: str) -> None:
        """Keep a page for people to print in a browser of their own, and say where it is."""
        self._folder.mkdir(exist_ok=True)
        (self._folder / f"{name}.pdf").unlink(missing_ok=True)  # nobody prints what is no longer true
        replace_file(self._folder / f"{name}.html", html.encode())
        self._tell(f"{self._folder.name}/{name}.html")

    @property
    def _is_there(self) -> Path:
        assert self._browser
        return self._browser

    def _put(self, name: str, html: str, finished: Callable[[], str | None]) -> int:
        file = self._folder / f"{name}.pdf"
        shown = f"{self._folder.name}/{file.name}"
        mark = hashlib.blake2b(f"{version_mark(self._is_there)}\0{html}".encode(), digest_size=16).hexdigest()
        stamps = self._stamps()
        if file.is_file() and stamps.get(name) == mark:
            self._tell(self._words["kept"].format(file=shown))
            return 0
        self._folder.mkdir(exist_ok=True)
        file.unlink(missing_ok=True)  # nobody prints what is no longer true
        try:
            page = finished()
            if page is None:
                return 1
            replace_file(file, printed(self._is_there, page, self._folder))
        except BrowserFailed as fault:
            print(self._words["failed"].format(why=fault), file=sys.stderr)
            return 1
        replace_file(self._folder / STAMPS, json.dumps({**stamps, name: mark}, indent=0, sort_keys=True).encode())
        self._tell(self._words["made"].format(file=shown))
        return 0

    def _stamps(self) -> dict[str, str]:
        try:
            found = json.loads((self._folder / STAMPS).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _tell_too_long(self, name: str, seen: Measured, item: str) -> None:
        words = self._words
        lang = words["langs"].get(seen.lang, seen.lang)
        fields = words["fields"][item.partition("/")[0]]
        shown = f"{self._folder.name}/{name}.pdf"
        said = words["too_long"].format(
            file=shown, item=item, lang=lang, fields=fields, lines=seen.lines, signs=seen.lines * seen.signs
        )
        print(said, file=sys.stderr)

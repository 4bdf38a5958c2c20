"""The gate: what must hold before anything goes out. The build itself has passed when this is asked."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.build.addresses import check_withdrawn
from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.inspection.folder import Inspection
from plugins.model.ledger import ITEM, LEDGER, REDIRECTS, WITHDRAWN, Claim
from plugins.problems import Problem, problem
from plugins.reading.ledger import read_ledger

_PAGE = re.compile(r"[\w-]+/(.+)/index\.html")
_NOTICED = re.compile(rf"^([\w/-]+): *{WITHDRAWN} *$", re.MULTILINE)


def gate(settings: BuildSettings, folder: Path) -> Inspection:
    """Return what is wrong with a finished folder, the output or one of an earlier publication; every file is read."""
    names = Path(settings.names)
    if settings.has_names and not names.is_file():
        return Inspection((problem("names-list-missing", names.name, folder=settings.private),))
    return look_at_all(settings, folder)


def withdrawn_among(settings: BuildSettings, paths: Iterable[str]) -> Iterator[Problem]:
    """Find pages of what was withdrawn; `paths` are files that an earlier publication would put online again.

    Problems: withdrawn-comes-back; withdrawn-key-missing, where nobody can tell.
    """
    data = settings.content / "data"
    ledger = read_ledger(_text_of(data / f"{LEDGER}.yml"), "").value
    noticed = set(_NOTICED.findall(_text_of(data / f"{REDIRECTS}.yml")))
    for path in paths:
        page = _PAGE.fullmatch(path)
        if page and ITEM.fullmatch(page[1]):
            claim = Claim(page[1], "", path, "public")
            found = list(check_withdrawn([claim], ledger, settings, f"{data}/{LEDGER}.yml"))
            yield from (one for one in found if one.rule == "withdrawn-key-missing")
            if page[1] in noticed or any(one.rule == "address-withdrawn" for one in found):
                yield problem("withdrawn-comes-back", f"{settings.output.name}/{path}")


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""

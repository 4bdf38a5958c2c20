"""The gate: what must hold before anything goes out. The build itself has passed when this is asked."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.build.named import names_list
from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.build.withdrawals import check_withdrawn
from plugins.inspection.folder import Inspection
from plugins.model.ledger import ITEM, LEDGER, PRINTED, REDIRECTS, WITHDRAWN, Claim, target_of
from plugins.problems import Problem, problem
from plugins.reading.encoding import decode_source
from plugins.reading.ledger import read_ledger, read_redirects
from plugins.reading.plain_lines import read_facts
from plugins.reading.reader import MOST_OF_LEDGER

_PAGE = re.compile(rf"(?:(?!{PRINTED})[\w-]+/|(?={PRINTED}))(.+)/index\.html")  # below its language


def gate(settings: BuildSettings, folder: Path) -> Inspection:
    """Return what is wrong with a finished folder, the output or one of an earlier publication; every file is read."""
    listed = names_list(settings)
    if any(found.rule != "names-list-line" for found in listed.problems):
        return Inspection(listed.problems)
    found = look_at_all(settings, folder)
    return found._replace(problems=(*listed.problems, *found.problems))


def withdrawn_among(settings: BuildSettings, paths: Iterable[str]) -> Iterator[Problem]:
    """Find pages of what was withdrawn; `paths` are files that an earlier publication would put online again.

    Problems: withdrawn-comes-back; withdrawn-key-missing and such, where nobody can tell; not-utf8 and such of the two
    tables.
    """
    data = f"{settings.content.name}/data"
    (ledger_text, faults), (redirects_text, more) = (_text_of(settings, data, name) for name in (LEDGER, REDIRECTS))
    yield from (*faults, *more)
    facts = read_facts(redirects_text, f"{data}/{REDIRECTS}.yml")
    redirects, _ = read_redirects(facts.value, facts.lines, "")
    pages = {found[1]: path for path in paths if (found := _PAGE.fullmatch(path)) and ITEM.fullmatch(found[1])}
    claims = [Claim(address, "", path, "public") for address, path in pages.items()]
    found = list(check_withdrawn(claims, read_ledger(ledger_text, "").value, settings, f"{data}/{LEDGER}.yml"))
    yield from (one for one in found if one.rule != "address-withdrawn")
    known = {one.path for one in found if one.rule == "address-withdrawn"}
    for address, path in pages.items():
        if path in known or target_of(redirects, address) == WITHDRAWN:
            yield problem("withdrawn-comes-back", f"{settings.output.name}/{path}")


def _text_of(settings: BuildSettings, data: str, name: str) -> tuple[str, list[Problem]]:
    path = settings.content / "data" / f"{name}.yml"
    return decode_source(path.read_bytes(), f"{data}/{name}.yml", MOST_OF_LEDGER) if path.exists() else ("", [])

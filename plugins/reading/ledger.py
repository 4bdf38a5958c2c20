"""The ledger of addresses and the redirects: a line for each, so that two desks' lines come together by themselves."""

import re
from typing import Any

from plugins.model.ledger import ITEM, PLACE, Recorded
from plugins.model.old_site import TARGET, old_address
from plugins.problems import Problem, problem
from plugins.reading.fields import Record
from plugins.reading.plain_lines import MOST_FAULTS
from plugins.reading.written import format_written

_LINE = re.compile(r"([\w/-]+):(?: +([^\s#]+))?(?: +# not before ([0-9: -]{16}))? *", re.ASCII)
_SLASHES = re.compile(r"/+")


def read_ledger(text: str, path: str) -> Record:
    """Read the ledger: valid YAML, but of 10,000 lines in no time."""
    found: dict[str, Recorded] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(problems) > MOST_FAULTS:
            break
        if not (read := _LINE.fullmatch(line)):
            if line.strip() and not line.startswith("#"):
                problems.append(problem("ledger-line", path, number, found=format_written(line)))
            continue
        address, key, waits = read[1], read[2] or "", read[3] or ""
        if address not in found:
            found[address] = Recorded(number, key, waits)
        elif found[address].id != key:
            problems.append(problem("ledger-differs", path, number, found=address, id=key, other=found[address].id))
    return Record(found, {(): 1}, tuple(problems), ())


def read_old_site(text: str, path: str) -> Record:
    """Read the addresses of the site of before, and the pages that they lead to: "/2019/05/春闘/: /ja/news/2019/x/".

    Problems: old-site-line.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(problems) > MOST_FAULTS or not line.strip() or line.startswith("#"):
            continue
        old, is_divided, new = line.strip().partition(": ")
        if is_divided and old_address(old) == old and TARGET.fullmatch(new.strip()):
            found[old] = new.strip()
        else:
            problems.append(problem("old-site-line", path, number, found=format_written(line)))
    return Record(found, {(): 1}, tuple(problems), ())


def read_redirects(value: dict[str, Any], lines: dict[Any, int], path: str) -> tuple[dict[str, str], list[Problem]]:
    """Return where each old address leads, and a problem for each that is not written as an address."""
    found: dict[str, str] = {}
    problems = []
    for old, new in value.items():
        if len(problems) > MOST_FAULTS:
            break
        is_item = ITEM.fullmatch(old) or ITEM.fullmatch(old.removesuffix("/easy"))  # a text in やさしい日本語 has gone
        if is_item and isinstance(new, str) and PLACE.fullmatch(new):
            found[old] = new
        else:
            meant = f"{_meant(old)}: {_meant(str(new or 'news/2021/new-name'))}"
            wrong = format_written(f"{old}: {'' if new is None else new}")
            problems.append(problem("redirect-form", path, lines.get((old,), 1), found=wrong, meant=meant))
    return found, problems


def _meant(address: str) -> str:
    """Return an address as it is to be written, as far as that can be told: no language, no slash at its ends."""
    parts = [part for part in _SLASHES.split(address.partition("://")[2].partition("/")[2] or address) if part]
    return "/".join(parts[1:] if len(parts) > 1 and len(parts[0]) == 2 else parts) or "news/2021/old-name"

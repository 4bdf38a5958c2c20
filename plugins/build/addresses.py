"""The ledger of public addresses, `content/data/addresses.yml`: what it is held against, and how it is written."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.build.ledgers import replace_file
from plugins.build.library import Library
from plugins.build.rows import Rows
from plugins.build.settings import BuildSettings
from plugins.build.withdrawals import hashed, make_key, mark_of, read_keys
from plugins.checks.recorded import Open, check_recorded, check_untold, once_public, open_lines
from plugins.model.dates import TOKYO
from plugins.model.ledger import HASHES, ITEM, KINDS, LEDGER, PRINTED, REDIRECTS, WITHDRAWN, Claim
from plugins.model.old_site import OLD_SITE
from plugins.model.posts import Listed
from plugins.reading.ledger import read_ledger

__all__ = [
    "check_recorded",
    "check_untold",
    "claims_of",
    "once_public",
    "open_lines",
    "write_addresses",
    "write_redirects",
]

HEAD = (
    "# Written by the build: every address and id that was once public. Keep it with the texts.\n"
    "# ビルドが書くファイルです。一度でも公開したアドレスとidを控えます。本文といっしょに保存します。\n"
)
HEAD_OF_REDIRECTS = "# Old addresses and where they lead now.\n# 古いアドレスと、今の行き先です。\n"
_LINE = re.compile(r"[\"']?([\w/-]+)[\"']?\s*:")


def claims_of(
    rows: Rows, library: Library, files: Mapping[str, object], langs: Sequence[str], now: float, is_open: bool = False
) -> Iterator[Claim]:
    """Yield every item that has an address, public or not.

    Shape: `files` are those of the output: a record is public if it has a page. With `is_open` everybody can read the
    ledger: what waits is held like a draft, until it is public.
    """
    for path, row in rows.items():
        state = _state_of(row, now)
        state = "held" if is_open and state == "waiting" else state
        waits = moment_of(row.visible_from) if state == "waiting" else ""
        address = f"news/{row.year}/{row.slug}"
        yield Claim(address, row.id, path, state, waits)
        if row.short:
            yield Claim(PRINTED + row.short, address, path, state, waits)
    for event in library.table("events").values():
        address = f"events/{event.year}/{event.slug}"
        yield Claim(address, event.facts.id, event.path, _state_in(files, langs, address))
        yield from _printed(event, address, files, langs)
    for kind in (*KINDS, "pages"):
        for key, record in library.table(kind).items():
            address = key if kind == "pages" else f"{kind}/{key}"
            if ITEM.fullmatch(address):  # no other one is ever an address
                path = getattr(record, "path", f"content/data/{kind}.yml")
                yield Claim(address, "", path, _state_in(files, langs, address))
            if kind == "campaigns":
                yield from _printed(record, address, files, langs)


def _printed(record: Any, address: str, files: Mapping[str, object], langs: Sequence[str]) -> Iterator[Claim]:
    """Yield the claim of a record's short address, which is its own as long as the record is where it was."""
    if short := record.facts.short:
        yield Claim(PRINTED + short, address, record.path, _state_in(files, langs, address))


def _state_of(row: Listed, now: float) -> str:
    if row.is_published:
        return "public" if row.visible_from <= now else "waiting"
    return row.withdrawn or "held"


def moment_of(seconds: float) -> str:
    """Return a moment as the ledger writes it: to the minute, Japan time, the next one if it is no whole one."""
    return f"{datetime.fromtimestamp(-(-seconds // 60) * 60, TOKYO):%Y-%m-%d %H:%M}"


def _state_in(files: Mapping[str, object], langs: Sequence[str], address: str) -> str:
    return "public" if any(f"{lang}/{address}/index.html" in files for lang in langs) else "held"


def write_addresses(settings: BuildSettings, found: Open) -> bool:
    """Write what the ledger and the redirects do not say yet; say whether there was anything that could be written."""
    if not found.is_any:
        return False
    data = settings.content / "data"
    path = data / f"{LEDGER}.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    before = {address: recorded[1:] for address, recorded in read_ledger(text, "").value.items()}
    ledger = {address: line for address, line in before.items() if address not in found.obsolete}
    ledger |= {claim.address: (claim.id, claim.waits) for claim in found.new}
    keys = read_keys(settings)
    if found.withdrawn and keys is None and not any(address.startswith(HASHES) for address in ledger):
        keys = (make_key(settings),)  # another one would not know what was withdrawn with the first
    redirects = {address: WITHDRAWN for address in found.noticed}
    if found.withdrawn and keys:
        ledger[HASHES + mark_of(keys[0])] = "", ""
        for address in found.withdrawn:
            old, _ = ledger.pop(address, ("", ""))
            ledger[HASHES + hashed(keys[0], address)] = (hashed(keys[0], old) if old else ""), ""
            redirects[address] = ""
    is_other = write_redirects(data, redirects) | _drop_old_site(data, found.withdrawn)
    if ledger == before and path.exists():
        return is_other
    data.mkdir(exist_ok=True)
    replace_file(path, render_addresses(ledger).encode())
    return True


def _drop_old_site(data: Path, withdrawn: Collection[str]) -> bool:
    """Take out the addresses of an earlier site that led to what was withdrawn; say whether there were any."""
    path = data / f"{OLD_SITE}.yml"
    if not withdrawn or not path.exists():
        return False
    before = path.read_bytes().decode()
    ends = tuple(f"/{address}/" for address in withdrawn)
    text = "".join(line for line in before.splitlines(keepends=True) if not line.rstrip().endswith(ends))
    if text != before:
        replace_file(path, text.encode())
    return text != before


def render_addresses(ledger: Mapping[str, tuple[str, str]]) -> str:
    """Return the ledger: one line for each address, sorted, so that what two desks add comes together by itself.

    Shape: `ledger[address]` is (id, moment for which it waits or waited).
    """
    lines = ((f"{address}: {key}".rstrip(), waits) for address, (key, waits) in sorted(ledger.items()))
    return HEAD + "".join(f"{line}  # not before {waits}\n" if waits else f"{line}\n" for line, waits in lines)


def write_redirects(data: Path, changes: Mapping[str, str]) -> bool:
    """Write where old addresses lead, nothing for those that shall stand there no longer; say if that is anything new.

    Every other line stays as it is; the file goes with its last line.
    """
    path = data / f"{REDIRECTS}.yml"
    before = path.read_bytes().decode() if path.exists() else ""
    text = with_redirects(before, changes)
    if text == before:
        return False
    if any(line.strip("\ufeff ") and not line.lstrip("\ufeff ").startswith("#") for line in text.splitlines()):
        replace_file(path, text.encode())
    else:
        path.unlink()
    return True


def with_redirects(text: str, changes: Mapping[str, str]) -> str:
    """Return the text of the redirects with other lines for some addresses, each at its place in the alphabet."""
    lines = (text or (HEAD_OF_REDIRECTS if any(changes.values()) else "")).splitlines(keepends=True)
    end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    for address, target in sorted(changes.items()):
        lines = [line for line in lines if _address_of(line) != address]
        if target:
            later = (n for n, line in enumerate(lines) if (found := _address_of(line)) and found > address)
            lines.insert(next(later, len(lines)), f"{address}: {target}{end}")
    return "".join(lines)


def _address_of(line: str) -> str:
    found = _LINE.match(line.lstrip("\ufeff"))
    return found[1] if found else ""

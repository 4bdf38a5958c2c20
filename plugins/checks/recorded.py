"""What was public once is still where it was: the items of the site held against the ledger of addresses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.model.evidence import Places
from plugins.model.kinds import PostStatus
from plugins.model.ledger import HASHES, PRINTED, WITHDRAWN, Claim, Ledger, target_of
from plugins.problems import Problem, problem


class Open(NamedTuple):
    """What the ledger has to say and does not say yet."""

    new: tuple[Claim, ...] = ()  # public for the first time, or waiting for it
    obsolete: tuple[str, ...] = ()  # addresses that waited for a moment and never were public
    withdrawn: tuple[str, ...] = ()  # addresses that it must not name any longer
    noticed: tuple[str, ...] = ()  # addresses at which shall stand that something was withdrawn

    @property
    def is_any(self) -> bool:
        return bool(self.new or self.obsolete or self.withdrawn or self.noticed)


def once_public(ledger: Ledger, now: str) -> tuple[Ledger, Ledger]:
    """Return the lines of what was once public, and of what still waits at `now`, "2026-12-01 10:00"."""
    waiting = {address: recorded for address, recorded in ledger.items() if recorded.waits > now}
    if not waiting:
        return ledger, waiting
    return {address: recorded for address, recorded in ledger.items() if address not in waiting}, waiting


def open_lines(
    claims: Iterable[Claim], ledger: Ledger, waiting: Ledger, redirects: Mapping[str, str], back: Iterable[str] = ()
) -> Open:
    """Return what is to be written: what came out or waits for it, and what was taken back.

    Shape: `ledger` and `waiting` are what `once_public` gives, `back` what was withdrawn and stands there again.
    """
    new, withdrawn, noticed = [], {*back}, []
    obsolete = set(waiting)
    for claim in claims:
        if claim.state in ("public", "waiting"):
            new += [] if _is_recorded(claim, ledger, waiting) else [claim]
            obsolete.discard(claim.address)
        elif claim.state == PostStatus.WITHDRAWN:
            own = (old for old, recorded in ledger.items() if recorded.id == claim.id and not old.startswith(HASHES))
            withdrawn |= {*own, *([claim.address] if claim.address in ledger else ())}
        elif claim.state == PostStatus.WITHDRAWN_NOTICE and claim.address in ledger:
            noticed += [claim.address] if redirects.get(claim.address) != WITHDRAWN else []
    return Open(tuple(new), tuple(sorted(obsolete)), tuple(sorted(withdrawn)), tuple(noticed))


def _is_recorded(claim: Claim, ledger: Ledger, waiting: Ledger) -> bool:
    found = waiting.get(claim.address)
    return claim.address in ledger or (found is not None and (found.id, found.waits) == (claim.id, claim.waits))


def check_recorded(
    claims: Sequence[Claim],
    ledger: Ledger,
    found: Open,
    redirects: Mapping[str, str],
    lines: Places,
    data: str,
    is_whole: bool,
) -> Iterator[Problem]:
    """Yield a problem for each item that is not where it was, or who it was.

    Shape: `ledger` is of what was once public, `found` what it does not say; `data` is the folder of both files,
    "content/data"; unless the content `is_whole`, nothing is called lost.
    """
    files = {"ledger": f"{data}/addresses.yml", "redirects": f"{data}/redirects.yml"}
    by_id: defaultdict[str, list[str]] = defaultdict(list)
    for address, recorded in ledger.items():
        if recorded.id and not address.startswith(HASHES):
            by_id[recorded.id].append(address)
    for claim in claims:
        if claim.state == "public":
            yield from _of_public(claim, ledger, by_id, redirects, lines, files)
    for claim in found.new:
        place = lines.of(claim.path, "id")
        yield problem("address-not-recorded", *place, found=claim.address, ledger=files["ledger"])
    for claim in claims:
        own = {claim.address, *by_id.get(claim.id, ())}
        gone, noticed = (" ".join(address for address in part if address in own) for part in found[2:])
        if gone or noticed:
            place = lines.of(claim.path, "status")
            yield problem("withdrawn-not-recorded", *place, ledger=files["ledger"], found=gone, target=noticed)
    known = {claim.address for claim in claims}, {claim.id for claim in claims if claim.id}
    for address, recorded in ledger.items() if is_whole else ():
        is_there = address in known[0] or recorded.id in known[1] or address in redirects
        if address in found.withdrawn and not is_there:
            place = files["ledger"], recorded.line
            yield problem("withdrawn-not-recorded", *place, ledger=files["ledger"], found=address, target="")
        elif not is_there and not address.startswith(HASHES):
            yield problem("address-lost", files["ledger"], recorded.line, found=address, redirects=files["redirects"])


def check_untold(
    claims: Iterable[Claim], ledger: Ledger, redirects: Mapping[str, str], lines: Places, path: str
) -> Iterator[Problem]:
    """Yield a problem for each old address that something not public will have, and that was never public before.

    Shape: `ledger` is of what was once public, `path` the file of the redirects.
    """
    for claim in claims:
        is_hidden = claim.state in ("held", "waiting") and claim.address not in ledger
        if is_hidden and claim.address in redirects and target_of(redirects, claim.address) != WITHDRAWN:
            place = lines.of(path, claim.address)
            yield problem("redirect-of-unpublished", *place, found=claim.address, folder=f"{claim.path}/")


def _of_public(
    claim: Claim, ledger: Ledger, by_id: Mapping[str, Sequence[str]], redirects: Mapping[str, str], lines: Places,
    files: Mapping[str, str],
) -> Iterator[Problem]:  # fmt: skip
    address, recorded = claim.address, ledger.get(claim.address)
    if recorded and address.startswith(PRINTED):
        if recorded.id not in ("", claim.id) and target_of(redirects, recorded.id) != claim.id:
            place = lines.of(claim.path, "short")
            yield problem("short-taken", *place, found=address.removeprefix(PRINTED), other=recorded.id, **files)
    elif recorded and recorded.id != claim.id:
        yield problem("id-changed", *lines.of(claim.path, "id"), found=address, known=recorded.id, id=claim.id)
    for old in by_id.get(claim.id, ()):
        if old != address and target_of(redirects, old) != address:
            yield problem("address-moved", *lines.of(claim.path, "id"), id=claim.id, old=old, new=address, **files)

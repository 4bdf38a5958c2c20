"""What was withdrawn, known again by hashes of its address and its id, with a key that lies outside the repository."""

import hmac
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.build.settings import BuildSettings
from plugins.model.ledger import HASHES, Claim, Ledger
from plugins.problems import Problem, problem

KEY = "withdrawn.key"
MARK = "key-"  # begins what the ledger has of each key, between HASHES and a hash
_KEY = re.compile("[0-9a-f]{64}")


def check_withdrawn(
    claims: Iterable[Claim], ledger: Ledger, settings: BuildSettings, path: str, is_open: bool = False
) -> Iterator[Problem]:
    """Yield a problem for each item that has the address or the id of one that was withdrawn without a trace.

    Shape: `is_open` says that something is yet to be written as withdrawn.
    """
    hashes = {key.removeprefix(HASHES): recorded for key, recorded in ledger.items() if key.startswith(HASHES)}
    keys = read_keys(settings) if hashes or is_open else None
    if not keys:
        if hashes or keys is not None:
            rule = "withdrawn-key-missing" if keys is None else "withdrawn-key-damaged"
            line = min((recorded.line for recorded in hashes.values()), default=1)
            yield problem(rule, path, line, key=settings.private / KEY, ledger=path)
        return
    ids = {recorded.id for recorded in hashes.values()} - {""}
    own = {mark_of(key) for key in keys}
    for found, recorded in hashes.items():
        if found.startswith(MARK) and found not in own:
            yield problem("withdrawn-key-differs", path, recorded.line, key=settings.private / KEY)
    for claim in claims:
        names = [hashed(key, claim.address) for key in keys], [hashed(key, claim.id) for key in keys if claim.id]
        is_taken = not hashes.keys().isdisjoint(names[0]) or not ids.isdisjoint(names[1])
        if is_taken and claim.state in ("public", "waiting", "held"):
            yield problem("address-withdrawn", claim.path, found=claim.address)


def hashed(key: bytes, text: str) -> str:
    """Return a hash that nobody can guess the text from who has not the key: HMAC-SHA256, its first half."""
    return hmac.digest(key, text.encode(), "sha256")[:16].hex()


def come_back(
    claims: Iterable[Claim], ledger: Ledger, redirects: Mapping[str, str], settings: BuildSettings
) -> tuple[str, ...]:
    """Return the lines of what was withdrawn that stand in the ledger again, as a merge of two desks leaves them.

    Shape: only lines of which nothing is there any more; while there is something, that is what tells of it.
    """
    keys = read_keys(settings) if any(address.startswith(HASHES) for address in ledger) else None
    if not keys:
        return ()
    there = {part for claim in claims for part in (claim.address, claim.id)}
    gone = (one for one, recorded in ledger.items() if one not in there and (recorded.id or "-") not in there)
    left = (one for one in gone if one not in redirects and not one.startswith(HASHES))
    return tuple(one for one in left if any(HASHES + hashed(key, one) in ledger for key in keys))


def mark_of(key: bytes) -> str:
    """Return what the ledger has of a key, so that a desk knows that it lacks one."""
    return MARK + hashed(key, "")


def read_keys(settings: BuildSettings) -> tuple[bytes, ...] | None:
    """Return the keys of what was withdrawn, kept outside the repository, the desk's own first.

    Shape: none where there is no such file, empty where it holds anything else; one line for each desk's key.
    """
    try:
        lines = Path(settings.key).read_text(encoding="utf-8-sig").split()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return ()
    return tuple(line.encode() for line in lines) if all(map(_KEY.fullmatch, lines)) else ()


def make_key(settings: BuildSettings) -> bytes:
    """Make a key, by chance: nobody else may be able to make it again."""
    key = secrets.token_hex(32).encode()
    path = Path(settings.key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{KEY}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key + b"\n")
        file.flush()
        os.fsync(file.fileno())  # before anything is written with it
    os.rename(part, path)
    return key

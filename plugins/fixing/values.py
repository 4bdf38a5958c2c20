"""Values of fields that were written otherwise than they must be, and can mean one thing only."""

import re
import unicodedata

_NUMBER_RE = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(?: ?[人名件回社円%])?")
_ITEM_RE = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)
MIN_NEAR = 5  # letters of a word of which one may be wrong


def narrow(written: str) -> str:
    """Return a value in half-width letters, digits and signs."""
    return unicodedata.normalize("NFKC", written).strip()


def number_of(written: str) -> str | None:
    """Return the digits of a number written as １１１３, 1,113 or 33人."""
    found = _NUMBER_RE.fullmatch(narrow(written))
    return found[1].replace(",", "") + (found[2] or "") if found else None


def swift_of(written: str) -> str:
    """Return a SWIFT code in capitals, without spaces."""
    return "".join(narrow(written).upper().split())


def list_of(written: str) -> str | None:
    """Return names that stand side by side as a list: `wages、 safety` -> `[wages, safety]`."""
    items = [item.strip() for item in re.split("[,、，]", written)]
    return f"[{', '.join(items)}]" if all(map(_ITEM_RE.fullmatch, items)) else None


def is_one_slip_away(written: str, meant: str, may_replace: bool) -> bool:
    """Say whether a word is another one with one letter too many, too few, in the wrong place, or another one.

    Digits are never taken for a slip: kasai-2025 is not kasai-2026. `may_replace`: one letter may be another one.
    """
    shorter = min(len(written), len(meant))
    if written == meant or shorter < MIN_NEAR:
        return False
    start = next((at for at in range(shorter) if written[at] != meant[at]), shorter)
    one, other = written[start:], meant[start:]
    if any(char.isdigit() for char in (*one[:2], *other[:2])):
        return False
    if len(one) == len(other):
        swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
        return swapped or (may_replace and one[1:] == other[1:])
    return one[1:] == other or one == other[1:]


def with_value(line: str, field: str, old: str, new: str) -> str | None:
    """Return a line with another value in a field; none unless the value stands there exactly once."""
    value = r"\s+".join(map(re.escape, old.split()))
    end = r"(?P<after>(?P=quote)\s*(?:[,}\]].*|#.*|$))"
    ways = (
        rf"(?P<before>.*?(?<![\w-])[\"']?{re.escape(field)}[\"']?\s*:\s*(?P<quote>[\"']?)){value}{end}",
        rf"(?P<before>\s*(?:-\s+)+(?P<quote>[\"']?)){value}{end}",
        rf"(?P<before>.*[\[,]\s*(?P<quote>[\"']?)){value}{end}",
    )
    if not value or len(re.findall(rf"(?<![\w-]){value}(?![\w-])", line)) != 1:
        return None
    found = next((match for way in ways if (match := re.fullmatch(way, line))), None)
    return f"{found['before']}{new}{found['after']}" if found else None

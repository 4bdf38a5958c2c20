"""Names of files and folders that differ from a good one in capitals, widths, spaces or low lines alone."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from plugins.problems import Problem
from plugins.reading.places import DATED, parse_folder_name

_DATED_RE = re.compile(r"([0-9]{4})([-._/]?)([0-9]{1,2})\2([0-9]{1,2})[-._\s]+(.+)")
_GAP_RE = re.compile(r"[\s_.・-]+")


def folded(name: str) -> str:
    """Return what two spellings of a name have in common."""
    return _GAP_RE.sub("-", unicodedata.normalize("NFKC", name).casefold().strip())


def slug_meant(name: str) -> str:
    """Return a name as an address has it, where only capitals, widths, spaces and low lines differ."""
    return folded(name).strip("-")


def place_meant(found: Problem, paths: Iterable[str]) -> str:
    """Return where a file or folder of a wrong name belongs; empty where nobody can tell, or where something is."""
    values, (folder, _, name) = dict(found.values), found.path.rpartition("/")
    if found.rule in ("unknown-file", "unknown-folder"):
        meant = [known for known in values["known"].split(", ") if _same_name(known, name)]
        new = meant[0] if len(meant) == 1 else ""
    else:
        new = _folder_meant(folder.rpartition("/")[2], name)
    place = f"{folder}/{new}"
    if not new or new == name or any(path == place or path.startswith(f"{place}/") for path in paths):
        return ""
    return place


def _same_name(known: str, name: str) -> bool:
    return folded(known) == re.sub(r"-(md|yml)$", r".\1", folded(name)).replace(".", "-").replace("-yaml", "-yml")


def _folder_meant(kind: str, name: str) -> str:
    if kind not in DATED:
        new = slug_meant(name)
    elif found := _DATED_RE.fullmatch(unicodedata.normalize("NFKC", name).strip()):
        year, sign, month, day, rest = found.groups()
        if not sign and (len(month), len(day)) != (2, 2):
            return ""  # 2026115: 11 May or 5 November?
        new = f"{year}-{month:0>2}-{day:0>2}-{slug_meant(rest)}"
    else:
        return ""
    return new if parse_folder_name(kind, new) else ""


def file_meant(name: str, folder: str, paths: Mapping[str, object]) -> str:
    """Return the one file of a folder whose name a text has spelt with other capitals, widths or signs."""
    beside = [path.rpartition("/")[2] for path in paths if path.rpartition("/")[0] == folder]
    same = [other for other in beside if folded(other) == folded(name)]
    return same[0] if len(same) == 1 and same[0] != name else ""

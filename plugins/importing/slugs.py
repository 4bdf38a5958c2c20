"""Names for folders, keys and files, made of names that others gave."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import unquote

_WORD = re.compile(r"[a-z0-9]+")
_DEVICE = re.compile(r"(?:con|nul|aux|prn|com[0-9]|lpt[0-9])")
_MOST = 80  # signs
_KINDS = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".webp", ".pdf": ".pdf", ".csv": ".csv"}


def safe_slug(written: str, instead: str) -> str:
    """Return a slug in Latin letters; `instead` where it has other letters, whose sound nobody guesses here."""
    plain = unicodedata.normalize("NFKC", unquote(written, errors="replace")).lower()
    folded = unicodedata.normalize("NFKD", plain)
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    if any(sign.isalpha() and not sign.isascii() for sign in letters):
        return instead
    slug = "-".join(_WORD.findall(letters))[:_MOST].strip("-")
    return instead if not slug or _DEVICE.fullmatch(slug) else slug


def free_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return the name, with a number behind it where others have it: "strike", "strike-2"."""
    stem, dot, ending = name.partition(".")
    number, made = 1, name
    while is_taken(made):
        number += 1
        made = f"{stem}-{number}{dot}{ending}"
    return made


def file_name(address: str) -> str:
    """Return the name for a copy of a file; empty for a kind that is not published."""
    path = PurePosixPath(unquote(address.partition("?")[0].partition("#")[0], errors="replace").replace("\\", "/"))
    ending = _KINDS.get(path.suffix.lower(), "")
    if not ending:
        return ""
    return f"{safe_slug(path.stem, 'picture' if ending not in ('.pdf', '.csv') else 'document')}{ending}"

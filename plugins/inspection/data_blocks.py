"""Blocks of data in finished pages: JSON of a closed list of kinds, about the union and never about a person."""

import json
import re
from collections.abc import Iterator
from typing import Any

from plugins.inspection.look import Look

SCHEMA = "https://schema.org"
# What each kind may say. Nothing of a person has a place here: whoever is searched for is found by it.
KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(("@type", *names.split()))
    for kind, names in {
        "Organization": "@id name alternateName url description email telephone",
        "NewsArticle": "headline url inLanguage image datePublished dateModified author publisher",
        "Event": "name url inLanguage image description startDate endDate previousStartDate eventStatus"
        " eventAttendanceMode location organizer",
        "Place": "name address",
        "PostalAddress": "streetAddress addressRegion addressCountry",
        "VirtualLocation": "url",
        "BreadcrumbList": "itemListElement",
        "ListItem": "position name item",
    }.items()
}
REFERENCE = frozenset(("@id",))  # to another of the same block
TOP = frozenset(("@context", "@graph"))
OURS = frozenset(("url", "item"))  # addresses, of pages of the site for the most part
TEXTS = frozenset(("name", "headline", "description", "alternateName"))  # in which somebody may write an address
WORDS = frozenset(("eventStatus", "eventAttendanceMode"))  # words of schema.org, which are written as addresses


def look_at_data(look: Look, line: int, text: str) -> None:
    """Note what a block of data says that is not in the list, and where its addresses lead."""
    try:
        data = json.loads(text)
    except ValueError:
        look.tell("page-data", line, found=text[:40])
        return
    if written(data) != text:  # in another form it may hide what a browser, or who looks for names, would find
        look.tell("page-data", line, found=text[:40])
    elif not isinstance(data, dict) or data.get("@context") != SCHEMA:
        look.tell("page-data", line, found="@context")
    elif "@graph" in data:
        found = [key for key in data if key not in TOP] or list(_others_in(look, line, data["@graph"], "@graph"))
        _tell(look, line, found)
    else:
        rest = {key: value for key, value in data.items() if key != "@context"}
        _tell(look, line, list(_others_in(look, line, rest, "")))


def written(data: Any) -> str:
    """Return data as pages hold it: as short as it can be, with nothing in it that could be markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _tell(look: Look, line: int, found: list[str]) -> None:
    for words in found:
        look.tell("page-data", line, found=words[:60])


def _others_in(look: Look, line: int, value: Any, name: str) -> Iterator[str]:
    """Yield what is not in the list; note where each address leads."""
    if isinstance(value, list):
        for part in value:
            yield from _others_in(look, line, part, name)
    elif isinstance(value, dict):
        yield from _others_in_node(look, line, value)
    elif isinstance(value, str):
        yield from _others_in_text(look, line, value, name)
    elif name != "position" or not isinstance(value, int):
        yield f"{name}: {value}"


def _others_in_node(look: Look, line: int, node: dict[str, Any]) -> Iterator[str]:
    kind = node.get("@type", "")
    known = REFERENCE if kind == "" else KINDS.get(str(kind))
    if known is None:
        yield str(kind)
        return
    for key, part in node.items():
        if key in known:
            yield from _others_in(look, line, part, key)
        else:
            yield f"{kind} {key}".strip()


def _others_in_text(look: Look, line: int, value: str, name: str) -> Iterator[str]:
    if name == "image":
        look.note_load(line, value)
    elif name in OURS:
        look.note_link(line, value, is_ours=True)
    elif name == "@id":
        yield from () if value == f"{look.place.url}/#union" else (f"@id: {value}",)
    elif name in WORDS:
        yield from () if re.fullmatch(f"{SCHEMA}/[A-Za-z]+", value) else (f"{name}: {value}",)
    elif "://" in value and name not in TEXTS:
        yield f"{name}: {value}"

"""Finished JSON for programs of others: feeds, and what partner sites show of a campaign."""

import json
import re
from typing import Any

from plugins.inspection.feeds import MOMENT, look_at_address, look_at_markup
from plugins.inspection.look import Look

FEED, PARTNER = "feed.json", "partner.json"
VERSION = "https://jsonfeed.org/version/1.1"
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# What each object may say, by the name under which it stands; at the top, by the name of the file.
# Source: JSON Feed 1.1; attachments, hubs and icons are not there: each could load from elsewhere.
KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        FEED: "version title home_page_url feed_url description language authors items",
        "authors": "name",
        "items": "id url title content_html summary date_published date_modified tags language",
        PARTNER: "id url name lang state updated union outcome action posts",
        "union": "name lang url",
        "outcome": "status text lang",
        "action": "label lang url state closes",
        "posts": "id url title lang date updated",
    }.items()
}
MUST = {
    FEED: ("title", "home_page_url", "feed_url", "language", "items"),
    PARTNER: ("id", "url", "name", "lang", "state", "posts"),
    "items": ("id", "url", "content_html", "date_modified"),
    "posts": ("id", "url", "title", "lang", "date"),
}
OURS = frozenset(("home_page_url", "feed_url", "url"))  # addresses, of pages of the site
LANGS = frozenset(("language", "lang"))
MOMENTS = frozenset(("date_published", "date_modified", "updated"))


def look_at_json(look: Look, data: bytes) -> None:
    """Note what is wrong with a feed or a partner's file; documents of other names are their writers' own."""
    name = look.place.path.rpartition("/")[2]
    if name not in (FEED, PARTNER) or look.place.path.startswith(("media/", "pagefind/")):
        return
    try:
        text = data.decode("utf-8")
        parsed = json.loads(text)
    except ValueError:
        look.tell("feed-form", 1, found="JSON")
        return
    # In another form it may hide what who looks for names would find: a letter as a number, a name that stands twice.
    is_plain = isinstance(parsed, dict) and json.dumps(parsed, ensure_ascii=False, indent=1) + "\n" == text
    if not is_plain or (name == FEED and parsed.get("version") != VERSION):
        look.tell("feed-form", 1, found="JSON" if not is_plain else "version")
        return
    _look_at_object(look, name, parsed)
    for kind in ("items", "posts"):
        ids = [one.get("id") for one in parsed.get(kind, []) if isinstance(one, dict)]
        for one in {one for one in ids if ids.count(one) > 1}:
            look.tell("feed-form", 1, found=f"id {one}")


def _look_at_object(look: Look, kind: str, found: dict[str, Any]) -> None:
    for key in MUST.get(kind, ()):
        if key not in found:
            look.tell("feed-form", 1, found=key)
    for key, value in found.items():
        parts = value if isinstance(value, list) else [value]
        if key in KINDS[kind] and key in KINDS and all(isinstance(part, dict) for part in parts):
            for part in parts:
                _look_at_object(look, key, part)
        elif key in KINDS[kind] and key not in KINDS and all(isinstance(part, str) for part in parts):
            for part in parts:
                _look_at_text(look, kind, key, part)
        else:
            look.tell("feed-form", 1, found=key)


def _look_at_text(look: Look, kind: str, key: str, value: str) -> None:
    if key == "content_html":
        look_at_markup(look, value, 1)
    elif key in OURS:
        look_at_address(look, 1, value, is_ours=kind != "action")  # what is asked for may be at another place
    elif (key in LANGS and not LANG.fullmatch(value)) or (key in MOMENTS and not MOMENT.fullmatch(value)):
        look.tell("feed-form", 1, found=f"{key}: {value}"[:80])

"""One item of content read by itself, as a build reads it, and what of it is kept back."""

from collections.abc import Iterator
from pathlib import Path

from plugins.build.intake import DEFAULT_LANGS
from plugins.model.consent import is_cleared, photo_is_cleared, quote_is_cleared
from plugins.model.origins import Location
from plugins.model.site import Clock
from plugins.problems import problem
from plugins.reading.items import Item
from plugins.reading.places import RECORD_FILES, TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import read_source, scan_item


def item_at(content: Path, place: str, langs: tuple[str, ...]) -> Item | None:
    """Return the item at a place, "content/news/2026-05-01-strike"; none where there is none.

    Problems: unknown-folder, and those of reading.
    """
    if (kind := place.split("/")[1]) not in (*RECORD_FILES, TABLES):
        known = ", ".join(sorted([*RECORD_FILES, TABLES]))
        return Item(kind, "", place, None, problems=(problem("unknown-folder", place, found=kind, known=known),))
    source, problems = scan_item(content, place)
    if source is None:
        return Item("", "", place, None, problems=tuple(problems)) if problems else None
    item = item_of(read_source(content, source), langs)
    return item._replace(problems=(*item.problems, *problems))


def languages_in(content: Path) -> tuple[str, ...]:
    """Return the languages of the site whose content lies in a folder."""
    item = item_at(content, f"{content.name}/{TABLES}/site.yml", DEFAULT_LANGS)
    return item.value.languages if item and item.value else DEFAULT_LANGS


def not_agreed(item: Item, clock: Clock) -> Iterator[Location]:
    """Yield the place of each person in an item or among the contacts who has not agreed."""
    if item.value is None:
        return
    if item.kind == TABLES:
        contacts = item.value.items() if item.slug == "contacts" else ()
        yield from ((key,) for key, contact in contacts if not is_cleared(contact.consent, clock))
        return
    facts = item.value.facts
    quotes = enumerate(getattr(facts, "quotes", ()))
    yield from (("quotes", number) for number, quote in quotes if not quote_is_cleared(quote, clock))
    for number, photo in enumerate(facts.photos):
        if photo.people is None or not photo_is_cleared(photo, clock):
            yield "photos", number


def kept_entries(item: Item) -> Iterator[Location]:
    """Yield the place of each entry of a dispute that is not public."""
    if item.kind == "disputes" and item.value is not None:
        yield from (("entries", n) for n, entry in enumerate(item.value.facts.entries) if not entry.public)

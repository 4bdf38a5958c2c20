"""The timeline of a dispute: its public entries, newest first, contradictions beside each other."""

from typing import NamedTuple

from plugins.i18n import Catalogue, format_date
from plugins.i18n.prefectures import prefecture_names
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, Entry
from plugins.model.kinds import EntryType
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import post_url
from plugins.pages.entry_words import entry_title
from plugins.pages.parts import SourceLine, source_line
from plugins.pages.record_parts import DocumentLink, document_links
from plugins.pages.sayings import say

TALKS = {EntryType.UNION_NOTICE, EntryType.DEMAND_SUBMITTED, EntryType.BARGAINING_REQUESTED,
         EntryType.BARGAINING_SESSION, EntryType.BARGAINING_REFUSED}  # fmt: skip
ACTS = {EntryType.STRIKE_VOTE, EntryType.STRIKE, EntryType.PROTEST, EntryType.LOCKOUT}


class OtherAccount(NamedTuple):
    """An entry in which another source tells the same thing differently."""

    title: str
    date: PartialDate
    url: str  # its anchor on the page


class TimelineRow(NamedTuple):
    """One entry, or a run of plain bargaining sessions."""

    id: str  # anchor
    title: str
    shape: str  # "circle" talks, "square" notice, commission or court, "diamond" act
    date: PartialDate
    until: PartialDate | None
    place: Said | None
    prefectures: str
    text: Said | None
    deadline: str  # until when an answer was asked for, and whether it came; a sentence
    document: DocumentLink | None
    url: str  # of the post that tells it
    source: SourceLine | None
    differs: tuple[OtherAccount, ...]


def timeline_rows(context: Context, dispute: Dispute, lang: Lang) -> tuple[TimelineRow, ...]:
    """Return every public entry, newest first; runs of sessions of which nothing else is told are one row."""
    site, words = context.site, context.words[lang]
    entries = dispute.entries
    anchors = _anchors(entries)
    accounts = _accounts(entries)
    rows = []
    for run in _runs(entries):
        first, last = run[0], run[-1]
        document = document_links(site, [d for d in [first.document] if d], lang, words, dispute)
        title = entry_title(first, last, words)
        if first.date.date > site.today:
            title = words.gettext("Planned: %(event)s") % {"event": title}
        rows.append(
            TimelineRow(
                id=anchors[id(first)],
                title=title,
                shape=shape_of(first.type),
                date=first.date,
                until=first.until if first is last else last.date,
                place=say(first.place, site, lang),
                prefectures=prefecture_names(first.prefectures, lang),
                text=say(first.text, site, lang),
                deadline=_deadline(first, lang, words),
                document=document[0] if document else None,
                url=context.shared(_post_address, first.post, lang) if first.post else "",
                source=source_line(site, first.source, lang),
                differs=tuple(
                    OtherAccount(entry_title(other, other, words), other.date, f"#{anchors[id(other)]}")
                    for other in accounts[id(first)]
                ),
            )
        )
    return tuple(reversed(rows))


def _post_address(context: Context, folder: str, lang: Lang) -> str:
    """Return where a post is, or an empty text while it is not public."""
    post = context.site.posts.get(folder)
    return post_url(lang, post) if post else ""


def shape_of(kind: EntryType) -> str:
    """Return the shape that stands for a kind of entry."""
    return "circle" if kind in TALKS else "diamond" if kind in ACTS else "square"


def _anchors(entries: tuple[Entry, ...]) -> dict[int, str]:
    """Return the anchor of each entry: its key, or its date and its place among those of the same date."""
    seen: dict[PartialDate, int] = {}
    anchors = {}
    for entry in entries:
        seen[entry.date] = seen.get(entry.date, 0) + 1
        anchors[id(entry)] = entry.key or f"entry-{entry.date}-{seen[entry.date]}"
    return anchors


def _accounts(entries: tuple[Entry, ...]) -> dict[int, list[Entry]]:
    """Return for each entry the public ones that tell it differently; the relation holds both ways."""
    by_key = {entry.key: entry for entry in entries if entry.key}
    found: dict[int, list[Entry]] = {id(entry): [] for entry in entries}
    for entry in entries:
        other = by_key.get(entry.differs_from)
        if other is not None and other is not entry:
            for one, two in ((entry, other), (other, entry)):
                if two not in found[id(one)]:
                    found[id(one)].append(two)
    return found


def _runs(entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """Return the entries, consecutive plain sessions of one source together."""
    pointed_at = {entry.differs_from for entry in entries}
    runs: list[tuple[Entry, ...]] = []
    for entry in entries:
        last = runs[-1][-1] if runs else None
        if last and _is_plain(last, pointed_at) and _is_plain(entry, pointed_at) and _follows(entry, last):
            runs[-1] += (entry,)
        else:
            runs.append((entry,))
    return runs


def _is_plain(entry: Entry, pointed_at: set[str]) -> bool:
    """Say whether nothing is told of a session but its number, date and source."""
    bare = Entry(date=entry.date, type=EntryType.BARGAINING_SESSION, key=entry.key, number=entry.number,
                 source=entry.source)  # fmt: skip
    return entry.number is not None and entry == bare and not (entry.key and entry.key in pointed_at)


def _follows(entry: Entry, last: Entry) -> bool:
    return entry.number == (last.number or 0) + 1 and entry.source == last.source


def _deadline(entry: Entry, lang: Lang, words: Catalogue) -> str:
    if entry.deadline is None:
        return ""
    form = {
        None: words.gettext("An answer was asked for by %(date)s."),
        True: words.gettext("An answer was asked for by %(date)s. It came."),
        False: words.gettext("An answer was asked for by %(date)s. None came."),
    }[entry.answered]
    return form % {"date": format_date(entry.deadline, lang)}


def documents_of(site: Site, dispute: Dispute, lang: Lang, words: Catalogue) -> tuple[DocumentLink, ...]:
    """Return the documents of all public entries, newest first."""
    return document_links(site, reversed(dispute.documents), lang, words, dispute)

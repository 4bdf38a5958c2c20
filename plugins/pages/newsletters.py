"""What a newsletter says of a period or of a campaign: the published posts, what can be done, what is coming."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from plugins.i18n import Catalogue, format_date, format_deadline, format_period
from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.posts import ALL
from plugins.model.text import Lang, Said
from plugins.model.urls import home_url
from plugins.newsletters.letter import Imprint, Letter, LetterEntry, LetterPicture, LetterSection
from plugins.newsletters.markup import PICTURE
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.labels import event_status_words
from plugins.pages.names import shared_name
from plugins.pages.parts import contact_card
from plugins.pages.people import cleared_photos
from plugins.pages.record_rows import EventRow, event_rows
from plugins.pages.relations import belonging, next_events
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import reading_order, say

EVENTS = 5


class Edition(NamedTuple):
    """Of what a newsletter tells."""

    since: date
    until: date  # the last day of it
    campaign: str = ""  # of all news, if empty
    told: frozenset[str] = frozenset()  # absolute addresses that stood in the newsletter before


def letter_of(context: Context, lang: Lang, edition: Edition) -> Letter | None:
    """Return the newsletter in `lang`; none where there is neither a post nor an action nor an event to tell of."""
    words = context.words[lang]
    sections = (
        ("posts", words.pgettext("section", "News"), _posts(context, lang, edition)),
        ("actions", words.gettext("What you can do"), _actions(context, lang, edition.campaign)),
        ("events", words.pgettext("section", "Events"), _events(context, lang, edition.campaign)),
    )
    found = tuple(LetterSection(*section) for section in sections if section[-1])
    if not found:
        return None
    imprint = _imprint(context, lang)
    about = shared_name(context, "campaigns", edition.campaign, lang) if edition.campaign else None
    period = format_period(edition.since, edition.until, lang)
    name = f"{about.text} – {imprint.name.text}" if about else imprint.name.text
    subject = words.pgettext("newsletter", "News from %(name)s, %(period)s") % {"name": name, "period": period}
    title = words.pgettext("newsletter", "News from %(name)s") % {"name": name}
    return Letter(lang, subject, title, period, found, imprint)


def pointing_below(context: Context, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Return letters that stand one below the other, each saying that the next one follows."""
    following = [_below(context, letter.lang) for letter in letters[1:]]
    return tuple(letter._replace(below=below) for letter, below in zip(letters, [*following, None], strict=True))


def _below(context: Context, lang: Lang) -> Said:
    words = context.words[lang].pgettext("newsletter", "The same in %(language)s is below.")
    return Said(words % {"language": language_name(lang, lang)}, lang)


def _posts(context: Context, lang: Lang, edition: Edition) -> tuple[LetterEntry, ...]:
    entries: list[LetterEntry] = []
    for folder in _folders(context, edition):
        row = shared_row(context, folder, lang)
        if f"{context.site.url}{row.url}" not in edition.told:
            has_picture = any(entry.picture for entry in entries)
            entries.append(_post(context, lang, row, None if has_picture else _picture(context, folder, lang)))
    return tuple(entries)


def _folders(context: Context, edition: Edition) -> Iterator[str]:
    """Yield the posts that everybody could read for the first time within the period, newest first."""
    group = ("campaign", edition.campaign) if edition.campaign else (ALL, "")
    rows = context.site.posts.lists.rows_of(*group)
    for row in sorted(rows, key=lambda row: max(row.published, row.visible_from), reverse=True):
        day = datetime.fromtimestamp(max(row.published, row.visible_from), TOKYO).date()
        if edition.since <= day <= edition.until:
            yield row.folder


def _post(context: Context, lang: Lang, row: PostRow, picture: LetterPicture | None) -> LetterEntry:
    words = context.words[lang]
    only = words.gettext("In %(language)s only") % {"language": row.only_in} if row.only_in else ""
    return LetterEntry(
        title=_plain(row.title),
        url=f"{context.site.url}{row.url}",
        link=Said(words.gettext("Read more"), lang),
        other=_plain(row.other) if row.other and not only else None,
        meta=_in_one_line((row.kind, format_date(row.date.date(), lang), only)),
        text=row.summary,
        picture=picture,
    )


def _picture(context: Context, folder: str, lang: Lang) -> LetterPicture | None:
    """Return the first photograph of a post that may be shown, in the smallest form that fills the letter."""
    site, post = context.site, context.site.posts.get(folder)
    for photo, picture in cleared_photos(site, post) if post else ():
        forms = picture.forms(picture.kind)
        form = next((form for form in forms if form.width >= PICTURE), forms[-1])
        if alt := say(photo.alt, site, lang):
            return LetterPicture(f"{site.url}/{form.path}", alt, form.width)
    return None


def _actions(context: Context, lang: Lang, campaign: str) -> tuple[LetterEntry, ...]:
    """Return the open actions, the one that closes first at the top, then those without an end."""
    site, words = context.site, context.words[lang]
    facts = site.campaigns[campaign].facts if campaign else None
    keys = [facts.action, *(action.id for action in facts.actions)] if facts else [*site.actions]
    cards = [card for key in dict.fromkeys(keys) if (card := action_card(context, key, lang)) and card.url]
    cards.sort(key=lambda card: site.actions[card.id].deadline.timestamp() if card.closes else float("inf"))
    return tuple(_action(card, lang, site.today, words) for card in cards)


def _action(card: ActionCard, lang: Lang, today: date, words: Catalogue) -> LetterEntry:
    until = format_deadline(card.closes, lang, today, words.pgettext("deadline", "until {0}")) if card.closes else ""
    meta = _in_one_line((until, card.effort.text if card.effort else ""))
    return LetterEntry(_plain(card.title), card.address, _plain(card.label), meta=meta, text=card.note)


def _events(context: Context, lang: Lang, campaign: str) -> tuple[LetterEntry, ...]:
    folders: Iterable[str] = next_events(context, len(context.site.events) if campaign else EVENTS)
    if campaign:
        own = belonging(context, "events", "campaign", campaign)
        folders = [folder for folder in folders if folder in own][:EVENTS]
    return tuple(_event(context, lang, row) for row in event_rows(context, folders, lang))


def _event(context: Context, lang: Lang, row: EventRow) -> LetterEntry:
    words = context.words[lang]
    # Of several days, `meta` says all of them.
    day = "" if row.last else format_date(row.month or row.start, lang, weekday=not row.month)
    state = event_status_words(words).get(row.state, "")  # of what takes place as planned, nothing
    return LetterEntry(
        title=_plain(row.title),
        url=f"{context.site.url}{row.url}",
        link=Said(words.gettext("Read more"), lang),
        other=_plain(row.other) if row.other else None,
        meta=_in_one_line((state, day, row.meta)),
    )


def _imprint(context: Context, lang: Lang) -> Imprint:
    site, words = context.site, context.words[lang]
    card = contact_card(context, site.facts.contact, lang)
    name = site.facts.name.pick(reading_order(site, lang))
    email, phone = (card.email, card.phone) if card else ("", "")
    line = words.pgettext("newsletter", "%(name)s sends this letter.") % {"name": name.text}
    if email or phone:
        line = words.pgettext("newsletter", "%(name)s sends this letter. If you no longer want it, tell us here:")
        line %= {"name": name.text}
    return Imprint(name, f"{site.url}{home_url(lang)}", line, email, phone, card.address if card else None)


def _plain(said: Said) -> Said:
    return said._replace(html="")


def _in_one_line(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

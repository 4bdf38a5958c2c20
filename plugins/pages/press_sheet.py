"""What a press kit says in one language, part by part; a part of which nothing is known is left out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.i18n import Catalogue, format_date, format_number, format_period
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.text import Lang, Said
from plugins.pages.figures import stage_words
from plugins.pages.labels import demand_state_words, outcome_words
from plugins.pages.parts import ContactCard, SourceLine
from plugins.pages.sayings import reading_order
from plugins.press.sheet import Line, Part, Sheet, Shot

if TYPE_CHECKING:
    from plugins.pages.press import PressShown


def sheet_of(context: Context, shown: "PressShown", lang: Lang) -> Sheet:
    """Return what the page of the kit in `lang` says."""
    site, words = context.site, context.words[lang]
    parts = (
        (words.gettext("Where it stands"), _standing(shown, words, lang)),
        (words.gettext("Facts and figures"), _figures(shown, words, lang)),
        (words.gettext("Timeline"), _steps(shown, words, lang, site.url)),
        (words.gettext("Demands and answers"), _demands(shown, words, lang)),
        (words.gettext("Quotes"), _quotes(shown, lang, site.url)),
        (words.gettext("In the media"), _coverage(shown, words, lang, site.url)),
        (words.gettext("Contact"), _contact(shown.contact, words, lang)),
    )
    found = ((heading, tuple(lines)) for heading, lines in parts)
    picture = words.gettext("Picture: %(who)s")
    return Sheet(
        lang=lang,
        title=shown.name,
        lead=shown.summary,
        site=f"{site.facts.name.pick(reading_order(site, lang)).text} · {words.pgettext('kind of page', 'Press kit')}",
        url=f"{site.url}{shown.url}",
        online=words.gettext("This press kit, as it stands now"),
        parts=tuple(Part(heading, lines) for heading, lines in found if lines),
        photos=words.pgettext("press kit", "Photographs"),
        shots=tuple(
            Shot(one.name, one.picture.width, one.picture.height, one.figure.alt,
                 (*_those(one.figure.caption), Said(picture % {"who": one.figure.credit}, lang)))
            for one in shown.photos
        ),
    )  # fmt: skip


def _standing(shown: "PressShown", words: Catalogue, lang: Lang) -> Iterable[Line]:
    if shown.stage:
        since = format_date(shown.since, lang) if shown.since else ""
        yield Line(Said(stage_words(shown.stage, words), lang), when=since)
    if shown.ending:
        status = outcome_words(words)[shown.ending.status]
        if status or shown.ending.outcome:
            yield Line(shown.ending.outcome or Said("", lang), when=status)
        if shown.ending.what_changed:
            yield Line(shown.ending.what_changed, when=words.gettext("What changed: ").strip())


def _figures(shown: "PressShown", words: Catalogue, lang: Lang) -> Iterable[Line]:
    for fact in shown.facts:
        number = _with_unit(format_number(fact.value, lang), fact.unit, words)
        notes = _notes(fact.as_of, fact.n, fact.source, words, lang)
        yield Line(fact.label, (*notes, *_those(fact.note)), when=number)
    for chart in shown.charts:
        rows = (f"{row.label.text} {format_number(row.value, lang)}%" for row in chart.rows)
        shares = words.pgettext("between parts of a list", ", ").join(rows)
        yield Line(chart.label, (Said(shares, lang), *_notes(chart.as_of, chart.n, chart.source, words, lang)))


def _steps(shown: "PressShown", words: Catalogue, lang: Lang, site_url: str) -> Iterable[Line]:
    for step in shown.steps:
        when = format_period(step.date, step.until, lang) if step.until else format_date(step.date, lang)
        notes = (*_those(step.text), *_notes(None, None, step.source, words, lang))
        yield Line(step.title, notes, _absolute(site_url, step.url), when)


def _demands(shown: "PressShown", words: Catalogue, lang: Lang) -> Iterable[Line]:
    states = demand_state_words(words)
    for demand in shown.demands.rows:
        answer = (*_those(demand.answer), *_notes(demand.date, None, demand.source, words, lang))
        yield Line(Said(demand.text.text, demand.text.lang), answer, when=states.get(demand.state, ""))
    source = shown.demands.source
    if source:
        yield Line(Said(_source(source, words, lang), lang))


def _quotes(shown: "PressShown", lang: Lang, site_url: str) -> Iterable[Line]:
    for quote in shown.quotes:
        who = (*_those(quote.speaker), quote.role, Said(format_date(quote.date, lang), lang))
        yield Line(quote.text, who, _absolute(site_url, quote.url))


def _coverage(shown: "PressShown", words: Catalogue, lang: Lang, site_url: str) -> Iterable[Line]:
    for row in shown.coverage:
        notes = _notes(None, None, row.source, words, lang)
        yield Line(row.title, notes, _absolute(site_url, row.url), "" if row.source else format_date(row.date, lang))


def _contact(contact: ContactCard | None, words: Catalogue, lang: Lang) -> Iterable[Line]:
    if contact is None:
        return
    notes = [*_those(contact.role), *_those(contact.organisation)]
    ways = (contact.email, _with(words.gettext("Tel."), contact.phone), _with(words.gettext("Fax"), contact.fax))
    notes += [Said(way, lang) for way in ways if way]
    notes += [*_those(contact.hours), *_those(contact.answer_time)]
    languages = words.gettext("Languages: %(languages)s") % {"languages": contact.languages}
    notes += [Said(languages, lang)] if contact.languages else []
    yield Line(contact.name, tuple(notes))


def _notes(
    as_of: PartialDate | None, n: int | None, source: SourceLine | None, words: Catalogue, lang: Lang
) -> tuple[Said, ...]:
    """Return what stands below a figure: of which day it is, how many were asked, who says it."""
    told = []
    if as_of:
        told.append(words.gettext("As of %(date)s") % {"date": format_date(as_of, lang)})
    if n:
        told.append(words.gettext("Answers: %(number)s") % {"number": format_number(n, lang)})
    if source:
        told.append(_source(source, words, lang))
    return tuple(Said(text, lang) for text in told)


def name_with_publisher(source: SourceLine, words: Catalogue) -> str:
    """Return what a source is called, behind who published it where its name does not say so."""
    name = source.name.text
    if source.publisher and not name.startswith(source.publisher.text.split("（")[0]):
        return source.publisher.text + words.pgettext("between publisher and title", ", ") + name
    return name


def _source(source: SourceLine, words: Catalogue, lang: Lang) -> str:
    told = words.gettext("Source: %(name)s") % {"name": name_with_publisher(source, words)}
    if source.date:
        told += words.pgettext("between source and date", ", ") + format_date(source.date, lang)
    return f"{told} {source.url}".strip()


def _with_unit(number: str, unit: Said | None, words: Catalogue) -> str:
    if unit is None:
        return number
    if unit.text == "%":
        return f"{number}%"
    return words.pgettext("number and unit", "%(number)s %(unit)s") % {"number": number, "unit": unit.text}


def _absolute(site_url: str, url: str) -> str:
    return f"{site_url}{url}" if url else ""


def _with(name: str, value: str) -> str:
    return f"{name} {value}" if value else ""


def _those(said: Said | None) -> tuple[Said, ...]:
    return (said,) if said else ()

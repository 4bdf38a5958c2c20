"""Parts that several page types show: sources, contacts, actions, facts, all in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from plugins.i18n import format_list
from plugins.i18n.locales import language_name
from plugins.model.dates import PartialDate
from plugins.model.kinds import ActionState, ActionType
from plugins.model.record import ClaimPair, Correction, Demand, Distribution, Fact, FaqItem
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import organisation_url
from plugins.pages.sayings import headline, say


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a fact was read, as a line under it."""

    name: Said
    publisher: Said | None
    publisher_url: str
    date: PartialDate | None
    checked: PartialDate | None
    url: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """How to reach somebody in a role."""

    name: Said
    role: Said | None
    organisation: Said | None
    email: str
    phone: str
    fax: str
    line: str  # LINE official account
    hours: Said | None
    languages: str
    promise: Said | None  # of confidentiality
    warning: Said | None  # what not to write from


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One thing to do, in the state it has on the day of the build."""

    id: str
    type: ActionType
    state: ActionState
    today: date
    title: Said
    label: Said
    url: str  # empty unless it is open
    opens: datetime | None
    closes: datetime | None
    effort: Said | None
    form_languages: str
    privacy: Said | None  # the promise
    data_holder: Said | None
    retention: Said | None
    note: Said | None
    result: Said | None
    result_url: str
    figure: int | None
    figure_as_of: PartialDate | None
    next: tuple[Said, str] | None = None  # (words, address) of what to do instead once it is over


@dataclass(frozen=True, slots=True)
class FactCard:
    """One figure with its date and source."""

    id: str
    value: Decimal
    unit: Said | None
    label: Said
    as_of: PartialDate
    source: SourceLine | None
    n: int | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One part of a distribution."""

    label: Said
    value: Decimal


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """Parts of a whole, for a bar chart with its table."""

    id: str
    label: Said
    rows: tuple[ShareRow, ...]
    as_of: PartialDate
    source: SourceLine | None
    n: int | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What the other side says, and what we say."""

    claim: Said
    claim_source: SourceLine | None
    answer: Said
    answer_source: SourceLine | None


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand with the answer to it; an empty state where nobody has been asked."""

    text: Said
    detail: Said | None
    state: str
    date: PartialDate | None
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question and its answer."""

    question: Said
    answer: Said


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A dated correction."""

    date: PartialDate
    text: Said


@dataclass(frozen=True, slots=True)
class OrganisationLink:
    """An organisation's name with its page."""

    name: Said
    url: str


def source_line(site: Site, key: str, lang: Lang) -> SourceLine | None:
    """Return the source that `key` names, or none."""
    source = site.sources.get(key)
    if source is None:
        return None
    publisher = organisation_link(site, source.publisher, lang)
    name = say(source.name, site, lang) or Said(key, lang)
    return SourceLine(name, publisher.name if publisher else None, publisher.url if publisher else "",
                      source.date, source.checked, source.url)  # fmt: skip


def source_lines(site: Site, keys: Iterable[str], lang: Lang) -> tuple[SourceLine, ...]:
    """Return the sources that `keys` name, each once, in their order."""
    lines = (source_line(site, key, lang) for key in dict.fromkeys(keys))
    return tuple(line for line in lines if line)


def organisation_link(site: Site, key: str, lang: Lang) -> OrganisationLink | None:
    """Return the name and page of the organisation that `key` names, or none."""
    organisation = site.organisations.get(key)
    name = say(organisation.name, site, lang) if organisation else None
    return OrganisationLink(name, organisation_url(lang, key)) if name else None


def contact_card(site: Site, key: str, lang: Lang) -> ContactCard | None:
    """Return the contact that `key` names, or none."""
    contact = site.contacts.get(key)
    if contact is None:
        return None
    organisation = organisation_link(site, contact.organisation, lang)
    return ContactCard(
        name=say(contact.display_name, site, lang) or Said(key, lang),
        role=say(contact.role, site, lang),
        organisation=organisation.name if organisation else None,
        email=contact.email,
        phone=contact.phone,
        fax=contact.fax,
        line=contact.line_official,
        hours=say(contact.hours, site, lang),
        languages=_languages(contact.languages, lang),
        promise=say(contact.confidentiality, site, lang),
        warning=say(contact.safe_channel_note, site, lang),
    )


def action_card(site: Site, key: str, lang: Lang, promise: Said | None = None) -> ActionCard | None:
    """Return the action that `key` names as it stands today; `promise` is used where it has no own one."""
    action = site.actions.get(key)
    if action is None:
        return None
    state = action.state(site.now)
    is_open = state in {ActionState.OPEN, ActionState.CLOSING_SOON}
    return ActionCard(
        id=action.id,
        type=action.type,
        state=state,
        today=site.today,
        title=headline(action.title or action.label, site, lang) or Said(key, lang),
        label=say(action.label, site, lang) or Said(key, lang),
        url=localised(action.url, lang) if is_open else "",
        opens=action.opens,
        closes=action.closes,
        effort=say(action.effort, site, lang),
        form_languages=_languages(action.form_languages, lang),
        privacy=say(action.privacy_promise, site, lang) or promise,
        data_holder=say(action.data_holder, site, lang),
        retention=say(action.retention, site, lang),
        note=say(action.note, site, lang),
        result=say(action.result, site, lang),
        result_url=localised(action.result_url, lang),
        figure=action.figure,
        figure_as_of=action.figure_as_of,
    )


def _languages(codes: Iterable[Lang], lang: Lang) -> str:
    return format_list([language_name(code, lang) for code in codes], lang)


def localised(url: str, lang: Lang) -> str:
    """Return an address inside the site with the page's language in front; others as they are."""
    return f"/{lang}{url}" if url.startswith("/") else url


def fact_cards(site: Site, facts: Iterable[Fact], lang: Lang) -> tuple[FactCard, ...]:
    """Return figures with their sources."""
    return tuple(
        FactCard(
            fact.id, fact.value, say(fact.unit, site, lang), say(fact.label, site, lang) or Said(fact.id, lang),
            fact.as_of, source_line(site, fact.source, lang), fact.n, say(fact.note, site, lang),
        )
        for fact in facts
    )  # fmt: skip


def distribution_charts(site: Site, shares: Iterable[Distribution], lang: Lang) -> tuple[DistributionChart, ...]:
    """Return distributions with their sources."""
    return tuple(
        DistributionChart(
            d.id, say(d.label, site, lang) or Said(d.id, lang),
            tuple(ShareRow(say(s.label, site, lang) or Said("", lang), s.value) for s in d.shares),
            d.as_of, source_line(site, d.source, lang), d.n,
        )
        for d in shares
    )  # fmt: skip


def claim_rows(site: Site, pairs: Iterable[ClaimPair], lang: Lang) -> tuple[ClaimRow, ...]:
    """Return claims with their answers and both sources."""
    return tuple(
        ClaimRow(
            say(pair.claim, site, lang) or Said("", lang), source_line(site, pair.claim_source, lang),
            say(pair.answer, site, lang) or Said("", lang), source_line(site, pair.answer_source, lang),
        )
        for pair in pairs
    )  # fmt: skip


def demand_rows(site: Site, demands: Iterable[Demand], lang: Lang) -> tuple[DemandRow, ...]:
    """Return demands with their answers."""
    return tuple(
        DemandRow(
            headline(demand.text, site, lang) or Said("", lang), say(demand.detail, site, lang), demand.state,
            demand.date, source_line(site, demand.source, lang),
        )
        for demand in demands
    )  # fmt: skip


def question_rows(site: Site, items: Iterable[FaqItem], lang: Lang) -> tuple[QuestionRow, ...]:
    """Return questions with their answers."""
    return tuple(
        QuestionRow(say(i.question, site, lang) or Said("", lang), say(i.answer, site, lang) or Said("", lang))
        for i in items
    )


def correction_rows(site: Site, corrections: Iterable[Correction], lang: Lang) -> tuple[CorrectionRow, ...]:
    """Return corrections, newest first."""
    newest = sorted(corrections, key=lambda c: c.date, reverse=True)
    return tuple(
        CorrectionRow(PartialDate(c.date.year, c.date.month, c.date.day), say(c.text, site, lang) or Said("", lang))
        for c in newest
    )



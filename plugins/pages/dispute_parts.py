"""Parts of a dispute's page: the chart of its sessions, its cases."""

from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, Figures, entries_until, session_number
from plugins.model.kinds import EntryType
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.pages.parts import OrganisationLink, SourceLine, organisation_link, source_line
from plugins.pages.record_parts import is_past
from plugins.pages.sayings import say


class SessionChart(NamedTuple):
    """The bargaining sessions as signs, one each."""

    before: int  # until the dispute was declared
    after: int  # since then; 0 where that is not known
    as_of: PartialDate
    is_total: bool  # the number is a total that the source reports
    source: SourceLine | None


class CaseRow(NamedTuple):
    """A case before a commission or a court."""

    body: OrganisationLink | None
    case_number: str
    filed: PartialDate | None
    next_date: PartialDate | None
    is_next_past: bool
    outcome: Said | None
    source: SourceLine | None


def session_chart(site: Site, dispute: Dispute, figures: Figures, lang: Lang) -> SessionChart | None:
    """Return the chart of sessions held, or none where none is known.

    It is split at the declaration of the dispute only if the number of sessions at that day is known: a session
    or total of that very day, or the next session known after it bears the next number.
    """
    if not figures.sessions or figures.sessions_as_of is None:
        return None
    entries = entries_until(dispute, figures.as_of)
    notice = next((e.date for e in entries if e.type is EntryType.DISPUTE_NOTICE), None)
    before = figures.sessions_at_notice
    known = [e for e in entries if session_number(e)]
    at_notice = any(e.date == notice and session_number(e) == before for e in known)
    later = min((session_number(e) for e in known if notice and e.date > notice), default=before + 1)
    split = before if notice and before and (at_notice or later == before + 1) else figures.sessions
    is_total = any(e.reported_total == figures.sessions for e in known)
    source = source_line(site, figures.sessions_source, lang)
    return SessionChart(split, figures.sessions - split, figures.sessions_as_of, is_total, source)


def case_rows(site: Site, dispute: Dispute, lang: Lang) -> tuple[CaseRow, ...]:
    """Return the legal cases; a next date that has passed is told from one to come."""
    return tuple(
        CaseRow(
            organisation_link(site, case.body, lang), case.case_number, case.filed, case.next_date,
            case.next_date is not None and is_past(case.next_date, site.today), say(case.outcome, site, lang),
            source_line(site, case.source, lang),
        )
        for case in dispute.facts.legal_cases
    )  # fmt: skip

"""The waves of a survey, as a campaign and a survey show them."""

from dataclasses import dataclass

from plugins.model.dates import PartialDate
from plugins.model.kinds import ActionState
from plugins.model.site import Site
from plugins.model.survey import Report, Survey, Wave
from plugins.model.text import Lang, Said
from plugins.model.urls import report_url, survey_url
from plugins.pages.parts import SourceLine, source_line
from plugins.pages.record_parts import is_past
from plugins.pages.sayings import headline, say, say_also


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    url: str
    title: Said
    other: Said | None
    summary: Said | None
    published: PartialDate


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One wave of a survey."""

    id: str  # anchor
    title: Said
    shape: str  # "disc" while it is open, else "circle"
    date: PartialDate
    until: PartialDate | None
    label: tuple[str, str]  # ("action", its state)
    text: Said | None
    responses: int | None
    report: ReportRow | None
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey with its waves, on the page of its campaign."""

    url: str
    name: Said
    waves: tuple[WaveRow, ...]


def survey_row(site: Site, survey: Survey, lang: Lang) -> SurveyRow:
    """Return a survey for the page of its campaign."""
    name = say(survey.facts.name, site, lang) or Said(survey.slug, lang)
    return SurveyRow(survey_url(lang, survey.slug), name, wave_rows(site, survey, lang))


def wave_rows(site: Site, survey: Survey, lang: Lang) -> tuple[WaveRow, ...]:
    """Return the waves, first one first, each in its state of today."""
    rows = []
    for wave in sorted(survey.facts.waves, key=lambda w: w.number):
        state = wave_state(site, wave)
        is_open = state in {ActionState.OPEN, ActionState.CLOSING_SOON}
        rows.append(
            WaveRow(
                id=f"{survey.slug}-wave-{wave.number}",
                title=say(wave.title, site, lang) or Said(str(wave.number), lang),
                shape="disc" if is_open else "circle",
                date=wave.opens,
                until=wave.closes,
                label=("action", state.value),
                text=say(wave.focus, site, lang),
                responses=wave.responses,
                report=_report_of(site, wave, lang),
                source=source_line(site, wave.source, lang),
            )
        )
    return tuple(rows)


def wave_state(site: Site, wave: Wave) -> ActionState:
    """Return where a wave stands today: as its action does, or, without one, by its own dates."""
    action = site.actions.get(wave.action)
    if action is not None:
        return action.state(site.now)
    if site.today < wave.opens.date:
        return ActionState.BEFORE
    if wave.closes and is_past(wave.closes, site.today):
        report = site.reports.get(wave.report)
        return ActionState.RESULT if report and report.is_out(site.today) else ActionState.CLOSED
    return ActionState.OPEN


def report_row(site: Site, report: Report, lang: Lang) -> ReportRow:
    """Return a report for a list."""
    return ReportRow(
        report_url(lang, report.slug), headline(report.facts.title, site, lang) or Said(report.slug, lang),
        say_also(report.facts.title, site, lang), say(report.facts.summary, site, lang), report.facts.published,
    )  # fmt: skip


def reports_out(site: Site) -> list[Report]:
    """Return the reports that have been published by today, newest first."""
    out = (report for report in site.reports.values() if report.is_out(site.today))
    return sorted(out, key=lambda r: r.facts.published, reverse=True)


def _report_of(site: Site, wave: Wave, lang: Lang) -> ReportRow | None:
    report = site.reports.get(wave.report)
    return report_row(site, report, lang) if report and report.is_out(site.today) else None

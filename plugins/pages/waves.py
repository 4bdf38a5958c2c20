"""The waves of a survey, as a campaign and a survey show them."""

from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.kinds import ActionState
from plugins.model.survey import Survey, Wave
from plugins.model.text import Lang, Said
from plugins.model.urls import report_url, survey_url
from plugins.pages.parts import SourceLine, source_line
from plugins.pages.record_parts import is_past
from plugins.pages.relations import reports_out
from plugins.pages.sayings import headline, say, say_also


class ReportRow(NamedTuple):
    """A report in a list."""

    url: str
    title: Said
    other: Said | None
    summary: Said | None
    published: PartialDate


class WaveRow(NamedTuple):
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


class SurveyRow(NamedTuple):
    """A survey with its waves, on the page of its campaign."""

    url: str
    name: Said
    waves: tuple[WaveRow, ...]


def survey_row(context: Context, slug: str, lang: Lang) -> SurveyRow:
    """Return a survey for the page of its campaign."""
    survey = context.site.surveys[slug]
    name = say(survey.facts.name, context.site, lang) or Said(slug, lang)
    return SurveyRow(survey_url(lang, slug), name, wave_rows(context, survey, lang))


def wave_rows(context: Context, survey: Survey, lang: Lang) -> tuple[WaveRow, ...]:
    """Return the waves, first one first, each in its state of today."""
    site, rows = context.site, []
    out = reports_out(context)
    for wave, state in zip(_in_order(survey), context.shared(_wave_states, survey.slug), strict=True):
        rows.append(
            WaveRow(
                id=f"{survey.slug}-wave-{wave.number}",
                title=say(wave.title, site, lang) or Said(str(wave.number), lang),
                shape="disc" if state in {ActionState.OPEN, ActionState.CLOSING_SOON} else "circle",
                date=wave.opens,
                until=wave.closes,
                label=("action", state.value),
                text=say(wave.focus, site, lang),
                responses=wave.responses,
                report=report_row(context, wave.report, lang) if wave.report in out else None,
                source=source_line(site, wave.source, lang),
            )
        )
    return tuple(rows)


def _in_order(survey: Survey) -> list[Wave]:
    return sorted(survey.facts.waves, key=lambda w: w.number)


def _wave_states(context: Context, slug: str) -> tuple[ActionState, ...]:
    return tuple(wave_state(context, wave) for wave in _in_order(context.site.surveys[slug]))


def wave_state(context: Context, wave: Wave) -> ActionState:
    """Return where a wave stands today: as its action does, or, without one, by its own dates."""
    site = context.site
    action = site.actions.get(wave.action)
    if action is not None:
        return action.state(site.now)
    if site.today < wave.opens.date:
        return ActionState.BEFORE
    if wave.closes and is_past(wave.closes, site.today):
        return ActionState.RESULT if wave.report in reports_out(context) else ActionState.CLOSED
    return ActionState.OPEN


def report_row(context: Context, slug: str, lang: Lang) -> ReportRow:
    """Return a report for a list."""
    site, facts = context.site, context.site.reports[slug].facts
    return ReportRow(
        report_url(lang, slug), headline(facts.title, site, lang) or Said(slug, lang),
        say_also(facts.title, site, lang), say(facts.summary, site, lang), facts.published,
    )  # fmt: skip

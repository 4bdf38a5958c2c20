"""The page of each survey, with its waves; it is reached from its campaign."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.survey import Survey
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, survey_url
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.frames import frame, head_of, with_easy
from plugins.pages.headings import written_in
from plugins.pages.names import record_link
from plugins.pages.record_parts import RunningText, original_of, post_rows, running_text
from plugins.pages.relations import reports_about
from plugins.pages.rows import PostRow
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.waves import ReportRow, WaveRow, report_row, wave_rows


class SurveyShown(NamedTuple):
    """What the page of a survey shows, in the reader's language."""

    url: str
    langs: tuple[Lang, ...]
    original: Lang  # the language of the page that this one stands in for; else empty
    name: Said
    other: Said | None
    campaign: tuple[str, Said] | None
    population: Said | None
    method: Said | None
    privacy: Said | None
    text: RunningText | None
    waves: tuple[WaveRow, ...]
    action: ActionCard | None  # of the newest wave that has one
    reports: tuple[ReportRow, ...]
    posts: tuple[PostRow, ...]


class SurveyView(NamedTuple):
    """The page of a survey."""

    head: Head
    survey: SurveyShown


def survey_jobs(context: Context) -> Iterable[Job]:
    """Give the page of each survey."""
    for lang in context.site.langs:
        for slug in context.site.surveys:
            path = output_path(survey_url(lang, slug))
            yield Job(path, survey_view, (lang, slug), "pages/survey.html", lang)


def survey_view(context: Context, lang: Lang, slug: str) -> SurveyView:
    """Return the view of a survey's page."""
    shown = survey_shown(context, slug, lang)
    about = shown.population.text if shown.population else ""
    head = head_of(
        frame(context, lang), shown.url, shown.name.text, about, "campaigns", (), shown.langs, shown.original,
        has_card=True,
    )  # fmt: skip
    return SurveyView(with_easy(head, context.site.surveys[slug].easy), shown)


def survey_shown(context: Context, slug: str, lang: Lang) -> SurveyShown:
    """Return what the survey's page in `lang` shows today."""
    site = context.site
    survey = site.surveys[slug]
    facts, url = survey.facts, survey_url(lang, slug)
    of_waves = [wave.report for wave in facts.waves]
    reports = [report for report in reports_about(context, "survey", slug) if report not in of_waves]
    return SurveyShown(
        url=url,
        langs=written_in(site, facts.name),
        original=original_of(site, facts.name, lang),
        name=page_title(facts.name, site, lang) or Said(slug, lang),
        other=say_also(facts.name, site, lang),
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        population=say(facts.population, site, lang),
        method=say(facts.method, site, lang),
        privacy=say(facts.privacy_promise, site, lang),
        text=running_text(context, survey, lang),
        waves=wave_rows(context, survey, lang),
        action=_action(context, survey, lang, url),
        reports=tuple(report_row(context, report, lang) for report in reports),
        posts=post_rows(context, "survey", slug, lang),
    )


def _action(context: Context, survey: Survey, lang: Lang, url: str) -> ActionCard | None:
    """Return the action of the newest wave that has one; its result is not linked where it is this very page."""
    newest = sorted(survey.facts.waves, key=lambda w: w.number, reverse=True)
    card = next((card for w in newest if (card := action_card(context, w.action, lang))), None)
    return card._replace(result_url="") if card and card.result_url == url else card

"""The page of each survey, with its waves; it is reached from its campaign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.survey import Survey
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, output_path, survey_url
from plugins.pages.action_parts import ActionCard, action_card
from plugins.pages.frames import head_of
from plugins.pages.headings import written_in
from plugins.pages.record_parts import RunningText, original_of, post_rows, running_text
from plugins.pages.rows import PostRow
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.waves import ReportRow, WaveRow, report_row, reports_out, wave_rows


@dataclass(frozen=True, slots=True)
class SurveyShown:
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


@dataclass(frozen=True, slots=True)
class SurveyView:
    """The page of a survey."""

    head: Head
    survey: SurveyShown


def survey_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the page of each survey."""
    for lang in site.langs:
        for survey in site.surveys.values():
            shown = survey_shown(site, survey, lang, words[lang])
            yield Job(
                output_path(shown.url), survey_view, (frames[lang], shown), "pages/survey.html", lang, survey.path
            )


def survey_view(frame: Frame, shown: SurveyShown) -> SurveyView:
    """Return the view of a survey's page."""
    about = shown.population.text if shown.population else ""
    head = head_of(frame, shown.url, shown.name.text, about, "campaigns", (), shown.langs, shown.original)
    return SurveyView(head, shown)


def survey_shown(site: Site, survey: Survey, lang: Lang, words: Catalogue) -> SurveyShown:
    """Return what the survey's page in `lang` shows today."""
    facts = survey.facts
    url = survey_url(lang, survey.slug)
    campaign = site.campaigns.get(facts.campaign)
    campaign_name = say(campaign.facts.name, site, lang) if campaign else None
    posts = [post for post in site.posts if post.facts.survey == survey.slug]
    of_waves = [wave.report for wave in facts.waves]
    reports = [r for r in reports_out(site) if r.facts.survey == survey.slug and r.slug not in of_waves]
    return SurveyShown(
        url=url,
        langs=written_in(site, facts.name),
        original=original_of(site, facts.name, lang),
        name=page_title(facts.name, site, lang) or Said(survey.slug, lang),
        other=say_also(facts.name, site, lang),
        campaign=(campaign_url(lang, facts.campaign), campaign_name) if campaign_name else None,
        population=say(facts.population, site, lang),
        method=say(facts.method, site, lang),
        privacy=say(facts.privacy_promise, site, lang),
        text=running_text(site, survey.texts, lang),
        waves=wave_rows(site, survey, lang),
        action=_action(site, survey, lang, url),
        reports=tuple(report_row(site, report, lang) for report in reports),
        posts=post_rows(site, posts, lang, words),
    )


def _action(site: Site, survey: Survey, lang: Lang, url: str) -> ActionCard | None:
    """Return the action of the newest wave that has one; its result is not linked where it is this very page."""
    newest = sorted(survey.facts.waves, key=lambda w: w.number, reverse=True)
    card = next((card for w in newest if (card := action_card(site, w.action, lang))), None)
    return replace(card, result_url="") if card and card.result_url == url else card

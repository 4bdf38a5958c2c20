"""Small sites made by hand: one dispute, one campaign, one survey, one report, with what a test adds."""

from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.i18n import Catalogue
from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.dates import TOKYO, PartialDate, parse_partial_date
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.jobs import Job
from plugins.model.kinds import EntryType, OrganisationType
from plugins.model.organisation import Organisation
from plugins.model.post import Post, PostFacts
from plugins.model.record import Source
from plugins.model.site import Site, SiteFacts
from plugins.model.survey import Report, ReportFacts, Survey, SurveyFacts, Wave
from plugins.model.text import Body, Text, Words
from plugins.pages.frames import frame_of
from plugins.rendering import build_environment, read_theme, render_page

NOW = datetime(2021, 12, 1, 12, 0, tzinfo=TOKYO)
EN = Catalogue("en", "")
THEME = read_theme(Path(__file__).parents[3] / "theme")
CATALOGUES = {"ja": EN, "en": EN}  # English words on every page, so that no translation is needed here


def both(text: str) -> Words:
    return Words((("ja", f"{text}（日）"), ("en", text)))


def day(written: str) -> PartialDate:
    return parse_partial_date(written)


def entry(date: str, kind: EntryType, **other: Any) -> Entry:
    return Entry(date=day(date), type=kind, **other)


def dispute_of(*entries: Entry, texts: tuple[Text, ...] = (), **facts: Any) -> Dispute:
    return Dispute("acme", "content/disputes/acme", DisputeFacts(
        **{"name": both("Acme dispute"), "summary": both("About pay."), "union": "sakura", "opponent": "acme",
           "entries": entries} | facts
    ), texts)  # fmt: skip


def campaign_of(**facts: Any) -> Campaign:
    return Campaign("deal", "content/campaigns/deal", CampaignFacts(
        **{"name": both("New deal"), "goal": both("Better work.")} | facts
    ))  # fmt: skip


def survey_of(*waves: Wave, **facts: Any) -> Survey:
    return Survey("alt", "content/surveys/alt", SurveyFacts(
        **{"name": both("ALT survey"), "campaign": "deal", "waves": waves} | facts
    ))  # fmt: skip


def report_of(published: str = "2021-03", slug: str = "first", **facts: Any) -> Report:
    return Report(slug, f"content/reports/{slug}", ReportFacts(
        **{"title": both("First report"), "summary": both("What we found."), "published": day(published)} | facts
    ))  # fmt: skip


def post_of(slug: str, langs: tuple[str, ...] = ("ja", "en"), **facts: Any) -> Post:
    texts = tuple(Text(lang, f"{lang}.md", slug, body=Body("<p>x</p>")) for lang in langs)
    published = datetime(2021, 11, 4, tzinfo=TOKYO)
    return Post(slug, f"2021-11-04-{slug}", f"content/news/2021-11-04-{slug}", published, PostFacts(**facts), texts)


def site_of(now: datetime = NOW, **parts: Any) -> Site:
    organisations = {
        "sakura": Organisation(name=both("Sakura Union"), type=OrganisationType.UNION),
        "acme": Organisation(name=both("Acme"), type=OrganisationType.EMPLOYER),
    }
    sources = {
        "may": Source(name=both("Report of May"), publisher="sakura"),
        "november": Source(name=both("Report of November"), publisher="sakura"),
    }
    fields = {"organisations": organisations, "sources": sources} | parts
    return Site(facts=SiteFacts(name=both("Union"), tagline=both("Together")), url="https://union.example", now=now,
                **fields)  # fmt: skip


def frames_of(site: Site) -> dict[str, Any]:
    return {lang: frame_of(site, lang, EN) for lang in site.langs}


def render(job: Job) -> str:
    """Return the page of a job, its interface in English."""
    environment = build_environment(THEME, job.lang, EN)
    return render_page(environment, job.template, job.make(*job.inputs), job.inputs[0])

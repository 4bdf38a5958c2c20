"""Small sites made by hand: one dispute, one campaign, one survey, one report, with what a test adds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.i18n import Catalogue
from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.context import Context
from plugins.model.dates import TOKYO, PartialDate, parse_partial_date
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.event import Event
from plugins.model.jobs import Job
from plugins.model.kinds import EntryType, OrganisationType
from plugins.model.organisation import Organisation
from plugins.model.post import Post, PostFacts
from plugins.model.posts import Posts
from plugins.model.record import Source
from plugins.model.site import Clock, Site, SiteFacts
from plugins.model.survey import Report, ReportFacts, Survey, SurveyFacts, Wave
from plugins.model.text import Body, Text, Words
from plugins.pages.frames import frame
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
    texts = tuple(Text(lang, f"{lang}.md", slug, has_body=True) for lang in langs)
    published = datetime(2021, 11, 4, tzinfo=TOKYO)
    return Post(slug, f"2021-11-04-{slug}", f"content/news/2021-11-04-{slug}", published, PostFacts(**facts), texts)


def site_of(
    now: datetime = NOW, posts: Iterable[Post] = (), events: Iterable[Event] = (),
    bodies: Mapping[str, str] | None = None, **parts: Any,
) -> Site:  # fmt: skip
    """A site; `bodies` are the running texts by the key of their `Text`."""
    organisations = {
        "sakura": Organisation(
            name=both("Sakura Union"), type=OrganisationType.UNION, url="https://sakura.example/en/"
        ),
        "acme": Organisation(name=both("Acme"), type=OrganisationType.EMPLOYER),
    }
    sources = {
        "may": Source(name=both("Report of May"), publisher="sakura"),
        "november": Source(name=both("Report of November"), publisher="sakura"),
    }
    fields = {"organisations": organisations, "sources": sources} | parts
    return Site(
        facts=SiteFacts(name=both("Union"), tagline=both("Together")), url="https://union.example", clock=Clock(now),
        posts=Posts.of(posts), events={event.folder: event for event in events},
        bodies={key: Body(html) for key, html in (bodies or {}).items()}, **fields,
    )  # fmt: skip


def context_of(now: datetime = NOW, **parts: Any) -> Context:
    """A site with English words on every page."""
    return Context(site_of(now, **parts), CATALOGUES)


@dataclass(frozen=True)
class Made:
    """A job with the site it is made of."""

    job: Job
    context: Context

    @property
    def view(self) -> Any:
        return self.job.make(self.context, *self.job.inputs)

    @property
    def html(self) -> str:
        """The finished page, its interface in English."""
        environment = build_environment(THEME, self.job.lang, EN)
        return render_page(environment, self.job.template, self.view, frame(self.context, self.job.lang))


def made_by(room: Callable[[Context], Iterable[Job]], **parts: Any) -> dict[str, Made]:
    """What a room of jobs gives, by path."""
    context = context_of(**parts)
    return {job.path: Made(job, context) for job in room(context)}

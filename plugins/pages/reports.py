"""The page of each report that is out, and their list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.dates import PartialDate
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.survey import Report
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, output_path, report_url, section_url, survey_url
from plugins.pages.fact_parts import ClaimRow, DistributionChart, FactCard, claim_rows, distribution_charts, fact_cards
from plugins.pages.frames import head_of
from plugins.pages.headings import section_pair, written_in
from plugins.pages.parts import ContactCard, SourceLine, contact_card, source_line
from plugins.pages.record_parts import DocumentLink, RunningText, document_links, original_of, running_text
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.waves import ReportRow, report_row, reports_out


@dataclass(frozen=True, slots=True)
class ReportShown:
    """What the page of a report shows, in the reader's language."""

    url: str
    langs: tuple[Lang, ...]
    original: Lang  # the language of the page that this one stands in for; else empty
    title: Said
    other: Said | None
    summary: Said | None
    published: PartialDate
    campaign: tuple[str, Said] | None
    survey: tuple[str, Said] | None
    period: Said | None
    n: int | None
    method: Said | None
    licence: Said | None
    findings: tuple[Said, ...]
    facts: tuple[FactCard, ...]
    charts: tuple[DistributionChart, ...]
    claims: tuple[ClaimRow, ...]
    text: RunningText | None
    documents: tuple[DocumentLink, ...]
    contact: ContactCard | None
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """The page of a report."""

    head: Head
    report: ReportShown


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of all reports."""

    head: Head
    title: Said
    other: Said | None
    rows: tuple[ReportRow, ...]


def report_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the list of reports, if one is out, and the page of each; before its day a report has no page."""
    out = reports_out(site)
    for lang in site.langs if out else ():
        rows = tuple(report_row(site, report, lang) for report in out)
        inputs = (frames[lang], *section_pair(site, "reports", lang, words), rows)
        yield Job(output_path(section_url(lang, "reports")), reports_view, inputs, "pages/reports.html", lang)
        for report in out:
            shown = report_shown(site, report, lang, words[lang])
            yield Job(
                output_path(shown.url), report_view, (frames[lang], shown), "pages/report.html", lang, report.path
            )


def reports_view(frame: Frame, title: Said, other: Said | None, rows: tuple[ReportRow, ...]) -> ReportsView:
    """Return the view of the list."""
    return ReportsView(head_of(frame, section_url(frame.lang, "reports"), title.text, section="reports"), title, other,
                       rows)  # fmt: skip


def report_view(frame: Frame, shown: ReportShown) -> ReportView:
    """Return the view of a report's page."""
    summary = shown.summary.text if shown.summary else ""
    head = head_of(frame, shown.url, shown.title.text, summary, "reports", (), shown.langs, shown.original)
    return ReportView(head, shown)


def report_shown(site: Site, report: Report, lang: Lang, words: Catalogue) -> ReportShown:
    """Return what the report's page in `lang` shows."""
    facts = report.facts
    return ReportShown(
        url=report_url(lang, report.slug),
        langs=written_in(site, facts.title),
        original=original_of(site, facts.title, lang),
        title=page_title(facts.title, site, lang) or Said(report.slug, lang),
        other=say_also(facts.title, site, lang),
        summary=say(facts.summary, site, lang),
        published=facts.published,
        campaign=_campaign(site, facts.campaign, lang),
        survey=_survey(site, facts.survey, lang),
        period=say(facts.period, site, lang),
        n=facts.n,
        method=say(facts.method, site, lang),
        licence=say(facts.licence, site, lang),
        findings=tuple(said for finding in facts.findings if (said := say(finding, site, lang))),
        facts=fact_cards(site, facts.facts, lang),
        charts=distribution_charts(site, facts.distributions, lang),
        claims=claim_rows(site, facts.claims, lang),
        text=running_text(site, report.texts, lang),
        documents=document_links(site, facts.documents, lang, words, f"reports/{report.slug}"),
        contact=contact_card(site, facts.contact, lang),
        source=source_line(site, facts.source, lang),
    )


def _campaign(site: Site, slug: str, lang: Lang) -> tuple[str, Said] | None:
    campaign = site.campaigns.get(slug)
    name = say(campaign.facts.name, site, lang) if campaign else None
    return (campaign_url(lang, slug), name) if name else None


def _survey(site: Site, slug: str, lang: Lang) -> tuple[str, Said] | None:
    survey = site.surveys.get(slug)
    name = say(survey.facts.name, site, lang) if survey else None
    return (survey_url(lang, slug), name) if name else None

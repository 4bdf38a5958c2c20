"""The page of each report that is out, and their list."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, report_url, section_url
from plugins.pages.fact_parts import ClaimRow, DistributionChart, FactCard, claim_rows, distribution_charts, fact_cards
from plugins.pages.frames import frame, head_of, with_easy
from plugins.pages.headings import section_pair, written_in
from plugins.pages.names import record_link
from plugins.pages.parts import ContactCard, SourceLine, contact_card, source_line
from plugins.pages.record_parts import DocumentLink, RunningText, document_links, original_of, running_text
from plugins.pages.relations import reports_out
from plugins.pages.results import ResultShown, result_charts
from plugins.pages.sayings import page_title, say, say_also
from plugins.pages.waves import ReportRow, report_row


class ReportShown(NamedTuple):
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
    results: tuple[ResultShown, ...]
    claims: tuple[ClaimRow, ...]
    text: RunningText | None
    documents: tuple[DocumentLink, ...]
    contact: ContactCard | None
    source: SourceLine | None


class ReportView(NamedTuple):
    """The page of a report."""

    head: Head
    report: ReportShown


class ReportsView(NamedTuple):
    """The list of all reports."""

    head: Head
    title: Said
    other: Said | None
    rows: tuple[ReportRow, ...]


def report_jobs(context: Context) -> Iterable[Job]:
    """Give the list of reports, if one is out, and the page of each; before its day a report has no page."""
    site, out = context.site, reports_out(context)
    for lang in site.langs if out else ():
        yield Job(output_path(section_url(lang, "reports")), reports_view, (lang,), "pages/reports.html", lang)
        for slug in out:
            path = output_path(report_url(lang, slug))
            yield Job(path, report_view, (lang, slug), "pages/report.html", lang)


def reports_view(context: Context, lang: Lang) -> ReportsView:
    """Return the view of the list."""
    title, other = section_pair(context.site, "reports", lang, context.words)
    head = head_of(frame(context, lang), section_url(lang, "reports"), title.text, section="reports")
    return ReportsView(head, title, other, tuple(report_row(context, slug, lang) for slug in reports_out(context)))


def report_view(context: Context, lang: Lang, slug: str) -> ReportView:
    """Return the view of a report's page."""
    shown = report_shown(context, slug, lang)
    summary = shown.summary.text if shown.summary else ""
    head = head_of(
        frame(context, lang), shown.url, shown.title.text, summary, "reports", (), shown.langs, shown.original,
        has_card=True,
    )  # fmt: skip
    return ReportView(with_easy(head, context.site.reports[slug].easy), shown)


def report_shown(context: Context, slug: str, lang: Lang) -> ReportShown:
    """Return what the report's page in `lang` shows."""
    site = context.site
    report = site.reports[slug]
    facts = report.facts
    return ReportShown(
        url=report_url(lang, slug),
        langs=written_in(site, facts.title),
        original=original_of(site, facts.title, lang),
        title=page_title(facts.title, site, lang) or Said(slug, lang),
        other=say_also(facts.title, site, lang),
        summary=say(facts.summary, site, lang),
        published=facts.published,
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        survey=record_link(context, "surveys", facts.survey, lang),
        period=say(facts.period, site, lang),
        n=facts.n,
        method=say(facts.method, site, lang),
        licence=say(facts.licence, site, lang),
        findings=tuple(said for finding in facts.findings if (said := say(finding, site, lang))),
        facts=fact_cards(site, facts.facts, lang),
        charts=distribution_charts(site, facts.distributions, lang),
        results=result_charts(context, report, lang),
        claims=claim_rows(site, facts.claims, lang),
        text=running_text(context, report, lang, documents=facts.documents),
        documents=document_links(site, facts.documents, lang, context.words[lang], report),
        contact=contact_card(context, facts.contact, lang),
        source=source_line(site, facts.source, lang),
    )

"""The page of a report from its day on, and the list of reports."""

from datetime import datetime
from decimal import Decimal

import pytest

from plugins.model.dates import TOKYO
from plugins.model.record import ClaimPair, Distribution, Document, Fact, Share
from plugins.pages.reports import report_jobs, report_shown
from tests.plugins.pages.record_sites import (
    both,
    campaign_of,
    context_of,
    day,
    made_by,
    report_of,
)


@pytest.mark.parametrize(
    ("today", "published", "is_out"),
    [(1, "2021-12-02", False), (2, "2021-12-02", True), (1, "2021-12", True), (1, "2022", False)],
)
def test_a_report_has_a_page_from_its_day_on_and_the_list_exists_with_the_first(today, published, is_out):
    jobs = made_by(report_jobs, now=datetime(2021, 12, today, tzinfo=TOKYO), reports={"first": report_of(published)})
    paths = {f"{lang}/reports/{rest}index.html" for lang in ("ja", "en") for rest in ("", "first/")}
    assert set(jobs) == (paths if is_out else set())


def test_the_list_is_newest_first_and_leaves_out_what_is_not_out():
    reports = {
        slug: report_of(published, slug=slug)
        for slug, published in [("a", "2020-01"), ("b", "2021-11"), ("c", "2022-01")]
    }
    view = made_by(report_jobs, reports=reports)["en/reports/index.html"].view
    assert [row.url for row in view.rows] == ["/en/reports/b/", "/en/reports/a/"]


def test_figures_distributions_and_claims_come_with_their_sources():
    facts = {
        "facts": (Fact(id="f", value=Decimal("25"), label=both("Lessons"), as_of=day("2021"), source="may"),),
        "distributions": (
            Distribution(
                id="d",
                label=both("Schools"),
                shares=tuple(Share(label=both(k), value=Decimal(v)) for k, v in (("Primary", "60"), ("Other", "40"))),
                as_of=day("2021"),
                source="november",
                n=10,
            ),
        ),
        "claims": (ClaimPair(claim=both("All is well."), claim_source="may", answer=both("It is not.")),),
        "source": "may",
    }
    html = made_by(report_jobs, reports={"first": report_of(**facts)})["en/reports/first/index.html"].html
    for words in ("Lessons", "Primary", "60%", "All is well.", "It is not.", "Report of May", "Report of November"):
        assert words in html, words


def test_documents_are_named_with_form_and_language():
    documents = (
        Document(title=both("Full text"), file="report.pdf", lang="en"),
        Document(title=both("Data"), url="https://data.example/a.csv"),
    )
    shown = report_shown(context_of(reports={"first": report_of(documents=documents)}), "first", "en")
    assert [(d.url, d.details) for d in shown.documents] == [
        ("/media/reports/first/report.pdf", "PDF, English"), ("https://data.example/a.csv", ""),
    ]  # fmt: skip


def test_sections_without_anything_are_absent():
    bare = made_by(report_jobs, reports={"first": report_of()})["en/reports/first/index.html"].html
    headings = ("Main findings", "Facts and figures", "Documents", "Contact", "Period", "Answers", "Method", "Campaign")
    for heading in headings:
        assert f">{heading}<" not in bare, heading
    facts = {"findings": (both("Pay differs."),), "n": 1204, "campaign": "deal"}
    made = made_by(report_jobs, reports={"first": report_of(**facts)}, campaigns={"deal": campaign_of()})
    full = made["en/reports/first/index.html"].html
    for words in (">Main findings<", "Pay differs.", "1,204", "New deal"):
        assert words in full, words

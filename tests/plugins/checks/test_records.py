"""The checks of everything that is not a post."""

from datetime import datetime

import pytest

from plugins.checks import check_site
from plugins.model.dates import TOKYO
from plugins.model.kinds import ActionType, EntryType
from plugins.model.organisation import Notice
from plugins.model.page import Explainer, ExplainerFacts
from plugins.model.record import Action, Distribution, Document, Fact, Share
from plugins.model.text import Body, Link
from plugins.problems import problem
from tests.plugins.checks.small_evidence import BOTH, day, dispute, entry, event, evidence, page, post, rules, values

NEXT_YEAR = datetime(2027, 1, 1, tzinfo=TOKYO)
LATER = "2026-11-05-later"


def action(**facts) -> dict[str, Action]:
    given = {"id": "sign", "type": ActionType.SHARE, "label": BOTH, "url": "https://union.example/"}
    return {"0": Action(**given | facts)}


def notice(**facts) -> dict[str, Notice]:
    return {"0": Notice(**{"text": BOTH, "start": day("2026-11-01"), "end": day("2026-12-01")} | facts)}


def disputes(*entries, **facts):
    return {"kasai": dispute("kasai", *entries, **facts)}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"action_table": action()}, []),
        ({"action_table": action(url="")}, ["action-without-url"]),
        ({"action_table": action(url="", opens=NEXT_YEAR)}, []),
        ({"action_table": action(figure=3)}, ["figure-without-date"]),
        ({"disputes": disputes(workers_concerned=40)}, ["figure-without-date", "figure-without-source"]),
        (
            {"disputes": disputes(workers_concerned=40, workers_source="gone", workers_as_of=day("2026-05-01"))},
            ["reference-to-nothing"],
        ),
        ({"action_table": action() | {"1": action()["0"]}}, ["key-twice"]),
        ({"action_table": action(url="ftp://x")}, ["link-scheme"]),
        ({"notices": notice(url="/about/")}, []),
        ({"notices": notice(url="/abuot/")}, ["broken-link"]),
        ({"notices": notice(end=day("2026-10-01"))}, ["end-before-start"]),
        ({"events": {"x": event(prefecture="tokio")}}, ["unknown-value"]),
        ({"events": {"x": event(report_post="2026-11-01-strike")}}, []),
        ({"events": {"x": event(report_post=LATER)}}, []),
        ({"events": {"x": event(report_post="2026-11-01-strke")}}, ["unknown-reference"]),
        ({"disputes": disputes(entry(number=3))}, ["misplaced-field"]),
        ({"disputes": disputes(entry(document=Document(title=BOTH)))}, ["document-without-file"]),
        ({"disputes": disputes(entry(document=Document(title=BOTH, file="a.pdf")))}, ["file-missing"]),
        ({"disputes": disputes(entry(), closed=day("2026-09-01"))}, ["closed-before-entries"]),
        ({"disputes": disputes(entry(key="a"), entry(key="a", differs_from="a"))}, ["key-twice", "names-itself"]),
        ({"disputes": disputes(entry(kind=EntryType.LAWSUIT_FILED, source="x"))}, ["reference-to-nothing"]),
    ],
)
def test_a_fault_of_a_record(parts, expected):
    addresses = frozenset(("/ja/about/", "/en/about/"))
    assert rules(check_site(evidence(post(), addresses=addresses, hidden=frozenset((LATER,)), **parts))) == expected


def test_a_text_links_to_an_entry_of_the_dispute_on_the_same_page():
    own = page("kasai")
    anchors = {"/ja/pages/kasai/": frozenset(("demand",)), "/en/pages/kasai/": frozenset()}
    body = Body("<p>x</p>", links=(Link("#demand", 6),))
    found = check_site(evidence(pages={"kasai": own}, body=body, anchors=anchors.get))
    assert found == [problem("broken-fragment", "content/pages/kasai/en.md", 6, found="#demand")]


def explainer(slug: str, *facts: Fact, shares: tuple[int, ...] = (60, 40), source: str = "census") -> Explainer:
    parts = tuple(Share(label=BOTH, value=value) for value in shares)
    whole = Distribution(id=f"{slug}-parts", label=BOTH, shares=parts, as_of=day("2026-01-01"), source=source)
    given = ExplainerFacts(title=BOTH, definition=BOTH, checked=day("2026-01-01"), facts=facts, distributions=(whole,))
    return Explainer(slug, f"content/explainers/{slug}", given)


def test_an_id_given_again_is_told_at_all_but_the_last_place_even_if_both_say_the_same():
    fact = Fact(id="pay", value=1, label=BOTH, as_of=day("2026-01-01"), source="")
    items = {"a": explainer("a", fact, fact, source=""), "b": explainer("b", fact, shares=(60, 30), source="")}
    found = [f for f in check_site(evidence(explainers=items)) if f.rule != "figure-without-source"]
    assert [(f.rule, f.path, values(f)["found"]) for f in sorted(found)] == [
        ("key-twice", "content/explainers/a", "pay"),
        ("key-twice", "content/explainers/a", "pay"),
        ("shares-not-whole", "content/explainers/b", "b-parts"),
    ]

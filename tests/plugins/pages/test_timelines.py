"""The timeline of a dispute: what stands in it, in what order, with which sources."""

from datetime import datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.kinds import EntryType, StrikeForm
from plugins.model.record import Document
from plugins.pages.timelines import timeline_rows
from tests.plugins.pages.record_sites import both, context_of, day, dispute_of, entry, post_of

SESSION = EntryType.BARGAINING_SESSION


def rows_of(*entries, now=None, lang="en", **parts):
    context = context_of(now, **parts) if now else context_of(**parts)
    return timeline_rows(context, dispute_of(*entries), lang)


def test_an_entry_that_is_not_public_is_nowhere_in_the_timeline():
    rows = rows_of(
        entry("2021-05", SESSION, number=1, source="may", key="a", public=False, text=both("secret")),
        entry("2021-06", EntryType.STRIKE, source="november", differs_from="a"),
    )
    assert [row.title for row in rows] == ["Strike"]
    assert rows[0].differs == ()
    assert "secret" not in repr(rows)


def test_contradicting_sources_are_both_shown_with_their_sources_and_point_at_each_other():
    requested, first = rows_of(
        entry("2019-10", SESSION, number=1, source="may", key="first"),
        entry("2019-11", EntryType.BARGAINING_REQUESTED, source="november", differs_from="first"),
    )
    assert first.source.name.text == "Report of May"
    assert requested.source.name.text == "Report of November"
    assert [(o.title, o.date, o.url) for o in requested.differs] == [("Bargaining session 1", day("2019-10"), "#first")]
    assert [(o.title, o.date, o.url) for o in first.differs] == [
        ("Bargaining requested", day("2019-11"), f"#{requested.id}")
    ]


def test_newest_comes_first_and_of_one_day_the_last_written():
    rows = rows_of(
        entry("2021-11-04", EntryType.STRIKE, source="may"),
        entry("2021-11-04", EntryType.PROTEST, source="may"),
        entry("2020-01", EntryType.DEMAND_SUBMITTED, source="may"),
    )
    assert [row.title for row in rows] == ["Protest", "Strike", "Demands submitted"]
    assert [row.shape for row in rows] == ["diamond", "diamond", "circle"]


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"type": SESSION}, "Bargaining"),
        ({"type": SESSION, "number": 4}, "Bargaining session 4"),
        ({"type": SESSION, "reported_total": 33}, "Bargaining: 33 sessions so far, as reported"),
        ({"type": SESSION, "reported_total": 1}, "Bargaining: 1 session so far, as reported"),
        ({"type": SESSION, "number": 4, "reported_total": 33},
         "Bargaining session 4: 33 sessions so far, as reported"),
        ({"type": EntryType.STRIKE, "form": StrikeForm.TIMED}, "Strike for some hours"),
        ({"type": EntryType.ULP_HEARING}, "Labour commission: hearing"),
    ],
)  # fmt: skip
def test_a_title_says_number_total_and_form(facts, title):
    kind = facts.pop("type")
    assert rows_of(entry("2021-05-11", kind, source="may", **facts))[0].title == title


@pytest.mark.parametrize("kind", EntryType)
def test_every_kind_of_entry_has_words(kind):
    assert rows_of(entry("2021-05-11", kind, source="may"))[0].title


def test_plain_sessions_in_a_row_are_one_row():
    rows = rows_of(
        entry("2021-06-01", SESSION, number=27, source="may"),
        entry("2021-07-01", SESSION, number=28, source="may"),
        entry("2021-08-01", SESSION, number=29, source="may"),
    )
    assert [(row.title, row.date, row.until) for row in rows] == [
        ("Bargaining sessions 27–29", day("2021-06-01"), day("2021-08-01"))
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"number": 29},
        {"number": 28, "source": "november"},
        {"number": 28, "text": both("A step forward.")},
        {"number": 28, "differs_from": "s27"},
        {"reported_total": 28},
    ],
)
def test_a_session_of_which_more_is_told_stands_by_itself(other):
    second = {"source": "may"} | other
    rows = rows_of(
        entry("2021-06-01", SESSION, number=27, source="may", key="s27"), entry("2021-07-01", SESSION, **second)
    )
    assert len(rows) == 2


@pytest.mark.parametrize(("today", "title"), [(3, "Planned: Strike"), (4, "Strike"), (5, "Strike")])
def test_what_is_still_to_come_is_called_planned(today, title):
    rows = rows_of(entry("2021-11-04", EntryType.STRIKE, source="may"), now=datetime(2021, 11, today, tzinfo=TOKYO))
    assert rows[0].title == title


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (None, "An answer was asked for by 6 August 2020."),
        (True, "An answer was asked for by 6 August 2020. It came."),
        (False, "An answer was asked for by 6 August 2020. None came."),
    ],
)
def test_a_deadline_says_whether_an_answer_came(answered, words):
    asked = entry("2020-07", EntryType.BARGAINING_REFUSED, source="may", deadline=day("2020-08-06"), answered=answered)
    assert rows_of(asked)[0].deadline == words


def test_an_entry_links_to_its_post_only_if_that_is_published():
    told = entry("2021-11-04", EntryType.STRIKE, source="may", post="2021-11-04-strike")
    assert rows_of(told)[0].url == ""
    assert rows_of(told, posts=(post_of("strike"),))[0].url == "/en/news/2021/strike/"


def test_place_prefectures_and_document_are_told():
    row = rows_of(
        entry("2021-11-04", EntryType.PROTEST, source="may", place=both("Yokohama"), prefectures=("kanagawa", "tokyo"),
              document=Document(title=both("Leaflet"), file="leaflet.pdf", lang="ja"))
    )[0]  # fmt: skip
    assert row.place.text == "Yokohama"
    assert row.prefectures == "Kanagawa and Tokyo"
    assert (row.document.url, row.document.details) == ("/media/disputes/acme/leaflet.pdf", "PDF, Japanese")


def test_anchors_are_keys_and_never_stand_twice():
    rows = rows_of(
        entry("2021-11-04", EntryType.STRIKE, source="may", key="strike"),
        entry("2021-11-04", EntryType.PROTEST, source="may"),
        entry("2021-11-04", EntryType.PROTEST, source="may"),
    )
    ids = [row.id for row in rows]
    assert "strike" in ids
    assert len(set(ids)) == 3

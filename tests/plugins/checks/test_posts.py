"""The checks of one post: what it names, shows and links to, and nothing else of the site."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from plugins.checks import POST_CHECKS, SITE_CHECKS, check_post, check_records
from plugins.model.consent import GIVEN
from plugins.model.dates import TOKYO
from plugins.model.kinds import EntryType
from plugins.model.organisation import Tag
from plugins.model.picture import PictureFile
from plugins.model.post import Correction, Photo
from plugins.model.text import Body, Figure, Link, Picture, Words
from plugins.problems import problem
from tests.plugins.checks.small_evidence import (
    BOTH,
    FOLDER,
    Unwalked,
    UnwalkedTable,
    dispute,
    entry,
    event,
    evidence,
    post,
    rules,
    texts,
)  # fmt: skip

ASSET = f"news/{FOLDER}/a.jpg"
PHOTO = Photo(file="a.jpg", alt=BOTH, people=GIVEN)
PICTURES = {f"/media/{ASSET}": PictureFile(None, "media/a.1a2b3c4d", "jpg", 8, 6)}
SESSION = entry(kind=EntryType.BARGAINING_SESSION)
FIGURES = (Figure("sessions", "", 7),)


def fixed(when: str) -> Correction:
    return Correction(date=date.fromisoformat(when), text=BOTH)


def body(*links: str, **parts: tuple) -> Body:
    return Body("<p>x</p>", links=tuple(Link(target, 9) for target in links), **parts)


@pytest.mark.parametrize(
    ("facts", "own", "expected"),
    [
        ({}, {}, []),
        ({"tags": ("wages",)}, {}, []),
        ({"tags": ("wage",)}, {}, ["unknown-reference"]),
        ({"contact": "desk"}, {}, ["reference-to-nothing"]),
        ({"event": "2026-11-29-rally", "dispute": "kasai"}, {}, []),
        ({"event": "2026-11-29-march"}, {}, ["unknown-reference"]),
        ({"prefectures": ("tokyo",)}, {}, []),
        ({"prefectures": ("tokio",)}, {}, ["unknown-value"]),
        ({"modified": datetime(2026, 11, 2, tzinfo=TOKYO)}, {}, []),
        ({"modified": datetime(2026, 10, 2, tzinfo=TOKYO)}, {}, ["end-before-start"]),
        ({"corrections": (fixed("2026-11-02"),)}, {}, []),
        ({"corrections": (fixed("2026-10-31"), fixed("2026-11-23"))}, {}, ["day-to-come", "end-before-start"]),
        ({"photos": (PHOTO,)}, {}, []),
        ({"photos": (replace(PHOTO, file="b.jpg"),)}, {}, ["picture-unreadable"]),
        ({"photos": (replace(PHOTO, file="c.jpg"),)}, {}, ["file-missing"]),
        ({"photos": (replace(PHOTO, alt=Words.of({"ja": "写真"})),)}, {}, ["photo-without-alt"]),
        ({"dispute": "kasai"}, {"figures": FIGURES}, []),
        ({"dispute": "uncounted"}, {"figures": FIGURES}, ["sessions-without-number"] * 2),
        ({}, {"figures": FIGURES}, ["figure-without-dispute"] * 2),
        ({}, {"figures": (Figure("stage", "nothing", 7),)}, ["figure-of-nothing"] * 2),
        ({}, {"summary": "After {sessions:kasai} sessions"}, ["figure-in-heading"] * 2),
        ({}, {"title_breaks": "Str|ike"}, []),
        ({}, {"title_breaks": "Str|eik"}, ["title-breaks-differ"] * 2),
        ({}, {"summary": ""}, ["translation-missing"] * 2),
        ({}, {"has_body": False}, ["no-text"]),
    ],
)
def test_a_fault_of_a_post(facts, own, expected):
    found = check_post(
        evidence(
            post(texts(**own), **facts),
            tags={"wages": Tag(label=BOTH)},
            disputes={"kasai": dispute(), "uncounted": dispute("uncounted", SESSION)},
            events={"2026-11-29-rally": event()},
            assets=Unwalked({ASSET, f"news/{FOLDER}/b.jpg"}),
            pictures=PICTURES,
        ),
        FOLDER,
    )
    assert rules(found) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://elsewhere.example/", []),
        ("/ja/about/", []),
        ("/ja/about/?from=news#top", []),
        ("/ja/about/#bottom", ["broken-fragment"]),
        ("/ja/feed.xml#x", ["broken-fragment"]),
        ("/ja/%E8%A8%98/", []),
        ("/ja/abuot/", ["broken-link"]),
        ("/media/news/2026-11-01-strike/list.pdf", []),
        ("/media/news/x/missing.pdf", ["file-missing"]),
        ("#own", []),
        ("#other", ["broken-fragment"]),
    ],
)
def test_a_link_of_a_post(target, expected):
    shown = evidence(
        post(),
        body=body(target, anchors=("own",)),
        addresses=Unwalked({"/ja/about/", "/ja/記/", "/ja/feed.xml"}),
        assets=Unwalked({"news/2026-11-01-strike/list.pdf"}),
        anchors={"/ja/about/": frozenset(("top",))}.get,
    )
    found = set(check_post(shown, FOLDER))
    assert rules(found) == expected * 2  # a text in each language
    assert all(fault.line == 9 for fault in found)


def test_a_picture_of_a_text_lies_beside_it():
    shown = body(pictures=(Picture("a.jpg", "A", 4), Picture("c.jpg", "C", 5)))
    listed = post(photos=(PHOTO,))
    found = check_post(evidence(listed, body=shown, assets=Unwalked({ASSET}), pictures=PICTURES), FOLDER)
    folder = f"content/news/{FOLDER}"
    assert sorted(found)[1] == problem("file-missing", f"{folder}/ja.md", 5, found="c.jpg", file=f"{folder}/c.jpg")
    assert rules(found) == ["file-missing"] * 2


def test_a_fault_of_a_value_is_told_at_its_line():
    given = post(tags=("wages", "hours"))
    lines = {given.path: {("tags",): 4, ("tags", 1): 6}}
    tags = {"wages": Tag(label=BOTH), "house": Tag(label=BOTH)}
    assert check_post(evidence(given, tags=tags, lines=lines), FOLDER) == (
        problem("unknown-reference", f"{given.path}/ja.md", 6, field="tags", found="hours", nearest="house",
                where="content/data/tags.yml"),
    )  # fmt: skip


def test_a_post_without_a_fault_walks_over_nothing():
    own = texts(figures=(Figure("stage", "kasai", 3),))
    given = post(own, tags=("wages",), dispute="kasai", photos=(PHOTO,))
    shown = evidence(
        given,
        body=body("/ja/about/", "/media/news/2026-11-01-strike/list.pdf", pictures=(Picture("a.jpg", "A", 4),)),
        addresses=Unwalked({"/ja/about/"}),
        assets=Unwalked({ASSET, "news/2026-11-01-strike/list.pdf"}),
        tags=UnwalkedTable(wages=Tag(label=BOTH)),
        pictures=UnwalkedTable(PICTURES),
    )
    # The helper itself has looked for texts in the disputes.
    shown = shown._replace(site=replace(shown.site, disputes=UnwalkedTable(kasai=dispute())), origins=None)
    assert check_post(shown, FOLDER) == ()


def test_a_post_that_is_not_public_is_not_checked():
    assert check_post(evidence(post(tags=("x",))), "2026-11-02-other") == ()


def test_the_checks_of_records_open_no_post():
    given = post(tags=("nothing",), prefectures=("tokio",), corrections=(fixed("2026-10-01"),))
    shown = evidence(
        given,
        opened=False,
        disputes={"kasai": dispute("kasai", entry(post=FOLDER), entry(post="2026-11-05-later"))},
        events={"2026-11-29-rally": event(report_post=FOLDER)},
        hidden=Unwalked({"2026-11-05-later"}),
    )
    assert [found for number in range(len(SITE_CHECKS)) for found in check_records(shown, number)] == []


def test_every_check_stands_once_and_in_one_list():
    assert len({*POST_CHECKS, *SITE_CHECKS}) == len(POST_CHECKS) + len(SITE_CHECKS)

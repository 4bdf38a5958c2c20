"""Running text as it is shown: figures in words."""

from datetime import date

import pytest

from plugins.model.consent import Consent
from plugins.model.dates import PartialDate
from plugins.model.dispute import Dispute, DisputeFacts, Entry
from plugins.model.kinds import EntryType
from plugins.model.page import Page, PageFacts
from plugins.model.photo import Photo
from plugins.model.picture import PictureFile
from plugins.model.post import Correction
from plugins.model.shown import ShownFigures
from plugins.model.text import Body, Figure, Text, Words
from plugins.pages.bodies import finished_html
from plugins.pages.pictures import COLUMN
from tests.plugins.pages.small_sites import context, pair, post, site

SESSIONS = tuple(
    Entry(date=PartialDate(2026, 11, day), type=EntryType.BARGAINING_SESSION, number=number)
    for day, number in ((1, 33), (20, 34))
)
QUARREL = DisputeFacts(name=pair("争議"), summary=pair("要約"), union="", opponent="", entries=SESSIONS)
TEXT = Text("en", "x/en.md", has_body=True, figures=(Figure("sessions", "", 3),))
PICTURES = {"/media/x/a.jpg": PictureFile(None, "media/x/a.1", "jpg", 640, 480)}
PAGE = Page("x", "content/x", (TEXT,))
BODY = Body('<p><data class="figure" value="sessions:"></data></p>')


def html(of_post=None, ledger=None, **parts):
    parts = {"bodies": {TEXT.key: BODY}, "disputes": {"x": Dispute("x", "", QUARREL)}, "shown": ledger or {}} | parts
    return finished_html(context(site(**parts)), TEXT, of_post or PAGE, "x")


def test_text_shows_the_figure_of_today_and_says_so():
    assert html() == '<p><data class="figure" value="34">34</data> (as of 22 November 2026)</p>'


@pytest.mark.parametrize(
    ("corrections", "ledger", "figure"),
    [
        (0, None, 33),  # as of its own day
        (0, 31, 31),  # as it was first shown
        (1, 31, 33),  # a correction has it computed anew
    ],
)
def test_post_shows_the_figure_as_it_was_fixed(corrections, ledger, figure):
    corrected = tuple(Correction(date=date(2026, 11, 21), text=Words()) for _ in range(corrections))
    written = post(id="p1", dispute="x", corrections=corrected)
    shown = {"p1": ShownFigures(corrections=0, shown={"sessions:x": str(ledger)})} if ledger else {}
    assert html(written, shown) == f'<p><data class="figure" value="{figure}">{figure}</data></p>'


def test_picture_has_the_address_and_size_that_it_is_published_with():
    body = Body('<img alt="A > B" src="/media/x/a.jpg" loading="lazy" width="9"><img alt="B" src="/media/x/b.jpg">')
    assert html(bodies={TEXT.key: body}, pictures=PICTURES) == (
        '<picture><source type="image/avif" srcset="/media/x/a.1-400.avif 400w, /media/x/a.1.avif 640w"'
        f' sizes="{COLUMN.avif}"><img src="/media/x/a.1.jpg"'
        f' srcset="/media/x/a.1-400.jpg 400w, /media/x/a.1.jpg 640w" sizes="{COLUMN.other}"'
        ' width="640" height="480" alt="A > B" loading="lazy" decoding="async"></picture>'
        '<img alt="B" src="/media/x/b.jpg">'
    )


def test_a_picture_in_a_feed_is_the_one_that_everything_can_show():
    body = Body('<img alt="A" src="/media/x/a.jpg" loading="lazy">')
    shown = finished_html(context(site(bodies={TEXT.key: body}, pictures=PICTURES)), TEXT, PAGE, is_for_feed=True)
    assert shown == '<img src="/media/x/a.1.jpg" width="640" height="480" alt="A" loading="lazy">'


@pytest.mark.parametrize("written", ["/media/x/a.jpg", "/media/x/%61.jpg", "/media/x/a.jpg?large", "/media/x/a.jpg#1"])
def test_a_link_to_a_picture_leads_to_what_is_published_of_it(written):
    body = Body(f'<a title="x > y" href="{written}" rel="noopener">A</a> <a href="/media/x/b.pdf#page=2">B</a>')
    assert html(bodies={TEXT.key: body}, pictures=PICTURES) == (
        '<a title="x > y" href="/media/x/a.1.jpg" rel="noopener">A</a> <a href="/media/x/b.pdf#page=2">B</a>'
    )


HELD = (Photo(file="a.jpg", alt=Words(), people=Consent(True, date(2026, 11, 21))),)
SHOWN = {
    "alone": ('<p>1 <img alt="A" src="/media/x/a.jpg" title="B" loading="lazy"> 2</p>', "<p>1  2</p>"),
    "with a caption": (
        '<figure><img alt="A" src="/media/x/a.jpg"><figcaption>B</figcaption></figure>\n<p>1</p>', "<p>1</p>"),
    "with another address": ('<img alt="A" src="/media/x/%61.jpg?1#2">', ""),
    "one of two figures": (
        '<figure><img alt="C" src="/media/x/c.png"></figure><figure><img alt="A" src="/media/x/a.jpg"></figure>',
        '<figure><img alt="C" src="/media/x/c.png"></figure>'),
    "linked": ('<a title="A" href="/media/x/a.jpg" rel="B">1</a>', "<a>1</a>"),
    "linked from itself": (
        '<figure><a href="/media/x/a.jpg"><img alt="A" src="/media/x/a.jpg"></a></figure>2', "2"),
}  # fmt: skip


@pytest.mark.parametrize("case", SHOWN)
def test_of_a_picture_that_may_not_be_shown_nothing_is_left(case):
    written, shown = SHOWN[case]
    page = Page("x", "content/x", (TEXT,), PageFacts(photos=HELD))
    made = context(site(bodies={TEXT.key: Body(written)}, pictures=PICTURES))
    assert finished_html(made, TEXT, page) == shown

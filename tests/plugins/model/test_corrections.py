"""When a post last changed."""

from datetime import date, datetime

import pytest

from plugins.model.dates import TOKYO
from plugins.model.post import Correction, Post, PostFacts, corrected_at
from plugins.model.posts import listed_of
from plugins.model.text import Words


@pytest.mark.parametrize(
    ("days", "changed"),
    [
        ([], "2021-11-04T09:00"),
        ([date(2021, 11, 4)], "2021-11-04T09:01"),
        ([date(2021, 11, 4), date(2021, 11, 4)], "2021-11-04T09:02"),
        ([date(2021, 11, 10)], "2021-11-10T00:00"),
        ([date(2021, 11, 12), date(2021, 11, 10)], "2021-11-12T00:00"),
    ],
    ids=["none", "same day", "twice the same day", "later", "two, not in order"],
)
def test_each_correction_moves_the_time_of_the_last_change(days, changed):
    published = datetime(2021, 11, 4, 9, tzinfo=TOKYO)
    assert corrected_at(published, days) == datetime.fromisoformat(changed).replace(tzinfo=TOKYO)


def test_lists_know_the_last_change_with_its_corrections():
    published = datetime(2021, 11, 4, 9, tzinfo=TOKYO)
    corrections = tuple(Correction(date=date(2021, 11, day), text=Words()) for day in (4, 10))
    facts = PostFacts(modified=datetime(2021, 11, 5, tzinfo=TOKYO), corrections=corrections)
    listed = listed_of(Post("x", "2021-11-04-x", "content/news/2021-11-04-x", published, facts, ()))
    assert listed.changed == corrected_at(facts.modified, [c.date for c in corrections]).timestamp()

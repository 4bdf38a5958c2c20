"""Ids and times of feed entries."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from plugins.feeds.entries import Feed, corrected_at, entry_id, feed_time, feed_times
from plugins.model.dates import TOKYO


def test_an_entry_id_is_fixed_for_ever():
    assert entry_id("k3x9qa", "ja") == "urn:uuid:93572e17-b21d-5a01-b182-32655338f17a"
    assert entry_id("k3x9qa", "en") == "urn:uuid:bc737fb1-3df5-575e-b1e5-78a9de6bf545"


def test_a_feed_id_hangs_on_neither_host_nor_format(make_feed):
    here = make_feed()
    there = make_feed(url="https://moved.example/ja/rss.xml", home_url="https://moved.example/ja/")
    assert here.id == there.id != make_feed(path="/ja/news/strike/").id


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


def test_no_feed_without_an_entry(make_feed):
    assert make_feed([]) is None
    with pytest.raises(ValueError, match="/ja/"):
        Feed(site_id="site", path="/ja/", url="", title="", subtitle="", lang="ja", home_url="", author="", entries=())


def test_a_feed_holds_the_newest_and_begins_with_them(make_feed, make_entry):
    feed = make_feed([make_entry(number, day=number) for number in range(1, 26)], limit=3)
    assert [entry.url[-3:-1] for entry in feed.entries] == ["25", "24", "23"]


def test_the_correction_of_an_old_post_brings_it_back(make_feed, make_entry):
    entries = [make_entry(number, day=number) for number in range(2, 26)]
    assert make_feed([*entries, make_entry(1, day=1, correction=28)]).entries[0].url.endswith("/post-1/")


def test_no_two_entries_share_the_time_of_their_last_change(make_feed, make_entry):
    feed = make_feed([make_entry(number) for number in range(70)], limit=70)
    assert len({entry.updated for entry in feed.entries}) == 70


def test_published_and_updated_are_equal_until_a_correction(make_feed, make_entry):
    (plain,) = make_feed([make_entry(1)]).entries
    (corrected,) = make_feed([make_entry(1, correction=1)]).entries
    assert plain.updated == plain.published == corrected.published < corrected.updated


def test_times_stay_within_the_minute_they_were_written_with(make_feed, make_entry):
    for number in range(40):
        (entry,) = make_feed([make_entry(number)]).entries
        assert timedelta() <= entry.updated - make_entry(number).updated < timedelta(minutes=1)


def test_the_order_of_the_input_does_not_matter(make_feed, make_entry):
    entries = [make_entry(number) for number in range(4)]
    assert len({make_feed(order) for order in permutations(entries)}) == 1


def test_an_entry_does_not_change_when_older_ones_leave(make_feed, make_entry):
    entries = [make_entry(number) for number in range(70)]
    assert set(make_feed(entries, limit=35).entries) < set(make_feed(entries, limit=70).entries)


def test_times_are_given_in_japan_time_and_whole_seconds(make_feed, make_entry):
    moment = datetime(2021, 11, 3, 23, 0, 0, 5, tzinfo=UTC)
    (entry,) = make_feed([make_entry(1, published=moment, updated=moment)]).entries
    assert (entry.updated.hour, entry.updated.day, entry.updated.microsecond) == (8, 4, 0)


def test_a_feed_is_as_new_as_its_newest_entry(make_feed):
    feed = make_feed()
    assert feed.updated == feed.entries[0].updated


def test_posts_that_would_share_a_second_keep_theirs_in_every_feed_and_beside_every_later_post():
    day = datetime(2021, 11, 4, tzinfo=TOKYO)
    by_second = {}
    for number in range(200):
        by_second.setdefault(feed_time(day, f"p{number}"), []).append(f"p{number}")
    first, second, later = sorted(next(ids for ids in by_second.values() if len(ids) > 2))[:3]
    alone = feed_times([(first, day, day)])
    two = feed_times([(second, day, day), (first, day, day)])
    more = feed_times(
        [(later, day + timedelta(days=1), day + timedelta(days=1)), (second, day, day), (first, day, day)]
    )
    assert two[first] == alone[first] == more[first]
    assert two[second] == more[second] and two[second][0] == two[second][1] != two[first][0]
    corrected = feed_times([(first, day, day + timedelta(days=3)), (second, day, day)])
    assert corrected[first][0] == two[first][0] < corrected[first][1]

"""Ids and times of feed entries."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from plugins.feeds.entries import Feed, entry_id


def test_an_entry_id_is_fixed_for_ever():
    assert entry_id("k3x9qa", "ja") == "urn:uuid:93572e17-b21d-5a01-b182-32655338f17a"
    assert entry_id("k3x9qa", "en") == "urn:uuid:bc737fb1-3df5-575e-b1e5-78a9de6bf545"


def test_a_feed_id_hangs_on_neither_host_nor_format(make_feed):
    here = make_feed()
    there = make_feed(url="https://moved.example/ja/rss.xml", home_url="https://moved.example/ja/")
    assert here.id == there.id != make_feed(path="/ja/news/strike/").id


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

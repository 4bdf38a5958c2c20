"""Times of entries: worked out run by run, they are those of all entries together."""

import random
from datetime import datetime

import pytest

from plugins.feeds.entries import NEWEST, entry_id, feed_time
from plugins.feeds.times import FeedTimes
from plugins.model.dates import TOKYO
from plugins.model.posts import Listed

DAY, MINUTE = 86_400, 60
PLACE = "all", ""
MIDNIGHT = int(datetime(2021, 11, 4, tzinfo=TOKYO).timestamp())


def row(folder: str, post_id: str, published: int, changed: int) -> Listed:
    return Listed(
        folder=folder, slug=folder, id=post_id, is_published=True, published=float(published),
        visible_from=float(published), changed=float(changed), langs=("en", "ja"), year="2021", kind="strike", tags=(),
        dispute="", campaign="", survey="", event="", organisations=(), action="", pictures=(), documents=(),
        has_figures=False,
    )  # fmt: skip


def times_of_all(posts: dict[str, Listed]) -> dict[str, tuple[int, int]]:
    """Work out the times of all entries in one go, the older post first: what every feed must tell."""
    taken: set[int] = set()

    def free(moment: int, entry: str) -> int:
        moment = int(feed_time(datetime.fromtimestamp(moment, TOKYO), entry).timestamp())
        while moment in taken:
            moment += 1 if moment % 60 < 59 else 2
        taken.add(moment)
        return moment

    times = {}
    by_age = sorted((int(post.published), entry_id(post.id, "ja"), name, post) for name, post in posts.items())
    for published, entry, name, post in by_age:
        first = free(published, entry)
        times[name] = first, first if post.changed == published else free(int(post.changed), entry)
    return times


def posts_at_random(seed: int, count: int, days: int, step: int) -> dict[str, Listed]:
    """Posts over some days, at moments a whole `step` apart, some of them corrected later."""
    chance = random.Random(seed)
    posts = {}
    for number in range(count):
        published = MIDNIGHT + chance.randrange(days * DAY // step) * step
        changed = published + chance.choice((0, 0, 0, MINUTE, 3 * DAY))
        posts[f"p{number}"] = row(f"p{number}", f"id{number}", published, changed)
    return posts


CROWDS = {
    "a few a day": (300, 400, DAY),
    "many a day": (400, 5, DAY),
    "more than a minute holds": (500, 1, 10 * MINUTE),
    "minute after minute": (300, 1, 7),
}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("count", "days", "step"), CROWDS.values(), ids=CROWDS)
def test_times_are_those_of_all_entries_together(seed, count, days, step):
    posts = posts_at_random(seed, count, days, step)
    times, all_times = FeedTimes(posts.values(), "ja"), times_of_all(posts)
    assert {name: times.of(post) for name, post in posts.items()} == all_times


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("count", "days", "step"), CROWDS.values(), ids=CROWDS)
def test_newest_are_those_of_all_entries_together(seed, count, days, step):
    posts = posts_at_random(seed, count, days, step)
    listed = random.Random(seed).sample(list(posts), count // 2)
    posts |= {name: posts[name]._replace(tags=("wages",)) for name in listed}
    changed = {name: times for name, times in times_of_all(posts).items() if name in listed}
    newest = sorted(changed, key=lambda name: changed[name][1], reverse=True)[:NEWEST]
    rows = sorted((posts[name] for name in listed), key=lambda row: row.published, reverse=True)
    times = FeedTimes(posts.values(), "ja")
    found = times.newest(("tag", "wages"), rows)
    assert found == tuple((name, *changed[name]) for name in newest)
    assert times.newest(("tag", "wages"), rows, 10) == found[:10]


def test_crowd_before_midnight_goes_on_after_it():
    last_minute = MIDNIGHT - MINUTE
    posts = {f"p{n}": row(f"p{n}", f"id{n}", last_minute if n < 90 else MIDNIGHT, MIDNIGHT) for n in range(100)}
    assert {name: FeedTimes(posts.values(), "ja").of(post) for name, post in posts.items()} == times_of_all(posts)


def test_a_post_without_a_text_in_the_language_is_no_entry_and_takes_no_second():
    posts = [row(f"p{number}", f"id{number}", MIDNIGHT, MIDNIGHT) for number in range(30)]
    mixed = [post._replace(langs=("en",)) if number % 2 else post for number, post in enumerate(posts)]
    own = mixed[::2]
    assert FeedTimes(mixed, "ja").newest(PLACE, mixed) == FeedTimes(own, "ja").newest(PLACE, own)


def test_no_list_no_entry():
    assert FeedTimes((), "ja").newest(PLACE, ()) == ()


def test_posts_that_would_share_a_second_keep_theirs_beside_every_later_post():
    by_second: dict[datetime, list[str]] = {}
    for number in range(200):
        entry = entry_id(f"p{number}", "ja")
        by_second.setdefault(feed_time(datetime.fromtimestamp(MIDNIGHT, TOKYO), entry), []).append(f"p{number}")
    first, second, later = sorted(
        next(ids for ids in by_second.values() if len(ids) > 2), key=lambda post: entry_id(post, "ja")
    )[:3]

    def times(**posts: tuple[int, int]) -> dict[str, tuple[int, int]]:
        rows = [row(name, name, MIDNIGHT + DAY * day, MIDNIGHT + DAY * change) for name, (day, change) in posts.items()]
        found = FeedTimes(rows, "ja")
        return {post.folder: found.of(post) for post in rows}

    alone, two = times(**{first: (0, 0)}), times(**{second: (0, 0), first: (0, 0)})
    more = times(**{later: (1, 1), second: (0, 0), first: (0, 0)})
    assert two[first] == alone[first] == more[first]
    assert two[second] == more[second] and two[second][0] == two[second][1] != two[first][0]
    corrected = times(**{first: (0, 3), second: (0, 0)})
    assert corrected[first][0] == two[first][0] < corrected[first][1]

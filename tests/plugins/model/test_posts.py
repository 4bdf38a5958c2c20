"""Lists of posts: one that is changed row by row is the one that the same rows make at once."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.model.posts import ALL, Listed, Lists

FOLDERS, SLUGS, YEARS, TAGS = "abcd", ("strike", "rally"), ("2025", "2026"), ("wages", "hours")
ANSWERS = [
    *(("at", year, slug) for year in YEARS for slug in SLUGS),
    *(
        ("folders", *place)
        for place in ((ALL, ""), *(("tag", tag) for tag in TAGS), *(("year", year) for year in YEARS))
    ),
    ("in_any", (("tag", "wages"), ("tag", "hours")), 2),
    *(("keys", group) for group in ("tag", "year")),
    ("corrections", 0, 2),
    ("correction_count",),
    ("addresses",),
]


def listed(
    folder: str,
    year: str = "2026",
    slug: str = "strike",
    minute: int = 0,
    tags: tuple[str, ...] = (),
    corrected: tuple[int, ...] = (),
) -> Listed:
    moment = float(year) + minute
    return Listed(
        folder,
        slug,
        "",
        True,
        moment,
        moment,
        moment,
        ("ja",),
        year,
        "news",
        tags,
        "",
        "",
        "",
        "",
        (),
        "",
        (),
        (),
        False,
        corrected=corrected,
    )


PLACES = [("all", ""), ("kind", "news"), *(("year", year) for year in YEARS), *(("tag", tag) for tag in TAGS)]


def told_of(lists: Lists, place: tuple[str, str]) -> object:
    """Return what pages ask of one list: not when its posts are dated."""
    year = [lists.at(place[1], slug) for slug in SLUGS] if place[0] == "year" else []
    return lists.folders(*place), lists.folders(*place, lang="ja"), lists.langs(*place), year


@st.composite
def edits(draw):
    folder = draw(st.sampled_from(FOLDERS))
    parts = (
        st.sampled_from(YEARS),
        st.sampled_from(SLUGS),
        st.integers(0, 2),
        st.sets(st.sampled_from(TAGS)).map(tuple),
        st.lists(st.integers(1, 3), max_size=2).map(tuple),
    )
    return folder, draw(st.none() | st.builds(listed, st.just(folder), *parts))


@given(st.lists(edits(), max_size=12))
def test_lists_that_are_changed_answer_as_fresh_ones(made):
    lists, rows, fresh = Lists(()), {}, Lists(())
    for folder, row in made:
        moved = lists.put(folder, row)
        rows.pop(folder, None)
        rows |= {folder: row} if row else {}
        before, fresh = fresh, Lists(rows.values())
        assert {place for place in PLACES if told_of(before, place) != told_of(fresh, place)} <= moved
        for question, *inputs in ANSWERS:
            assert getattr(lists, question)(*inputs) == getattr(fresh, question)(*inputs), question


def test_an_address_that_two_posts_have_leads_to_the_newer_one_and_then_to_the_one_that_is_left():
    older, newer = listed("a"), listed("b", minute=1)
    lists = Lists((older, newer))
    lists.put("a", older)
    assert lists.at("2026", "strike") == "b"
    lists.put("b", None)
    assert lists.at("2026", "strike") == "a"
    lists.put("a", None)
    assert lists.at("2026", "strike") == ""

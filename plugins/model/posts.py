"""All public posts, and every list of them, newest first."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from typing import Any, NamedTuple

from plugins.model.consent import last_days
from plugins.model.kinds import TAKEN_BACK, PostKind, PostStatus
from plugins.model.post import Post, corrected_at
from plugins.model.text import Lang, every_text

ALL = "all"
COVERAGE = "coverage"  # "dispute coverage": the lists of what the media wrote of each dispute, "campaign coverage"
SHORT = "short"  # the group of the lists of posts by their printable addresses
CORRECTED = "corrected", ""  # the list of the posts that have corrections


class Listed(NamedTuple):
    """What lists know of a post without opening it; plain values only, so that 10,000 are read in no time.

    Units: moments are seconds since 1970, so that they sort.
    """

    folder: str
    slug: str
    id: str
    is_published: bool  # its status says so; its moment may still be to come
    published: float
    visible_from: float  # publication or the end of an embargo
    changed: float  # the last real change, corrections included
    langs: tuple[Lang, ...]  # those that have running text
    year: str
    kind: str
    tags: tuple[str, ...]
    dispute: str
    campaign: str
    survey: str
    event: str
    organisations: tuple[str, ...]
    action: str
    pictures: tuple[str, ...]  # "/media/…" addresses of those that it shows
    documents: tuple[str, ...]  # of those that it links to
    has_figures: bool  # a text of it shows a computed figure
    until: tuple[tuple[str, int], ...] = ()  # pictures of people who agreed until a day, with its ordinal
    withdrawn: str = ""  # its status, if that says that it was taken back
    ends: tuple[int, ...] = ()  # ordinals of the last days of consents, photos' and quotes'
    has_easy: bool = False  # it has a text in やさしい日本語
    corrected: tuple[int, ...] = ()  # ordinals of the days of its corrections, as they are written
    short: str = ""  # of its printable address


def listed_of(
    post: Post, pictures: Iterable[str] = (), documents: Iterable[str] = (), until: Iterable[tuple[str, int]] = ()
) -> Listed:
    """Return a post's row."""
    facts = post.facts
    return Listed(
        folder=post.folder,
        slug=post.slug,
        id=facts.id,
        is_published=facts.status is PostStatus.PUBLISHED,
        published=post.published.timestamp(),
        visible_from=max(post.published, facts.embargo_until or post.published).timestamp(),
        changed=corrected_at(post.updated, (c.date for c in facts.corrections)).timestamp(),
        langs=post.langs,
        year=str(post.published.year),
        kind=facts.kind.value,
        tags=facts.tags,
        dispute=facts.dispute,
        campaign=facts.campaign,
        survey=facts.survey,
        event=facts.event,
        organisations=facts.organisations,
        action=facts.action,
        pictures=tuple(pictures),
        documents=tuple(documents),
        until=tuple(until),
        has_figures=any(text.figures for text in every_text(post)),
        withdrawn=facts.status.value if facts.status in TAKEN_BACK else "",
        has_easy=post.easy is not None,
        ends=last_days((*(photo.people for photo in facts.photos), *(quote.consent for quote in facts.quotes))),
        corrected=tuple(correction.date.toordinal() for correction in facts.corrections),
        short=facts.short,
    )


def dated(row: Listed) -> tuple[Any, ...]:
    """Return what feeds hang on: when the post is dated, who it is, in which lists with a feed it stands."""
    return (row.folder, row.id, row.published, row.changed, row.langs, row.kind, row.dispute, row.campaign)


class Lists:
    """The lists that rows make, each newest first."""

    def __init__(self, rows: Iterable[Listed]) -> None:
        self.rows = {row.folder: row for row in sorted(rows, key=_age, reverse=True)}
        self._lists: dict[tuple[str, str], list[Listed]] = {(ALL, ""): list(self.rows.values())}
        self._by_address: dict[tuple[str, str], str] = {}
        for row in self.rows.values():
            for place in _places(row):
                self._lists.setdefault(place, []).append(row)
            self._by_address.setdefault((row.year, row.slug), row.folder)

    def put(self, folder: str, row: Listed | None) -> set[tuple[str, str]]:
        """Put a row in the place of the one before, or take that one out; return which lists have another order.

        Shape: (group, key); a list in which a post can be read in other languages than before is one of them.
        """
        before = self.rows.get(folder)
        was_at: dict[tuple[str, str], int] = {}
        for place in places_of(before) if before else ():
            found = self._lists[place]
            was_at[place] = found.index(before)
            del found[was_at[place]]
        is_at = {place: _place_in(self._lists.setdefault(place, []), row) for place in (places_of(row) if row else ())}
        for place, number in is_at.items():
            self._lists[place].insert(number, row)
        for place in was_at:
            if not self._lists[place] and place[0] != ALL:
                del self._lists[place]
        for year, slug in {(changed.year, changed.slug) for changed in (before, row) if changed}:
            same = (other.folder for other in self._lists.get(("year", year), ()) if other.slug == slug)
            self._by_address[year, slug] = next(same, "")  # the newest, where the settings let several have one
        self.rows = {row.folder: row for row in self._lists[ALL, ""]}
        is_same = before and row and (before.langs, before.slug) == (row.langs, row.slug)
        every = was_at.keys() | is_at.keys()
        return {place for place in every if was_at.get(place) != is_at.get(place)} if is_same else set(every)

    def keys(self, group: str) -> tuple[str, ...]:
        """Return the keys of a group that have a post, sorted."""
        return tuple(sorted(key for which, key in self._lists if which == group))

    def folders(
        self, group: str, key: str, start: int = 0, stop: int | None = None, lang: Lang = ""
    ) -> tuple[str, ...]:
        """Return the folders of a list's posts from `start` to `stop`; with `lang` only those that have it."""
        found = self._lists.get((group, key), [])
        if not lang:
            return tuple(row.folder for row in found[start:stop])
        return tuple(row.folder for row in found if lang in row.langs)[start:stop]

    def rows_of(self, group: str, key: str) -> Iterator[Listed]:
        """Yield the rows of a list."""
        return iter(self._lists.get((group, key), ()))

    def in_any(self, lists: tuple[tuple[str, str], ...], most: int) -> tuple[tuple[str, ...], int]:
        """Return the folders of the newest posts that stand in any of several lists, and how many there are in all.

        Shape: `lists` are (group, key).
        """
        found = {row.folder: row for place in lists for row in self._lists.get(place, ())}
        newest = nlargest(most, found.values(), key=_age)
        return tuple(row.folder for row in newest), len(found)

    def corrections(self, start: int, stop: int) -> tuple[tuple[str, int], ...]:
        """Return the corrections of all posts from `start` to `stop`, the newest first.

        Shape: (folder of the post, which one of its corrections).
        """
        rows = self._lists.get(CORRECTED, ())
        found = ((day, *_age(row), n) for row in rows for n, day in enumerate(row.corrected))
        newest = nlargest(stop, found)
        return tuple((folder, n) for _, _, _, folder, n in newest[start:])

    def correction_count(self) -> int:
        """Return how many corrections all posts have."""
        return sum(len(row.corrected) for row in self._lists.get(CORRECTED, ()))

    def count(self, group: str, key: str) -> int:
        """Return how many posts a list has."""
        return len(self._lists.get((group, key), ()))

    def langs(self, group: str, key: str) -> tuple[Lang, ...]:
        """Return the languages in which a post of the list can be read, sorted."""
        return tuple(sorted({lang for row in self._lists.get((group, key), ()) for lang in row.langs}))

    def at(self, year: str, slug: str) -> str:
        """Return the folder of the post with an address, or an empty text."""
        return self._by_address.get((year, slug), "")

    def has(self, folder: str) -> bool:
        """Say whether a post is public."""
        return folder in self.rows

    def addresses(self) -> tuple[tuple[str, str, str], ...]:
        """Return (folder, year, slug) of every post, sorted: a change of dates within a year changes nothing here."""
        return tuple(sorted((row.folder, row.year, row.slug) for row in self.rows.values()))


def _age(row: Listed) -> tuple[float, str, str]:
    """Return what rows are sorted by."""
    return row.published, row.slug, row.folder


def _place_in(rows: list[Listed], row: Listed) -> int:
    """Return where a row belongs among others that are sorted, newest first."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if _age(rows[middle]) >= _age(row):
            low = middle + 1
        else:
            high = middle
    return low


def places_of(row: Listed) -> tuple[tuple[str, str], ...]:
    """Return (group, key) of every list that holds a row when its post is public."""
    return ((ALL, ""), *_places(row))


def _places(row: Listed) -> Iterator[tuple[str, str]]:
    yield "kind", row.kind
    yield "year", row.year
    yield from (("tag", tag) for tag in dict.fromkeys(row.tags))
    yield from (("organisation", key) for key in dict.fromkeys(row.organisations))
    for group in ("dispute", "campaign", "survey", "event"):
        if key := getattr(row, group):
            yield group, key
            if row.kind == PostKind.MEDIA_COVERAGE:
                yield f"{group} {COVERAGE}", key
    if row.has_easy:
        yield "easy", ""
    if row.corrected:
        yield CORRECTED
    if row.short:
        yield SHORT, row.short


class Posts:
    """Public posts by folder, and the lists that hold them.

    In a build, `ask` notes the question and its answer: a page that shows the third ten of a list is made anew when
    these ten change, not when the list does.
    """

    def __init__(self, posts: Mapping[str, Post], lists: Lists) -> None:
        self._posts = posts
        self._lists = lists

    @classmethod
    def of(cls, posts: Iterable[Post]) -> "Posts":
        """Return posts that are all public."""
        posts = list(posts)
        return cls({post.folder: post for post in posts}, Lists(listed_of(post) for post in posts))

    def ask(self, question: str, *inputs: Any) -> Any:
        """Return the answer of the lists to a question, which is the name of one of their methods."""
        return getattr(self._lists, question)(*inputs)

    def get(self, folder: str) -> Post | None:
        """Return a public post, or none."""
        return self._posts[folder] if self.has(folder) else None

    def at(self, year: int, slug: str) -> Post | None:
        """Return the public post with an address, or none."""
        folder = self.ask("at", str(year), slug)
        return self._posts[folder] if folder else None

    def newest(
        self, group: str = ALL, key: str = "", start: int = 0, stop: int | None = None, lang: Lang = ""
    ) -> tuple[Post, ...]:
        """Return posts of a list; with `lang` only those with a text in it."""
        return tuple(self._posts[folder] for folder in self.folders(group, key, start, stop, lang))

    def folders(
        self, group: str = ALL, key: str = "", start: int = 0, stop: int | None = None, lang: Lang = ""
    ) -> tuple[str, ...]:
        """Return the folders of a list's posts without opening them; with `lang` only those with a text in it."""
        return self.ask("folders", group, str(key), start, stop, lang)

    def in_any(self, lists: tuple[tuple[str, str], ...], most: int) -> tuple[tuple[str, ...], int]:
        """Return the folders of the newest posts in any of several lists, (group, key), and how many there are."""
        return self.ask("in_any", lists, most)

    def has(self, folder: str) -> bool:
        """Say whether a post is public, without opening it."""
        return bool(folder) and self._is_public(folder)

    def _is_public(self, folder: str) -> bool:
        return self._lists.has(folder)

    @property
    def lists(self) -> Lists:
        """All that lists know of all posts."""
        return self._lists

    @property
    def dated(self) -> Lists:
        """The same, for whoever asks of a row only what `dated` returns."""
        return self._lists

    def count(self, group: str = ALL, key: str = "") -> int:
        """Return how many posts a list has."""
        return self.ask("count", group, str(key))

    def langs(self, group: str = ALL, key: str = "") -> tuple[Lang, ...]:
        """Return the languages in which a post of the list can be read."""
        return self.ask("langs", group, str(key))

    def corrections(self, start: int, stop: int) -> tuple[tuple[str, int], ...]:
        """Return the corrections of all posts from `start` to `stop`, newest first, as (folder, which of its own)."""
        return self.ask("corrections", start, stop)

    def correction_count(self) -> int:
        """Return how many corrections all posts have."""
        return self.ask("correction_count")

    def keys(self, group: str) -> tuple[str, ...]:
        """Return the kinds, years, tags … that have a post, sorted."""
        return self.ask("keys", group)

    def addresses(self) -> tuple[tuple[str, str, str], ...]:
        """Return (folder, year, slug) of every post."""
        return self.ask("addresses")


NO_POSTS = Posts({}, Lists(()))

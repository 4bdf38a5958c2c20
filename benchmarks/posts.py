"""Bilingual posts to build sites of, the same for every generator."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

LANGS = ("en", "ja")
CATEGORIES = ("strike", "rally", "dispute", "bargaining", "court", "survey", "statement")
JAPAN = timezone(timedelta(hours=9))
NEWEST = datetime(2026, 10, 1, 9, tzinfo=JAPAN)
APART = timedelta(hours=8)
STRIDE = 131  # so that every size sees old and new texts alike
POSTS_A_CAMPAIGN, POSTS_AN_EMPLOYER, LEAST_TAGS = 40, 25, 5
# One sentence of its own for each body, so that a cache by content never hits by accident.
FIRST_SENTENCE = {
    "en": "This is record number {} of the union archive.",
    "ja": "これは組合記録の第{}号です。",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A post's title and Markdown text in one language."""

    title: str
    body: str


Pair = Mapping[str, Words]  # by language


@dataclass(frozen=True, slots=True)
class BenchPost:
    """One post of a site that is measured."""

    number: int
    slug: str
    published: datetime
    category: str
    campaign: str  # tag
    employer: str  # tag
    words: Pair


def posts_of(pairs: Sequence[Pair], count: int) -> Iterator[BenchPost]:
    """Yield `count` posts, newest first, which repeat `pairs` in a stride with titles and sentences of their own."""
    campaigns, employers = tag_counts(count)
    for number in range(count):
        pair = pairs[number * STRIDE % len(pairs)]
        yield BenchPost(
            number=number,
            slug=f"post-{number:05d}",
            published=NEWEST - APART * number,
            category=CATEGORIES[number % len(CATEGORIES)],
            campaign=f"campaign-{number * 7 % campaigns:04d}",
            employer=f"employer-{number * 13 % employers:04d}",
            words={lang: _numbered(pair[lang], lang, number) for lang in LANGS},
        )


def tag_counts(count: int) -> tuple[int, int]:
    """Return how many campaign tags and employer tags a site of `count` posts has."""
    return max(LEAST_TAGS, count // POSTS_A_CAMPAIGN), max(LEAST_TAGS, count // POSTS_AN_EMPLOYER)


def middle_slug(count: int) -> str:
    """Return the post that the measured edits change."""
    return f"post-{count // 2:05d}"


def _numbered(words: Words, lang: str, number: int) -> Words:
    return Words(f"{words.title} #{number}", f"{FIRST_SENTENCE[lang].format(number)}\n\n{words.body}")


def write_records(posts: Iterable[BenchPost], path: Path) -> None:
    """Write the posts as the peers' harness reads them: one JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for post in posts:
            file.write(json.dumps(_record_of(post), ensure_ascii=False) + "\n")


def _record_of(post: BenchPost) -> dict[str, object]:
    return {
        "slug": post.slug,
        "date": post.published.isoformat(),
        "category": post.category,
        "campaign": post.campaign,
        "employer": post.employer,
        **{lang: {"title": words.title, "body": words.body} for lang, words in post.words.items()},
    }

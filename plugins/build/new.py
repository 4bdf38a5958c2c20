"""`run.py new`: a new post from at most four answers, with a file for each language."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.ids import new_id
from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.i18n import read_catalogues
from plugins.model.dispute import Dispute
from plugins.model.kinds import CampaignState, PostKind
from plugins.model.text import Lang
from plugins.pages.labels import kind_words
from plugins.reading.places import TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import read_source, scan_sources
from plugins.scaffolding import NewPost, files_of, slug_of

Ask = Callable[[str], str]
MOST_LANGS = 2  # titles are asked for in so many languages: four questions in all
LANGUAGES = {"ja": {"ja": "日本語", "en": "英語"}, "en": {"ja": "Japanese", "en": "English"}}
WORDS = {
    "ja": {
        "kinds": "記事の種類を選んで、「python3 run.py new strike」のように実行します。",
        "title": "題（{lang}。なければEnter）: ", "no_title": "題がないので、何も作りませんでした。",
        "day": "日付（Enterで{day}）: ", "no_day": "「{found}」は日付ではありません。2026-11-25 のように書きます。",
        "story": "どの争議・キャンペーンのことか（番号。なければEnter）: ", "no_story": "1〜{count}の番号を書きます。",
        "stopped": "何も作りませんでした。", "made": "作りました:",
        "next": "本文を書いて、「python3 run.py preview」で見ます。公開するときは status の行を消します。",
        "faulty": "content/data/site.yml が読めません。先に「python3 run.py check」を実行します。",
    },
    "en": {
        "kinds": 'Choose the kind of post and run for example "python3 run.py new strike".',
        "title": "Headline in {lang} (Enter for none): ", "no_title": "Without a headline nothing was made.",
        "day": "Day (Enter for {day}): ", "no_day": '"{found}" is no date. Write it like 2026-11-25.',
        "story": "Which dispute or campaign is it about (its number, Enter for none)? ",
        "no_story": "Write a number from 1 to {count}.",
        "stopped": "Nothing was made.", "made": "Made:",
        "next": 'Write the text and look at it with "python3 run.py preview". Delete the line "status" to publish it.',
        "faulty": 'content/data/site.yml cannot be read. Run "python3 run.py check" first.',
    },
}  # fmt: skip


class Story(NamedTuple):
    """A dispute or a campaign that a post can be about."""

    field: str  # "dispute" or "campaign"
    key: str
    name: str


def new_post(settings: BuildSettings, args: list[str], ask: Ask = input) -> int:
    """Ask, and write the files of a draft; nothing is written before the last answer. Return the exit status."""
    chosen = [arg.partition("=")[2] for arg in args if arg.startswith("--lang=")]
    args = [arg for arg in args if not arg.startswith("--lang=")]
    settings = replace(settings, lang=chosen[-1]) if chosen and chosen[-1] in LANGUAGES else settings
    words = WORDS[settings.lang]
    kind = _kind_named(args[0], settings) if len(args) == 1 else None
    if kind is None:
        print("\n".join([words["kinds"], *_kind_lines(settings)]), file=sys.stderr)
        return 2
    known = _known(settings)
    if known is None:
        print(words["faulty"], file=sys.stderr)
        return 1
    try:
        post = _asked(settings, kind, known, ask)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{words['stopped']}", file=sys.stderr)
        return 1
    if post is None:
        print(words["no_title"], file=sys.stderr)
        return 1
    print(words["made"])
    for path, text in files_of(post, settings.lang).items():
        file = settings.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, text.encode())
        print(f"  {settings.content.name}/{path}")
    print(words["next"])
    return 0


class _Known(NamedTuple):
    langs: tuple[Lang, ...]
    site_id: str
    stories: tuple[Story, ...]


def _asked(settings: BuildSettings, kind: PostKind, known: _Known, ask: Ask) -> NewPost | None:
    words, spoken = WORDS[settings.lang], LANGUAGES[settings.lang]
    titles = dict.fromkeys(known.langs, "")
    for lang in known.langs[:MOST_LANGS]:
        titles[lang] = " ".join(ask(words["title"].format(lang=spoken.get(lang, lang))).split())
    if not any(titles.values()):
        return None
    day = _day(settings, words, ask)
    story = _story(known.stories, words, ask)
    latin = titles.get("en") or next(filter(None, titles.values()))
    slug = free_slug(settings.content / "news", day, slug_of(latin, kind))
    path = f"{settings.content.name}/news/{day}-{slug}"
    # The same as a build would give it; what is taken is told by the next build.
    post = NewPost(kind, day, slug, new_id(known.site_id, path, ()), titles)
    return post._replace(**{story.field: story.key}) if story else post


def _day(settings: BuildSettings, words: Mapping[str, str], ask: Ask) -> date:
    today = settings.now.date()
    while True:
        written = ask(words["day"].format(day=today)).strip()
        try:
            return date.fromisoformat(written) if written else today
        except ValueError:
            print(words["no_day"].format(found=written))


def _story(stories: tuple[Story, ...], words: Mapping[str, str], ask: Ask) -> Story | None:
    for number, story in enumerate(stories, 1):
        print(f"  {number}. {story.name}")
    while stories:
        written = ask(words["story"]).strip()
        if not written:
            return None
        if written.isdecimal() and 1 <= int(written) <= len(stories):
            return stories[int(written) - 1]
        print(words["no_story"].format(count=len(stories)))
    return None


def free_slug(news: Path, day: date, slug: str) -> str:
    """Return a slug that no post of the year has: its address holds the year alone."""
    taken = {path.name[len("2026-11-25-") :] for path in news.glob(f"{day.year}-*")}
    return next(name for name in (slug, *(f"{slug}-{number}" for number in range(2, 9999))) if name not in taken)


def _kind_named(written: str, settings: BuildSettings) -> PostKind | None:
    """Return the kind that somebody typed, in English or in Japanese."""
    named = {kind.value: kind for kind in PostKind} | {said: kind for kind, said in kinds_in(settings, "ja")}
    return named.get(written.strip().lower().replace("-", "_"))


def _kind_lines(settings: BuildSettings) -> list[str]:
    return [f"  {kind.value.replace('_', '-'):18}{said}" for kind, said in kinds_in(settings, settings.lang)]


def kinds_in(settings: BuildSettings, lang: str) -> Iterator[tuple[PostKind, str]]:
    catalogues, _ = read_catalogues(settings.theme / "translations", (lang,))
    return ((kind, kind_words(kind, catalogues[lang])) for kind in PostKind)


def _known(settings: BuildSettings) -> _Known | None:
    """Return what the content says already; none where its site cannot be read."""
    sources = {source.path: source for source in scan_sources(settings.content)[0]}
    content = settings.content.name
    read: Callable[[str, tuple[Lang, ...]], Any] = lambda path, langs: (  # noqa: E731
        item_of(read_source(settings.content, sources[path]), langs).value
    )
    site = f"{content}/{TABLES}/site.yml"
    facts = read(site, tuple(LANGUAGES)) if site in sources else None
    if facts is None:
        return None
    stories = []
    for kind, field in (("disputes", "dispute"), ("campaigns", "campaign")):
        for path in sorted(path for path in sources if path.startswith(f"{content}/{kind}/")):
            value = read(path, facts.languages)  # one that is at fault cannot be chosen; `check` tells of it
            if value and not _is_closed(value, settings.now.date()):
                name = value.facts.name.pick((settings.lang, *facts.languages))
                stories.append(Story(field, value.slug, name.text))
    return _Known(facts.languages, facts.id, tuple(stories))


def _is_closed(story: Any, today: date) -> bool:
    if isinstance(story, Dispute):
        return story.facts.closed is not None
    return story.state(today) is CampaignState.CLOSED

"""Campaigns, disputes and organisations with more posts than their page shows: these have a list of their own."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.site import Site
from plugins.model.text import Lang, Words
from plugins.model.urls import record_url, story_news_url
from plugins.pages.names import names_of


class Story(NamedTuple):
    """What a list of a group belongs to."""

    section: str  # "campaigns": the name of its records in the site, and of their list
    shown: int  # how many posts stand on its own page


STORIES = {
    "campaign": Story("campaigns", 5),
    "dispute": Story("disputes", 5),
    "organisation": Story("organisations", 10),
}


def story_lists(site: Site) -> Iterable[tuple[str, str]]:
    """Yield (group, key) of every story that has a list of its own."""
    for group, story in STORIES.items():
        records = getattr(site, story.section)
        yield from ((group, key) for key in site.posts.keys(group) if key in records and has_list(site, group, key))


def has_list(site: Site, group: str, key: str) -> bool:
    """Say whether a story has more posts than its page shows."""
    return site.posts.count(group, key) > STORIES[group].shown


def story_url(lang: Lang, group: str, key: str) -> str:
    """Return the address of the page of a story."""
    return record_url(lang, STORIES[group].section, key)


def story_list_url(lang: Lang, group: str, key: str) -> str:
    """Return the address of the list of a story's posts."""
    return story_news_url(story_url(lang, group, key))


def all_news(context: Context, group: str, key: str, lang: Lang) -> str:
    """Return the address of the list of all posts of a story; empty where its page shows them all."""
    return story_list_url(lang, group, key) if has_list(context.site, group, key) else ""


def story_words(site: Site, group: str, key: str) -> tuple[Words, Words]:
    """Return the name of a story, and its one sentence."""
    section = STORIES[group].section
    record = getattr(site, section)[key]
    sentences = record if group == "organisation" else record.facts
    return names_of(site, section, key), sentences.goal if group == "campaign" else sentences.summary

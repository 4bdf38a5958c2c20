"""What lists of posts are called."""

from typing import NamedTuple

from plugins.i18n import format_date
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.kinds import PostKind
from plugins.model.text import Lang, Said
from plugins.pages.frames import section_label
from plugins.pages.labels import kind_words
from plugins.pages.sayings import headline, reading_order, say, say_also
from plugins.pages.story_lists import STORIES, story_url, story_words


class ListTitle(NamedTuple):
    """What a list of posts is called."""

    text: str  # for the head
    title: Said
    other: Said | None  # in the first other language
    summary: Said | None
    eyebrow: str = ""
    parent: tuple[Said, str] | None = None  # the story that it belongs to


def list_title(context: Context, lang: Lang, group: str, key: str) -> ListTitle:
    """Return what a list of posts is called in `lang`."""
    site = context.site
    label = headline(site.tags[key].label, site, lang) if group == "tag" else None
    if label:  # a topic has its name in the other language itself
        tag = site.tags[key]
        return ListTitle(label.text, label, say_also(tag.label, site, lang), say(tag.summary, site, lang))
    if group in STORIES:
        return _title_of_story(context, lang, group, key)
    text = _words_of(context, lang, group, key)
    other = next(iter(reading_order(site, lang)[1:]), "")
    pair = Said(_words_of(context, other, group, key), other) if other else None
    return ListTitle(text, Said(text, lang), pair, None)


def _title_of_story(context: Context, lang: Lang, group: str, key: str) -> ListTitle:
    site, words = context.site, context.words[lang]
    names, sentence = story_words(site, group, key)
    name = headline(names, site, lang) or Said(key, lang)
    return ListTitle(
        words.gettext("News: %(name)s") % {"name": name.text}, name, say_also(names, site, lang),
        say(sentence, site, lang), words.gettext("All news"), (name, story_url(lang, group, key)),
    )  # fmt: skip


def _words_of(context: Context, lang: Lang, group: str, key: str) -> str:
    words = context.words[lang]
    if group == "kind":
        return kind_words(PostKind(key), words)
    if group == "year":
        return words.gettext("News of %(year)s") % {"year": format_date(PartialDate(int(key)), lang)}
    return section_label("news", words)

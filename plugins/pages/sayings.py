"""Words for one page: in the reader's language where there are some, else in another, marked with its own."""

from functools import lru_cache

from plugins.model.site import Site
from plugins.model.text import Lang, Said, Text, Words
from plugins.typography import headline_html, phrase_html, ruby_html


def reading_order(site: Site, lang: Lang) -> tuple[Lang, ...]:
    """Return the languages of the site in the order a reader of `lang` is offered them."""
    return _order(site.langs, lang)


@lru_cache(maxsize=256)
def _order(langs: tuple[Lang, ...], lang: Lang) -> tuple[Lang, ...]:
    return (lang, *(other for other in langs if other != lang))


def say(words: Words, site: Site, lang: Lang) -> Said | None:
    """Return short words for a page in `lang`, or none where nothing is written."""
    return words.pick(reading_order(site, lang)) if words else None


def say_also(words: Words, site: Site, lang: Lang) -> Said | None:
    """Return the same words in the first other language that has them: the second half of a pair."""
    shown = say(words, site, lang)
    others = (other for other in reading_order(site, lang)[1:] if shown and other != shown.lang)
    return next((_broken(words.get(other), other, site) for other in others if words.get(other)), None)


def headline(words: Words, site: Site, lang: Lang, breaks: str = "") -> Said | None:
    """Return words for a heading in a list, with their break points in Japanese."""
    said = say(words, site, lang)
    return _broken(said.text, said.lang, site, breaks) if said else None


def page_title(words: Words, site: Site, lang: Lang, breaks: str = "", ruby: str = "") -> Said | None:
    """Return words for a page's own heading, which breaks between clauses first; `ruby` are those with readings."""
    said = say(words, site, lang)
    if said is None:
        return None
    if ruby:
        return said._replace(html=ruby_html(ruby, said.lang, site.facts.keep_together))
    return Said(said.text, said.lang, headline_html(said.text, said.lang, site.facts.keep_together, breaks))


def title_words(texts: tuple[Text, ...]) -> Words:
    """Return the titles of an item's texts as words by language."""
    return Words(tuple((text.lang, text.title) for text in texts if text.title))


def summary_words(texts: tuple[Text, ...]) -> Words:
    """Return the summaries of an item's texts as words by language."""
    return Words(tuple((text.lang, text.summary) for text in texts if text.summary))


def title_breaks(texts: tuple[Text, ...], lang: Lang) -> str:
    """Return the writer's own break points for the title in `lang`."""
    return next((text.title_breaks for text in texts if text.lang == lang), "")


def text_title(texts: tuple[Text, ...], site: Site, lang: Lang) -> Said | None:
    """Return the title of an item's texts for its own page, with its readings."""
    ruby = next((text.ruby for text in texts if text.lang == lang), "")
    return page_title(title_words(texts), site, lang, title_breaks(texts, lang), ruby)


def _broken(text: str, lang: Lang, site: Site, breaks: str = "") -> Said:
    return Said(text, lang, phrase_html(text, lang, site.facts.keep_together, breaks))

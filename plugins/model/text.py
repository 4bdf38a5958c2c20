"""Words in several languages, and the words of one language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Lang = str  # BCP 47: "ja", "en"
EASY_LANG, EASY_FILE = "ja", "ja-easy.md"  # a second text in that language, in やさしい日本語


class Said(NamedTuple):
    """One run of text with the language it is in, so that the page can mark it."""

    text: str
    lang: Lang
    html: str = ""  # the same words with break points already made; empty = escape `text`


@dataclass(frozen=True, slots=True)
class Words:
    """The same short words in each language that has them.

    Shape: `by_lang` holds (language, words) in the order they were written; a language stands once.
    """

    by_lang: tuple[tuple[Lang, str], ...] = ()

    @classmethod
    def of(cls, words: Mapping[Lang, str]) -> "Words":
        return cls(tuple(words.items()))

    def __bool__(self) -> bool:
        return bool(self.by_lang)

    def __iter__(self) -> Iterator[Lang]:
        return (lang for lang, _ in self.by_lang)

    def get(self, lang: Lang) -> str:
        """Return the words in `lang`, or an empty text."""
        for have, words in self.by_lang:
            if have == lang:
                return words
        return ""

    def pick(self, langs: Iterable[Lang]) -> Said:
        """Return the words in the first of `langs` that has some, else in any language."""
        for lang in langs:
            if words := self.get(lang):
                return Said(words, lang)
        lang, words = self.by_lang[0] if self.by_lang else ("", "")
        return Said(words, lang)


def in_one_line(words: str) -> str:
    """Return short words as pages show them, a line break as a space: subjects of mails and calendars take none."""
    return " ".join(filter(None, map(str.strip, words.splitlines())))


class Link(NamedTuple):
    """An address that a text points to: root-absolute inside the site, or outside."""

    target: str
    line: int


class Picture(NamedTuple):
    """A picture that a text shows, by its file name beside the text."""

    name: str
    alt: str
    line: int


class Figure(NamedTuple):
    """A computed figure that a text shows; an empty dispute means the post's own."""

    name: str  # "sessions", "strike-days", "days-since-demand", "stage"
    dispute: str
    line: int


class Detail(NamedTuple):
    """What somebody may be traced by: a telephone number, an address, a private mail address."""

    kind: str  # "phone", "address", "email"
    found: str
    path: str
    line: int


class Body(NamedTuple):
    """Running text in one language, converted to HTML, with what it refers to."""

    html: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()  # ids that a link may point to


NO_BODY = Body("")


class Text(NamedTuple):
    """What one item says in one language; its running text is large and lies apart, in `Site.bodies`."""

    lang: Lang
    path: str  # source file, relative to the project
    title: str = ""
    summary: str = ""
    title_breaks: str = ""  # "ALTら、|スト＆|本社前で抗議": the writer's own break points
    translation: str = "full"  # full, summary or machine_checked
    checked: str = ""  # ISO day on which this text was last compared with the others
    has_body: bool = False
    figures: tuple[Figure, ...] = ()  # those that the running text shows
    details: tuple[Detail, ...] = ()  # in its file, header included; in the first of its languages alone
    ruby: str = ""  # the title as it was written, where it has readings: "{団体交渉|だんたいこうしょう}を拒否"

    @property
    def key(self) -> str:
        """The name of its running text: one file may hold several languages."""
        return f"{self.path}#{self.lang}"


def every_text(item: Any) -> tuple[Text, ...]:
    """Return the texts of an item, that in やさしい日本語 among them."""
    return (*item.texts, item.easy) if item.easy else item.texts


def text_in(texts: Iterable[Text], lang: Lang) -> Text | None:
    """Return the text in `lang`, or none."""
    return next((text for text in texts if text.lang == lang), None)


def pick_text(texts: Iterable[Text], langs: Iterable[Lang]) -> Text | None:
    """Return the text in the first of `langs` that has one with a body, or none."""
    have = {text.lang: text for text in texts if text.has_body}
    return next((have[lang] for lang in langs if lang in have), None)

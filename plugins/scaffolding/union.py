"""The first files of a union's own site, from a few answers; nothing in them is true of one union alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

from plugins.editing import plain_or_quoted
from plugins.model.organisation import Tag, Term
from plugins.model.text import Lang, Words
from plugins.scaffolding.posts import latin_words

PAGES = Path(__file__).resolve().parent / "pages"
OFFICE = "office"  # the key of the first contact
MARKUP = re.compile(r"[\\`*_{}\[\]()<>#|!~$^:&]")
TAGLINE = {"ja": "{}のサイト", "en": "The site of {}"}
NEED = {"ja": "組合に連絡したい", "en": "I want to reach the union"}
REACH = {
    "ja": "まちがいや、読みにくい所を見つけた人は、[知らせてください](/contact/)。",
    "en": "If you have found a mistake, or something that is hard to read, [tell us](/contact/).",
}
NOTES = {
    "ja": "# ほかに書けること: role, hours, answer_time, languages, address（docs/writing.ja.md）",
    "en": "# What else can stand here: role, hours, answer_time, languages, address (docs/writing.en.md)",
}


class NewUnion(NamedTuple):
    """What is known of a union whose site begins."""

    names: Mapping[Lang, str]  # in each language of the site, in their order
    seal: str
    site_id: str
    email: str = ""
    phone: str = ""

    @property
    def key(self) -> str:
        """Its key among the organisations, which stands in an address."""
        return "-".join(latin_words(self.names.get("en", ""))) or "union"

    @property
    def has_contact(self) -> bool:
        return bool(self.email or self.phone)


def union_files(union: NewUnion, spoken: str) -> dict[str, str]:
    """Return the text of each file by its path below the content; its notes are in `spoken`, "ja" or "en"."""
    made = {"data/site.yml": _site(union), "data/organisations.yml": _organisations(union)}
    if union.has_contact:
        made["data/contacts.yml"] = _contacts(union, spoken)
    for path, text in _pages().items():
        page, _, name = path.partition("/")
        lang = name.removesuffix(".md")
        if lang in union.names and (page != "contact" or union.has_contact):
            made[f"pages/{path}"] = _page(text, union, lang)
    return made


def _site(union: NewUnion) -> str:
    taglines = {lang: TAGLINE[lang].format(name) for lang, name in union.names.items()}
    lines = [
        f"id: {union.site_id}", f"languages: [{', '.join(union.names)}]",
        *_words("name", union.names), *_words("tagline", taglines),
        f"seal: {plain_or_quoted(union.seal)}", f"union: {union.key}",
        *[f"contact: {OFFICE}"] * union.has_contact,
    ]  # fmt: skip
    return _text(lines)


def _organisations(union: NewUnion) -> str:
    lines = [*_words("name", union.names), "type: union", *[f"contact: {OFFICE}"] * union.has_contact]
    return _text([f"{union.key}:", *_within(lines)])


def _contacts(union: NewUnion, spoken: str) -> str:
    reached = (("email", union.email), ("phone", union.phone))
    lines = [
        *_words("display_name", union.names), *_words("need", {lang: NEED[lang] for lang in union.names}),
        "consent: office", f"organisation: {union.key}",
        *(f'{name}: "{value}"' for name, value in reached if value), NOTES[spoken],
    ]  # fmt: skip
    return _text([f"{OFFICE}:", *_within(lines)])


def _page(text: str, union: NewUnion, lang: Lang) -> str:
    given = {
        "key": union.key, "name": MARKUP.sub(r"\\\g<0>", union.names[lang]),
        "contacts": f"contacts: [{OFFICE}]" * union.has_contact, "reach": REACH[lang] * union.has_contact,
    }  # fmt: skip
    return Template(text).substitute(given).rstrip() + "\n"


@cache
def _pages() -> Mapping[str, str]:
    """Return the text of each page by its path: "about/ja.md"."""
    return {path.relative_to(PAGES).as_posix(): path.read_text("utf-8") for path in sorted(PAGES.glob("*/*.md"))}


def terms_text(terms: Mapping[str, Term], langs: tuple[Lang, ...]) -> str:
    """Return the words of the field as far as they stand in one of these languages."""
    lines: list[str] = []
    for key, term in terms.items():
        if words := _in(term.term, langs):
            reading = [f"reading: {plain_or_quoted(term.reading)}"] * (bool(term.reading) and "ja" in langs)
            about = _words("definition", _in(term.definition, langs))
            lines += [f"{key}:", *_within([*_words("term", words), *reading, *about])]
    return _text(lines)


def tags_text(tags: Mapping[str, Tag], langs: tuple[Lang, ...]) -> str:
    """Return the topics as far as they stand in one of these languages."""
    lines: list[str] = []
    for key, tag in tags.items():
        if words := _in(tag.label, langs):
            lines += [f"{key}:", *_within([*_words("label", words), *_words("summary", _in(tag.summary, langs))])]
    return _text(lines)


def _in(words: Words, langs: tuple[Lang, ...]) -> dict[Lang, str]:
    return {lang: words.get(lang) for lang in langs if words.get(lang)}


def _words(field: str, words: Mapping[Lang, str]) -> Iterator[str]:
    """Yield the lines of a field with words by language; none if there are none."""
    if words:
        yield f"{field}:"
        yield from (f"  {lang}: {plain_or_quoted(said)}" for lang, said in words.items())


def _within(lines: list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n" if lines else ""

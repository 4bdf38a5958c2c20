"""Where the languages of the content differ in numbers, days, names and links: for `check` and `translations`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from plugins.build.one_item import item_at, languages_in
from plugins.build.settings import BuildSettings
from plugins.build.translated import OWN, WrittenFile, WrittenItem, written_at, written_items, written_tables
from plugins.build.workers import shared_out
from plugins.model.text import Lang
from plugins.problems import Problem
from plugins.reading.places import SLUG, TABLES
from plugins.translations import Line, Names, Said, address_of, lines_of, parity

NO_NAMES = Names({})
NOT_TOLD = ("id", "url", "file", "email", "phone")  # fields that nobody reads as words


def parity_in_content(settings: BuildSettings, items: Iterable[WrittenItem] | None = None) -> list[Problem]:
    """Return where the languages of an item differ; nothing in a log that anybody may read, since it quotes drafts.

    Problems: parity-number, parity-date, parity-name, parity-link.
    """
    if settings.in_public:
        return []
    items = list(written_items(settings.content) if items is None else items)
    names = _names(settings)
    pages = {_address(item): frozenset(v for v in item.langs if item.version(v).has_body) for item in items}
    work = partial(_of_some, names=names, pages=pages)
    items += written_tables(settings.content)
    return sorted({found for part in shared_out(work, items, settings.workers) for found in part})


def parity_of_item(settings: BuildSettings, path: str, proof: Mapping[str, bytes] | None = None) -> list[Problem]:
    """Return where the languages of one item differ, "content/news/2026-11-02-strike", without reading the others.

    Shape: `proof` are texts as somebody is typing them, by the names of their files.
    """
    item = written_at(settings.content, path, proof)
    if item is None or settings.in_public:
        return []
    pages = {address: frozenset(item_langs) for address, item_langs in _linked(settings, item)}
    return sorted(set(_of_item(item, _names(settings), pages)))


def _linked(settings: BuildSettings, item: WrittenItem) -> Iterator[tuple[str, set[Lang]]]:
    """Yield the address of each item that an item links to, with the languages that it has a text in."""
    content = settings.content
    links = (link.target for file in item.files for body in file.bodies.values() for link in lines_of(*body)[1])
    for address in {address_of(target, item.langs) for target in links}:
        kind, _, rest = address.lstrip("/").partition("/")
        year, _, slug = rest.partition("/")
        folders = content.glob(f"news/{year}-*-{slug}") if kind == "news" and SLUG.fullmatch(slug) else ()
        for path in [f"{kind}/{rest}", f"pages/{kind}", *(f"news/{folder.name}" for folder in folders)]:
            if SLUG.fullmatch(path.rpartition("/")[2]) and (found := written_at(content, f"{content.name}/{path}")):
                yield _address(found), {lang for lang in found.langs if found.version(lang).has_body}


def _of_some(items: Sequence[WrittenItem], names: Names, pages: dict[str, frozenset[Lang]]) -> list[Problem]:
    return [found for item in items for found in _of_item(item, names, pages)]


def _of_item(item: WrittenItem, names: Names, pages: dict[str, frozenset[Lang]]) -> Iterator[Problem]:
    def has_page(address: str, lang: Lang) -> bool:
        return lang in pages.get(address, (lang,))

    texts = [said for lang in item.langs if (said := _said(item, lang)).parts[-1]]
    for one, other in combinations(texts, 2):
        yield from parity(one, other, names, item.langs, has_page)
    for file in item.files:
        for words in _words_in(file.values, file, item.langs):
            for one, other in combinations(words, 2):  # a name is said once, and meant in what follows
                yield from parity(one, other, NO_NAMES, item.langs, has_page)


def _said(item: WrittenItem, lang: Lang) -> Said:
    version = item.version(lang)
    file = item.file_of(lang)
    if file is None or not version.has_body:
        return Said(lang, version.path, ((), (), ()))
    body, links = lines_of(*file.bodies[lang])
    heads = [_head(item.said(key, lang), file.path) for key in ("title", "summary")]
    return Said(lang, file.path, (*heads, tuple(body)), tuple(links), version.is_summary)


def _head(said: tuple[str, str, int], path: str) -> tuple[Line, ...]:
    words, file, line = said
    return tuple(lines_of(words, line)[0]) if words and file == path else ()


def _words_in(
    value: Any, file: WrittenFile, langs: tuple[Lang, ...], place: tuple[str | int, ...] = (), beside: str = ""
) -> Iterator[list[Said]]:
    """Yield the words of each field that says something in several languages; a text's own are compared with it."""
    if (place and place[-1] in NOT_TOLD) or (not file.is_record and place[:1] and place[0] in OWN):
        return
    if isinstance(value, dict):
        if value and value.keys() <= {*langs}:
            found = [
                Said(lang, file.path, (tuple(lines_of(text, file.lines.get((*place, lang), 1))[0]),), beside=beside)
                for lang, text in value.items() if isinstance(text, str)
            ]  # fmt: skip
            yield [said for said in found if said.parts[0]]
            return
        beside = " ".join(part for part in value.values() if isinstance(part, str)) if place else ""
        for key, part in value.items():
            yield from _words_in(part, file, langs, (*place, key), beside)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _words_in(part, file, langs, (*place, number))


def _address(item: WrittenItem) -> str:
    """Return the address of an item as `parity` compares it: without a language."""
    source = item.source
    if source.kind == "news":
        date = item.facts.get("date")
        return f"/news/{(date if isinstance(date, str) else source.day)[:4]}/{source.slug}"
    return f"/{source.slug}" if source.kind == "pages" else f"/{source.kind}/{source.folder}"


def _names(settings: BuildSettings) -> Names:
    content = settings.content
    table = item_at(content, f"{content.name}/{TABLES}/organisations.yml", languages_in(content))
    known = table.value if table and table.value else {}
    return Names({key: (organisation.name, organisation.name_short) for key, organisation in known.items()})

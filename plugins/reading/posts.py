"""The files of one news folder to one post: shared facts, and words in each language."""

from datetime import datetime

from plugins.model.dates import parse_moment
from plugins.model.post import Post, PostFacts, PostWords
from plugins.model.posts import listed_of
from plugins.model.text import Lang, Text, Words, in_one_line
from plugins.problems import Problem, problem
from plugins.reading.fields import PER_LANGUAGE, SHARED, read_shared, shared_fields
from plugins.reading.header import header_missing
from plugins.reading.items import FileWords, Item, Reader, easy_text, plain_title
from plugins.reading.keeping import Keeper
from plugins.reading.merging import merged_fields
from plugins.reading.sources import SourceItem

# a text that is not converted at all
REFUSED = frozenset(
    ("nested-too-deep", "too-many-lines", "paragraph-too-long", "too-many-marks", "too-many-marks-in-all")
)
# what begins a header, here or in the program that a text comes from
HEADER_WORDS = frozenset((*SHARED, *PER_LANGUAGE, "category", "slug", "author", "authors", "lang", "layout"))


def post_of(item: SourceItem, langs: tuple[Lang, ...], keeper: Keeper) -> Item:
    """Return the post of a folder; facts may stand in either file, and two different values are an error."""
    reader = Reader(item, langs, keeper)
    words, easy = reader.words(), reader.easy()
    files = tuple({w.source.path: w for w in words}.values())
    is_whole = not any(found.rule in REFUSED for found in reader.problems)  # else what is missing says nothing
    headers = {file.source.path: _post_words(file) or PostWords() for file in files}
    is_whole = is_whole and all(file.is_whole and _post_words(file) for file in files)
    for file in files:
        reader.problems += file.header.faults
    headerless = _without_header(words, headers, is_whole)
    reader.problems += headerless
    facts = _merged_facts(files, reader.problems, keeper)
    made = None
    if not files:
        reader.problems.append(problem("record-missing", item.path, name="ja.md"))
    elif facts is not None and is_whole and not headerless:
        texts = tuple(_text(lang, words, headers) for lang in langs)
        made = Post(item.slug, item.folder, item.path, _published(facts, item), facts, texts, easy_text(easy))
        reader.problems += _title_faults(words, texts)
        if not facts.id:
            reader.problems.append(_unsaid_state(files, langs) or problem("missing-id", files[0].source.path))
    read = reader.made(made, [*words, easy], tuple((file.source.path, file.header.lines) for file in files))
    return read._replace(listed=listed_of(made, *read.shown)) if made else read


def _unsaid_state(files: tuple[FileWords, ...], langs: tuple[Lang, ...]) -> Problem | None:
    """Return a problem where a post without an id is a translation alone: what was its draft's header may be gone."""
    names = {file.source.path.rpartition("/")[2] for file in files}
    first = f"{langs[0]}.md"
    if names & {first, "post.md"} or any(shared_fields(file.header.fields) for file in files):
        return None
    return problem("state-unsaid", files[0].source.path, missing=first)


def _post_words(file: FileWords) -> PostWords | None:
    """Return what a file's header says in words, nothing where there is no header; none if it is at fault."""
    return file.header.words if file.source.header_line else PostWords()


def _without_header(words: list[FileWords], headers: dict[str, PostWords], is_whole: bool) -> list[Problem]:
    """Return a problem for each file without its header.

    A language's file may hold the text alone where another file gives its title; not if it begins like a header.
    """
    found = set()
    for source, lang in ((w.source, w.lang) for w in words if w.source.lacks_header):
        key = source.body.lstrip().partition(":")[0].rstrip().casefold()
        has_title = bool(_said("title", lang, headers[source.path], headers, has_file=True)) or not is_whole
        if key in HEADER_WORDS or not has_title:
            found.add(header_missing(source))
    return sorted(found)


def _merged_facts(files: tuple[FileWords, ...], problems: list[Problem], keeper: Keeper) -> PostFacts | None:
    """Return the shared facts of all files, or none if one of them is at fault."""
    merged = merged_fields(files, shared_fields, problems)
    for file in files:  # mostly one gives them all, and they are read already
        if file.source.header_line and shared_fields(file.header.fields) == merged:
            return file.header.facts
    return keeper.keep(read_shared, merged)[1] if merged else PostFacts()


def _text(lang: Lang, words: list[FileWords], headers: dict[str, PostWords]) -> Text:
    """Return the words in one language; a title may also stand in another language's file, as a map."""
    own = next((w for w in words if w.lang == lang), None)
    header = headers[own.source.path] if own else PostWords()
    said = {
        name: _said(name, lang, header, headers, bool(own)) for name in ("title", "summary", "title_breaks")
    } | {
        "translation": header.translation.value,
        "checked": header.checked.isoformat() if header.checked else "",
    }  # fmt: skip
    return own.text(**said) if own else Text(lang, words[0].source.path, **plain_title(said))


def _said(name: str, lang: Lang, header: PostWords, headers: dict[str, PostWords], has_file: bool) -> str:
    value = getattr(header, name) if has_file else ""
    if isinstance(value, str) and value:
        return in_one_line(value)
    maps = (getattr(h, name) for h in (header, *headers.values()))
    return next((words for m in maps if isinstance(m, Words) and (words := m.get(lang))), "")


def _title_faults(words: list[FileWords], texts: tuple[Text, ...]) -> list[Problem]:
    found = []
    for written in words:
        text = next(t for t in texts if t.lang == written.lang)
        if text.has_body and not text.title:
            found.append(problem("missing-field", written.source.path, field="title"))
    return found


def _published(facts: PostFacts, item: SourceItem) -> datetime:
    return facts.date or parse_moment(item.day)

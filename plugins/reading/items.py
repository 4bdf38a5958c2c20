"""What one folder or table of `content/` says, and what every kind of item is read with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.model.origins import Lines
from plugins.model.posts import Listed
from plugins.model.text import EASY_FILE, EASY_LANG, Detail, Lang, Text
from plugins.problems import Problem, problem
from plugins.reading.encoding import MAX_TEXT, decode_source
from plugins.reading.fields import NO_HEADER, Header, plain_header, read_header
from plugins.reading.header import Source, divide_source, lines_of_other_languages, split_languages
from plugins.reading.keeping import Keeper
from plugins.reading.media import NO_MEDIA, Media, media_of
from plugins.reading.personal import personal_details
from plugins.reading.running_text import KeptBody, RunningText, running_text
from plugins.reading.slips import early_ends, header_slips, shown_notes, slips_of, titles_in_other_language
from plugins.reading.sources import SourceFile, SourceItem

MAX_HEADER_LINES = 2_000  # a thousand times what a post needs; each line may be a fault of its own
MAX_HEADER = 100_000  # signs; a title or summary stands in every list, and two hundred photographs need no more


class Item(NamedTuple):
    """What one folder or table says; `value` is none if its faults leave nothing to show."""

    kind: str
    slug: str
    path: str
    value: Any
    lines: tuple[tuple[str, Lines], ...] = ()
    problems: tuple[Problem, ...] = ()
    assets: tuple[str, ...] = ()  # pictures and documents beside the words, by file name
    unread: tuple[str, ...] = ()  # names in what could not be read: who refers to one of them is not at fault
    bodies: tuple[KeptBody, ...] = ()  # the running texts, which lie apart
    shown: Media = NO_MEDIA  # the files beside the words that they show or link to
    listed: Listed | None = None  # a post's row in every list

    @property
    def media(self) -> tuple[str, ...]:
        """The "/media/…" addresses of all files that the item shows or links to, sorted."""
        return self.shown.addresses


class FileWords(NamedTuple):
    """One language of one Markdown file: its header and its running text."""

    lang: Lang
    source: Source
    header: Header
    body: RunningText
    details: tuple[Detail, ...] = ()  # of the whole file, in one of its languages
    title: str = ""  # of a text in やさしい日本語, with its readings

    @property
    def is_whole(self) -> bool:
        """Whether the header was read to its end."""
        return self.source.is_whole and self.header.is_whole

    def text(self, **said: str) -> Text:
        """Return the text of the model."""
        converted = self.body.converted
        said = plain_title(said)
        return Text(self.lang, self.source.path, **said, has_body=bool(converted.html), figures=self.body.figures,
                    details=self.details)  # fmt: skip


@dataclass(slots=True, eq=False, repr=False)
class Reader:
    """What all files of one item are read with, and the faults found so far."""

    item: SourceItem
    langs: tuple[Lang, ...]
    keeper: Keeper
    problems: list[Problem] = field(default_factory=list)

    def words(self) -> list[FileWords]:
        """Return the words of every Markdown file of the item, in the order of the languages."""
        found: list[FileWords] = []
        files = [f for f in self.item.files if f.name.endswith(".md") and f != self._easy_file]
        is_news = self.item.kind == "news"
        in_one_file = is_news and any(f.name == "post.md" for f in files)
        names = ["post.md"] if in_one_file else [f"{lang}.md" for lang in self.langs] + ["post.md"] * is_news
        for file in files:
            stem = file.name.removesuffix(".md")
            if file.name in names:
                found += self._words_of(file, stem)
            else:
                self.problems.append(_foreign_file(file, names, in_one_file and stem in self.langs))
        return sorted(found, key=lambda words: self.langs.index(words.lang))

    @property
    def _easy_file(self) -> SourceFile | None:
        found = (file for file in self.item.files if file.name == EASY_FILE)
        return next(found, None) if EASY_LANG in self.langs else None

    def easy(self) -> FileWords | None:
        """Return the text in やさしい日本語, its title without a header on the first line; none if there is none."""
        if (file := self._easy_file) is None:
            return None
        from plugins.reading.easy_text import divide_easy, figures_in_kanji, missing_readings  # few items have one

        text, faults = decode_source(file.data, file.path, MAX_TEXT)
        divided = divide_easy(text, file.path)
        self.problems += [*faults, *divided.problems]
        source = Source(file.path, "", 0, divided.body, divided.line)
        words = self._converted(EASY_LANG, source, NO_HEADER, divided.body, divided.line)
        self.problems += lines_of_other_languages(source, EASY_LANG, self.langs)
        self.problems += missing_readings(text, file.path) if not divided.problems else ()
        self.problems += figures_in_kanji(words.body.figures, file.path, self.item.kind == "news")
        return _with_details([words._replace(title=divided.title)], text)[0]

    def _words_of(self, file: SourceFile, stem: str) -> list[FileWords]:
        text, faults = decode_source(file.data, file.path, MAX_TEXT)
        source = divide_source(text, file.path)
        self.problems += [*faults, *([problem("empty-file", file.path)] if not text.strip() and not faults else [])]
        self.problems += source.problems
        header = NO_HEADER
        if (lines := source.header.count("\n")) > MAX_HEADER_LINES:
            limit = MAX_HEADER_LINES
            self.problems.append(problem("too-many-lines", file.path, source.header_line, lines=lines, limit=limit))
            source = source._replace(header="", header_line=0, is_whole=False)
        elif (signs := len(source.header)) > MAX_HEADER:
            limit = MAX_HEADER
            self.problems.append(problem("header-too-long", file.path, source.header_line, found=signs, limit=limit))
            source = source._replace(header="", header_line=0, is_whole=False)
        if source.header_line:
            self.problems += header_slips(source.header, source.header_line, source.path)
            kind, lines = self.item.kind, source.header
            header = (
                plain_header(kind, lines, source.header_line)
                or self.keeper.keep(read_header, kind, lines, source.path, source.header_line)[1]
            )
        self.problems += header.problems
        if stem != "post":
            self.problems += lines_of_other_languages(source, stem, self.langs)
            words = [self._converted(stem, source, header, source.body, source.body_line)]
            return _with_details(words, text)
        bodies, faults = split_languages(source)
        self.problems += faults
        for lang in (lang for lang in bodies if lang not in self.langs):
            known = ", ".join(self.langs)
            self.problems.append(problem("unknown-language", file.path, bodies[lang][1] - 1, found=lang, known=known))
        words = [self._converted(lang, source, header, *bodies.get(lang, ("", 1))) for lang in self.langs]
        return _with_details(words, text)

    def _converted(self, lang: Lang, source: Source, header: Header, text: str, line: int) -> FileWords:
        folder = f"{self.item.kind}/{self.item.folder}"
        body = running_text(text, line, lang, self.langs, source.path, folder, self.keeper)
        self.problems += body.problems
        self.problems += slips_of(text, line, lang, source.path, source.has_header)
        self.problems += early_ends(text, line, body.converted.html, source.path)
        self.problems += shown_notes(text, line, body.converted.html, source.path)
        self.problems += titles_in_other_language(header.fields, header.lines, lang, source.path)
        return FileWords(lang, source, header, body)

    def made(
        self,
        value: Any,
        words: Iterable[FileWords | None],
        lines: tuple[tuple[str, Lines], ...],
        names: Iterable[str] = (),
    ) -> Item:
        """Return the item; `names` are those that cannot be looked up where it has no value."""
        item = self.item
        public = [w for w in words if w and w.body.converted.html] if value is not None else []
        shown = (
            NO_MEDIA if value is None else media_of(item.kind, item.folder, value, [w.body.converted for w in public])
        )
        return Item(
            item.kind, item.slug, item.path, value, lines, tuple(self.problems),
            assets=tuple(file.name for file in item.files if not file.name.endswith((".md", ".yml"))),
            unread=() if value is not None else (item.slug, item.folder, *names),
            bodies=tuple(KeptBody(w.text().key, w.body.key, w.body.line) for w in public),
            shown=shown,
        )  # fmt: skip


def plain_title(said: dict[str, str]) -> dict[str, str]:
    """Return the title and summary as everybody reads them, and the title's readings apart."""
    if "|" not in said.get("title", "") and "|" not in said.get("summary", ""):
        return said
    from plugins.reading.easy_text import without_readings  # few titles have one

    plain = {name: without_readings(said.get(name, "")) for name in ("title", "summary")}
    return said | plain | {"ruby": said["title"] if plain["title"] != said["title"] else ""}


def easy_text(words: FileWords | None) -> Text | None:
    """Return the text in やさしい日本語 as the model has it; its title keeps its readings."""
    return words.text(title=words.title) if words else None


def _with_details(words: list[FileWords], text: str) -> list[FileWords]:
    """Return the words of one file, the first with what somebody may be traced by in all of it."""
    if "{" in text and "|" in text:
        from plugins.reading.easy_text import without_readings  # few texts have readings

        text = without_readings(text)
    details = personal_details(text, words[0].source.path)
    return [words[0]._replace(details=details), *words[1:]] if details else words


def _foreign_file(file: SourceFile, names: list[str], is_beside_post: bool) -> Problem:
    if is_beside_post:
        return problem("file-beside-post", file.path, found=file.name, lang=file.name.removesuffix(".md"))
    return problem("unknown-file", file.path, found=file.name, known=", ".join(names))

"""The running text of one language: its conversion, kept by its words, and where it stands in its file."""

from typing import NamedTuple

from plugins.model.text import Body, Figure, Lang
from plugins.problems import Problem
from plugins.reading.keeping import Keeper
from plugins.reading.markup.body import ConvertedBody


class KeptBody(NamedTuple):
    """Where a running text is found again."""

    text: str  # `Text.key`
    key: str  # of its conversion, in the keeper
    line: int  # of its first character in the file


class RunningText(NamedTuple):
    """A converted text; its lines are counted from its own beginning, so that a longer header changes none."""

    converted: ConvertedBody
    key: str  # of its conversion, in the keeper; empty where there is no text
    line: int  # of its first character in the file

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it, by the lines of the file."""
        return tuple(found._replace(line=found.line + self.line - 1) for found in self.converted.problems)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it shows, by the lines of the file."""
        return tuple(figure._replace(line=figure.line + self.line - 1) for figure in self.converted.figures)


NO_TEXT = RunningText(ConvertedBody(""), "", 1)


def running_text(
    text: str, line: int, lang: Lang, langs: tuple[Lang, ...], path: str, folder: str, keeper: Keeper
) -> RunningText:
    """Return a text converted; nothing is converted that the keeper has."""
    if not text:
        return NO_TEXT
    key, converted = keeper.keep(convert_body, text, lang, langs, path, folder)
    return RunningText(converted, key, line)


def convert_body(text: str, lang: Lang, langs: tuple[Lang, ...], path: str, folder: str) -> ConvertedBody:
    """Convert a text, its first line counted as 1."""
    from plugins.reading.markdown import convert  # slow to import, and not needed while every text is kept

    return convert(text, lang, langs, path, 1, folder)


def body_of(converted: ConvertedBody, line: int) -> Body:
    """Return a conversion as the site shows and checks it; the text begins at `line` of its file."""
    by = line - 1
    return Body(
        converted.html,
        tuple(link._replace(line=link.line + by) for link in converted.links),
        tuple(picture._replace(line=picture.line + by) for picture in converted.pictures),
        converted.anchors,
    )

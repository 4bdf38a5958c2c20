"""What finished pages weigh: a page that is too heavy is told by the text it is made of, and the table of all."""

import re
from collections.abc import Iterable
from pathlib import Path

from plugins.build.settings import BuildSettings
from plugins.problems import Problem

RULE = "page-weight"
PAGE = re.compile(r"([\w-]+)/(?:(news|events)/(\d{4})/([^/]+)|(?:([\w-]+)/)?([^/]+))/index\.html")


def led_to_texts(settings: BuildSettings, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the text that a page is made of in the place of each page that is too heavy."""
    return list(dict.fromkeys(_led(settings, one) if one.rule == RULE else one for one in problems))


def _led(settings: BuildSettings, found: Problem) -> Problem:
    text = text_of(settings.content, found.path.removeprefix(f"{settings.output.name}/"))
    return found._replace(path=f"{settings.content.name}/{text}") if text else found


def text_of(content: Path, page: str) -> str:
    """Return the file below the content that most of a page comes from; nothing for a list and such."""
    if not (found := PAGE.fullmatch(page)):
        return ""
    lang, dated, year, slug, kind, name = found.groups()
    folders = content.glob(f"{dated}/{year}-??-??-{slug}") if dated else [content / (kind or "pages") / name]
    files = {file.name: file for folder in folders for file in folder.glob("*") if file.suffix in (".md", ".yml")}
    wanted = next((name for name in (f"{lang}.md", "post.md", *sorted(files)) if name in files), "")
    return files[wanted].relative_to(content).as_posix() if wanted else ""


def weight_lines(settings: BuildSettings, folder: Path) -> list[str]:
    """Return the table of what a finished folder weighs."""
    from plugins.inspection.folder import files_of
    from plugins.inspection.weights import weight_lines as lines_of
    from plugins.inspection.weights import weights_of

    return [*lines_of(weights_of(folder, files_of(folder)), settings.lang)]

"""The theme's files as they were read, and which templates a template uses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from plugins.problems import Problem, problem

SHOWN = "theme"  # the folder as problems name it

# Templates are named by plain strings only, so that no template has to be parsed to know what it uses.
USE = r"\{%[-+]?\s*(?:extends|include|import|from)\b"
ANY_USE = re.compile(USE)
PLAIN_USE = re.compile(USE + r"""\s*["']([^"']+)["']\s*(?:[-+]?%\}|(?:as|import|ignore|with|without)\s)""")


class ThemeFault(Exception):
    """A file of the theme is at fault, so no page can be made with it."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """What a theme is made of; equal only to itself, so that what is computed from it can be kept.

    Shape: all three by name below the folder of templates: "components/label/label.html", "….css", "….js".
    """

    folder: Path  # of the templates
    templates: Mapping[str, str]
    styles: Mapping[str, str]
    tokens: str
    scripts: Mapping[str, str] = field(default_factory=dict)


def read_theme(folder: Path) -> Theme:
    """Read the theme in `folder`: `tokens.css` and everything below `templates/`.

    Raises: ThemeFault.
    """
    templates = folder / "templates"
    found = sorted(templates.rglob("*.*"))

    def read_all(ending: str) -> dict[str, str]:
        paths = (path for path in found if path.suffix == ending and path.is_file())  # a pipe would be waited for
        return {path.relative_to(templates).as_posix(): _text(folder, path) for path in paths}

    if not (tokens := folder / "tokens.css").is_file():
        raise ThemeFault(problem("theme-file-missing", f"{SHOWN}/tokens.css", found="tokens.css"))
    return Theme(templates, read_all(".html"), read_all(".css"), _text(folder, tokens), read_all(".js"))


def _text(folder: Path, path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode().replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        shown, line = f"{SHOWN}/{path.relative_to(folder).as_posix()}", data.count(b"\n", 0, error.start) + 1
        raise ThemeFault(problem("theme-not-utf8", shown, line)) from None


@lru_cache(maxsize=1024)
def closure_of(theme: Theme, name: str) -> tuple[str, ...]:
    """Return the template and all that it extends, imports or includes, however far away, sorted by name.

    Raises: ThemeFault for a template that does not exist.
    """
    found: set[str] = set()
    waiting = [(name, name)]
    while waiting:
        current, user = waiting.pop()
        if current not in theme.templates:
            raise ThemeFault(_missing(theme, current, user))
        if current not in found:
            found.add(current)
            waiting += [(used, current) for used in used_by(theme, current)]
    return tuple(sorted(found))


def used_by(theme: Theme, name: str) -> list[str]:
    """Return the templates that one names.

    Raises: ThemeFault where it names one otherwise than by a plain string.
    """
    source = theme.templates[name]
    plain = {found.start(): found[1] for found in PLAIN_USE.finditer(source)}
    for found in ANY_USE.finditer(source):
        if found.start() not in plain:
            line = source.count("\n", 0, found.start()) + 1
            raise ThemeFault(problem("template-name", f"{SHOWN}/templates/{name}", line))
    return [*plain.values()]


def _missing(theme: Theme, name: str, user: str) -> Problem:
    """Return that a template is missing, at the line that names it."""
    source = theme.templates.get(user, "")
    line = source.count("\n", 0, max(source.find(name), 0)) + 1
    return problem("theme-file-missing", f"{SHOWN}/templates/{user}", line, found=name)

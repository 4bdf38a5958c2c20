"""The theme's files as they were read, and which templates a template uses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Templates are named by plain strings only, so that no template has to be parsed to know what it uses.
REFERENCE = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """All templates and style sheets of a theme; equal only to itself, so that what is computed from it can be kept.

    Shape: `templates` and `styles` by name below the folder of templates: "components/label/label.html", "….css".
    """

    folder: Path  # of the templates
    templates: Mapping[str, str]
    styles: Mapping[str, str]
    tokens: str


def read_theme(folder: Path) -> Theme:
    """Read the theme in `folder`: `tokens.css` and everything below `templates/`."""
    templates = folder / "templates"

    def read_all(pattern: str) -> dict[str, str]:
        paths = sorted(path for path in templates.rglob(pattern) if path.is_file())  # a pipe would be waited for
        return {path.relative_to(templates).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    return Theme(templates, read_all("*.html"), read_all("*.css"), (folder / "tokens.css").read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def closure_of(theme: Theme, name: str) -> tuple[str, ...]:
    """Return the template and all that it extends, imports or includes, however far away, sorted by name.

    Raises: KeyError for a template that does not exist.
    """
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += REFERENCE.findall(theme.templates[current])
    return tuple(sorted(found))

"""Templates into code: compiled once for all languages, and kept in files from build to build."""

import hashlib
import marshal
import re
import sys
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import Environment, TemplateNotFound, nodes

from plugins.rendering.filters import FILTER_NAMES
from plugins.rendering.linking import MACRO, link, unknown_yet
from plugins.rendering.theme import Theme, used_by

SYNTAX: dict[str, Any] = {
    "extensions": ["jinja2.ext.i18n"],
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
# At the end of a compiled template this replaces the function that Jinja imports at its beginning.
ESCAPE = "\nfrom plugins.rendering.escaping import shown as escape\n"
DIGEST_SIZE = 16


@lru_cache(maxsize=2048)
def code_of(theme: Theme, name: str, folder: Path | None) -> CodeType:
    """Return the compiled template; `folder` keeps it for the next build.

    Shape: a file is a checksum and the code. The checksum is made of all that the code was compiled from and of the
    code itself, so that a file that is out of date or damaged is compiled anew.
    Raises: jinja2.TemplateNotFound, jinja2.TemplateSyntaxError.
    """
    if name not in theme.templates:
        raise TemplateNotFound(name)
    if folder is None:
        return _compiler(theme).compile(_source(theme, name), name, str(theme.folder / name))
    path = folder / f"{name.replace('/', '.')}.code"
    origin = _origin(theme, name)
    found = _read(path, origin)
    if found is None:
        found = _compiler(theme).compile(_source(theme, name), name, str(theme.folder / name))
        _write(path, origin, found)
    return found


def _source(theme: Theme, name: str) -> str:
    """Return the template without indentation, dropped once here instead of in each page made by it."""
    return INDENTATION.sub("", theme.templates[name])


def _read(path: Path, origin: bytes) -> CodeType | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum, code = data[:DIGEST_SIZE], data[DIGEST_SIZE:]
    return marshal.loads(code) if checksum == _checksum(origin, code) else None


def _write(path: Path, origin: bytes, found: CodeType) -> None:
    """Write the file in place: another process that meets half of it sees that by its checksum."""
    code = marshal.dumps(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_checksum(origin, code) + code)


def _checksum(*parts: bytes) -> bytes:
    return hashlib.blake2b(b"".join(parts), digest_size=DIGEST_SIZE).digest()


def _origin(theme: Theme, name: str) -> bytes:
    """Return the hash of what the code of a template is made from: it, the signatures it calls, its place, and how."""
    source = theme.templates[name]
    used = (theme.templates.get(other, "") for other in used_by(theme, name))
    signatures = (found[0] for text in used for found in MACRO.finditer(text))
    return _checksum(_toolchain(), "\0".join([str(theme.folder), name, source, *signatures]).encode())


@cache
def _toolchain() -> bytes:
    """Return the hash of what compiles: Python, Jinja and these modules."""
    here = Path(__file__).parent
    ours = (here / file for file in ("compiling.py", "filters.py", "linking.py"))
    return _checksum(sys.version.encode(), jinja2.__version__.encode(), *(path.read_bytes() for path in ours))


class _Compiler(Environment):
    """Compiles for every language at once: words and filters of a language are looked up when a page is made."""

    def __init__(self, theme: Theme) -> None:
        # Looking for what could be computed beforehand takes longer than computing it.
        super().__init__(**SYNTAX, optimized=False)
        self.newstyle_gettext = True  # as in the environments of the languages
        self._theme = theme
        self.filters.update(dict.fromkeys(FILTER_NAMES, unknown_yet))

    def _generate(self, source: nodes.Template, name: str, *rest: Any, **options: Any) -> str:
        """Generate the code of the linked template; the hook that Jinja offers for this."""
        return super()._generate(link(source, name, self._theme, self), name, *rest, **options) + ESCAPE


@lru_cache(maxsize=8)
def _compiler(theme: Theme) -> _Compiler:
    return _Compiler(theme)

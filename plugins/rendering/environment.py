"""One Jinja environment for each language."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined

from plugins.i18n import Catalogue
from plugins.rendering.filters import Filters, build_filters
from plugins.rendering.theme import Theme

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class ThemeEnvironment(Environment):
    """A Jinja environment that knows the theme it renders."""

    theme: Theme


def build_environment(
    theme: Theme, lang: str, catalogue: Catalogue, filters: Filters | None = None, cache: Path | None = None
) -> ThemeEnvironment:
    """Return the environment that renders pages in `lang`.

    `filters` come on top of those of `build_filters`. `cache` is a folder for compiled templates; each language
    has its own below it, because Jinja computes constant expressions, words included, when it compiles.
    """
    environment = ThemeEnvironment(
        loader=FunctionLoader(_loader_of(theme)),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_bytecode_cache(cache, lang),
    )
    environment.filters.update(build_filters(lang, catalogue))
    environment.filters.update(filters or {})
    environment.install_gettext_callables(
        catalogue.gettext,
        catalogue.ngettext,
        newstyle=True,
        pgettext=catalogue.pgettext,
        npgettext=catalogue.npgettext,
    )
    environment.theme = theme
    return environment


def _loader_of(theme: Theme) -> Callable[[str], tuple[str, str, None] | None]:
    """Return a loader that drops indentation once, in the template, instead of in each page made by it."""

    def load(name: str) -> tuple[str, str, None] | None:
        source = theme.templates.get(name)
        return None if source is None else (INDENTATION.sub("", source), str(theme.folder / name), None)

    return load


def _bytecode_cache(folder: Path | None, lang: str) -> BytecodeCache | None:
    if folder is None:
        return None
    (folder / lang).mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder / lang))

"""The theme ready to render: one environment for each language, made when its first page is due."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.i18n import Catalogue
from plugins.rendering import build_environment, read_theme, render_page, template_fingerprint

if TYPE_CHECKING:
    from plugins.rendering.environment import ThemeEnvironment


class Renderer:
    """Renders the pages of one build."""

    def __init__(self, theme: Path, catalogues: Mapping[str, Catalogue], compiled: Path | None = None) -> None:
        self._theme = read_theme(theme)
        self._compiled = compiled  # a folder that keeps compiled templates
        self._catalogues = catalogues
        self._marks: dict[str, str] = {}
        self._environments: dict[str, ThemeEnvironment] = {}

    def fingerprint(self, template: str, lang: str) -> str:
        """Return what a page owes to its template and its language's words."""
        return template_fingerprint(self._theme, template) + self._catalogues[lang].fingerprint

    def marks(self) -> dict[str, str]:
        """Return what the pages of every template owe to it, by "pages/post.html ja"."""
        if not self._marks:
            self._marks = self._all_marks()
        return self._marks

    def _all_marks(self) -> dict[str, str]:
        pages = [name for name in self._theme.templates if name.startswith("pages/")]
        return {f"{name} {lang}": self.fingerprint(name, lang) for name in pages for lang in self._catalogues}

    def render(self, template: str, lang: str, view: Any, frame: Any) -> str:
        """Return the finished page."""
        if lang not in self._environments:
            self._environments[lang] = build_environment(self._theme, lang, self._catalogues[lang], self._compiled)
        return render_page(self._environments[lang], template, view, frame)

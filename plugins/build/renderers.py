"""The theme ready to render: one environment for each language, made when its first page is due."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.i18n import Catalogue
from plugins.rendering import build_environment, read_theme, render_page, template_fingerprint
from plugins.rendering.environment import ThemeEnvironment


class Renderer:
    """Renders the pages of one build."""

    def __init__(self, theme: Path, catalogues: Mapping[str, Catalogue]) -> None:
        self._theme = read_theme(theme)
        self._catalogues = catalogues
        self._environments: dict[str, ThemeEnvironment] = {}

    def fingerprint(self, template: str, lang: str) -> str:
        """Return what a page owes to its template and its language's words."""
        return template_fingerprint(self._theme, template) + self._catalogues[lang].fingerprint

    def render(self, template: str, lang: str, view: Any, frame: Any) -> str:
        """Return the finished page."""
        if lang not in self._environments:
            self._environments[lang] = build_environment(self._theme, lang, self._catalogues[lang])
        return render_page(self._environments[lang], template, view, frame)

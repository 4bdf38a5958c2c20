"""One Jinja environment for each language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from plugins.i18n import Catalogue
from plugins.rendering.compiling import SYNTAX, code_of
from plugins.rendering.escaping import finished
from plugins.rendering.filters import build_filters
from plugins.rendering.theme import Theme, ThemeFault
from plugins.rendering.words import build_word_filters


class ThemeEnvironment(Environment):
    """Renders the templates of one theme in one language."""

    def __init__(self, theme: Theme, lang: str, catalogue: Catalogue, cache: Path | None = None) -> None:
        super().__init__(undefined=StrictUndefined, **SYNTAX)
        self.theme = theme
        self._cache = cache
        self._templates: dict[str, Template] = {}
        ours = {**build_filters(lang, catalogue), **build_word_filters(catalogue)}
        self.filters = _Filters(self, {**self.filters, **ours})
        self.install_gettext_callables(
            catalogue.gettext,
            catalogue.ngettext,
            newstyle=True,
            pgettext=catalogue.pgettext,
            npgettext=catalogue.npgettext,
        )

    def get_template(self, name: str, parent: str | None = None, globals: Any = None) -> Template:
        """Return a template of the theme; templates name each other in full and bring no globals of their own."""
        found = self._templates.get(name)
        if found is None:
            code = code_of(self.theme, name, self._cache)
            found = self._templates[name] = Template.from_code(self, code, self.globals)
        return found

    def page(self, name: str, **values: Any) -> str:
        """Return what a template makes of some values.

        Raises: ThemeFault where the template, or one that it uses, is at fault.
        """
        try:
            return self.get_template(name).render(**values)
        except Exception as error:
            from plugins.rendering.faults import template_fault

            if fault := template_fault(error, self.theme):
                raise ThemeFault(fault) from None
            raise


class _Filters(dict[str, Callable[..., Any]]):
    """The filters of an environment; a component becomes one when a template wants it. See linking.py."""

    def __init__(self, environment: ThemeEnvironment, known: dict[str, Callable[..., Any]]) -> None:
        super().__init__(known)
        self._environment = environment

    def __missing__(self, name: str) -> Callable[..., Any]:
        template, _, macro = name.rpartition(" ")
        if not template:
            raise KeyError(name)
        self[name] = found = _component(self._environment, template, macro)
        return found


def _component(environment: ThemeEnvironment, template: str, name: str) -> Callable[..., Markup]:
    """Return the function inside a macro: the linker has put its arguments in order already.

    Most of what a template may show stands on few pages, so a component is compiled when it is first called.
    """
    function: Callable[..., str] | None = None
    last: tuple[Any, ...] = ()

    def call(*values: Any) -> Markup:
        nonlocal function, last
        if function is None:
            macro = getattr(environment.get_template(template).module, name)
            nobody = environment.undefined("No caller defined", name="caller")
            function, last = macro._func, (nobody,) if macro.caller else ()
        return finished(function(*values, *last))

    return call

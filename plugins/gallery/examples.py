"""The examples of a component: what the tests render and the gallery shows."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from plugins.rendering.environment import ThemeEnvironment
    from plugins.rendering.theme import Theme

COMPONENTS = "components"


class Component(NamedTuple):
    """One component as its folder has it."""

    name: str
    manual: str  # the doc comment of its macro
    examples: tuple[Mapping[str, Any], ...]  # name, args
    inside: str  # the start tag of what its markup stands in: '<ul class="cards">'; mostly empty

    @property
    def template(self) -> str:
        return f"{COMPONENTS}/{self.name}/{self.name}.html"


def components_of(theme: "Theme") -> Iterable[Component]:
    """Yield each component of a theme, by name."""
    for folder in sorted(path for path in (theme.folder / COMPONENTS).iterdir() if path.is_dir()):
        yield _component(theme, folder)


def _component(theme: "Theme", folder: Path) -> Component:
    data = tomllib.loads((folder / f"{folder.name}.toml").read_text(encoding="utf-8"))
    source = theme.templates[f"{COMPONENTS}/{folder.name}/{folder.name}.html"]
    manual = source.partition("{#-")[2].partition("-#}")[0].replace("{% raw %}", "").replace("{% endraw %}", "")
    return Component(folder.name, manual.strip("\n"), tuple(data["examples"]), data.get("inside", ""))


def render_example(environment: "ThemeEnvironment", component: Component, args: Mapping[str, Any]) -> str:
    """Return what a component makes of the arguments of an example, inside what it is meant to stand in."""
    source = f'{{% from "{component.template}" import {component.name} %}}{{{{ {component.name}(**args) }}}}'
    html = environment.from_string(source).render(args=args)
    end = component.inside.partition(" ")[0].strip("<>")
    return f"{component.inside}{html}</{end}>" if end else html

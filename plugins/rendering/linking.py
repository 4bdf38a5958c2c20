"""What Jinja looks up each time a page is made, settled once when a template is compiled."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from plugins.rendering.theme import Theme

# Jinja calls a filter at once, and a macro or a global function by way of the context, which takes five times as long.
WORDS = "words of the interface"
FILLED_WORDS = "words of the interface, filled in"
GETTEXT = {"_": 1, "gettext": 1, "pgettext": 2}  # function -> how many of its arguments name the message
MACRO = re.compile(r"\{%[-+]?\s*macro\s+(\w+)\s*\(.*?\)\s*[-+]?%\}", re.DOTALL)


class Component(NamedTuple):
    """A macro that another template imports."""

    template: str
    macro: str

    @property
    def filter(self) -> str:
        """The name of the filter that calls it."""
        return f"{self.template} {self.macro}"


def link(tree: nodes.Template, name: str, theme: Theme, environment: Environment) -> nodes.Template:
    """Make calls of imported components and of gettext into filters, wherever what they mean is known beforehand.

    Other calls stay as Jinja has them. `environment` parses, and learns the names of the new filters.
    """
    stored = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    imported = {alias: component for alias, component in _imported(tree) if alias not in stored}
    linker = _Linker(theme, environment, imported, stored)
    linker.visit(tree)
    if not name.startswith("layouts/"):  # what a layout imports, its pages see
        _keep_imports(tree, {used for used, times in linker.used.items() if times})
    return tree


def _imported(tree: nodes.Template) -> Iterator[tuple[str, Component]]:
    for node in tree.body:
        if isinstance(node, nodes.FromImport) and not node.with_context and isinstance(node.template, nodes.Const):
            for name in node.names:
                macro, alias = name if isinstance(name, tuple) else (name, name)
                yield alias, Component(node.template.value, macro)


def _keep_imports(tree: nodes.Template, used: set[str]) -> None:
    """Drop what is imported and no longer called by its name."""
    imports = [node for node in tree.body if isinstance(node, nodes.FromImport)]
    for node in imports:
        node.names = [name for name in node.names if (name[1] if isinstance(name, tuple) else name) in used]
    tree.body = [node for node in tree.body if not isinstance(node, nodes.FromImport) or node.names]


class _Linker(NodeTransformer):
    """Changes the calls of one template, and counts the names that stay."""

    def __init__(
        self, theme: Theme, environment: Environment, imported: dict[str, Component], stored: set[str]
    ) -> None:
        self._theme, self._environment = theme, environment
        self._imported, self._stored = imported, stored
        self.used: Counter[str] = Counter()

    def visit_Name(self, node: nodes.Name) -> nodes.Name:
        self.used[node.name] += node.ctx == "load"
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:
        self.generic_visit(node.call)  # the call itself has a body to hand over, which a filter cannot take
        node.body = [part for child in node.body for part in self.visit_list(child)]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if node.dyn_args or node.dyn_kwargs:
            return node
        linked = None
        if name in self._imported:
            linked = self._component(node, self._imported[name])
        elif name in GETTEXT and name not in self._stored:
            linked = self._words(node, GETTEXT[name])
        if linked is None:
            return node
        self.used[name] -= 1
        return linked

    def _component(self, call: nodes.Call, component: Component) -> nodes.Expr | None:
        """Return the call with one argument for each parameter, in their order."""
        macro = _signature(self._theme, component, self._environment)
        if macro is None or not macro.args or len(call.args) > len(macro.args):
            return None
        defaults = dict(zip([arg.name for arg in macro.args[::-1]], macro.defaults[::-1], strict=False))
        given = {arg.name: value for arg, value in zip(macro.args, call.args, strict=False)}
        if any(word.key in given for word in call.kwargs):
            return None
        given |= {word.key: word.value for word in call.kwargs}
        values = [given.pop(arg.name, defaults.get(arg.name)) for arg in macro.args]
        if given or any(value is None for value in values):
            return None
        return self._filter(component.filter, values, call.lineno)

    def _words(self, call: nodes.Call, size: int) -> nodes.Expr | None:
        """Return the message as a constant that the language's own words are found by."""
        if len(call.args) != size or not all(isinstance(arg, nodes.Const) for arg in call.args):
            return None
        context, message = ("", *(arg.value for arg in call.args))[-2:]
        key = nodes.Const((context, message))
        if not call.kwargs:
            return self._filter(WORDS, [key], call.lineno)
        pairs = [nodes.Pair(nodes.Const(word.key), word.value) for word in call.kwargs]
        return self._filter(FILLED_WORDS, [key, nodes.Dict(pairs)], call.lineno)

    def _filter(self, name: str, values: list[nodes.Expr], line: int) -> nodes.Filter:
        self._environment.filters.setdefault(name, unknown_yet)
        return nodes.Filter(values[0], name, values[1:], [], None, None, lineno=line, environment=self._environment)


def unknown_yet(*_: object) -> str:
    """Stand for a filter while templates are compiled, so that Jinja computes nothing beforehand.

    Raises: ValueError, always.
    """
    raise ValueError("filters are known when a page is made")


@lru_cache(maxsize=1024)
def _signature(theme: Theme, component: Component, environment: Environment) -> nodes.Macro | None:
    """Return the component's macro without its body, if there is one of that name and its defaults are constants."""
    source = theme.templates.get(component.template, "")
    heads = [found[0] for found in MACRO.finditer(source) if found[1] == component.macro]
    macro = environment.parse(f"{heads[0]}{{% endmacro %}}").find(nodes.Macro) if len(heads) == 1 else None
    return macro if macro and all(isinstance(value, nodes.Const) for value in macro.defaults) else None

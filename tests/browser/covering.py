"""As few pages as show everything that is on any page of their type."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from tests.built_pages import Page

HEADINGS = {"h1", "h2", "h3", "h4"}


class Template(NamedTuple):
    """With what a page is made."""

    name: str  # "pages/post.html"
    lang: str


Kind = tuple[Template, bool, str]  # how it is made, whether it is a stand-in, its address where that is its own


def covering(pages: Mapping[Any, tuple[Template, Page]], known: Set[Any], noted: set[Any]) -> Iterator[Any]:
    """Yield, of each type of page, those that between them bear every mark of its pages that is not `known`.

    So a new state is looked at as soon as one page of one site has it: nobody has to list it here. What the pages bear
    is added to `noted`.
    """
    groups: dict[Kind, dict[Any, frozenset[tuple[Kind, str]]]] = defaultdict(dict)
    for key, (template, page) in pages.items():
        kind = (template, page.is_noindex, own_name(page))
        groups[kind][key] = frozenset((kind, mark) for mark in marks(page))
    for group in groups.values():
        missing = frozenset().union(*group.values()) - known
        noted |= missing
        while missing:
            best = max(group, key=lambda key: len(group[key] & missing))  # of equals the first
            missing -= group.pop(best)
            yield best


def own_name(page: Page) -> str:
    """Return the address of a page right below its language: each of these is a type of its own."""
    return page.path if page.path.count("/") <= 2 else ""


def marks(page: Page) -> frozenset[str]:
    """Return what a page is made of: elements, classes, states, and whether a text is of the other language."""
    found = set()
    for element in page.tree.body.iter("*"):
        found.add(element.tag)
        found |= set((element.get("class") or "").split())
        found |= {f"{name}={value}" for name, value in element.items() if name.startswith(("data-", "aria-current"))}
        if element.tag in HEADINGS and element.get("lang"):
            found.add(f"{element.tag}[lang]")
    return frozenset(found)

"""The last step of each value on its way into a page."""

from typing import Any

from markupsafe import Markup, _escape_inner, escape


def shown(value: Any) -> str:
    """Return the value as HTML, like markupsafe.escape, but as a plain text: a template joins it to others anyway."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    if kind is Markup:
        return value
    return str(value) if kind is int else str(escape(value))


def finished(html: str) -> Markup:
    """Return HTML that templates made as such, like Markup, which asks each text first whether it is some already."""
    return str.__new__(Markup, html)

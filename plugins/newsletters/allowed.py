"""The HTML and CSS that a newsletter may use: what mail programs show alike, as far as it was measured.

Source: caniemail.com, data of 29 June 2026 (github.com/hteumeuleu/caniemail, commit 6b086a3): each element, attribute
and property below is shown by Apple Mail, Gmail, Outlook, Yahoo, Thunderbird, Samsung Email and Proton Mail, the
properties in the places that are named here; each was last measured between February 2019 and November 2025. `color`,
`lang` and `title` are not measured there, and older than any of these programs. What may be lost, and leaves a letter
that can be read: `role` (Yahoo), `max-width` and `width` in per cent (Outlook for Windows, which takes the attribute),
`color-scheme` (most).
"""

CHECKED = "2026-06-29"
ANYWHERE = frozenset(("lang", "style"))
# Element: its own attributes.
ELEMENTS: dict[str, frozenset[str]] = {
    "html": frozenset(),
    "head": frozenset(),
    "meta": frozenset(("charset", "name", "content")),
    "title": frozenset(),
    "body": frozenset(("bgcolor",)),
    "table": frozenset(("role", "width", "align", "cellpadding", "cellspacing", "border", "bgcolor")),
    "tr": frozenset(),
    "td": frozenset(("align", "bgcolor")),
    "h1": frozenset(),
    "h2": frozenset(),
    "h3": frozenset(),
    "p": frozenset(),
    "a": frozenset(("href",)),
    "span": frozenset(),
    "img": frozenset(("src", "alt", "width")),
    "hr": frozenset(),
    "br": frozenset(),
}
TEXT = frozenset(("td", "h1", "h2", "h3", "p", "a", "span"))
# Property: the elements on which it is shown alike.
PROPERTIES: dict[str, frozenset[str]] = {
    "background-color": frozenset(("body", "table", "td")),
    "border": frozenset(("td", "img", "hr")),
    "border-top": frozenset(("td", "hr")),
    "color": TEXT,
    "display": frozenset(("img",)),
    "font-family": frozenset(("td",)),
    "font-size": TEXT,
    "font-weight": TEXT,
    "line-height": TEXT,
    "margin": frozenset(("body", "h1", "h2", "h3", "p", "hr")),  # lengths in px alone: no "auto", nothing below zero
    "max-width": frozenset(("table", "img")),
    "padding": frozenset(("body", "td")),  # Outlook for Windows knows it of cells alone
    "text-align": frozenset(("td",)),
    "text-decoration": frozenset(("a",)),
    "width": frozenset(("table", "img")),
}

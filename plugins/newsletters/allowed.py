"""The HTML and CSS that a newsletter may use: what mail programs show alike, as far as it was measured.

Source: caniemail.com, data of 29 June 2026 (github.com/hteumeuleu/caniemail, commit 6b086a3), tests of 2019 to 2025.
What stands below is marked there as supported, at least in the places and with the values that are named here, by each
of Apple Mail, Gmail, Outlook, Yahoo, Thunderbird, Samsung Email and Proton Mail that it was tested in. `color`,
`bgcolor`, `border=""` and `<title>` have no test; all are older than these programs. What some lose, and a letter can
still be read: `role` and `lang` (Yahoo, in part), `color-scheme` (most), `<body>` with its style (many, so the table
around all has the same ground), lines under links (Proton Mail on iOS), `display`, `width` and `max-width` of a picture
(Outlook for Windows, which takes the attribute), a margin of the body (Outlook).
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
    "margin": frozenset(("body", "h1", "h2", "h3", "p", "hr")),  # no "auto", nothing below 0
    "max-width": frozenset(("table", "img")),
    "padding": frozenset(("body", "td")),  # Outlook for Windows knows it of cells alone
    "text-align": frozenset(("td",)),
    "text-decoration": frozenset(("a",)),
    "width": frozenset(("table", "img")),
}

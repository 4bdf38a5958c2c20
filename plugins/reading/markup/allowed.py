"""The HTML that a text may hold; everything else is taken out of it, whoever wrote it."""

import nh3

from plugins.reading.markup.targets import SCHEMES

TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
        "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3",
        "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt",
        "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr"
    )
)  # fmt: skip
# Elements of HTML that no text needs: a piece of authors' HTML with one of these loses it, and is told so.
# A word in angle brackets that is no element at all, such as <String>, is text.
REFUSED = frozenset(
    (
        "acronym", "address", "applet", "area", "article", "aside", "audio", "base", "basefont", "bdo", "big", "blink",
        "body", "button", "canvas", "center", "datalist", "dialog", "dir", "embed", "fieldset", "font",
        "footer", "form", "frame", "frameset", "h1", "head", "header", "hgroup", "html", "iframe", "input",
        "label", "legend", "link", "main", "map", "marquee", "math", "menu", "meta", "meter", "nav", "nobr",
        "noembed", "noframes", "noscript", "object", "optgroup", "option", "output", "param", "picture",
        "plaintext", "portal", "progress", "script", "search", "select", "slot", "source", "strike", "style",
        "svg", "template", "textarea", "title", "track", "tt", "video", "xmp"
    )
)  # fmt: skip
EMPTIED = frozenset(("script", "style"))  # lost with what they hold

_EVERYWHERE = frozenset(("lang", "dir", "title", "id"))
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset(("href", "hreflang")),
    "img": frozenset(("src", "alt", "width", "height")),
    "time": frozenset(("datetime",)),
    "del": frozenset(("datetime",)),
    "ins": frozenset(("datetime",)),
    "data": frozenset(("value",)),
    "ol": frozenset(("start", "reversed", "type")),
    "li": frozenset(("value",)),
    "td": frozenset(("colspan", "rowspan", "headers")),
    "th": frozenset(("colspan", "rowspan", "headers", "scope")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "details": frozenset(("open",)),
}
# What only our own rules write; nh3 holds these names too, the words of authors' HTML never reach them.
_OWN_VALUES = {
    "a": {"rel": {"noopener"}},
    "img": {"loading": {"lazy"}},
    "th": {"data-align": {"center", "right"}},
    "td": {"data-align": {"center", "right"}},
}
_OWN_CLASSES = {"section": {"footnotes"}, "a": {"footnote-ref", "footnote-back"}}


def allows(tag: str, attribute: str) -> bool:
    """Say whether authors may write an attribute on an element."""
    return attribute in _EVERYWHERE or attribute in ATTRIBUTES.get(tag, ())


CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(EMPTIED),
    attributes={"*": set(_EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
    tag_attribute_values=_OWN_VALUES,
    allowed_classes=_OWN_CLASSES,
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)

"""What WordPress makes into HTML only when it shows a text: blocks, shortcodes, paragraphs without a mark."""

import re
from collections.abc import Callable, Mapping
from html import escape

from plugins.importing.entries import Attached, Report

_BLOCK = re.compile(r"<!--\s*/?wp:([a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)((?:(?!-->).)*?)(/)?-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CAPTION = re.compile(r"\[caption([^\[\]]{0,2000})\](.{0,20000}?)\[/caption\]", re.DOTALL)
_EMBED = re.compile(r"\[embed[^\[\]]{0,500}\]\s{0,100}(\S{1,2000}?)\s{0,100}\[/embed\]")
_GALLERY = re.compile(r"\[gallery([^\[\]]{0,2000})\]")
# What stands alone in a line, WordPress shows as a video or the like.
_LONE = re.compile(r"^[ \t]{0,20}(?:<p>)?(https?://[^\s<>\"']{1,2000})(?:</p>)?[ \t]{0,20}$", re.MULTILINE)
_IDS = re.compile(r"""\b(?:ids|include)=["']?([0-9, ]+)""")
_IMAGE = re.compile(r"((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_SHORTCODE = re.compile(
    r"""\[/?(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+(?:\s[^\[\]<>]*)?|[a-z][a-z0-9]*\s+[a-z][a-z0-9_-]*=[^\[\]<>]*"""
    r"""|/(?:audio|video|playlist|embed)|(?:audio|video|playlist|gallery))\s*/?\](?!\()"""
)
_BLOCKS = ("address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
           "header|hr|iframe|li|main|nav|noscript|object|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|"
           "th|thead|tr|ul|video|audio")  # fmt: skip
_STARTS = re.compile(rf"</?(?:{_BLOCKS})\b", re.IGNORECASE)
_DIVIDE = re.compile(rf"(</?(?:{_BLOCKS})\b[^>]*>)", re.IGNORECASE)
_KEPT = re.compile(r"<(pre|script|style|textarea)\b.{0,100000}?</\1\s*>", re.DOTALL | re.IGNORECASE)


def shown_html(body: str, place: str, attached: Mapping[str, Attached], report: Report) -> str:
    """Return the HTML that WordPress would show, as far as that can be told without it; the rest is reported."""
    has_blocks = "<!-- wp:" in body
    for name, _, is_alone in _BLOCK.findall(body):
        if is_alone and name not in ("more", "nextpage", "separator", "spacer"):
            report.note("block", place, f"wp:{name}")
    html = _COMMENT.sub("", _BLOCK.sub("\n", body))
    html = _CAPTION.sub(_figure, html)
    html = _EMBED.sub(lambda found: f'\n\n<a href="{escape(found[1])}">{escape(found[1])}</a>\n\n', html)
    for found in _LONE.finditer(html):
        report.note("embedded", place, found[1])
    html = _LONE.sub(lambda found: found[0].replace(found[1], f'<a href="{found[1]}">{found[1]}</a>'), html)
    html = _GALLERY.sub(lambda found: _gallery(found[1], attached) or found[0], html)
    for found in dict.fromkeys(match[0] for match in _SHORTCODE.finditer(html)):
        report.note("shortcode", place, found)
    return html if has_blocks else paragraphs(html)


def _figure(found: re.Match[str]) -> str:
    inner = _IMAGE.search(found[2].strip())
    if not inner:
        return found[2]
    said = re.search(r'caption="([^"]*)"', found[1])
    words = inner[2].strip() or (said[1] if said else "")
    return f"\n\n<figure>{inner[1]}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(written: str, attached: Mapping[str, Attached]) -> str:
    ids = _IDS.search(written)
    found = [attached[number] for number in re.findall("[0-9]+", ids[1]) if number in attached] if ids else []
    figures = (
        f'<figure><img src="{escape(one.url)}" alt="{escape(one.alt)}"><figcaption>{escape(one.caption)}'
        "</figcaption></figure>" for one in found
    )  # fmt: skip
    return f"\n\n{''.join(figures)}\n\n" if found else ""


def paragraphs(html: str) -> str:
    """Return a text in which empty lines divide paragraphs and line ends are kept, as HTML.

    Source: WordPress, wpautop() in wp-includes/formatting.php: what it does to a text without blocks.
    """
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return f"\n\n\x00{len(held) - 1}\x00\n\n"

    text = _KEPT.sub(hold, html.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    depth, parts = 0, []
    for part in _DIVIDE.split(text):
        if _STARTS.match(part):
            is_empty = part.lower().startswith(("<hr", "<iframe")) or part.endswith("/>")
            depth = max(0, depth + (0 if is_empty else -1 if part.startswith("</") else 1))
            parts.append(part)
        else:
            parts.append(_lines(part) if depth else _paragraphs(part))
    restore: Callable[[re.Match[str]], str] = lambda found: held[int(found[1])]  # noqa: E731
    return re.sub("\x00([0-9]+)\x00", restore, "".join(parts))


def _lines(text: str) -> str:
    """Return what stands inside a block: its line ends are kept only where an empty line divides."""
    return re.sub(r"\n\s*\n", "<br><br>", text) if text.strip() else text


def _paragraphs(text: str) -> str:
    found = (part.strip() for part in re.split(r"\n\s*\n", text))
    made = (
        part if part.startswith("\x00") else f"<p>{part.replace(chr(10), '<br>' + chr(10))}</p>"
        for part in found
        if part
    )
    return "".join(made)

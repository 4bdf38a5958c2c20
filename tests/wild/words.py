"""Words of a Markdown source and of a finished page, taken without the converter under test."""

import re
import unicodedata
from collections import Counter
from html import unescape

from lxml import html as lxml_html

HOUSE_RE = re.compile("[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uff66-\uff9f]+")
LATIN_RE = re.compile("[A-Za-z]{2,}")
TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|ol|p|pre|"
    "q|s|samp|small|source|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video"
)
BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "pre", "table", "tr", "td", "th", "blockquote", "figure",
     "figcaption", "section", "h2", "h3", "h4", "h5", "h6", "br", "hr")
)  # fmt: skip
SIGNS = str.maketrans("", "", "*_`\\")

_FENCE_RE = re.compile(r"^([ >]*)(`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_COMMENT_RE = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG_RE = re.compile(rf"</?(?:{TAGS})\b[^<>]*>", re.IGNORECASE)
_CODE_RE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_DEFINITION_RE = re.compile(r"^[ ]{0,3}\[[^\]^][^\]]*\]:[ ]*\S+.*(?:\n[ ]+[\"'(].*[\"')])?$", re.MULTILINE)
_TARGET_RE = re.compile(
    r"\]\(\s*(?:<[^<>]*>|(?:\{[{%].*?[%}]\}|[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"]*\"|\s+'[^']*')?\s*\)"
)
_LABEL_RE = re.compile(r"\]\s?\[([^\]]*)\]")
_NOTE_RE = re.compile(r"\[\^[^\]]+\]:?")


def source_text(body: str) -> str:
    """Return what a Markdown source says, without its markup."""
    body = unicodedata.normalize("NFC", body.replace("\r\n", "\n"))
    labels = {label.casefold() for label in re.findall(r"^[ ]{0,3}\[([^\]^][^\]]*)\]:[ ]*\S", body, re.MULTILINE)}
    parts: list[str] = []
    prose, code = _without_code(body)
    prose = _DEFINITION_RE.sub("", _COMMENT_RE.sub("", prose))
    prose = _NOTE_RE.sub("", _TARGET_RE.sub("]", prose))
    prose = _LABEL_RE.sub(lambda m: "]" if not m[1] or m[1].casefold() in labels else m[0], prose)
    prose = unescape(_TAG_RE.sub(lambda m: "" if _is_inline(m[0]) else "\n", prose))
    parts.append(re.sub("\x00(\\d+)\x00", lambda m: code[int(m[1])], prose))
    return "\n".join(parts)


def _is_inline(tag: str) -> bool:
    return re.match(r"</?(\w+)", tag)[1].lower() not in BLOCKS  # type: ignore[index]


def _without_code(body: str) -> tuple[str, list[str]]:
    """Return the text with a mark for each piece of code, and the pieces as they are."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return f"\x00{len(kept) - 1}\x00"

    lines, out, fence = body.split("\n"), [], None
    for number, line in enumerate(lines):
        found = _FENCE_RE.match(line)
        if fence is None and found and any(_closes(other, found[2]) for other in lines[number + 1 :]):
            fence = found[2]
        elif fence is not None and _closes(line, fence):
            fence = None
        elif fence is not None or (line.startswith("    ") and (number == 0 or not lines[number - 1].strip(" >") or
                                                                 out[-1].startswith("\x00"))):  # fmt: skip
            out.append(keep(line) if not re.match(r"\s*([-*+]|\d+\.)\s|\s*\[", line) or fence else line)
        else:
            out.append(line)
    return _CODE_RE.sub(lambda m: keep(m[2]), "\n".join(out)), kept


def _closes(line: str, fence: str) -> bool:
    bare = line.strip(" >")
    return bare.startswith(fence) and not bare.strip(fence[0])


def page_text(page: str, selector: str = "//*[contains(concat(' ', @class, ' '), ' prose ')]") -> str:
    """Return what the running text of a page shows, the words for its pictures included."""
    root = lxml_html.fromstring(page)
    return "\n".join(_shown(element) for element in root.xpath(selector))


def _shown(element: lxml_html.HtmlElement) -> str:
    edge = "\n" if element.tag in BLOCKS else ""
    parts = [edge, element.get("alt", "") if element.tag == "img" else "", element.text or ""]
    for child in element:
        parts += [_shown(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join([*parts, edge])


def missing_words(source: str, page: str) -> list[str]:
    """Return the words of a source text that a page's text does not show as often as the source.

    Shape: Latin words of two letters and more are counted; Japanese, which has no words between spaces, is looked
    for in runs that reach to the next sign or the end of the line.
    """
    source, page = source.translate(SIGNS), page.translate(SIGNS)
    lost = Counter(LATIN_RE.findall(source)) - Counter(LATIN_RE.findall(page))
    packed = re.sub(r"\s", "", page)
    return sorted(lost.elements()) + [run for run in HOUSE_RE.findall(source) if run not in packed]

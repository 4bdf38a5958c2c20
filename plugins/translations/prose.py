"""A Markdown text as its reader sees it: words line by line, and where its links lead."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９．，：／％￥＃＆－ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "0123456789.,:/%¥#&-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
)  # one sign for one sign: a place in the line stays that place
GLOSSARY = "/glossary/"  # words of a text lead there by themselves, in one language more than in the other
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_RUBY = re.compile(r"\{([^{}|｜\n]+)[|｜][^{}|｜\n]+\}")
_ESCAPED = re.compile(r"\\([.*_+!()#-])")
_ENTITY = re.compile(r"&#?\w{1,31};")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s>]+)>?.*$")
_TARGET = re.compile(r"\]\(\s*<?(?P<target>[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)?)>?(?:\s+[^()\n]*)?\s*\)")
_BARE = re.compile(r"(?P<target>(?:https?://|mailto:|tel:)[^\s<>()\[\]「」（）、。\"'|]+)")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?=[\s/>])[^<>]*>")
_IN_TAG = re.compile(r"\b(?:href|src)\s*=\s*[\"']?(?P<target>[^\s\"'<>]+)")
# what no reader takes for words: labels of footnotes and links, ids, computed figures, template tags, numbers of a list
_MARKS = re.compile(r"\[\^[^\]\n]+\]:?|\]\[[^\]\n]*\]|\{%.*?%\}|\{\{.*?\}\}|\{[:#.a-z][^{}|\n]*\}")
_LIST_NUMBER = re.compile(r"^[ \t>]*\d{1,3}[.)](?=\s)")


class Link(NamedTuple):
    """An address that a text leads to or a picture that it shows, as it is written."""

    target: str
    line: int


class Line(NamedTuple):
    """One line of a file, with what is no word of it blanked out; every word stands where it stood."""

    number: int
    words: str


def lines_of(text: str, first: int) -> tuple[list[Line], list[Link]]:
    """Return the lines of a text that hold words, and its links; `first` is the number of its first line."""
    text = _NOTE.sub(lambda note: re.sub(r"[^\n]", " ", note[0]), text) if "<!--" in text else text
    lines: list[Line] = []
    links: list[Link] = []
    fence = ""
    for number, line in enumerate(text.split("\n"), first):
        mark = _FENCE.match(line)
        if fence or mark:
            found = mark[1] if mark else ""
            if not fence:
                fence = found
            elif found.startswith(fence) and not line.strip(" \t`~"):
                fence = ""
            continue
        words, found_links = _blanked(line)
        links += [Link(target, number) for target in found_links]
        if words.strip():
            lines.append(Line(number, words))
    return lines, links


def _blanked(line: str) -> tuple[str, list[str]]:
    targets: list[str] = []
    if "{" in line and ("|" in line or "｜" in line):
        line = _RUBY.sub(lambda ruby: ruby[1].ljust(len(ruby[0])), line)

    def out(found: re.Match[str]) -> str:
        return " " * len(found[0])

    def taken(found: re.Match[str]) -> str:
        targets.append(found["target"])
        return " " * len(found[0])

    if "\\" in line:
        line = _ESCAPED.sub(r"\1 ", line)
    if "&" in line:
        line = _ENTITY.sub(" ", line)
    if "`" in line:
        line = _CODE.sub(out, line)
    if "[" in line or "(" in line:
        line = _TARGET.sub(taken, _DEFINITION.sub(taken, line))
    if "<" in line:
        targets += [found["target"] for tag in _TAG.findall(line) for found in _IN_TAG.finditer(tag)]
        line = _TAG.sub(out, line)
    if ":" in line:
        line = _BARE.sub(taken, line)
    if "{" in line or "[" in line:
        line = _MARKS.sub(out, line)
    return _LIST_NUMBER.sub(out, line).translate(FULL_WIDTH), targets


def address_of(target: str, langs: Iterable[str]) -> str:
    """Return where a link leads, the same for the pages of all languages; empty for what is not compared.

    Shape: without its language, fragment and last slash: "/news/2026/strike", "example.org/page". Not compared are
    places on the same page and the glossary, since a text links its words by itself.
    """
    langs = frozenset(langs)
    try:
        parts = urlsplit(unquote(target).removeprefix("URL:").rstrip(".,;:"))
    except ValueError:
        return target
    if parts.scheme in ("mailto", "tel"):
        return f"{parts.scheme}:{parts.path.casefold()}"
    host = ".".join(_without_langs((parts.hostname or "").removeprefix("www.").split("."), langs, last=2))
    if not host and not parts.path:
        return ""
    if host.endswith("wikipedia.org"):  # the same thing has another name there
        return host
    path = "/".join(_without_langs(parts.path.split("/"), langs)).rstrip("/")
    if not host and f"{path}/".startswith(GLOSSARY):
        return ""
    for lang in langs:
        path = re.sub(rf"[._-]{re.escape(lang)}(?=(?:\.\w+)?$)", "", path)
    query = "&".join(part for part in parts.query.split("&") if part.partition("=")[2] not in langs)
    return f"{host}{path}{'?' * bool(query)}{query}"


def _without_langs(parts: list[str], langs: frozenset[str], last: int = 0) -> Iterator[str]:
    """Yield the parts of an address but those that name a language; the `last` ones stay."""
    for number, part in enumerate(parts):
        if number >= len(parts) - last or part.casefold().partition("-")[0] not in langs or "-" in part[3:]:
            yield part

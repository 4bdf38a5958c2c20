"""Markdown of Jekyll, Hugo and Pelican as this site writes it; template code stays as words."""

import re
from collections.abc import Callable

from plugins.importing.entries import Report
from plugins.importing.markdown_of import Found

_CODE = re.compile(
    r"(^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
_FIGURE = re.compile(r"""\{\{[<%]\s*figure\s+(?:[^>%]*?\s)?src=["']([^"']+)["']([^>%]*)[>%]\}\}""")
_ATTRIBUTE = re.compile(r"""\b(alt|caption|title)=["']([^"']*)["']""")
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{::?[^}\n]*\}", re.DOTALL)
_POST_URL = re.compile(r"\{%-?\s*(?:post_url|link)\s+([^%\s]+)\s*-?%\}")
_REF = re.compile(r"""\{\{[<%]\s*(?:rel)?ref\s+["']?([^"'\s>%]+)["']?\s*[>%]\}\}""")
_BASE = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url)|\.Site\.BaseURL)\s*-?\}\}")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|!?\[[^\[\]]{0,500}\](?:\([^()]{0,500}\))?){0,500})\]"
    r"""\(\s*<?([^\s<>]{1,2000}?)>?(?:\s{1,20}["']([^"']{0,500})["'])?\s*\)"""
)
_DEFINITION = re.compile(r"^( {0,3}\[(?!\^)[^\]]+\]:\s*)<?(\S+?)>?([ \t]+.*)?$", re.MULTILINE)
_PELICAN = re.compile(r"[{|](?:filename|static|attach|index)[}|]", re.IGNORECASE)
_IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SRC = re.compile(r"""\b(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_TAGS = re.compile(
    r"<(script|style|iframe|form|object|embed|video|audio|svg|canvas)\b[^>]*>(?:.*?</\1\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_FIRST = re.compile(r"#{1,2}[ \t]+(.*?)[ \t]*#*[ \t]*(?:\n|\Z)|(.*)\n=+[ \t]*(?:\n|\Z)")


def own_markdown(text: str, place: str, title: str, found: Found, report: Report) -> str:
    """Return a text in this site's Markdown; what a template would have filled in is reported and stays as words."""
    text = text.replace("\r\n", "\n").strip("\n") + "\n"
    first = _FIRST.match(text)
    if first and (first[1] or first[2] or "").strip() == title:
        text = text[first.end() :].lstrip("\n")
    parts, at = [], 0
    for code in _CODE.finditer(text):
        parts += [_outside_code(text[at : code.start()], place, found, report), code[0]]
        at = code.end()
    return "".join([*parts, _outside_code(text[at:], place, found, report)])


def _outside_code(text: str, place: str, found: Found, report: Report) -> str:
    held: list[str] = []

    def hold(made: str) -> str:
        held.append(made)
        return f"\x00{len(held) - 1}\x00"

    text = text.replace("\x00", "")
    text = _FIGURE.sub(lambda figure: hold(_picture_of(figure, found)), text)
    text = _BASE.sub("", _REF.sub(r"\1", _POST_URL.sub(r"\1", text)))
    text = _IMG.sub(lambda image: hold(_image(image[0], found)), text)
    for embedded in _TAGS.finditer(text):
        report.note("embedded", place, embedded[0][:120])
    text = _TAGS.sub(lambda tag: _way_to(tag[0], found, hold), text)
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", text, flags=re.DOTALL)
    text = _LINK.sub(lambda link: hold(_link(link, found, place, report)), text)
    text = _DEFINITION.sub(lambda one: hold(_definition(one, found)), text)
    for template in _TEMPLATE.finditer(text):
        report.note("template", place, template[0])
    text = re.sub(r"^# ", "## ", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\\)([{}])", r"\\\1", text)
    while re.search("\x00[0-9]+\x00", text):
        text = re.sub("\x00([0-9]+)\x00", lambda number: held[int(number[1])], text)
    return text


def _bare(address: str) -> str:
    return _PELICAN.sub("", address)


def _link(link: re.Match[str], found: Found, place: str, report: Report) -> str:
    is_picture, words, address, title = link[1], link[2], _bare(link[3]), link[4] or ""
    if is_picture:
        return found.picture(address, re.sub(r"\\(.)", r"\1", words), title)
    inner = _LINK.sub(lambda one: _link(one, found, place, report), words) if "](" in words else _braces(words)
    target = found.link(address)
    return f"[{inner}]({target})" if target and "](" not in inner else inner


def _definition(one: re.Match[str], found: Found) -> str:
    target = found.link(_bare(one[2]))
    return f"{one[1]}{target}{one[3] or ''}" if target else ""


def _braces(words: str) -> str:
    return re.sub(r"(?<!\\)([{}])", r"\\\1", words)


def _picture_of(figure: re.Match[str], found: Found) -> str:
    said = dict(_ATTRIBUTE.findall(figure[2]))
    return found.picture(figure[1], said.get("alt", ""), said.get("caption", "") or said.get("title", ""))


def _image(tag: str, found: Found) -> str:
    said = {name.lower(): double or single for name, double, single in _SRC.findall(tag)}
    return found.picture(_bare(said["src"]), said.get("alt", ""), "") if said.get("src") else ""


def _way_to(tag: str, found: Found, hold: Callable[[str], str]) -> str:
    source = next((double or single for name, double, single in _SRC.findall(tag) if name.lower() == "src"), "")
    target = found.link(f"https:{source}" if source.startswith("//") else source) if source else ""
    host = target.partition("://")[2].partition("/")[0]
    return hold(f"[{host}]({target})") if host and not tag.lower().startswith("<script") else ""

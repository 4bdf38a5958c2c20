"""Links that do not lead where they seem to: a host in disguise, or words that name another one."""

import re
from html import unescape

from plugins.model.hosts import host_fault
from plugins.reading.markup.body import Notes

_LINK_RE = re.compile(r'<a [^>]*?href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)</a>', re.DOTALL | re.IGNORECASE)
_TAG_RE = re.compile(r"<[^>]*>")
_TOPS = "com|org|net|info|jp|example|kr|cn|tw|uk|us|de|fr|eu|au|ca|br"  # "main.py" is a file and no host
# words with a whole address, or nothing but a host or a mail address; not "our page on union.example"
_ADDRESS_RE = re.compile(r"https?://([^\s/?#:…<>()「」『』、。，）]+)", re.IGNORECASE)
_NAME_RE = re.compile(rf"\W*(?:[\w.+-]+@|(?=www\.))?((?:[a-z0-9-]+\.)+(?:{_TOPS}|(?<=www\.)[a-z0-9.-]+))(?:/\S*|\W*)")
_HOST_RE = re.compile(r"(?:https?:/*|mailto:)(?:[^@/?#]*@)?([^/?#:]*)", re.IGNORECASE)


def note_lookalikes(html: str, notes: Notes) -> None:
    """Keep what is wrong with the outside links of a finished text.

    Problems: link-lookalike, local-address, link-text-differs.
    """
    if 'href="http' not in html and "mailto:" not in html and 'href="H' not in html:
        return
    for href, words in _LINK_RE.findall(html):
        target = unescape(href)
        rule, values = host_fault(target), {"target": target}
        if not rule and (named := _other_host(unescape(_TAG_RE.sub("", words)), target)):
            rule, values = "link-text-differs", {"found": named, "target": target}
        if rule:
            notes.add(rule, notes.line_of(f"({target}", f": {target}", f'"{target}', target), **values)


def _other_host(words: str, target: str) -> str:
    """Return the host that the words of a link name if the link leads to another one."""
    leads = _HOST_RE.match(target)
    host = leads[1].lower() if leads else ""
    whole = _NAME_RE.fullmatch(words)
    for named in [whole[1]] if whole else _ADDRESS_RE.findall(words):
        own = named.lower().rstrip(".").removeprefix("www.")
        if host != own and not host.endswith(f".{own}"):
            return str(named)
    return ""

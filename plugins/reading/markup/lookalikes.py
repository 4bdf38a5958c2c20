"""Links that do not lead where they seem to: a host in disguise, or words that name another one."""

import re
import unicodedata
from html import unescape

from plugins.model.hosts import host_fault
from plugins.reading.markup.body import Notes

_LINK_RE = re.compile(r'<a [^>]*?href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)</a>', re.DOTALL | re.IGNORECASE)
_TAG_RE = re.compile(r"<(rt|rp)>.*?</\1>|<[^>]*>", re.DOTALL)
_DOT_RE = re.compile("(?<=[0-9a-z])。(?=[0-9a-z])")  # browsers take it for a dot
_OTHER_SCRIPT_RE = re.compile(r".*[^\x00-\x7f][.-]*", re.DOTALL)
# what stands behind the dot of a file's name or an abbreviation: "main.py", "Dr.Sato", "2026.Nov"
_ENDINGS = (
    "avi|bat|bmp|bz2|cpp|css|csv|cs|dll|docx?|eml|epub|exe|gif|go|gz|heic|html?|ics|ini|java|jpe?g|js|json|jsx|key|log|"
    "lua|md|mov|mp[34]|numbers|od[pst]|ogg|pages|pdf|php|pl|png|pptx?|psd|py|rar|rb|rst?|rtf|sh|sql|svg|swift|tar|tex|"
    "tiff?|toml|tsx?|tsv|txt|vue|wav|web[mp]|xlsx?|xml|ya?ml|zip"
)
_SHORTENED = "ch|dr|fig|jr|mrs?|ms|no|pp|prof|rev|sec|sr|st|ver|vol|vs"
# what readers know as the end of a host of two parts: "debug.gem" and "Node.now" are something else
_TOPS = (
    "[a-z]{2}|xn--.*|academy|app|asia|biz|blog|chat|click|cloud|club|com|community|coop|dev|digital|edu|email|example|"
    "foundation|fun|global|gov|green|group|help|homes|info|int|international|jobs|kyoto|life|link|live|love|media|mil|"
    "mobi|moe|museum|name|nagoya|net|network|news|ngo|okinawa|one|ong|online|org|osaka|page|press|pro|project|pub|red|"
    "report|reviews|school|shop|site|social|solutions|space|store|support|tech|team|today|tokyo|top|tv|union|vip|watch|"
    "web|website|wiki|win|work|works|world|wtf|xyz|yokohama|zone"
)
LONGEST_WORDS = 2_000
# words with a whole address, or nothing but a host or a mail address; not "our page on union.example"
_ADDRESS_RE = re.compile(r"https?:[/\\]+([^\s/?#:…<>()「」『』、，]+)")
_NAME_RE = re.compile(r"\W*(?:[\w.+-]+@)?((?:[\w-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+))\.?(?::\d+)?(?:[/?#]\S*|\W*)")
_HOST_RE = re.compile(r"(?:https?:/*|mailto:)(?:[^@/?#]*@)?([^/?#:]*)", re.IGNORECASE)


def note_lookalikes(html: str, notes: Notes) -> None:
    """Keep what is wrong with the outside links of a finished text.

    Problems: link-lookalike, local-address, link-text-differs.
    """
    if 'href="http' not in html and "mailto:" not in html:
        return
    for href, words in _LINK_RE.findall(html):
        target = unescape(href)
        rule, values = host_fault(target), {"target": target}
        if not rule and (named := _other_host(unescape(_TAG_RE.sub("", words)), target)):
            rule, values = "link-text-differs", {"found": named, "target": target}
        if rule:
            line = notes.line_of(f"({target}", f": {target}", f'"{target}', target, target.partition(":")[2])
            notes.add(rule, line, **values)


def _other_host(words: str, target: str) -> str:
    """Return the host that the words of a link name if the link leads to another one."""
    leads = _HOST_RE.match(target)
    host = leads[1].lower() if leads else ""
    read = _DOT_RE.sub(".", unicodedata.normalize("NFKC", words[:LONGEST_WORDS]).casefold())
    whole = _NAME_RE.fullmatch(read)
    for named in [whole[1]] * _is_host(whole[1]) if whole else _ADDRESS_RE.findall(read):
        own = named.rstrip(".").removeprefix("www.")
        latin = _OTHER_SCRIPT_RE.sub("", own)  # of "くわしくはunion.example" and of names in Japanese
        if host not in (own, latin) and not host.endswith(f".{latin}"):
            return str(named)
    return ""


def _is_host(name: str) -> bool:
    """Say whether a reader takes a name with dots in it for that of a host."""
    first, *_, top = name.split(".")
    if re.fullmatch(_ENDINGS, top) or re.fullmatch(_SHORTENED, first):
        return False
    return name.count(".") > 1 or re.fullmatch(_TOPS, top) is not None

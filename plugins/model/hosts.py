"""Whether an address leads where it seems to: its host's letters, what stands before it, whose machine it is."""

import re
import unicodedata

LOOKALIKE, LOCAL = "link-lookalike", "local-address"  # the rules

_AUTHORITY_RE = re.compile(r"(?:https?|webcals?):(?P<web>[/\\]*[^/?#]*)|mailto:(?P<mail>[^?]*)", re.I | re.A)
_PLAIN_HOST_RE = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]*\.?(?::[0-9]+)?", re.I | re.A)
_PORT_RE = re.compile(r":[0-9]*$")
_NUMBER_RE = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.I | re.A)
_HIDDEN_RE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]")
_LOCAL_NAMES = (
    ".localhost", ".local", ".localdomain", ".lan", ".internal", ".intranet", ".intra", ".private", ".corp", ".home",
    ".home.arpa", ".workgroup", ".ts.net",
)  # fmt: skip
_JAPANESE = frozenset(("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "IDEOGRAPHIC"))
_WITH_ASCII = frozenset(("ASCII", "LATIN", "JAPANESE"))  # what Latin letters stand beside in honest names
_STROKE_RE = re.compile("[A-Za-z0-9][ノンソゾ一ー丶〳]|[ノンソゾ一ー丶〳][A-Za-z0-9]")  # a slash, nearly
# Cyrillic and Greek letters that look like Latin ones: a name of nothing else is read as Latin.
_TWINS = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵмтнкв" + "αινορυωικτχγ")


def host_fault(address: str) -> str:
    """Return the rule that an outside address breaks by its host; empty if it leads where it seems to.

    Source: Unicode Technical Standard 39, section 5 (mixed scripts); RFC 3986, section 3.2 (what stands before "@").
    """
    match = _AUTHORITY_RE.match(address)
    if not match:
        return ""
    if match["mail"] is not None:
        hosts = [mail.rpartition("@")[2] for mail in match["mail"].split(",") if "@" in mail]
        return next((fault for host in hosts if (fault := _fault(host))), "")
    web = match["web"]
    if not web.startswith("//") or "@" in web or _HIDDEN_RE.search(address):
        return LOOKALIKE
    return _fault(web[2:])


def _fault(host: str) -> str:
    if _PLAIN_HOST_RE.fullmatch(host) and "xn--" not in host.lower():
        return LOCAL if _PORT_RE.sub("", host.lower()).rstrip(".").endswith(_LOCAL_NAMES) else ""
    if host.startswith("["):
        return _fault_of_number(host.partition("]")[0][1:])
    name = _PORT_RE.sub("", host).rstrip(".")
    labels = name.split(".")
    if _NUMBER_RE.fullmatch(labels[-1]):
        return _fault_of_number(name)
    if len(labels) == 1 and re.fullmatch(r"[\w-]+", name):
        return LOCAL
    return LOOKALIKE if any(_deceives(label, labels[-1]) for label in labels) else ""


def _fault_of_number(name: str) -> str:
    import ipaddress  # few addresses are numbers

    try:
        return "" if ipaddress.ip_address(name).is_global else LOCAL
    except ValueError:
        return LOOKALIKE


def _deceives(label: str, top: str) -> bool:
    """Say whether one part of a name may be taken for another one."""
    if label.lower().startswith("xn--"):
        try:
            label = label[4:].encode("ascii").decode("punycode")
        except (UnicodeError, ValueError, OverflowError):
            return True
    if label.isascii():
        return not re.fullmatch(r"[A-Za-z0-9_-]+", label)
    if unicodedata.normalize("NFKC", label) != label:
        return True  # full-width and mathematical letters
    scripts = {_script_of(char) for char in label if not (char.isascii() and (char.isdigit() or char in "-_"))}
    if "" in scripts or len(scripts - {"ASCII"}) > 1 or ("ASCII" in scripts and not scripts <= _WITH_ASCII):
        return True
    if _STROKE_RE.search(label):
        return True
    return top.isascii() and not top.lower().startswith("xn--") and set(label.lower()) <= _TWINS | set("-0123456789")


def _script_of(char: str) -> str:
    """Return the script of a letter, Japanese for all of its three and the Latin letters beside them; empty if none."""
    category = unicodedata.category(char)
    if char in "・ー々〆ゝゞヽヾ":
        return "JAPANESE"
    if category[0] not in "LM" and category != "Nd":
        return ""
    script = unicodedata.name(char, "").split(" ")[0]
    if script == "LATIN":  # of what is not ASCII, the letters of European languages only
        return (
            "ASCII" if char.isascii() else "LATIN" if "\u00df" <= char.lower() <= "\u017e" and char not in "ıſ" else ""
        )
    return "JAPANESE" if script in _JAPANESE else script

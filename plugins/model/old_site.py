"""Addresses of the union's site of before, each with the page that it leads to now."""

import re
from collections.abc import Collection
from urllib.parse import unquote

from plugins.model.urls import RESERVED

OLD_SITE = "old_site"  # its name below `content/data/`
TARGET = re.compile(r"/([\w-]+)/((?:news/[0-9]{4}/)?[a-z0-9-]+)/", re.ASCII)  # "/ja/news/2019/strike/", "/en/about/"
# What no file name can hold on some system, or YAML and hosts read otherwise.
_NAME = re.compile(r"""[^\x00-\x20\x7f-\xa0"#%&'*,:;<=>?@\\^`{|}~\u2028\u2029\[\]/]+""")
_OURS = frozenset(("theme", "media", "pagefind", "index.html", "404.html", "sitemap.xml", "robots.txt"))
_MOST_OF_NAME = 200  # bytes; file systems take 255
_MOST_PARTS = 12


def old_address(written: str) -> str:
    """Return an address of another site as the table holds it, "/2019/05/春闘/"; empty if no file can stand there."""
    path = unquote(written, errors="replace").split("#")[0]
    if "?" in path:
        return ""  # a static host gives the same file whatever stands behind it
    parts = [part for part in path.split("/") if part]
    if not parts or len(parts) > _MOST_PARTS or not all(_is_name(part) for part in parts):
        return ""
    return f"/{'/'.join(parts)}" + ("" if parts[-1].lower().endswith((".html", ".htm", ".php")) else "/")


def is_free(address: str, langs: Collection[str]) -> bool:
    """Say whether no page of ours can ever have the address; fixed pages apart, which come and go."""
    parts = address.strip("/").split("/")
    if parts[0] in langs:
        return len(parts) > 1 and parts[1] not in RESERVED and "." not in parts[1]
    return parts[0] not in _OURS and not address.endswith(".php")


def _is_name(part: str) -> bool:
    is_plain = part.isprintable() and _NAME.fullmatch(part) and not part.startswith(".") and not part.endswith(".")
    return bool(is_plain) and len(part.encode()) <= _MOST_OF_NAME

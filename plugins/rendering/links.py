"""The last step of a page: root-absolute addresses become relative to the page, or absolute."""

import re
from collections.abc import Callable
from functools import lru_cache

# A tag whose attribute holds a root-absolute address; "//host/" is another host and stays.
ADDRESS = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\s(?:href|src|action)=")(/(?!/)[^"]*)""")
SRCSET = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\ssrcset=")([^"]*)""")
CANDIDATE = re.compile(r"(^|,\s*)(/(?!/)[^\s,]*)")
PARTS = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)


def relative_links(html: str, path: str) -> str:
    """Make every link inside the site relative to the page at `path`, so that the same bytes work at any place.

    Shape: `path` is the file below the output folder: "ja/news/index.html". A folder's address gets its
    `index.html`, so that it works from a disk; a link to the page itself is its fragment or its file name.
    """
    return _replace_addresses(html, lambda address: relative_address(address, path))


def absolute_links(html: str, site_url: str) -> str:
    """Put the site's address in front of every link inside the site; folders keep their slash."""
    return _replace_addresses(html, lambda address: site_url + address)


@lru_cache(maxsize=65536)
def relative_address(address: str, path: str) -> str:
    """Return the root-absolute `address` as the page at `path` has to write it."""
    match = PARTS.fullmatch(address)
    target, query, fragment = match[1].lstrip("/"), match[2] or "", match[3] or ""
    if not target or target.endswith("/"):
        target += "index.html"
    if target == path and fragment and not query:
        return fragment
    *here, _ = path.split("/")
    *there, name = target.split("/")
    shared = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return "/".join([".."] * (len(here) - shared) + there[shared:] + [name]) + query + fragment


def _replace_addresses(html: str, change: Callable[[str], str]) -> str:
    html = ADDRESS.sub(lambda found: found[1] + change(found[2]), html)
    if "srcset=" not in html:
        return html

    def change_set(found: re.Match[str]) -> str:
        return found[1] + CANDIDATE.sub(lambda candidate: candidate[1] + change(candidate[2]), found[2])

    return SRCSET.sub(change_set, html)

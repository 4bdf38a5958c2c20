"""The last step of a page: root-absolute addresses become relative to the page, or absolute."""

import re
from collections.abc import Callable
from functools import lru_cache

# A tag whose attribute holds a root-absolute address; "//host/" is another host and stays.
ADDRESS = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\s(?:href|src|action)=")(/(?!/)[^"]*)""")
START = '="/'  # stands before every such address
ATTRIBUTES = tuple(f"{space}{name}" for name in ("href", "src", "action") for space in " \n\t\r\f\v")
SHORT_TAGS = ("<a href", "<img src")
TAG = re.compile(r"""<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*""")
SRCSET = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\ssrcset=")([^"]*)""")
CANDIDATE = re.compile(r"(^|,\s*)(/(?!/)[^\s,]*)")
PARTS = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)


def relative_links(html: str, path: str) -> str:
    """Make every link inside the site relative to the page at `path`, so that the same bytes work at any place.

    Shape: `path` is the file below the output folder: "ja/news/index.html". A folder's address gets its
    `index.html`, so that it works from a disk; a link to the page itself is its fragment or its file name.
    """
    folder = path.rpartition("/")[0]
    parent = folder.rpartition("/")[0]
    own = f"/{folder}/" if folder else "/"

    def relative(address: str) -> str:
        # Pages in one folder reach what lies outside their own folders by the same steps: worked out once for all.
        return relative_address(address, path) if address.startswith(own) else f"../{_from_folder(address, parent)}"

    return _replace_addresses(html, relative)


def absolute_links(html: str, site_url: str) -> str:
    """Put the site's address in front of every link inside the site; folders keep their slash."""
    return _replace_addresses(html, lambda address: site_url + address)


def relative_address(address: str, path: str) -> str:
    """Return the root-absolute `address` as the page at `path` has to write it."""
    target, query, fragment = _parts(address)
    if target == path and fragment and not query:
        return fragment
    return _steps(target, path.rpartition("/")[0]) + query + fragment


@lru_cache(maxsize=65536)
def _from_folder(address: str, folder: str) -> str:
    """Return the `address` as files in `folder` have to write it."""
    target, query, fragment = _parts(address)
    return _steps(target, folder) + query + fragment


def _parts(address: str) -> tuple[str, str, str]:
    """Return the file that an address means, its query and its fragment."""
    match = PARTS.fullmatch(address)
    assert match is not None  # the pattern matches any text
    target = match[1].lstrip("/")
    return target if target and not target.endswith("/") else f"{target}index.html", match[2] or "", match[3] or ""


def _steps(target: str, folder: str) -> str:
    """Return the way from a folder to a file."""
    here = folder.split("/") if folder else []
    *there, name = target.split("/")
    shared = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return "/".join([".."] * (len(here) - shared) + there[shared:] + [name])


def _replace_addresses(html: str, change: Callable[[str], str]) -> str:
    html = _replace_quickly(html, change) or ADDRESS.sub(lambda found: found[1] + change(found[2]), html)
    if "srcset=" not in html:
        return html

    def change_set(found: re.Match[str]) -> str:
        return found[1] + CANDIDATE.sub(lambda candidate: candidate[1] + change(candidate[2]), found[2])

    return SRCSET.sub(change_set, html)


def _replace_quickly(html: str, change: Callable[[str], str]) -> str:
    """Do what replacing by ADDRESS does, looking at addresses only instead of at each tag.

    Shape: empty where that does not tell an address in a tag from words that look like one.
    """
    before, *rest = html.split(START)
    done = [before]
    for piece in rest:
        if before.endswith(ATTRIBUTES) and not piece.startswith("/"):
            if not before.endswith(SHORT_TAGS) and not TAG.fullmatch(before, max(before.rfind("<"), 0)):
                return ""
            address, quote, after = piece.partition('"')
            done.append(f'="{change("/" + address)}{quote}{after}')
        else:
            done.append(START + piece)
        before = piece
    return "".join(done)

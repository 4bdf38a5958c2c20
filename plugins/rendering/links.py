"""The last step of a page: root-absolute addresses become relative to the page, or absolute."""

import re
from collections.abc import Callable
from functools import lru_cache, partial

# A tag whose attribute holds a root-absolute address; "//host/" is another host and stays.
ADDRESS = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\s(?:href|src|action)=")(/(?!/)[^"]*)""")
START = '="/'  # stands before every such address
ATTRIBUTES = tuple(f"{space}{name}" for name in ("href", "src", "action") for space in " \n\t\r\f\v")
SHORT_TAGS = ("<a href", "<img src")
TAG = re.compile(r"""<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*""")
SRCSET = re.compile(r"""(<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*?\ssrcset=")([^"]*)""")
CANDIDATE = re.compile(r"(^|,\s*)(/(?!/)[^\s,]*)")
PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)  # what names the file; query and fragment


def relative_links(html: str, path: str) -> str:
    """Make every link inside the site relative to the page at `path`, so that the same bytes work at any place.

    Shape: `path` is the file below the output folder: "ja/news/index.html". A folder's address gets its
    `index.html`, so that it works from a disk; a link to the page itself is its fragment or its file name.
    """
    return _replace_addresses(html, partial(_written, path, _folders_above(path.rpartition("/")[0])))


def absolute_links(html: str, site_url: str) -> str:
    """Put the site's address in front of every link inside the site; folders keep their slash."""
    return _replace_addresses(html, lambda address: site_url + address)


def _written(path: str, folders: tuple[tuple[str, str], ...], address: str) -> str:
    """Return the address as it is written; `folders` are those above the page at `path`, the root the last."""
    target, rest = address, ""
    if "#" in address or "?" in address:
        target, rest = PARTS.fullmatch(address).groups()  # type: ignore[union-attr]
    if target[-1] == "/":
        target += "index.html"
    if rest[:1] == "#" and target[1:] == path:
        return rest
    for above, steps in folders:
        if target.startswith(above):
            return steps + target[len(above) :] + rest
    raise ValueError(address)  # not root-absolute


@lru_cache(maxsize=1024)
def _folders_above(folder: str) -> tuple[tuple[str, str], ...]:
    """Return (root-absolute address, steps to it) of a folder and of all above it, the nearest first."""
    if not folder:
        return (("/", ""),)
    above = _folders_above(folder.rpartition("/")[0])
    return ((f"/{folder}/", ""), *((address, f"../{steps}") for address, steps in above))


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

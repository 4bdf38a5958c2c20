"""Every link inside the site leads to a page, and every fragment to a place on it."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import unquote

from plugins.model.evidence import Evidence
from plugins.model.site import Site
from plugins.problems import Problem, problem


def check_links(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each link to nowhere, with the nearest address there is."""
    for text in texts_of(evidence.site):
        for link in text.body.links:
            if link.target.startswith("#"):
                if link.target[1:] not in {*text.body.anchors, *_anchors_of_record(evidence, text)}:
                    yield problem("broken-fragment", text.path, link.line, found=link.target)
            elif link.target.startswith("/"):
                yield from check_inside(evidence, text.path, link.line, link.target)


def _anchors_of_record(evidence: Evidence, text: Any) -> Iterable[str]:
    """Return the ids that the record beside a text gives the same page: a dispute's entries."""
    folder = "/".join(text.path.split("/")[1:-1])
    return evidence.anchors.get(f"/{text.lang}/{folder}/", ())


def check_inside(evidence: Evidence, path: str, line: int, target: str) -> Iterable[Problem]:
    """Yield a problem for an address of our own, its language first, that leads to no page, place or file."""
    address, _, fragment = target.partition("#")
    address = unquote(address.partition("?")[0])
    if address.startswith("/media/"):
        if address.removeprefix("/media/") not in evidence.assets:
            yield problem("file-missing", path, line, found=address.rsplit("/", 1)[-1])
    elif address not in evidence.addresses and (folder := _unpublished(evidence, address)):
        yield problem("link-to-unpublished", path, line, found=address, folder=f"content/news/{folder}/")
    elif address not in evidence.addresses:
        whole = f"{address}/"
        nearest = whole if whole in evidence.addresses else _nearest(address, evidence.addresses)
        yield problem("broken-link", path, line, found=address, nearest=nearest)
    elif fragment and fragment not in evidence.anchors.get(address, ()):
        yield problem("broken-fragment", path, line, found=f"#{fragment}")


def _unpublished(evidence: Evidence, address: str) -> str:
    """Return the folder of the post that the address will be of, if that post is not public; empty if none is."""
    parts = address.strip("/").split("/")
    if len(parts) != 4 or parts[1] != "news":  # language, news, year, slug
        return ""
    # The year is left out: a post's own date may put it into another year than its folder's.
    return next((folder for folder in sorted(evidence.hidden) if folder[len("2021-11-04-") :] == parts[3]), "")


def _nearest(address: str, known: Iterable[str]) -> str:
    """Return the page whose address is most like this one."""
    matcher = SequenceMatcher(b=address)
    best, score = "/", 0.0
    for other in sorted(page for page in known if page.endswith("/")):
        matcher.set_seq1(other)
        # The two quick ratios are upper bounds: most addresses need no full comparison.
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = other, matcher.ratio()
    return best


def texts_of(site: Site) -> Iterable[Any]:
    """Yield every text of everything that is public."""
    for items in (site.posts, site.events):
        for item in items:
            yield from item.texts
    for kind in ("disputes", "campaigns", "surveys", "reports", "explainers", "pages"):
        for item in getattr(site, kind).values():
            yield from item.texts

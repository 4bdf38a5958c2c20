"""Every link inside the site leads to a page, and every fragment to a place on it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from plugins.model.evidence import Evidence
from plugins.model.picture import MEDIA
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import EASY_FILE, Text, every_text
from plugins.problems import Problem, problem

_ORIGIN_RE = re.compile(r"https?://(?:www\.)?([^/:]*?)\.?(?::[0-9]*)?(?=/|$)")


class Fault(NamedTuple):
    """What is wrong with an address, wherever it stands."""

    rule: str
    values: Mapping[str, str]


def check_post_links(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each link of a post to nowhere."""
    for text in every_text(post):
        yield from _links(evidence, text)


def check_links(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each link to nowhere in a text that is no post's."""
    for text in texts_of(evidence.site):
        yield from _links(evidence, text)


def _links(evidence: Evidence, text: Text) -> Iterable[Problem]:
    body = evidence.site.body(text)
    for link in body.links:
        if link.target.startswith("#"):
            anchor = link.target[1:]
            if anchor not in body.anchors and anchor not in _anchors_of_record(evidence, text):
                yield problem("broken-fragment", text.path, link.line, found=link.target)
        elif fault := (inside_fault if link.target.startswith("/") else whole_fault)(evidence, link.target):
            yield problem(fault.rule, text.path, link.line, **fault.values)


def _anchors_of_record(evidence: Evidence, text: Text) -> frozenset[str]:
    """Return the ids that the record beside a text gives the same page: a dispute's entries."""
    if text.path.endswith(f"/{EASY_FILE}"):  # on a page of its own
        return frozenset()
    folder = "/".join(text.path.split("/")[1:-1])
    return evidence.anchors(f"/{text.lang}/{folder}/") or frozenset()


def inside_fault(evidence: Evidence, target: str) -> Fault | None:
    """Return what is wrong with an address of our own, its language first, or none if it leads somewhere.

    Shape: `nearest` is empty here, see `with_nearest`.
    """
    address, _, fragment = target.partition("#")
    address = unquote(address.partition("?")[0])
    if address.startswith(MEDIA):
        return _file_fault(evidence, address)
    if address not in evidence.addresses:
        return _unpublished(evidence, address, address.split("/")[2:]) or Fault(
            "broken-link", {"found": address, "nearest": ""}
        )
    if fragment and fragment not in (evidence.anchors(address) or ()):
        return Fault("broken-fragment", {"found": f"#{fragment}"})
    return None


def whole_fault(evidence: Evidence, target: str) -> Fault | None:
    """Return that a whole address of our own site is that of something not public, or none if it is not."""
    own, whole = _bare(evidence.site.url), _bare(unquote(target))
    if not whole.startswith(f"{own}/"):
        return None
    parts = [part for part in whole.removeprefix(own).split("/") if part not in ("", ".")]
    return _unpublished(evidence, target, parts[1:] if parts[:1] and parts[0] in evidence.site.langs else parts)


def _bare(address: str) -> str:
    """Return an address without what another one of the same page may have otherwise."""
    return _ORIGIN_RE.sub(r"\1", address.partition("#")[0].partition("?")[0].lower())


def _file_fault(evidence: Evidence, address: str) -> Fault | None:
    """Return what is wrong with the address of a file beside an item."""
    name = address.removeprefix(MEDIA)
    if name not in evidence.assets:
        return Fault("file-missing", {"found": name.rsplit("/", 1)[-1]})
    if name in result_files(evidence.site, name):
        return Fault("results-file-linked", {"found": name.rsplit("/", 1)[-1]})
    kind, folder, *_ = name.split("/")
    is_public = evidence.site.posts.has(folder) if kind == "news" else _is_out(evidence.site, kind, folder)
    place = f"content/{kind}/{folder}/"
    return None if is_public else Fault("link-to-unpublished", {"found": address, "folder": place})


def result_files(site: Site, name: str) -> frozenset[str]:
    """Return the files that the results of a report are counted from; `name` is that of one file of the report."""
    kind, slug, *_ = name.split("/")
    report = site.reports.get(slug) if kind == "reports" else None
    return frozenset(f"reports/{slug}/{file}" for file in report.counted_files) if report else frozenset()


def _is_out(site: Site, kind: str, slug: str) -> bool:
    report = site.reports.get(slug) if kind == "reports" else None
    return report is None or report.is_out(site.today)


def _unpublished(evidence: Evidence, found: str, parts: list[str]) -> Fault | None:
    """Return that an address is that of a post or report that is not public; `parts` are those behind its language."""
    place = ""
    match parts:
        case ["news", year, written, *_]:
            slug = re.split("[^a-z0-9-]", written)[0]
            if not any(f"/{lang}/news/{year}/{slug}/" in evidence.addresses for lang in evidence.site.langs):
                # The year is left out: a post's own date may put it into another year than its folder's.
                place = f"news/{folder}" if (folder := evidence.hidden_at(slug)) else ""
        case ["media", "news", folder, *_]:
            place = f"news/{folder}" if folder in evidence.hidden else ""
        case ["reports", slug, *_] | ["media", "reports", slug, *_]:
            place = "" if _is_out(evidence.site, "reports", slug) else f"reports/{slug}"
    return Fault("link-to-unpublished", {"found": found, "folder": f"content/{place}/"}) if place else None


def texts_of(site: Site) -> Iterable[Text]:
    """Yield every text of records and pages; those of posts are no part of this."""
    return (text for item in items_of(site) for text in every_text(item))


def items_of(site: Site) -> Iterable[Any]:
    """Yield every record and page that has a folder; posts are no part of this."""
    for kind in ("events", "disputes", "campaigns", "surveys", "reports", "explainers", "pages"):
        yield from getattr(site, kind).values()

"""The policy of a finished page: strict, where browsers obey it, and with the hash of each style sheet and script."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from plugins.inspection.scripts import digest_of

CSS_LOADS = re.compile(r"url\(|@import|image-set\(|expression\(", re.IGNORECASE)
# Each directive of the policy, and what its sources may be. Source: CSP Level 3; frame-ancestors is for headers only.
POLICY: Mapping[str, Callable[[str], bool]] = {
    "default-src": lambda source: source == "'none'",
    "style-src": lambda source: source.startswith("'sha256-"),
    "script-src": lambda source: source.startswith("'sha256-"),
    "img-src": lambda source: source == "'self'",
    "base-uri": lambda source: source == "'none'",
    "form-action": lambda source: source == "'none'",
}
# The page of the search loads the index of words, which is looked at by itself, and asks this site alone.
OF_SEARCH: Mapping[str, frozenset[str]] = {
    "script-src": frozenset(("'self'", "'wasm-unsafe-eval'")),
    "connect-src": frozenset(("'self'",)),
    "worker-src": frozenset(("'self'",)),
    "form-action": frozenset(("'self'",)),
}
# A head that holds only what leaves a browser in it, to where the policy stands.
POLICY_IN_HEAD = re.compile(
    rb"""\s*<!doctype\ html>\s*<html\b[^<>]*>\s*<head>\s*
    (?:<(?:meta|link)\b[^<>]*>\s*|<title>[^<]*</title>\s*)*?<meta\ http-equiv="Content-Security-Policy"\ """,
    re.VERBOSE | re.IGNORECASE,
)


def policy_fault(
    data: bytes, policy: str | None, styles: tuple[str, ...], scripts: tuple[str, ...], is_search: bool = False
) -> str:
    """Return what of a page's policy is missing, too weak or not obeyed, or an empty text."""
    return _fault_of(policy, styles, scripts, is_search) if POLICY_IN_HEAD.match(data) else "<head>"


@lru_cache(16)  # pages share their style sheets
def loads(css: str) -> bool:
    """Say whether a style sheet would load something."""
    return CSS_LOADS.search(css) is not None


@lru_cache(16)
def _fault_of(policy: str | None, styles: tuple[str, ...], scripts: tuple[str, ...], is_search: bool) -> str:
    """Return what of a policy is missing or too weak, or an empty text."""
    if policy is None:
        return "Content-Security-Policy"
    parts = [part.split() for part in policy.split(";") if part.strip()]
    directives = {name: sources for name, *sources in parts}
    if len(directives) != len(parts):  # browsers obey the first of two
        return "Content-Security-Policy"
    more = OF_SEARCH if is_search else {}
    for name, sources in directives.items():
        is_allowed, own = POLICY.get(name), more.get(name, frozenset())
        if not sources or not all(source in own or (is_allowed and is_allowed(source)) for source in sources):
            return f"{name} {' '.join(sources)}"
    for name in ("default-src", "base-uri", "form-action"):
        if name not in directives:
            return name
    allowed = directives.get("style-src", [])
    if any(f"'{digest_of(css)}'" not in allowed for css in styles):
        return "style-src"
    # Nothing may run but what stands there: a hash too many would let in what is put into the page on its way.
    of_search = more.get("script-src", ())
    running = [source for source in directives.get("script-src", []) if source not in of_search]
    has_own = sorted(running) == sorted(f"'{digest_of(script)}'" for script in scripts)
    return "" if has_own else "script-src"

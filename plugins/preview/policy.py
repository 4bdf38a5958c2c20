"""The Content-Security-Policy of a served page: its own, and room for one script and its connection."""

import re

# Source: HTML, "Content security policy state"; a policy counts only where it stands in the head.
META = re.compile(rb'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)', re.IGNORECASE)
SCRIPTS = (b"script-src-elem", b"script-src")  # the first of them that a policy names decides


def open_policies(page: bytes, script: bytes) -> bytes:
    """Return the page with each policy in its head allowing the script with this hash, and events from the server."""
    head, end, rest = page.partition(b"</head>")
    return META.sub(lambda found: found[1] + opened(found[2], script), head) + end + rest


def opened(policy: bytes, script: bytes) -> bytes:
    """Return a policy with one more script and one more place to connect to; all else stays, letter by letter."""
    names = {part.split()[0].lower() for part in policy.split(b";") if part.split()}
    deciding = next((name for name in SCRIPTS if name in names), SCRIPTS[-1])
    for name, source in ((deciding, script), (b"connect-src", b"'self'")):
        policy = _with_source(policy, name, source)
    return policy


def _with_source(policy: bytes, name: bytes, source: bytes) -> bytes:
    """Add a source to a directive; where there is none, its default becomes one."""
    parts = [part.split() for part in policy.split(b";")]
    own = next((i for i, part in enumerate(parts) if part and part[0].lower() == name), None)
    if own is None:
        default = next((part[1:] for part in parts if part and part[0].lower() == b"default-src"), None)
        if default is None:  # nothing is forbidden, so nothing needs to be allowed
            return policy
        return policy.rstrip(b"; ") + b"; " + b" ".join([name, *_allowing(default, source)])
    pieces = policy.split(b";")
    start = pieces[own][: len(pieces[own]) - len(pieces[own].lstrip())]
    pieces[own] = start + b" ".join([parts[own][0], *_allowing(parts[own][1:], source)])
    return b";".join(pieces)


def _allowing(sources: list[bytes], source: bytes) -> list[bytes]:
    return [*(other for other in sources if other not in (b"'none'", source)), source]

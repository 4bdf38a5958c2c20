"""The scripts that a finished page may hold: those that somebody has read and put on this list, letter by letter.

A script that is not here stops the build, wherever it came from: whoever changes one of the theme's has it read again
by adding its hash. Old ones stay, so that an earlier publication can be put online again.
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache

# Hash of a component's script, as the page holds it on one line, to the component.
KNOWN: Mapping[str, str] = {
    "sha256-1YbV/YFKkxyaOXHKZm5M1bKpkB4EPj2FaBRkNysZQaM=": "feed_addresses",
    "sha256-nHzifNT+hpvgwxBqltCtYSzrf+lW44xxfg8jjWapKEU=": "share",
    "sha256-GZu0/L2xOQWXc+zFlKuqwJNzLKkPnIDFSgvbD0dVTjA=": "search",
    "sha256-rDNL0lM3buQfLZAc6I/AEg2V3a8M4GqsEl7u2qSra7I=": "search",
}


def digest_of(script: str) -> str:
    """Return what a policy names a script by.

    Source: CSP Level 3, 6.7.3.3.
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


@lru_cache(16)  # pages share their scripts
def unknown_among(script: str) -> tuple[str, ...]:
    """Return the hashes of the lines of a page's script that nobody has read."""
    return tuple(digest for line in script.split("\n") if (digest := digest_of(line)) not in KNOWN)

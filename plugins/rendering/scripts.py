"""The script of a page: that of each component which its template uses, if it has one."""

import base64
import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from plugins.rendering.theme import Theme, closure_of

LINE = re.compile(r"^[ \t]*(?!//)(\S.*?)[ \t]*$", re.MULTILINE)  # not one of nothing but a comment


class Scripts(NamedTuple):
    """What a page runs where scripts may run, with its place in the Content-Security-Policy."""

    code: str  # one line for each component; empty on most page types
    csp_hash: str  # "sha256-…" of exactly `code`; Source: CSP Level 3, 6.7.3.3


@lru_cache(maxsize=1024)
def scripts_of(theme: Theme, name: str) -> Scripts:
    """Return the script of a page made by the template `name`."""
    own = [template.removesuffix(".html") + ".js" for template in closure_of(theme, name)]
    code = "\n".join(joined(theme.scripts[script]) for script in own if script in theme.scripts)
    return Scripts(code, f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}" if code else "")


def joined(script: str) -> str:
    """Return a script on one line; its statements end with semicolons, so nothing changes its meaning."""
    return " ".join(LINE.findall(script))

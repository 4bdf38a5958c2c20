"""The one line that a served page has besides its own: the script that listens for changes."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plugins.preview.policy import open_policies

HERE = Path(__file__).resolve().parent
MARK = "/~preview/"  # below this address lies what is the server's own


class Script(NamedTuple):
    """The script, and its name in a Content-Security-Policy."""

    code: str
    source: str  # "'sha256-…'"


@cache
def read_script() -> Script:
    """Return the script on one line, with the styles of the overlay in it."""
    css = _joined((HERE / "overlay.css").read_text(encoding="utf-8"))
    code = _joined((HERE / "client.js").read_text(encoding="utf-8")).replace("STYLE", json.dumps(css))
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return Script(code, f"'sha256-{digest}'")


def _joined(text: str) -> str:
    return " ".join(re.findall(r"\S.*", text))


def with_script(page: bytes, at: str, pages: Iterable[str], faults: str, root: str = "") -> bytes:
    """Return a page with the line before the end of its body, and a policy that allows just this.

    Shape: `pages` are the files, quoted, whose change makes the page reload; `faults` is what the overlay shows, JSON;
    `root` stands before every address of the site.
    """
    script = read_script()
    attributes = {"data-at": at, "data-pages": " ".join(pages), "data-faults": faults, "data-root": root}
    told = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    line = f"<script{told}>{script.code}</script>\n".encode()
    page = open_policies(page, script.source.encode())
    end = page.rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + line + page[end:]

"""The index of words for the search page: Pagefind's two scripts letter by letter, and nothing else that could run."""

import hashlib
import json
import re
import zlib
from typing import Any

from plugins.inspection.look import Look

# SHA-256 of the scripts that somebody has read. Those of earlier releases stay, so that what was published with them
# can be put online again.
SCRIPTS = {
    "252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009": "pagefind.js 1.5.2",
    "4ca50d25bcab9e1c3afbc00ab5f7761114e83c8fc1b83d38655af1558b650c2a": "pagefind-worker.js 1.5.2",
}
LANG = r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*"
NAME = re.compile(
    rf"pagefind/(?:pagefind(?:-worker)?\.js|wasm\.{LANG}\.pagefind|pagefind\.{LANG}_[0-9a-f]+\.pf_meta"
    rf"|(index|fragment)/{LANG}_[0-9a-f]+\.pf_\1)"
)
START = b"pagefind_dcd"  # of what is packed. Source: Pagefind 1.5
MOST = 20_000_000  # bytes of a file once it is unpacked
TEXT = {"url": str, "content": str, "word_count": int, "filters": dict, "meta": dict, "anchors": list}


def look_at_index(look: Look, data: bytes) -> None:
    """Note a file of the index that is not what its name says, or a script that nobody has read."""
    name = look.place.path.rpartition("/")[2]
    kind = name.rpartition(".")[2]
    if not NAME.fullmatch(look.place.path):
        look.tell("published-file", 1, found=name)
    elif kind == "js":
        digest = hashlib.sha256(data).hexdigest()
        if SCRIPTS.get(digest, "").partition(" ")[0] != name:
            look.tell("active-content", 1, found=f"{name} {digest}")
    elif kind == "pf_fragment":
        _look_at_text(look, name, data)
    elif not unpacked(data).startswith(START + (b"\0asm" if kind == "pagefind" else b"")):
        look.tell("published-file", 1, found=name)


def _look_at_text(look: Look, name: str, data: bytes) -> None:
    """Note what the index keeps of a page where that is no page of this site."""
    try:
        text: Any = json.loads(unpacked(data).removeprefix(START))
        is_text = {key: type(value) for key, value in text.items()} == TEXT
    except (ValueError, AttributeError, RecursionError):
        is_text = False
    if not is_text or not text["url"].startswith("/"):
        look.tell("published-file", 1, found=name)
    else:
        look.note_link(1, look.place.url + text["url"], is_ours=True)


def unpacked(data: bytes) -> bytes:
    """Return what a packed file holds, nothing of one that is no such file or holds something besides."""
    packed = zlib.decompressobj(wbits=31)
    try:
        found = packed.decompress(data, MOST)
    except zlib.error:
        return b""
    return found if packed.eof and not packed.unused_data else b""


def text_of_index(data: bytes) -> str:
    """Return all words that the index keeps of a page."""
    return unpacked(data).decode("utf-8", "replace")

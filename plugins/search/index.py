"""Pagefind's index of words, made of finished pages."""

import json
import os
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from tempfile import TemporaryDirectory
from typing import Any

from pagefind_bin_extended import get_executable

from plugins.search.texts import FoundPage, found_text

BUNDLE = "pagefind/"  # the folder of its files
# What a reader's browser loads; not the ready-made forms of search, which nobody here uses.
DEPLOYED = re.compile(
    r"pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|pagefind\.[\w-]+\.pf_meta"
    r"|(index|fragment)/[\w-]+\.pf_\1"
)
# What is not the text of a page: ways to elsewhere, what print leaves out, readings, the title in the other language.
LEFT_OUT = ["nav", ".screen-only", ".eyebrow", "rt", "rp", ".headline-pair__other"]
ENTRY = "pagefind-entry.json"
PIECE = 1 << 16


def make_index(pages: Iterable[FoundPage], read: Callable[[str], str | None]) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the output folder and the bytes of each file of the index of words.

    Shape: `read` gives a finished page by its path, none if there is none.
    Raises: OSError, also where Pagefind itself fails.
    """
    with TemporaryDirectory() as nowhere, _Pagefind(nowhere) as pagefind:
        index = pagefind.ask("NewIndex", config={"root_selector": "main", "exclude_selectors": LEFT_OUT})["index_id"]
        for page in pages:  # one after the other, since their order shows in the files
            if text := found_text(read(page.path) or "", page):
                pagefind.ask("AddFile", index_id=index, url=page.url, file_contents=text)
        files = pagefind.ask("GetFiles", index_id=index)["files"]  # "WriteFiles" answers before it has written all
    for file in sorted(files, key=lambda file: file["path"]):
        if DEPLOYED.fullmatch(file["path"]):
            yield f"{BUNDLE}{file['path']}", _settled(file["path"], b64decode(file["content"]))


def _settled(name: str, data: bytes) -> bytes:
    """Return a file as it always is for the same texts: languages stand in another order each time."""
    return json.dumps(json.loads(data), sort_keys=True).encode() if name == ENTRY else data


class _Pagefind:
    """Its process, which answers each message before it is given the next one.

    Source: the package `pagefind`, `service`; its own client waits a tenth of a second for every page.
    """

    def __init__(self, folder: str) -> None:
        # In an empty folder and without its variables: it would read settings from both.
        env = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        self._process = subprocess.Popen(
            [get_executable(), "--service"], cwd=folder, env=env,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> "_Pagefind":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, kind: str, **values: Any) -> dict[str, Any]:
        """Return the answer to a message. Raises: OSError."""
        pipes = self._process
        assert pipes.stdin and pipes.stdout
        message = json.dumps({"message_id": 1, "payload": {"type": kind, **values}})
        with suppress(BrokenPipeError):  # then it has ended, which is told below
            pipes.stdin.write(b64encode(message.encode()) + b",")
            pipes.stdin.flush()
        answer = bytearray()
        while not answer.endswith(b","):
            if not (piece := os.read(pipes.stdout.fileno(), PIECE)):
                raise OSError(f"Pagefind: {kind}: ended with {pipes.wait()}")
            answer += piece
        payload: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
        if payload["type"] == "Error":
            raise OSError(f"Pagefind: {kind}: {payload.get('message')}")
        return payload

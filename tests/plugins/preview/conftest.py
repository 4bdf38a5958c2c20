"""A small site held in memory, previewed on a real port, and what listens to it."""

import http.client
import json
import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest

from plugins.preview.serving import Preview
from plugins.preview.watching import Watched
from plugins.problems import Problem, has_errors, problem

LEFTOVER = re.compile(r".*\.part")
LIMIT = 20  # seconds after which a test gives up
POLICY = "default-src 'none'; style-src 'sha256-AAAA'; img-src 'self'; base-uri 'none'; form-action 'none'"


def page_of(words: str, policy: str = POLICY) -> str:
    """Return a page as the theme makes them."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>t</title>\n</head>\n'
        f'<body>\n<main id="main"><h1>Page</h1><p id="words">{words}</p></main>\n</body>\n</html>\n'
    )


@dataclass
class Outcome:
    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    ids: tuple[object, ...] = ()
    severities: dict[str, str] = field(default_factory=dict)

    @property
    def is_stopped(self) -> bool:
        return has_errors(self.problems, self.severities)


class FolderSite:
    """A site whose files are those of a folder; a file that begins with "FAULT" is a fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.after_ready: Callable[[str], None] = lambda _: None
        self.is_overtaken = False

    def start(self) -> Outcome:
        return self.refresh([str(self.folder)], lambda _: None)

    def refresh(self, paths: Iterable[str], ready: Callable[[str], None]) -> Outcome:
        found = {p.relative_to(self.folder).as_posix(): p for p in sorted(self.folder.rglob("*")) if p.is_file()}
        self.is_overtaken = False
        now = {name: path.read_bytes() for name, path in found.items() if path.suffix != ".part"}
        if b"BROKEN" in b"".join(now.values()):
            raise RuntimeError("the theme broke off")
        bad = [name for name, data in now.items() if data.startswith(b"FAULT")]
        if bad:
            faults = [problem("unknown-field", f"content/{n}", 3, field="<i>sumary", nearest="summary") for n in bad]
            return Outcome((*faults, problem("html-removed", f"content/{bad[0]}", 9, what="<b>")))
        changed = [name for name, data in now.items() if self.files.get(name) != data]
        for name in sorted(changed, key=lambda name: str(self.folder / name) not in set(paths)):
            self.files[name] = now[name]
            ready(name)
            self.after_ready(name)
        removed = [name for name in self.files if name not in now]
        for name in removed:
            del self.files[name]
        return Outcome(written=tuple(changed), removed=tuple(removed))

    def is_due(self) -> bool:
        return self.is_overtaken

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)


@dataclass
class Running:
    """A preview that runs."""

    preview: Preview
    site: FolderSite
    folder: Path
    thread: threading.Thread
    told: list[Outcome]
    restarted: list[bool]

    @property
    def address(self) -> str:
        return self.preview.address.rstrip("/")

    def write(self, name: str, text: str | bytes) -> None:
        """Save a file as an editor does: another file first, which then takes its name."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.part")
        part.write_bytes(text.encode() if isinstance(text, str) else text)
        part.replace(file)

    def ask(self, target: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        """Return the answer to one request; its bytes are in `body`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.preview.port, timeout=LIMIT)
        connection.putrequest(method, target, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    @contextmanager
    def events(self, at: str = "", pages: str = "") -> Iterator["Events"]:
        """Listen as a page does."""
        with socket.create_connection(("127.0.0.1", self.preview.port), timeout=LIMIT) as connection:
            target = f"/~preview/events?at={at}&pages={quote(pages)}"
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{self.preview.port}\r\n\r\n".encode())
            yield Events(connection.makefile("rb"))

    def events_since_now(self) -> "Events":
        return self.events(self.preview.showing.at)


class Events:
    """The events of one connection, one after another."""

    def __init__(self, stream) -> None:
        self.stream = stream
        self.head = b"".join(iter(stream.readline, b"\r\n")).decode()
        assert self.stream.readline() == b"retry: 200\n" and self.stream.readline() == b"\n"

    def next(self) -> tuple[str, object]:
        name, data, end = (self.stream.readline().decode() for _ in range(3))
        assert end == "\n" and name.startswith("event: ") and data.startswith("data: ")
        return name.removeprefix("event: ").strip(), json.loads(data.removeprefix("data: "))


@pytest.fixture
def make_preview(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Preview a folder of pages until the test ends."""
    running: list[Running] = []

    def make(
        files: dict[str, str], lang: str = "en", site=None, port: int = 0, share=None, url: str = "",
        **watched: tuple[Path, ...],
    ) -> Running:  # fmt: skip
        folder = tmp_path / "content"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        site = site or FolderSite(folder)
        told: list[Outcome] = []
        preview = Preview(
            site, Watched(**{"sources": (folder,), "leftover": LEFTOVER, **watched}), lang, port, told.append,
            share=share, url=url,
        )  # fmt: skip
        last = "who-sees" if share else "address"
        up, restarted, say = threading.Event(), [], preview._say
        preview._say = lambda name, **values: (say(name, **values), name == last and up.set())
        thread = threading.Thread(target=lambda: restarted.append(preview.run()), daemon=True)
        made = Running(preview, site, folder, thread, told, restarted)
        running.append(made)
        thread.start()
        assert up.wait(LIMIT)
        return made

    yield make
    for one in running:
        one.preview.stop()
        one.thread.join(LIMIT)
        assert not one.thread.is_alive()

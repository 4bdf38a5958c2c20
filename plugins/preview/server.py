"""The HTTP server: files of the site to this machine, and events to the pages that are open."""

import asyncio
import socket
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from urllib.parse import parse_qs

from plugins.preview.addresses import LOST, address_of, file_of, folder_page, quoted
from plugins.preview.http import BadRequest, Request, read_request, render_answer, type_of
from plugins.preview.injection import MARK, with_script
from plugins.preview.showing import Showing

EVENTS = f"{MARK}events"
PLAIN = "text/plain; charset=utf-8"
EMPTY_PAGE = (
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{words}</title>\n</head>\n'
    "<body>\n<p>{words}</p>\n</body>\n</html>\n"
)
EVENT_STREAM = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n"
    b"X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 200\n\n"
)
PORTS_TRIED = 20
BACKLOG = 100


def listen(port: int) -> socket.socket:
    """Return a socket that listens on loopback, at `port` or the next free one; 0 takes any."""
    wanted = [*range(port, min(port + PORTS_TRIED, 65536)), 0] if port else [0]
    for number in wanted:
        with suppress(OSError):
            return socket.create_server(("127.0.0.1", number), backlog=BACKLOG)
    raise OSError(f"no port from {port} on can be listened on")


class Server:
    """Answers every connection in one thread of its own."""

    def __init__(self, showing: Showing, listener: socket.socket, empty: tuple[str, str]) -> None:
        self.showing = showing
        self.listener = listener
        port = listener.getsockname()[1]
        # A page from elsewhere can have its own name lead to this machine, but then that name stands in Host.
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        self.empty = EMPTY_PAGE.format(lang=empty[0], words=empty[1]).encode()
        self.loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer for as long as the block lasts."""
        thread = threading.Thread(target=self.loop.run_forever, name="preview server", daemon=True)
        self._server = self.loop.run_until_complete(asyncio.start_server(self._connect, sock=self.listener))
        thread.start()
        try:
            yield
        finally:
            self.loop.call_soon_threadsafe(self._stop)
            thread.join()
            self.loop.close()

    def _stop(self) -> None:
        self._server.close()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.call_soon(self.loop.call_soon, self.loop.stop)  # after the tasks have ended

    async def _connect(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.CancelledError):
            try:
                while (request := await read_request(reader)) and await self._answer(request, reader, writer):
                    await writer.drain()
            except BadRequest:
                writer.write(render_answer(HTTPStatus.BAD_REQUEST, b"", PLAIN, is_last=True))
            finally:
                writer.close()

    async def _answer(self, request: Request, reader: StreamReader, writer: StreamWriter) -> bool:
        """Answer one request; say whether the connection goes on."""
        if request.host.lower() not in self.hosts:
            writer.write(render_answer(HTTPStatus.MISDIRECTED_REQUEST, b"", PLAIN, is_last=True))
            return False
        if request.method not in {"GET", "HEAD"}:
            allow = "Allow: GET, HEAD\r\n"
            writer.write(render_answer(HTTPStatus.METHOD_NOT_ALLOWED, b"", PLAIN, is_last=True, more=allow))
            return False
        if request.target.partition("?")[0] == EVENTS and request.method == "GET":
            await self._send_events(request, reader, writer)
            return False
        writer.write(await self._page(request))
        return not request.is_last

    async def _page(self, request: Request) -> bytes:
        """Return the answer that shows a file of the site, or the page for what is not there."""
        file, found = file_of(request.target), None
        mine = (file, folder_page(file)) if file else (LOST,)
        await self.showing.settled(*mine)
        at = self.showing.at
        if file:
            found = self.showing.read(file)
            if found is None and self.showing.read(folder_page(file)) is not None:
                place = address_of(folder_page(file)) + "?" * ("?" in request.target) + request.target.partition("?")[2]
                return self._render(request, HTTPStatus.FOUND, b"", PLAIN, f"Location: {place}\r\n")
        if found is not None and not file.endswith(".html"):
            return self._render(request, HTTPStatus.OK, found, type_of(file))
        status, pages = (HTTPStatus.NOT_FOUND, (*mine, LOST)) if found is None else (HTTPStatus.OK, (file,))
        page = found if found is not None else self.showing.read(LOST) or self.empty
        body = with_script(page, at, map(quoted, pages), self.showing.faults)
        return self._render(request, status, body, type_of(LOST))

    def _render(self, request: Request, status: HTTPStatus, body: bytes, media: str, more: str = "") -> bytes:
        return render_answer(status, body, media, request.method == "HEAD", request.is_last, more)

    async def _send_events(self, request: Request, reader: StreamReader, writer: StreamWriter) -> None:
        """Tell a page what changes, until it goes away."""
        query = parse_qs(request.target.partition("?")[2])
        writer.write(EVENT_STREAM)
        self.showing.listen(writer, query.get("at", [""])[0], query.get("pages", [""])[0].split())
        try:
            while await reader.read(1024):
                pass
        finally:
            self.showing.leave(writer)

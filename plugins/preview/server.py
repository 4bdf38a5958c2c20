"""The HTTP server: files of the site, and events to the pages that are open."""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from urllib.parse import parse_qs

from plugins.preview.addresses import LOST, address_of, file_of, folder_page, quoted
from plugins.preview.doors import Door
from plugins.preview.http import BadRequest, Request, read_request, render_answer, type_of
from plugins.preview.injection import MARK, with_script
from plugins.preview.showing import Listener, Showing

EVENTS = f"{MARK}events"
PLAIN = "text/plain; charset=utf-8"
EMPTY_PAGE = (
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{words}</title>\n</head>\n'
    "<body>\n<p>{words}</p>\n</body>\n</html>\n"
)
EVENT_STREAM = (
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n"
    "X-Content-Type-Options: nosniff\r\n{more}Connection: close\r\n\r\nretry: 200\n\n"
)
SHARED = "Referrer-Policy: no-referrer\r\nX-Robots-Tag: noindex\r\n"  # on top of what every answer says
MOST_GUESTS = 100  # connections from the local network: whoever opens more must not stop the writer's own pages
PATIENCE = 60  # seconds in which a guest has to ask


class Server:
    """Answers every connection in one thread of its own."""

    def __init__(self, showing: Showing, doors: tuple[Door, ...], empty: tuple[str, str], url: str = "") -> None:
        """Shape: `url` is what stands before the addresses of the page for what is not there."""
        self.showing, self.doors, self.url = showing, doors, url
        self.empty = EMPTY_PAGE.format(lang=empty[0], words=empty[1]).encode()
        self.loop = asyncio.new_event_loop()
        self._servers: list[asyncio.Server] = []
        self._guests = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer for as long as the block lasts."""
        thread = threading.Thread(target=self.loop.run_forever, name="preview server", daemon=True)
        for door in self.doors:
            answer = self._welcome if door.token else self._connect
            started = asyncio.start_server(partial(answer, door), sock=door.listener)
            self._servers.append(self.loop.run_until_complete(started))
        thread.start()
        try:
            yield
        finally:
            self.loop.call_soon_threadsafe(self._stop)
            thread.join()
            self.loop.close()

    def _stop(self) -> None:
        for server in self._servers:
            server.close()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.call_soon(self.loop.call_soon, self.loop.stop)  # after the tasks have ended

    async def _welcome(self, door: Door, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer a guest, unless there are too many."""
        if self._guests >= MOST_GUESTS:
            writer.close()
            return
        self._guests += 1
        try:
            await self._connect(door, reader, writer)
        finally:
            self._guests -= 1

    async def _connect(self, door: Door, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(ConnectionError, TimeoutError, asyncio.CancelledError):
            try:
                while request := await asyncio.wait_for(read_request(reader), PATIENCE if door.token else None):
                    if not await self._answer(door, request, reader, writer):
                        break
                    await writer.drain()
            except BadRequest:
                writer.write(render_answer(HTTPStatus.BAD_REQUEST, b"", PLAIN, is_last=True))
            finally:
                writer.close()

    async def _answer(self, door: Door, request: Request, reader: StreamReader, writer: StreamWriter) -> bool:
        """Answer one request; say whether the connection goes on."""
        target, more = door.inside(request.target), SHARED * bool(door.token)
        if door.token and (target is None or not door.is_named_in(request)):  # one answer for all who do not know it
            writer.write(render_answer(HTTPStatus.NOT_FOUND, b"", PLAIN, is_last=True))
            return False
        if not door.is_named_in(request):
            writer.write(render_answer(HTTPStatus.MISDIRECTED_REQUEST, b"", PLAIN, is_last=True))
            return False
        if request.method not in {"GET", "HEAD"}:
            more += "Allow: GET, HEAD\r\n"
            writer.write(render_answer(HTTPStatus.METHOD_NOT_ALLOWED, b"", PLAIN, is_last=True, more=more))
            return False
        if target.partition("?")[0] == EVENTS and request.method == "GET":
            await self._send_events(door, target, reader, writer)
            return False
        status, body, media, place = await self._page(door, target)
        more += f"Location: {place}\r\n" * bool(place)
        writer.write(render_answer(status, body, media, request.method == "HEAD", request.is_last, more))
        return not request.is_last

    async def _page(self, door: Door, target: str) -> tuple[HTTPStatus, bytes, str, str]:
        """Return what shows a file of the site, or the page for what is not there: status, body, type, Location."""
        file, found = file_of(target), None
        mine = (file, folder_page(file)) if file else (LOST,)
        await self.showing.settled(*mine)
        at = self.showing.at
        if file:
            found = self.showing.read(file)
            if found is None and self.showing.read(folder_page(file)) is not None:
                query = "?" * ("?" in target) + target.partition("?")[2]
                return HTTPStatus.FOUND, b"", PLAIN, door.root + address_of(folder_page(file)) + query
        if found is not None and not file.endswith(".html"):
            return HTTPStatus.OK, found, type_of(file), ""
        status, pages = (HTTPStatus.NOT_FOUND, (*mine, LOST)) if found is None else (HTTPStatus.OK, (file,))
        page = found if found is not None else self._lost(door)
        faults = "null" if door.token else self.showing.faults  # they may quote a draft
        return status, with_script(page, at, map(quoted, pages), faults, door.root), type_of(LOST), ""

    def _lost(self, door: Door) -> bytes:
        """Return the page for what is not there: the one whose links are whole addresses, as it stands anywhere."""
        page = self.showing.read(LOST) or self.empty
        return page.replace(f'="{self.url}/'.encode(), f'="{door.root}/'.encode()) if door.token and self.url else page

    async def _send_events(self, door: Door, target: str, reader: StreamReader, writer: StreamWriter) -> None:
        """Tell a page what changes, until it goes away."""
        query = parse_qs(target.partition("?")[2])
        writer.write(EVENT_STREAM.format(more=SHARED * bool(door.token)).encode())
        pages, who = query.get("pages", [""])[0].split(), writer.get_extra_info("peername")
        listener = Listener(writer, tuple(pages), door.token and who[0])
        self.showing.listen(listener, query.get("at", [""])[0])
        try:
            while await reader.read(1024):
                pass
        finally:
            self.showing.leave(listener)

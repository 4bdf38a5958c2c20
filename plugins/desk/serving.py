"""The desk's server: the application behind one socket of this machine."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class _Quiet(WSGIRequestHandler):
    """Says nothing of requests: their addresses name drafts."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Keep it."""


@contextmanager
def running(app: Flask, listener: socket.socket) -> Iterator[None]:
    """Answer every request in a thread of its own for as long as the block lasts."""
    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=_Quiet, fd=listener.fileno())
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, name="desk", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()

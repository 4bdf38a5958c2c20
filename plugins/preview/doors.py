"""The addresses at which the preview answers: one for this machine, and on request one for the local network."""

import hmac
import socket
from contextlib import suppress
from dataclasses import dataclass

from plugins.preview.http import Request

HERE = "127.0.0.1"
PORTS_TRIED = 20
BACKLOG = 100


@dataclass(frozen=True, slots=True)
class Door:
    """One listening socket, and who is answered there."""

    listener: socket.socket
    names: tuple[str, ...]  # of hosts, as a browser names them
    token: str = ""  # the first part of every address; none on this machine

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return self.listener.getsockname()[1]

    @property
    def root(self) -> str:
        """What stands before every address of the site: "", or "/TOKEN"."""
        return f"/{self.token}" if self.token else ""

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{self.names[0]}:{self.port}{self.root}/"

    def is_named_in(self, request: Request) -> bool:
        """Say whether a request was sent to this address.

        A page from elsewhere can have its own name lead to this machine, but then that name stands in Host.
        """
        return request.host.lower() in {f"{name}:{self.port}" for name in self.names}

    def inside(self, target: str) -> str | None:
        """Return an address without its root; none where the root is another one. How long it takes tells nothing."""
        if not self.token:
            return target
        token, slash, rest = target.removeprefix("/").partition("/")
        is_known = target.startswith("/") and hmac.compare_digest(token.encode(), self.token.encode())
        return f"/{rest}" if is_known and slash else None


def local_door(port: int, token: str = "") -> Door:
    """Return the address for this machine alone; with a token, for whoever was told it."""
    return Door(listen(HERE, port), (HERE, "localhost", "[::1]"), token)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at `port` or the next free one; 0 takes any.

    Raises: OSError.
    """
    wanted = [*range(port, min(port + PORTS_TRIED, 65536)), 0] if port else [0]
    for number in wanted:
        with suppress(OSError):
            return socket.create_server((host, number), backlog=BACKLOG)
    raise OSError(f"no port from {port} on can be listened on")

"""The preview in the local network: at which address, and who may know it."""

import ipaddress
import os
import secrets
import socket
from contextlib import suppress
from typing import NamedTuple

from plugins.preview.doors import Door, listen
from plugins.preview.words import words

KEPT = "DANKETSU_SHARED"  # the address, while the process starts anew: others can list its arguments, not this
TOKEN_BYTES = 16
# One address in each private network, and one that nobody has. Source: RFC 1918, 3; RFC 5737, 3.
ELSEWHERE = ("203.0.113.1", "192.168.255.254", "172.31.255.254", "10.255.255.254")
DISCARD = 9  # a port; nothing is sent to it


class CannotShare(Exception):
    """The site cannot be shown in the local network; the text says why and what to type."""


class Share(NamedTuple):
    """What phones in the local network are to open."""

    host: str  # "192.168.1.5"
    token: str
    port: int = 0  # 0: that of the preview


def share_at(wanted: str, lang: str) -> Share:
    """Return what is to be shared at `wanted`, or, if that is empty, at this machine's one address in its network.

    A process that has started anew goes on with what was given out; else the token is a new one.
    Raises: CannotShare.
    """
    kept = os.environ.pop(KEPT, "").split()
    if len(kept) == 3:
        return Share(kept[0], kept[1], int(kept[2]))
    return Share(wanted or own_address(lang), secrets.token_urlsafe(TOKEN_BYTES))


def keep(door: Door) -> None:
    """Have the process that takes the place of this one show the same address."""
    os.environ[KEPT] = f"{door.names[0]} {door.token} {door.port}"


def own_address(lang: str) -> str:
    """Return this machine's one address in the local network.

    Raises: CannotShare; where there are several, one may be the network of somebody else.
    """
    found = [address for address in addresses() if is_local(address)]
    if not found:
        raise CannotShare(words("no-network", lang))
    if len(found) > 1:
        typed = "\n".join(f"  python3 run.py preview --share={address}" for address in found)
        raise CannotShare(words("several-networks", lang, typed=typed))
    return found[0]


def addresses() -> list[str]:
    """Return the addresses with which this machine would speak to others.

    Nothing is sent: connecting a datagram socket only looks up the way. Source: POSIX, connect().
    """
    found = []
    for elsewhere in ELSEWHERE:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect((elsewhere, DISCARD))
            found.append(asking.getsockname()[0])
    return list(dict.fromkeys(found))


def is_local(address: str) -> bool:
    """Say whether an address is one of a network that the internet does not lead to, and not this machine's alone."""
    try:
        known = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return not (known.is_global or known.is_loopback or known.is_unspecified or known.is_multicast)


def shared_door(share: Share, port: int, lang: str) -> Door:
    """Return the address for the local network, at the same port as the preview if that is free.

    Raises: CannotShare.
    """
    try:
        if not (is_local(share.host) or ipaddress.IPv4Address(share.host).is_loopback):
            raise CannotShare(words("not-local", lang, found=share.host))
        return Door(listen(share.host, share.port or port), (share.host,), share.token)
    except (ValueError, OSError):
        raise CannotShare(words("not-here", lang, found=share.host)) from None

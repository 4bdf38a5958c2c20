"""QR codes of short addresses, and the same addresses in words."""

from functools import lru_cache
from html import escape

import segno

QUIET = 4  # modules around a code. Source: ISO/IEC 18004, 6.3.8


@lru_cache(maxsize=512)
def qr_svg(address: str) -> str:
    """Return the QR code of an address as an SVG that takes the size it is given; a screen reader hears the words.

    Error correction M, so that a crease or a stain does no harm; black on white in every scheme.
    """
    made = segno.make_qr(address, error="m", boost_error=False)
    svg = made.svg_inline(border=QUIET, light="#fff", omitsize=True, svgclass="leaflet-code", lineclass=None)
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)


def printed_address(address: str) -> str:
    """Return a short address as people type it, as HTML that breaks in front of its path alone."""
    host, path, short = escape(typed_address(address)).rpartition("/x/")
    return f"{host}<wbr>{path}{short}"


def typed_address(address: str) -> str:
    """Return an address as people type it: "https://union.example/x/newdeal/" is "union.example/x/newdeal"."""
    return address.partition("://")[2].rstrip("/")

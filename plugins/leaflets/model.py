"""What stands on a leaflet, in each of its languages."""

from typing import NamedTuple

from plugins.model.text import Lang, Said


class Side(NamedTuple):
    """One language of a leaflet; nothing in it is in another language."""

    lang: Lang
    name: str  # of the union
    kicker: str  # what it is about, above the headline; may be empty
    title: Said
    heading: str  # above the points; may be empty
    points: tuple[tuple[str, str], ...]  # (what it is, words); the first is empty in a list of demands
    text: str  # one or two sentences to the reader; may be empty
    asked: str  # what waits behind the QR code
    until: str  # by when; may be empty
    imprint: str  # who is answerable for the paper: union, postal address, date
    state: str = ""  # in front of the title of what is off or moved: 【中止】


class Leaflet(NamedTuple):
    """A leaflet: its first language leads, its second stands beside it."""

    sides: tuple[Side, ...]
    seal: str  # one character
    address: str  # the short one, as people type it, as HTML: "union.example<wbr>/x/newdeal"
    code: str  # the QR code of its whole address, an SVG
    contact: str  # telephone, else e-mail, of whoever agreed; may be empty
    step: int  # how large the text is, see fit.py

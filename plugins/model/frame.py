"""What stands around every page: its head, and the frame that all pages of a language share."""

from dataclasses import dataclass
from typing import NamedTuple

from plugins.model.text import Lang, Said
from plugins.model.told import ToldOnce


class Head(NamedTuple):
    """What one page says of itself."""

    path: str  # below the output folder: "ja/news/index.html"
    lang: Lang
    title: str
    description: str = ""
    canonical: str = ""  # absolute; of the original where this is a stand-in
    alternates: tuple[tuple[Lang, str], ...] = ()  # (language, absolute address), the page itself included
    x_default: str = ""  # absolute; on the homes and the chooser, where there is one
    languages: tuple[tuple[Lang, str, str], ...] = ()  # (language, its own name, address): the language switch
    feeds: tuple[tuple[str, str, str], ...] = ()  # (title, address, media type) of the feeds that fit the page
    noindex: bool = False
    section: str = ""  # "news", "disputes": which item of the menu is the current one
    kind: str = "website"  # "article" for a post; Open Graph's word
    dates: tuple[str, ...] = ()  # ISO, when it was published and, if it was, last corrected; of a post
    data: str = ""  # JSON-LD, without markup in it
    card: str = ""  # absolute address of the picture that stands for the page where its link is shared
    easy: str = ""  # root-absolute address of the same text in やさしい日本語, if there is one
    leaflet: str = ""  # root-absolute address of the page to print, if there is one


class Item(NamedTuple):
    """One link of the menu or the footer."""

    label: str
    url: str
    section: str = ""


class Urgent(NamedTuple):
    """The notice on every page."""

    text: Said
    label: Said | str
    url: str


class FooterContact(NamedTuple):
    """How to reach the union, on every page."""

    email: str = ""
    phone: str = ""
    hours: Said | None = None
    languages: str = ""
    url: str = ""


@dataclass(frozen=True, repr=False)
class Frame(ToldOnce):
    """What all pages of one language share."""

    lang: Lang
    langs: tuple[tuple[Lang, str], ...]  # (language, its own name)
    url: str  # the site's address, no slash at the end
    home: str
    name: Said
    other_name: Said | None
    tagline: str
    seal: str
    nav: tuple[Item, ...]
    urgent: Urgent | None
    demonstration: Said | None
    contact: FooterContact
    follow: tuple[Item, ...]
    about: tuple[Item, ...]
    about_note: Said | None
    sections: tuple[str, ...]  # lists that have something in them: "news", "disputes"
    has_feed: bool  # whether anything is published in this language
    has_cards: bool = False  # whether the theme has the fonts to draw them

"""What a newsletter says in one language."""

from typing import NamedTuple

from plugins.model.text import Lang, Said


class LetterPicture(NamedTuple):
    """A photograph as it is published on the site."""

    url: str  # absolute
    alt: Said
    width: int  # px, of the file


class LetterEntry(NamedTuple):
    """One post, event or action."""

    title: Said
    url: str  # absolute
    link: Said  # the words of the link below it
    other: Said | None = None  # the title in the other language
    meta: str = ""  # kind, day, place: in the letter's language
    text: Said | None = None
    picture: LetterPicture | None = None


class LetterSection(NamedTuple):
    """Entries of one sort; never empty."""

    kind: str  # "posts", "actions" or "events"
    title: str
    entries: tuple[LetterEntry, ...]


class Imprint(NamedTuple):
    """Whose letter it is, and how to reach them; what is unknown is empty."""

    name: Said
    home_url: str  # absolute
    line: str  # that they send it, and where to say that one wants it no longer
    email: str
    phone: str
    address: Said | None


class Letter(NamedTuple):
    """A newsletter in one language, whole addresses only."""

    lang: Lang
    subject: str  # with the period
    title: str  # the same without it
    period: str
    sections: tuple[LetterSection, ...]
    imprint: Imprint
    below: Said | None = None  # that the same follows in another language

"""What a letter to those to whom the demands go says; its form is that of a Japanese business letter."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from plugins.i18n import Catalogue

LINE_END = "\r\n"  # Source: RFC 6068 section 5
MOST_LETTERS = 1800  # of an address: programs of mail cut longer ones
# With these endings a name is that of a post, whose holder is 様; every other is that of an office, which is 御中.
POSTS = ("長", "大臣", "知事", "理事", "取締役", "社長", "総裁", "総長", "裁判官")


class LetterText(NamedTuple):
    """A letter without its addressee."""

    title: str
    date: str  # with gaps to fill in
    sender: tuple[str, str]  # the words in front of the lines for the address and the name
    paragraphs: tuple[str, ...]  # the first one greets
    closing: str
    heading: str  # above the demands
    demands: tuple[str, ...]
    end: str


def letter_text(campaign: str, own: str, demands: Iterable[str], words: Catalogue) -> LetterText:
    """Return the letter of a campaign; `own` is the union's own paragraph, empty where it has none."""
    name = {"campaign": campaign}
    paragraphs = (
        words.pgettext("letter", "Dear Sir or Madam, I hope that this letter finds you well."),
        words.pgettext("letter", "I support the campaign “%(campaign)s”, and ask you for what stands below.") % name,
        own,
        words.pgettext("letter", "Please consider it in good faith, and answer."),
    )
    return LetterText(
        title=words.pgettext("letter", "Request: %(campaign)s") % name,
        date=words.pgettext("letter", "Date:"),
        sender=(words.pgettext("letter", "Address"), words.pgettext("letter", "Name")),
        paragraphs=tuple(filter(None, paragraphs)),
        closing=words.pgettext("letter", "Yours faithfully,"),
        heading=words.pgettext("letter", "Demands"),
        demands=tuple(demands),
        end=words.pgettext("letter", "That is all."),
    )


def addressed(name: str, words: Catalogue) -> str:
    """Return the name of an office, or of a post, as it stands on a letter: 文部科学省 御中."""
    if name.endswith(POSTS):
        return words.pgettext("to the holder of a post", "%(name)s") % {"name": name}
    return words.pgettext("to an office", "%(name)s") % {"name": name}


def mail_address(email: str, addressee: str, letter: LetterText, page: str) -> str:
    """Return the address that opens a mail with the letter in it.

    A letter that is too long becomes its demands alone, as many as there is room for, and the address of the campaign.
    Source: RFC 6068.
    """
    bodies = (_whole(addressee, letter), *_shorter(addressee, letter, page))
    made = (f"mailto:{quote(email, safe='@')}?subject={_quoted(letter.title)}&body={_quoted(body)}" for body in bodies)
    address = ""
    for address in made:
        if len(address) <= MOST_LETTERS:
            break
    return address


def _whole(addressee: str, letter: LetterText) -> str:
    paragraphs = "\n\n".join((*letter.paragraphs, letter.closing))
    return "\n".join((addressee, "", paragraphs, "", letter.heading, *_numbered(letter.demands), letter.end))


def _shorter(addressee: str, letter: LetterText, page: str) -> Iterator[str]:
    for count in range(len(letter.demands), -1, -1):
        demands = _numbered(letter.demands[:count])
        yield "\n".join((addressee, "", letter.title, "", *demands, "", page))


def _numbered(demands: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {demand}" for number, demand in enumerate(demands, start=1))


def _quoted(text: str) -> str:
    return quote(text.replace("\n", LINE_END), safe="")

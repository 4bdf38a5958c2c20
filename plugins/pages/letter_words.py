"""What a letter to those to whom the demands go says; its form is that of a Japanese business letter."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from plugins.i18n import Catalogue

LINE_END = "\r\n"  # Source: RFC 6068 section 5
MOST_LETTERS = 1800  # of an address: programs of mail cut longer ones
# A name in which a word ends like this is that of a post, or of who holds it: 様; every other is an office's: 御中.
POSTS = (
    "長", "大臣", "総理", "知事", "議員", "理事", "取締役", "社長", "総裁", "総長", "裁判官", "教授", "弁護士",
)  # fmt: skip
OFFICES = ("省", "庁", "局", "課", "室", "会", "所", "係", "署")  # the post's own: 文部科学大臣 秘書官室
ADDRESSED = ("様", "殿", "各位", "御中", "先生")  # how a name may end already


class LetterText(NamedTuple):
    """A letter without its addressee."""

    title: str
    date: str  # with gaps to fill in
    sender: tuple[str, str]  # the words in front of the lines for the address and the name
    name_line: str  # in a mail, for the sender's name
    greeting: str
    request: str  # whoever asks, for which campaign
    own: str  # the union's paragraph; empty where it has none
    plea: str
    closing: str
    heading: str  # above the demands
    demands: tuple[str, ...]
    end: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands between the title and the closing."""
        return tuple(filter(None, (self.greeting, self.request, self.own, self.plea)))


def letter_text(campaign: str, own: str, demands: Iterable[str], words: Catalogue) -> LetterText:
    """Return the letter of a campaign; `own` is the union's own paragraph, empty where it has none."""
    name = {"campaign": campaign}
    return LetterText(
        title=words.pgettext("letter", "Request: %(campaign)s") % name,
        date=words.pgettext("letter", "Date:"),
        sender=(words.pgettext("letter", "Address"), words.pgettext("letter", "Name")),
        name_line=words.pgettext("letter", "Name:"),
        greeting=words.pgettext("letter", "Dear Sir or Madam, I hope that this letter finds you well."),
        request=words.pgettext("letter", "I support the campaign “%(campaign)s”, and ask you for what stands below.")
        % name,
        own=own,
        plea=words.pgettext("letter", "Please consider it in good faith, and answer."),
        closing=words.pgettext("letter", "Yours faithfully,"),
        heading=words.pgettext("letter", "Demands"),
        demands=tuple(demands),
        end=words.pgettext("letter", "That is all."),
    )


def addressed(name: str, words: Catalogue) -> str:
    """Return the name of an office, of a post or of who holds it, as it stands on a letter: 文部科学省 御中."""
    parts = name.split()
    if name.endswith(ADDRESSED):
        return name
    if any(part.endswith(POSTS) for part in parts) and not name.endswith(OFFICES):
        return words.pgettext("to the holder of a post", "%(name)s") % {"name": name}
    return words.pgettext("to an office", "%(name)s") % {"name": name}


def mail_address(email: str, addressee: str, letter: LetterText, page: str) -> str:
    """Return the address that opens a mail with the letter in it.

    A letter that is too long becomes its request, as many demands as there is room for, the union's own paragraph if it
    fits beside them, and the address of the campaign.
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
    demands = (letter.heading, *_numbered(letter.demands), letter.end)
    return "\n".join((addressee, "", paragraphs, "", *demands, "", letter.name_line))


def _shorter(addressee: str, letter: LetterText, page: str) -> Iterator[str]:
    for count in range(len(letter.demands), -1, -1):
        demands = "\n".join(_numbered(letter.demands[:count]))
        for own in dict.fromkeys((letter.own, "")):
            parts = (addressee, letter.request, demands, own, letter.name_line, page)
            yield "\n\n".join(filter(None, parts))


def _numbered(demands: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {demand}" for number, demand in enumerate(demands, start=1))


def _quoted(text: str) -> str:
    return quote(text.replace("\n", LINE_END), safe="")

"""What is printed besides leaflets, as pages for a browser: a placard, labels, the pocket card of rights."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from plugins.build.settings import BuildSettings
from plugins.i18n import Catalogue, read_catalogues
from plugins.leaflets.codes import qr_svg, typed_address
from plugins.leaflets.fit import measure
from plugins.leaflets.rights import CardSide, rights_in
from plugins.leaflets.sheets import PAPER, document
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Words
from plugins.pages.people import cleared_contact
from plugins.pages.sayings import reading_order
from plugins.rendering import Theme, build_environment, styles_of
from plugins.typography import has_japanese, ruby_html

LONG, HIGH = 255, 160  # mm of a placard that lies, for its lines; one that stands has them the other way round
STANDING = "@page{size:210mm 297mm}.placard{width:210mm;height:297mm}"
BOLD = 1.12  # how much wider bold Latin letters are than others


class PlacardShown(NamedTuple):
    """A placard: its lines, in their languages, and whose it is."""

    lines: tuple[Said, ...]
    way: str  # "across" or "vertical"
    name: str


class LabelsShown(NamedTuple):
    """A sheet of labels of one item."""

    code: str
    titles: tuple[Said, ...]
    address: str


class CardShown(NamedTuple):
    """The two sides of a pocket card."""

    sides: tuple[CardSide, ...]


class Printer(NamedTuple):
    """What all of these are made with; `url` is the address under which the site is public."""

    theme: Theme
    site: Site
    catalogues: Mapping[Lang, Catalogue]
    faces: str
    url: str

    def placard(self, words: str, is_vertical: bool) -> str:
        """Return a page with one line as large as a sheet of A4 lets it; bars in the words begin another line."""
        parts = [part.strip() for part in words.split("|") if part.strip()]
        lines = tuple(Said(part, "ja" if has_japanese(part) else "en") for part in parts)
        longest = max(measure(line.text) * (1 if has_japanese(line.text) else BOLD) for line in lines)
        across = 180 if is_vertical else HIGH
        size = min(LONG / longest, across / (len(lines) * 1.2))
        shown = PlacardShown(lines, "vertical" if is_vertical else "across", self._name(lines[0].lang))
        more = f".placard h1{{font-size:{size:.1f}mm}}" + STANDING * is_vertical
        return self._page("placard", lines[0].lang, lines[0].text, shown, more)

    def labels(self, address: str, titles: Words) -> str:
        """Return a page of labels of the item at a short address."""
        lang = self.site.langs[0]
        said = tuple(Said(titles.get(code), code) for code in reading_order(self.site, lang) if titles.get(code))
        return self._page("labels", lang, said[0].text, LabelsShown(qr_svg(address), said, typed_address(address)))

    def card(self) -> str:
        """Return a page of pocket cards in the first two languages of the site, one on each side."""
        sides = tuple(self._card_side(lang) for lang in self.site.langs[:2])
        title = rights_in(self.catalogues["en"]).title if "en" in self.catalogues else sides[0].name
        return self._page("card", sides[0].lang, title, CardShown(sides))

    def _card_side(self, lang: Lang) -> CardSide:
        said, contact = rights_in(self.catalogues[lang]), cleared_contact(self.site, self._asked())
        page = "contact/" if "contact" in self.site.pages else ""
        address = f"{self.url}/{lang}/{page}"
        reach = (contact.phone or contact.email) if contact else ""
        title, say, words = (ruby_html(text, lang) for text in (said.title, said.say, said.words))
        unpunished, differing = ruby_html(said.unpunished, lang), ruby_html(said.differing, lang)
        rights = tuple(ruby_html(text, lang) for text in said.rights)
        typed, code = typed_address(address), qr_svg(address)
        return CardSide(lang, title, rights, unpunished, differing, say, words, self._name(lang), reach, typed, code)

    def _asked(self) -> str:
        """Return the contact that the page of contacts names first: whom people ask; else the site's own."""
        page = self.site.pages.get("contact")
        named = page.facts.contacts if page else ()
        return named[0] if named else self.site.facts.contact

    def _name(self, lang: Lang) -> str:
        return self.site.facts.name.pick(reading_order(self.site, lang)).text

    def _page(self, name: str, lang: Lang, title: str, shown: Any, more: str = "") -> str:
        template = f"sheets/{name}.html"
        environment = build_environment(self.theme, lang, self.catalogues[self._known(lang)])
        styles = styles_of(self.theme, template).css + PAPER + more + self.faces
        return document(lang, escape(title), styles, environment.page(template, view=shown))

    def _known(self, lang: Lang) -> Lang:
        return lang if lang in self.catalogues else next(iter(self.catalogues))


def catalogues_of(settings: BuildSettings, langs: Sequence[Lang]) -> Mapping[Lang, Catalogue]:
    """Return the words of each language, of which the build has said already if any is missing."""
    return read_catalogues(settings.theme / "translations", langs)[0]

"""`run.py leaflet`: PDFs of an item's page to print, a placard, labels, a card, into `leaflets/` beside the output."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.build.browser_pdf import find_browser
from plugins.build.leaflet_asked import Asked, parsed
from plugins.build.leaflet_words import USAGE, WORDS
from plugins.build.one_item import item_at, languages_in
from plugins.build.pdf_folder import PdfFolder
from plugins.build.prints import Printer, catalogues_of
from plugins.build.records import read_records
from plugins.build.settings import BuildSettings
from plugins.build.shorts import KINDS, write_short
from plugins.build.telling import print_problems, stopped_words
from plugins.build.unfinished import content_lock
from plugins.cards.words import FONT_FILES
from plugins.leaflets.codes import printed_address, qr_svg
from plugins.leaflets.forms import asked_form, useful_forms
from plugins.leaflets.sheets import font_faces, printable, step_in
from plugins.model.text import Lang, Words
from plugins.model.urls import campaign_url, event_url, leaflet_url, output_path, post_url, short_url
from plugins.pages.sayings import title_words
from plugins.reading.items import Item
from plugins.rendering import read_theme, styles_of

FOLDER = "leaflets"
LONGEST = 24  # characters of a placard in the name of its file
EXAMPLE = (".example", "localhost")  # hosts that lead nowhere. Source: RFC 2606, RFC 6761


class Leaflets:
    """One run of the command; `url` is the address under which the site is public."""

    def __init__(self, settings: BuildSettings, asked: Asked, url: str) -> None:
        self.settings, self.asked, self.url = settings, asked, url.rstrip("/")
        self.words = WORDS[settings.lang]
        self.browser = find_browser()
        theme = settings.theme
        fonts = [theme / "fonts" / name for name in FONT_FILES[:2]]
        self.faces = font_faces([font.read_bytes() for font in fonts]) if all(map(Path.is_file, fonts)) else ""
        self.folder = PdfFolder(settings.output.parent / FOLDER, self.browser, self._tell, self.words)

    def run(self) -> int:
        """Make what was asked for; return the exit status."""
        status = self._of_item(self.asked.items[0]) if self.asked.items else self._alone()
        if not status and host_of(self.url).endswith(EXAMPLE) and "placard" not in self.asked.choices:
            self._complain("example", url=self.url)
        return status

    def _alone(self) -> int:
        if self.browser is None:
            return self._complain("no_browser_for")
        printer = self._printer()
        if printer is None:
            return self._complain("no_file")
        if "card" in self.asked.flags:
            return self.folder.put("card", printer.card())
        words = self.asked.choices["placard"]
        return self.folder.put(f"placard-{_in_a_name(words)}", printer.placard(words, self.asked.is_vertical))

    def _printer(self) -> Printer | None:
        records = read_records(self.settings)
        if records is None:
            return None
        catalogues = catalogues_of(self.settings, records.site.langs)
        return Printer(read_theme(self.settings.theme), records.site, catalogues, self.faces, self.url)

    def _of_item(self, named: str) -> int:
        name = named.strip("/").removeprefix(f"{self.settings.content.name}/")
        langs = languages_in(self.settings.content)
        item = self._item(name, langs)
        if item is None:
            return self._complain("no_item", found=named)
        if not item.value.facts.short and not self._give_short(item):
            return 1
        if not self._build():
            return 1
        item = self._item(name, langs)
        pages = {lang: self._page(item, lang) for lang in langs}
        there = {lang: page for lang, page in pages.items() if page.is_file()}
        if not there:
            return self._complain("not_public", item=name)
        if "labels" in self.asked.flags:
            return self._labels(item)
        return self._leaflets(item, name, there)

    def _item(self, name: str, langs: tuple[Lang, ...]) -> Any:
        if name.partition("/")[0] not in KINDS or name.count("/") != 1:
            return None
        found = item_at(self.settings.content, f"{self.settings.content.name}/{name}", langs)
        return found if found and found.value is not None else None

    def _give_short(self, item: Item) -> bool:
        if self.settings.in_public:
            self._complain("in_public")
            return False
        with content_lock(self.settings):
            path, short = write_short(self.settings, item)
        self._tell(self.words["short"].format(path=path, short=short, address=self.url + short_url(short)))
        return True

    def _build(self) -> bool:
        """Bring the site up to date: the pages to print are its own, made anew only where their words are others."""
        from plugins.build.steps import run_build

        result = run_build(self.settings)
        told = result if result.is_stopped else result._replace(problems=())  # what only warns is none of a leaflet's
        print_problems(told, self.settings.lang)
        if result.is_stopped:
            print(stopped_words(result, self.settings.lang), file=sys.stderr)
        return not result.is_stopped

    def _page(self, item: Item, lang: Lang) -> Path:
        if item.kind == "news":
            url = post_url(lang, item.value)
        else:
            url = event_url(lang, item.value) if item.kind == "events" else campaign_url(lang, item.slug)
        return self.settings.output / output_path(leaflet_url(url))

    def _labels(self, item: Item) -> int:
        printer = self._printer()
        if self.browser is None or printer is None:
            return self._complain("no_browser_for" if printer else "no_file")
        short = item.value.facts.short
        return self.folder.put(f"{short}-labels", printer.labels(self.url + short_url(short), _titles(item)))

    def _leaflets(self, item: Item, name: str, pages: dict[Lang, Path]) -> int:
        asked = self.asked
        form = asked_form(asked.form, [*pages], asked.is_vertical) if asked.form or asked.is_vertical else None
        if form is None and (asked.form or asked.is_vertical):
            return self._complain("no_form", langs=", ".join(pages))
        if self.browser is None:
            self._complain("no_browser")
        css = styles_of(read_theme(self.settings.theme), "pages/leaflet.html").css
        short, status = item.value.facts.short, 0
        for one in (form,) if form else useful_forms([*pages]):
            page = self._with_address(pages[one.first].read_text(encoding="utf-8"), short)
            made = f"{short}-{one.name}"
            if self.browser is None:
                self.folder.put_page(made, printable(page, css, self.faces, one, step_in(page)))
            else:
                status |= self.folder.put_fitted(made, printable(page, css, self.faces, one, 0), name)
        return status

    def _with_address(self, page: str, short: str) -> str:
        """Return a page to print with the address of the site that goes out: it was built for this machine."""
        here, out = (url.rstrip("/") + short_url(short) for url in (self.settings.url, self.url))
        return page.replace(qr_svg(here), qr_svg(out)).replace(printed_address(here), printed_address(out))

    def _tell(self, said: str) -> None:
        print(said, flush=True)

    def _complain(self, key: str, **values: object) -> int:
        print(self.words[key].format(**values), file=sys.stderr)
        return 1


def _in_a_name(words: str) -> str:
    return "-".join(re.findall(r"\w+", words))[:LONGEST] or "1"


def _titles(item: Item) -> Words:
    return title_words(item.value.texts) if item.kind == "news" else _named(item.value.facts)


def _named(facts: Any) -> Words:
    return facts.title if hasattr(facts, "title") else facts.name


def host_of(url: str) -> str:
    """Return the host of an address."""
    return url.partition("://")[2].partition("/")[0].partition(":")[0]


def make_leaflets(settings: BuildSettings, args: list[str], url: str) -> int:
    """Make what `args` ask for, with addresses that begin with `url`; return the exit status."""
    asked = parsed(args)
    chosen = asked.choices.get("lang") if asked else ""
    settings = replace(settings, lang=chosen) if chosen in WORDS else settings
    if asked is None:
        print(USAGE[settings.lang], file=sys.stderr)
        return 2
    return Leaflets(settings, asked, url).run()

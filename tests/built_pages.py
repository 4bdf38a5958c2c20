"""The pages of a built site as a browser and a search engine see them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

PRINTED = re.compile(r"x/|.*/leaflet/")  # what stands on paper and what goes to paper: for nobody to find or pass on
JAPANESE = re.compile("[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SPOKEN = ("alt", "title", "aria-label", "placeholder")  # attributes whose text is read out or shown
NOT_TEXT = {"style", "script"}


@dataclass(frozen=True)
class Page:
    """One page of the output."""

    path: str  # below the output folder
    source: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.source.encode(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def lang(self) -> str:
        return self.tree.get("lang") or ""

    @property
    def address(self) -> str:
        """The page's address below the site's, without `index.html`."""
        return "/" + self.path.removesuffix("index.html")

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @property
    def canonical(self) -> str:
        return next(iter(self.tree.xpath("//link[@rel='canonical']/@href")), "")

    @property
    def alternates(self) -> dict[str, str]:
        """Return address by language, as the head lists them."""
        links = self.tree.xpath("//link[@rel='alternate'][@hreflang]")
        assert len({link.get("hreflang") for link in links}) == len(links), f"{self.path}: a language stands twice"
        return {link.get("hreflang"): link.get("href") for link in links}

    @property
    def feeds(self) -> list[str]:
        return self.tree.xpath("//link[@rel='alternate'][@type]/@href")

    @property
    def card(self) -> str:
        """The file of the picture for shared links, which is named by its whole address; empty if there is none."""
        image = next(iter(self.tree.xpath("//meta[@property='og:image']/@content")), "")
        return urlsplit(image).path.lstrip("/")

    @property
    def is_noindex(self) -> bool:
        return "noindex" in "".join(self.tree.xpath("//meta[@name='robots']/@content"))

    @property
    def switch(self) -> dict[str, str]:
        """Return where the language switch leads, by language; the page's own leads nowhere."""
        nav = self.tree.xpath("//nav[contains(@class, 'language-switch')]")
        return {part.get("lang"): part.get("href") or "" for part in (nav[0] if nav else ())}

    def links(self) -> Iterator[str]:
        """Yield every address that the page names for its reader or its browser."""
        for link in self.tree.xpath("//*[@href] | //*[@src]"):
            if link.tag == "link" and link.get("rel") in {"canonical", "alternate"} and not link.get("type"):
                continue
            yield link.get("href") if link.get("href") is not None else link.get("src")
        for candidates in self.tree.xpath("//@srcset"):
            yield from (part.split()[0] for part in candidates.split(","))

    def target(self, link: str) -> tuple[str, str] | None:
        """Return (file below the output folder, fragment) of a relative link; none for one that leaves the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return self.path, unquote(parts.fragment)
        return normpath(str(PurePosixPath(self.path).parent / unquote(parts.path))), unquote(parts.fragment)

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield (language, text) for every text that the page shows or says."""
        for element in self.tree.body.iter(etree.Element):
            lang = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
            outside = next(iter(element.xpath("ancestor::*[@lang][1]/@lang")), "")
            if element.tag not in NOT_TEXT and element.text:
                yield lang, element.text
            if element.tail and element is not self.tree.body:
                yield outside, element.tail
            yield from ((lang, element.get(name)) for name in SPOKEN if element.get(name))

    def told(self) -> list[str]:
        """Return title and description; nothing where the heading has no words in the page's own language."""
        headings = self.tree.xpath("//h1//text()")
        if not any(text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") == [self.lang] for text in headings):
            return []
        return [self.tree.findtext(".//title"), *self.tree.xpath("//meta[@name='description']/@content")]


def read_pages(output: Path) -> dict[str, Page]:
    """Return every page of an output, by its path."""
    paths = sorted(output.rglob("*.html"))
    names = {path.relative_to(output).as_posix(): path for path in paths}
    return {name: Page(name, path.read_text(encoding="utf-8")) for name, path in names.items()}


def read_sitemap(output: Path) -> dict[str, dict[str, str]]:
    """Return the alternates of each address in the sitemap."""
    root = etree.fromstring((output / "sitemap.xml").read_bytes())
    entries = [(url.findtext(f"{SITEMAP}loc"), url.findall(f"{XHTML}link")) for url in root]
    assert len({loc for loc, _ in entries}) == len(entries)
    return {loc: {link.get("hreflang"): link.get("href") for link in links} for loc, links in entries}

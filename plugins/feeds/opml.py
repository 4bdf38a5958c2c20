"""OPML 2.0: a list of feeds that feed readers take in at once."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree

from plugins.feeds.markup import plain_line
from plugins.model.text import Lang


class Outline(NamedTuple):
    """One feed in a list of them."""

    title: str
    feed_url: str  # absolute
    home_url: str  # absolute, of the list as a page


def render_opml(title: str, lang: Lang, groups: Iterable[tuple[str, Iterable[Outline]]]) -> str:
    """Render the feeds of each group, (title, feeds), below its title.

    Source: OPML 2.0, http://opml.org/spec2.opml: `type` is "rss" for every form of feed. No date: it would be that of
    the build.
    """
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = plain_line(title)
    body = ElementTree.SubElement(root, "body")
    for name, feeds in groups:
        group = ElementTree.SubElement(body, "outline", text=plain_line(name))
        for feed in feeds:
            words = plain_line(feed.title)
            ElementTree.SubElement(
                group, "outline", type="rss", text=words, title=words,
                xmlUrl=feed.feed_url, htmlUrl=feed.home_url, language=lang,
            )  # fmt: skip
    ElementTree.indent(root, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'

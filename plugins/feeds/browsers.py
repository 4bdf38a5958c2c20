"""What somebody sees who opens a feed in a browser: a style sheet, and a line that says what this is."""

from html import escape
from xml.sax.saxutils import quoteattr

from plugins.feeds.entries import Feed

PROLOGUE = '<?xml version="1.0" encoding="utf-8"?>\n'
SELF = ' rel="self"/>'
PAGE = ' rel="alternate"/>'


def for_browsers(head: str, feed: Feed) -> str:
    """Return the head of a feed with its style sheet named, and its explanation as the title of its own link.

    Source: Associating Style Sheets with XML documents 1.0; RFC 4287 section 4.2.7.5. A style sheet can show an
    attribute, and feed readers show none of it.
    """
    if feed.style:
        sheet = f'<?xml-stylesheet type="text/css" href="{escape(feed.style)}"?>\n'
        head = head.replace(PROLOGUE, f"{PROLOGUE}{sheet}", 1)
    return head.replace(SELF, f' rel="self" title={quoteattr(feed.note)}/>', 1) if feed.note else head


def entry_for_browsers(entry: str, note: str) -> str:
    """Return an entry with what is to be said of its day as the title of the link to its page."""
    return entry.replace(PAGE, f' rel="alternate" title={quoteattr(note)}/>', 1) if note else entry

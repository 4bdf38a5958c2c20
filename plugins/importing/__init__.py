"""Texts of other systems to folders of this one: nothing is fetched, nothing is run, nothing is lost without a word."""

from plugins.importing.arrangement import Arrangement, Item, Known, arrange
from plugins.importing.entries import Broken, Export, Report
from plugins.importing.markdown_folder import read_folder
from plugins.importing.reporting import brief_lines, full_report, refusal
from plugins.importing.slugs import file_name, free_name
from plugins.importing.targets import OldSite, by_address, without_size
from plugins.importing.texts import NO_LINKS, WHOLE, WORDS_ONLY, texts_of
from plugins.importing.wordpress import read_wordpress

__all__ = [
    "NO_LINKS",
    "WHOLE",
    "WORDS_ONLY",
    "Arrangement",
    "Broken",
    "Export",
    "Item",
    "Known",
    "OldSite",
    "Report",
    "arrange",
    "brief_lines",
    "by_address",
    "file_name",
    "free_name",
    "full_report",
    "read_folder",
    "read_wordpress",
    "refusal",
    "texts_of",
    "without_size",
]

"""Japanese set right: phrase breaks, plain text and summaries."""

from plugins.typography.breaks import clauses, headline_html, phrase_html, says_the_same
from plugins.typography.characters import has_japanese, is_wide
from plugins.typography.kept_words import KEPT_WORDS
from plugins.typography.plain import plain_text
from plugins.typography.readings import ruby_html, without_readings
from plugins.typography.summaries import cut_summary

__all__ = [
    "KEPT_WORDS",
    "clauses",
    "cut_summary",
    "has_japanese",
    "headline_html",
    "is_wide",
    "phrase_html",
    "plain_text",
    "ruby_html",
    "says_the_same",
    "without_readings",
]

"""Numbers of a survey: tables of counts, which of them nobody may see, shares and margins; no input, no words."""

from plugins.statistics.shares import change_margin, margin, percent, width
from plugins.statistics.suppression import Refusal, suppress
from plugins.statistics.tables import Counts, Published, Sums

__all__ = ["Counts", "Published", "Refusal", "Sums", "change_margin", "margin", "percent", "suppress", "width"]

"""What a union has to do by when, from its records: legal limits, answers, dates; never for the public."""

from plugins.deadlines.deadline import Deadline, Kind
from plugins.deadlines.listing import SHOWN_AFTER, SOON, Listing, listing_of
from plugins.deadlines.words import Said, said_of

__all__ = ["SHOWN_AFTER", "SOON", "Deadline", "Kind", "Listing", "Said", "listing_of", "said_of"]

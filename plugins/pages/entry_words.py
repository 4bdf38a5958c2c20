"""The words of what happens in a dispute, and of what it is about."""

from plugins.i18n import Catalogue
from plugins.model.dispute import Entry
from plugins.model.kinds import EntryType, Issue, StrikeForm


def entry_title(first: Entry, last: Entry, words: Catalogue) -> str:
    """Return what an entry, or a run of numbered sessions from `first` to `last`, is called."""
    if first is not last:
        numbers = {"first": first.number, "last": last.number}
        return words.pgettext("entry", "Bargaining sessions %(first)s–%(last)s") % numbers
    if first.type is EntryType.STRIKE and first.form:
        return _strike_words(first.form, words)
    if first.type is EntryType.BARGAINING_SESSION:
        return _session_words(first, words)
    return entry_type_words(first.type, words)


def _session_words(entry: Entry, words: Catalogue) -> str:
    """Return which session it was, or how many a source reports; a total is never taken for a single session."""
    named = words.pgettext("entry", "Bargaining session %(number)s") % {"number": entry.number}
    if entry.reported_total is None:
        return named if entry.number else entry_type_words(entry.type, words)
    total = words.ngettext(
        "%(num)s session so far, as reported", "%(num)s sessions so far, as reported", entry.reported_total
    ) % {"num": entry.reported_total}
    what = named if entry.number else entry_type_words(entry.type, words)
    return words.pgettext("entry", "%(what)s: %(total)s") % {"what": what, "total": total}


def _strike_words(form: StrikeForm, words: Catalogue) -> str:
    return {
        StrikeForm.ALL_DAY: words.pgettext("entry", "All-day strike"),
        StrikeForm.TIMED: words.pgettext("entry", "Strike for some hours"),
        StrikeForm.DESIGNATED: words.pgettext("entry", "Strike of named members"),
    }[form]


def entry_type_words(kind: EntryType, words: Catalogue) -> str:
    """Return what a kind of entry is called."""
    return {
        EntryType.UNION_NOTICE: words.pgettext("entry", "Notice of union membership"),
        EntryType.DEMAND_SUBMITTED: words.pgettext("entry", "Demands submitted"),
        EntryType.BARGAINING_REQUESTED: words.pgettext("entry", "Bargaining requested"),
        EntryType.BARGAINING_SESSION: words.pgettext("entry", "Bargaining"),
        EntryType.BARGAINING_REFUSED: words.pgettext("entry", "Bargaining refused"),
        EntryType.ADVERSE_TREATMENT: words.pgettext("entry", "Dismissal, discipline or other adverse treatment"),
        EntryType.LAW_CHANGE: words.pgettext("entry", "Change in the law"),
        EntryType.DISPUTE_NOTICE: words.pgettext("entry", "Dispute declared"),
        EntryType.STRIKE_VOTE: words.pgettext("entry", "Strike vote"),
        EntryType.STRIKE_NOTICE: words.pgettext("entry", "Notice of strike"),
        EntryType.STRIKE: words.pgettext("entry", "Strike"),
        EntryType.PROTEST: words.pgettext("entry", "Protest"),
        EntryType.LOCKOUT: words.pgettext("entry", "Lockout"),
        EntryType.CONCILIATION: words.pgettext("entry", "Conciliation"),
        EntryType.MEDIATION: words.pgettext("entry", "Mediation"),
        EntryType.ARBITRATION: words.pgettext("entry", "Arbitration"),
        EntryType.ULP_FILED: words.pgettext("entry", "Complaint of unfair labour practice"),
        EntryType.ULP_INVESTIGATION: words.pgettext("entry", "Labour commission: investigation"),
        EntryType.ULP_HEARING: words.pgettext("entry", "Labour commission: hearing"),
        EntryType.ULP_ORDER: words.pgettext("entry", "Labour commission: order"),
        EntryType.REVIEW_FILED: words.pgettext("entry", "Review by the Central Labour Relations Commission"),
        EntryType.LAWSUIT_FILED: words.pgettext("entry", "Lawsuit filed"),
        EntryType.COURT_DATE: words.pgettext("entry", "Court date"),
        EntryType.JUDGMENT: words.pgettext("entry", "Judgment"),
        EntryType.APPEAL: words.pgettext("entry", "Appeal"),
        EntryType.AGREEMENT: words.pgettext("entry", "Agreement"),
        EntryType.SETTLEMENT: words.pgettext("entry", "Settlement"),
        EntryType.CLOSED: words.pgettext("entry", "End of the dispute"),
    }[kind]


def issues_phrase(issues: tuple[Issue, ...], words: Catalogue) -> str:
    """Return what a dispute is about, as one phrase."""
    names = {
        Issue.WAGES: words.pgettext("issue", "wages"),
        Issue.SAFETY: words.pgettext("issue", "health and safety"),
        Issue.DISMISSAL: words.pgettext("issue", "dismissal"),
        Issue.NON_RENEWAL: words.pgettext("issue", "non-renewal"),
        Issue.SOCIAL_INSURANCE: words.pgettext("issue", "social insurance"),
        Issue.HARASSMENT: words.pgettext("issue", "harassment"),
        Issue.UNION_RIGHTS: words.pgettext("issue", "union rights"),
        Issue.DISCRIMINATION: words.pgettext("issue", "discrimination"),
        Issue.HOURS: words.pgettext("issue", "working hours"),
    }
    phrase = words.pgettext("between parts of a list", ", ").join(names[issue] for issue in issues)
    return phrase[:1].upper() + phrase[1:]

"""How much each rule weighs where SEVERITIES in pelicanconf.py or publishconf.py does not say so."""

from collections.abc import Mapping

WARNINGS = (
    # texts and what is written in them
    "unquoted-colon", "unquoted-text", "html-removed", "invisible-character", "replacement-character",
    "text-in-other-language", "title-breaks-differ", "title-not-drawn", "translation-missing",
    "parity-number", "parity-date", "parity-name", "parity-link",
    # records
    "outcome-without-date", "ending-without-status", "ending-without-words", "unused-action", "figure-changed",
    # people
    "contact-not-shown", "quote-not-shown", "photo-not-shown", "photo-not-listed", "photo-people-unsaid",
    "photo-undecided", "photo-metadata", "phone-in-text", "address-in-text", "email-in-text",
    # going out
    "published-size", "withdrawn-key-missing", "withdrawn-key-damaged", "withdrawn-key-differs",
    "page-weight", "page-frame",
)  # fmt: skip
OFF = ("addresses-missing", "revisions-missing")  # while somebody is still writing
NO_ERRORS: Mapping[str, str] = dict.fromkeys(WARNINGS, "warning") | dict.fromkeys(OFF, "off")


def default_severity(rule: str) -> str:
    """Return "error", which stops the build, but for the rules of the table: "warning" or "off"."""
    return NO_ERRORS.get(rule, "error")

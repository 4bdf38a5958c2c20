"""The one form of characters that the site works with."""

import unicodedata


def to_nfc(text: str) -> str:
    """Return the text in NFC: か and a combining ゛ become が; half-width and full-width stay as typed.

    Source: macOS gives file names and pasted text decomposed; HTML and Atom recommend NFC.
    """
    return unicodedata.normalize("NFC", text)

"""Which of Babel's locales speaks for a language of the site."""

from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.i18n.names import NAMES

if TYPE_CHECKING:
    from babel import Locale

# Dates and spelling differ inside a language; Babel knows Tagalog by the name of its standard, Filipino.
LOCALE_BY_LANG = {"ja": "ja_JP", "en": "en_GB", "tl": "fil"}


def language_of(lang: str) -> str:
    """Return the language without script and country: "zh" of "zh-Hant"."""
    return lang.partition("-")[0]


@lru_cache(maxsize=64)
def locale_of(lang: str) -> "Locale":
    """Return the locale of a BCP 47 language such as "ja", "zh-Hant" or "pt".

    Raises: babel.UnknownLocaleError, ValueError when Babel has no data for it.
    Source: BCP 47 writes hyphens, Babel underscores.
    """
    from babel import Locale

    return Locale.parse(LOCALE_BY_LANG.get(lang, lang.replace("-", "_")))


def locale_name(lang: str) -> str:
    """Return the name of the locale with an underscore: ja_JP, en_GB, zh_Hant."""
    return LOCALE_BY_LANG[lang] if lang in NAMES else str(locale_of(lang))


@lru_cache(maxsize=1024)
def language_name(lang: str, reader: str) -> str:
    """Return what a language is called by readers of another: "日本語" for "ja" by readers of "ja"."""
    if reader in NAMES and lang in NAMES[reader].languages:
        return NAMES[reader].languages[lang]
    return locale_of(lang).get_language_name(locale_of(reader)) or lang

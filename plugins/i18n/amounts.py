"""Money, numbers and lists in the words of a language."""

from collections.abc import Iterable
from copy import copy
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.i18n.locales import language_of, locale_of
from plugins.i18n.names import NAMES

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

# Japanese counts by ten thousands. Source: house style, 12万3,000円.
MYRIADS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))


def format_money(amount_jpy: int, lang: str) -> str:
    """Return an amount of yen: 12万3,000円, 1億2,000万円, ¥123,000; other languages by their own habit."""
    language = language_of(lang)
    sign, rest = ("-" if amount_jpy < 0 else ""), abs(amount_jpy)
    if language == "en":
        return f"{sign}¥{rest:,}"
    if language != "ja":
        from babel.numbers import format_currency

        return format_currency(amount_jpy, "JPY", locale=locale_of(lang))
    words = ""
    for size, name in MYRIADS:
        count, rest = divmod(rest, size)
        words += f"{count:,}{name}" if count else ""
    return f"{sign}{words}{f'{rest:,}' if rest or not words else ''}円"


def format_number(value: int | Decimal | str, lang: str) -> str:
    """Return a number with the separators of the language, its decimals as they were written: 1,234.50, 1.234,50.

    A text that is no plain number ("8〜10", "1,000") is returned as it is.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return str(value)
    decimals = max(0, -int(number.as_tuple().exponent))
    if lang in NAMES:
        return f"{number:,.{decimals}f}"
    return _number_pattern(lang, decimals).apply(number, locale_of(lang))


def format_list(items: Iterable[str], lang: str) -> str:
    """Return the items as one phrase: A、B, A, B and C."""
    *before, last = [*items] or [""]
    if names := NAMES.get(lang):
        return names.before_last.join(filter(None, (names.between.join(before), last)))
    from babel.lists import format_list as babel_list

    return babel_list([*before, last], locale=locale_of(lang))


@lru_cache(maxsize=64)
def _number_pattern(lang: str, decimals: int) -> "NumberPattern":
    """Return the grouping of the language with exactly so many decimals."""
    pattern = copy(locale_of(lang).decimal_formats[None])
    pattern.frac_prec = (decimals, decimals)
    return pattern

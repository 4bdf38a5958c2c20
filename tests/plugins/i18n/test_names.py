"""Our own tables of names against Babel's, which has CLDR's."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_datetime
from babel.lists import format_list as babel_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from plugins.i18n import format_list, format_number
from plugins.i18n.formats import format_written
from plugins.i18n.locales import LOCALE_BY_LANG, language_name, locale_name
from plugins.i18n.names import NAMES
from plugins.i18n.styles import DateStyle, date_style_of

LANGS = sorted(NAMES)
PATTERNS = DateStyle._fields[:8]


@pytest.mark.parametrize("lang", LANGS)
def test_every_day_of_a_year_is_written_as_cldr_has_it(lang):
    locale = Locale.parse(LOCALE_BY_LANG[lang])
    patterns = {getattr(date_style_of(lang), name) for name in PATTERNS} | {"E", "EEEE", "MMM", "MMMM"}
    for days in range(366):
        moment = datetime(2024, 1, 1, 9, 5) + timedelta(days=days, minutes=days * 61)
        for pattern in patterns:
            assert format_written(moment, pattern, lang) == format_datetime(moment, pattern, locale=locale)


@pytest.mark.parametrize("lang", LANGS)
def test_languages_and_locales_have_the_names_of_cldr(lang):
    locale = Locale.parse(LOCALE_BY_LANG[lang])
    assert locale_name(lang) == str(locale)
    for other in LANGS:
        assert language_name(other, lang) == Locale.parse(LOCALE_BY_LANG[other]).get_language_name(locale)


@pytest.mark.parametrize("lang", LANGS)
def test_lists_of_any_length_are_joined_as_cldr_does(lang):
    for length in range(5):
        items = [f"item {number}" for number in range(length)]
        assert format_list(items, lang) == babel_list(items, locale=LOCALE_BY_LANG[lang])


@given(st.sampled_from(LANGS), st.decimals(-(10**15), 10**15, places=3) | st.integers(-(10**20), 10**20))
def test_numbers_are_grouped_as_cldr_does(lang, value):
    decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert format_number(value, lang) == format_decimal(value, pattern, locale=LOCALE_BY_LANG[lang])

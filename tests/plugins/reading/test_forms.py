"""Numbers, addresses and ids: of their type and still not what is meant."""

import pytest

from plugins.model.dispute import DisputeFacts
from plugins.model.organisation import Contact
from plugins.model.post import PostFacts
from plugins.model.record import Distribution, Fact
from plugins.model.site import SiteFacts
from plugins.model.survey import Wave
from plugins.reading.schema import validate

PATH = "content/data/table.yml"
WORDS = {"ja": "語", "en": "Word"}
FACT = {"id": "a", "value": "1", "label": WORDS, "as_of": "2026", "source": "s"}
WAVE = {"number": "1", "title": WORDS, "opens": "2026"}


def rules(shape, value):
    record, faults = validate(shape, value, {}, PATH)
    assert (record is None) == bool(faults)
    return [found.rule for found in faults]


@pytest.mark.parametrize("written", ["1", "-3.5", "0.00", "999999999999999", "1e3", "0.123456789012345"])
def test_a_number_of_at_most_fifteen_digits_is_read(written):
    assert rules(Fact, FACT | {"value": written}) == []


@pytest.mark.parametrize("written", ["1e999", "-1e15", "1e-999", "1234567890123456", "0.1234567890123456", "9" * 5000])
def test_a_number_of_more_digits_is_told(written):
    assert rules(Fact, FACT | {"value": written}) == ["too-many-digits"]


@pytest.mark.parametrize("written", ["NaN", "sNaN", "Infinity", "-inf", "1e9999999999999999999", "", "三", ["1"], {}])
def test_what_is_no_number_is_told_as_such(written):
    assert rules(Fact, FACT | {"value": written}) == ["number-expected"]


@pytest.mark.parametrize(("written", "found"), [("0", []), ("-1", ["out-of-range"]), ("1000000000", ["out-of-range"])])
def test_a_count_is_not_below_nothing_nor_above_its_bound(written, found):
    assert rules(Fact, FACT | {"n": written}) == found


@pytest.mark.parametrize(
    ("written", "found"), [("0", []), ("100", []), ("-0.1", ["out-of-range"]), ("100.1", ["out-of-range"])]
)
def test_a_share_is_a_part_of_a_hundred(written, found):
    shares = [{"label": WORDS, "value": "50"}, {"label": WORDS, "value": written}]
    whole = {"id": "a", "label": WORDS, "shares": shares, "as_of": "2026", "source": "s"}
    assert rules(Distribution, whole) == found


@pytest.mark.parametrize("field", ["number", "reported_total"])
def test_sessions_and_waves_are_counted_from_one(field):
    entry = {"date": "2026-10-01", "type": "bargaining_session", field: "0"}
    record = {"name": WORDS, "summary": WORDS, "union": "u", "opponent": "o", "entries": [entry]}
    assert rules(DisputeFacts, record) == ["out-of-range"]
    assert rules(Wave, WAVE | {"number": "0"}) == ["out-of-range"]


@pytest.mark.parametrize("written", ["a@b.example", "office+x@union.example", "組合@例え.jp"])
def test_a_mail_address_is_read(written):
    assert rules(Contact, {"display_name": WORDS, "email": written}) == []


@pytest.mark.parametrize(
    "written", ["a", "a@", "@b", "a@b@c", "a b@c", "A <a@b.example>", "a@b, c@d", "http://b.example"]
)
def test_what_is_no_mail_address_is_told(written):
    assert rules(Contact, {"display_name": WORDS, "email": written}) == ["email-expected"]


@pytest.mark.parametrize(("written", "found"), [("労", []), ("葛\U000e0100", []), ("労組", ["character-expected"])])
def test_a_seal_is_one_character_with_its_variant(written, found):
    assert rules(SiteFacts, {"name": WORDS, "tagline": WORDS, "seal": written}) == found


@pytest.mark.parametrize("written", ["abcd", "2026-strike", "a" * 32])
def test_an_id_is_read(written):
    assert rules(PostFacts, {"id": written}) == []


@pytest.mark.parametrize("written", ["abc", "a" * 33, "Strike", "a b c d", "二つ目の記事", "a_b_c"])
def test_an_id_that_feeds_cannot_keep_is_told(written):
    assert rules(PostFacts, {"id": written}) == ["id-form"]


def test_a_list_in_place_of_an_id_is_told_once():
    assert rules(PostFacts, {"id": ["a"]}) == ["text-expected"]


def test_it_is_told_together_with_what_is_of_another_type():
    found = rules(Fact, {"id": "a", "value": "1e999", "n": "many", "label": WORDS, "as_of": "soon", "source": "s"})
    assert sorted(found) == ["number-expected", "partial-date-expected", "too-many-digits"]

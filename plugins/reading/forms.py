"""What a value must be besides its type: a number within its bounds, an address, an id, one character."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from typing import Any, get_args, get_type_hints

Location = tuple[str | int, ...]
Values = dict[str, object]
Fault = tuple[str, Values]  # a rule, and values for its words
Form = Callable[[str], Fault | None]

MAX_DIGITS = 15  # what a double holds, so that every program reads the number alike
MOST_VALUES = 5_000  # in one list or map; a dispute of ten years has fewer entries
MAX_COUNT = 999_999_999
LEAST_CELL = 3  # a group of two can always tell each other's answer
_EMAIL_RE = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_KEY_RE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Source: 全銀協, the letters of an account's name: katakana, Latin capitals, digits, a few signs.
_MACHINE_RE = re.compile(r"[ァ-ヴー・A-Z0-9 ().,/「」\-\u3099\u309a]+")
_YUCHO_SYMBOL_RE = re.compile(r"1[0-9]{3}0|0[0-9]{3}0-[0-9]")
_SWIFT_RE = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_ID_RE = re.compile(r"[a-z0-9-]{4,32}")
_SHORT_RE = re.compile(r"(?=.{2,12}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


def form_faults(shape: type, value: Any, place: Location = ()) -> Iterator[tuple[Location, str, str, Values]]:
    """Yield each value of a record that is of its type and still cannot be meant.

    Shape: (place, what was written, rule, values for its words); `value` is plain data whose scalars are texts.
    """
    if not isinstance(value, dict):
        return
    for name, (form, inner) in _plan(shape).items():
        written = value.get(name)
        if inner is not None:
            listed = isinstance(written, list)
            for number, part in enumerate(written if isinstance(written, list) else (written,)):
                yield from form_faults(inner, part, (*place, name, number) if listed else (*place, name))
        elif form is not None and isinstance(written, str) and (fault := form(written.strip())):
            yield (*place, name), written.strip(), *fault


def _number(written: str, bounds: tuple[int, int] | None = None) -> Fault | None:
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None  # no number at all, which its type tells
    if not number.is_finite():
        return None
    _, digits, exponent = number.as_tuple()
    if len(digits) + max(int(exponent), 0) > MAX_DIGITS or -int(exponent) > MAX_DIGITS:
        return "too-many-digits", {"limit": MAX_DIGITS}
    if bounds and not bounds[0] <= number <= bounds[1]:
        return "out-of-range", {"least": bounds[0], "most": bounds[1]}
    return None


def _email(written: str) -> Fault | None:
    if not written or _EMAIL_RE.fullmatch(written):
        from plugins.model.hosts import host_fault  # no post needs it

        rule = host_fault(f"mailto:{written}")
        return (rule, {"target": written}) if rule else None
    return "email-expected", {}


def _id(written: str) -> Fault | None:
    return None if not written or _ID_RE.fullmatch(written) else ("id-form", {})


def key_fault(written: str) -> Fault | None:
    """Return what is wrong with a name that stands in addresses."""
    return None if not written or _KEY_RE.fullmatch(written) else ("key-form", {})


def _one_character(written: str) -> Fault | None:
    # The signs that only change the one before them, such as 葛 with its variant chosen, count with it.
    seen = [char for char in written if unicodedata.category(char) not in ("Mn", "Me")]
    return ("character-expected", {}) if len(seen) > 1 else None


def _digits(written: str, digits: int, example: str) -> Fault | None:
    is_right = re.fullmatch(rf"[0-9]{{{digits}}}", written)
    return None if not written or is_right else ("digits-expected", {"digits": digits, "example": example})


def _katakana(written: str) -> Fault | None:
    plain = unicodedata.normalize("NFKC", written)
    return None if not plain or _MACHINE_RE.fullmatch(plain) else ("katakana-expected", {})


def _like(written: str, shape: re.Pattern[str], rule: str) -> Fault | None:
    return None if not written or shape.fullmatch(written) else (rule, {})


_short = partial(_like, shape=_SHORT_RE, rule="short-form")
_session = partial(_number, bounds=(1, 9999))
_FORMS: Mapping[tuple[str, str], Form] = {  # by name: few texts need these records' modules
    ("Share", "value"): partial(_number, bounds=(0, 100)),
    ("Entry", "number"): _session,
    ("Entry", "reported_total"): _session,
    ("Wave", "number"): _session,
    ("Result", "wave"): _session,
    ("EarlierResult", "wave"): _session,
    ("ReportFacts", "min_cell"): partial(_number, bounds=(LEAST_CELL, 100)),
    ("Contact", "email"): _email,
    ("Target", "email"): _email,
    ("Transfer", "bank_code"): partial(_digits, digits=4, example="0001"),
    ("Transfer", "branch_number"): partial(_digits, digits=3, example="012"),
    ("Transfer", "account_number"): partial(_digits, digits=7, example="0123456"),
    ("Transfer", "account_name_kana"): _katakana,
    ("Transfer", "yucho_symbol"): partial(_like, shape=_YUCHO_SYMBOL_RE, rule="yucho-symbol"),
    ("Transfer", "swift"): partial(_like, shape=_SWIFT_RE, rule="swift-form"),
    ("SiteFacts", "seal"): _one_character,
    ("Action", "id"): key_fault,
    ("Fact", "id"): key_fault,
    ("Distribution", "id"): key_fault,
    ("Result", "id"): key_fault,
    ("Entry", "key"): key_fault,
    ("EventPlace", "id"): key_fault,
    ("PostFacts", "id"): _id,
    ("EventFacts", "id"): _id,
    **{(shape, "short"): _short for shape in ("PostFacts", "EventFacts", "CampaignFacts")},
}
_BY_TYPE: tuple[tuple[type, Form], ...] = (
    (int, partial(_number, bounds=(0, MAX_COUNT))),
    (Decimal, _number),
)


@cache
def _plan(shape: type) -> Mapping[str, tuple[Form | None, type | None]]:
    """Return what to look at in each field: its form, or the kind of record inside it."""
    plan: dict[str, tuple[Form | None, type | None]] = {}
    for name, hint in get_type_hints(shape).items():
        kinds = (hint, *get_args(hint))
        inner = next((kind for kind in kinds if hasattr(kind, "__dataclass_fields__")), None)
        form = _FORMS.get((shape.__name__, name)) or next((form for kind, form in _BY_TYPE if kind in kinds), None)
        if form or (inner is not None and _plan(inner)):
            plan[name] = form, None if form else inner
    return plan

"""Against which state of the other languages a text was last compared."""

import re
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from plugins.model.dates import Written
from plugins.model.text import Lang

FINGERPRINT = 8  # hexadecimal digits
_STATE = re.compile(rf"([A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*?)-([0-9a-f]{{{FINGERPRINT}}})")


class State(NamedTuple):
    """What another language said when a text was compared with it."""

    lang: Lang
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.lang}-{self.fingerprint}"


def parse_compared(written: str) -> tuple[State, ...]:
    """Return the states written as "en-3f9a1c2e", several with a space between them.

    Raises: ValueError when one of them is none.
    """
    found = [_STATE.fullmatch(part) for part in written.split()]
    if not found or not all(found):
        raise ValueError(written)
    return tuple(State(*part.groups()) for part in found if part)


Compared = Annotated[tuple[State, ...], Written("compared", parse_compared)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWords:
    """The header of a text beside a record, which gives everything else."""

    compared: Compared | None = None

"""Values of a record as their writer wrote them, for the lines that tell of them."""

from typing import Any

MOST_SIGNS = 80  # of a value in a line that is to be read at a glance


def format_written(value: Any) -> str:
    """Return plain data as it is written on one line: `[safety, wages]`, `{ja: 賃金, en: Wages}`; long ones cut."""
    text = _one_line(value)
    return text if len(text) <= MOST_SIGNS else text[: MOST_SIGNS - 1] + "…"


def _one_line(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_one_line, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_one_line(part)}" for key, part in value.items()) + "}"
    return "" if value is None else " ".join(str(value).split())

"""PHP's serialised lists of numbers, in which Polylang keeps what belongs together; nothing else of PHP is read."""

import re

_LIST = re.compile(r"a:(\d{1,3}):\{(.*)\}", re.ASCII | re.DOTALL)
_PAIR = re.compile(
    r's:\d{1,3}:"([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{1,8}){0,2})";(?:i:(\d{1,18})|s:\d{1,3}:"(\d{1,18})");', re.ASCII
)
MOST = 4_000  # signs


def parse_numbers(written: str) -> dict[str, str] | None:
    """Return the numbers by language of `a:2:{s:2:"ja";i:12;s:2:"en";i:34;}`; none for everything else.

    Source: the format of PHP's serialize(); Polylang, the descriptions of its terms `post_translations`.
    """
    found = _LIST.fullmatch(written.strip()) if len(written) <= MOST else None
    if not found:
        return None
    numbers: dict[str, str] = {}
    rest = re.sub(r's:4:"sync";a:\d{1,3}:\{[^{}]*\}', "", found[2])  # Polylang Pro: what is kept alike in both
    at = 0
    while at < len(rest):
        pair = _PAIR.match(rest, at)
        if not pair:
            return None
        numbers[pair[1].lower()] = pair[2] or pair[3]
        at = pair.end()
    return {lang: number for lang, number in numbers.items() if number.strip("0")}

"""Bytes of a source file to clean text: UTF-8, NFC, lines ended by a line feed."""

import re
import unicodedata

from plugins.problems import Problem, problem
from plugins.reading.signs import may_hold_signs, without_signs

MAX_BYTES = 1_000_000  # of one record
MAX_TEXT = 500_000  # bytes of one text; the longest real post is under 100,000

# C0 without tab and line feed, DEL, C1, and the noncharacters that the converter uses as its own marks.
CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]"
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - set(b"\t\n"))
# How the rest of them begin in UTF-8, and the line and byte marks that are taken out: few texts hold any of these.
_ODD_BYTES = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xb7", b"\xef\xbb", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_JAPANESE = "[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]"
_HALF_KANA = "[\uff61-\uff9f]"
SURE = 0.7  # of the letters of another script are Japanese, where an encoding is no guess
_CANDIDATES = (("cp932", "Shift_JIS (CP932)"), ("euc_jp", "EUC-JP"))


def decode_source(data: bytes, path: str, most: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Return the text of a file and what is wrong with its bytes.

    Shape: a text in another encoding is read by the likeliest one, so that its other faults are found too;
    where none fits, and for a file that is too large, the text is empty.
    """
    if len(data) > most:
        return "", [problem("file-too-large", path, size=f"{len(data):,}", limit=f"{most:,}")]
    if _is_clean(data) and not may_hold_signs(data):
        try:
            text = data.decode()
            return text if text.isascii() else unicodedata.normalize("NFC", text), []
        except UnicodeDecodeError:
            pass
    problems: list[Problem] = []
    foreign = _seven_bit_or_wide(data)
    try:
        text = data.decode(foreign[0] if foreign else "utf-8-sig", "replace" if foreign else "strict")
    except UnicodeDecodeError as error:
        foreign = _legacy_encoding(data)
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode(foreign[0]) if foreign else ""
        problems.append(_not_utf8(path, line, foreign))
    else:
        if foreign:
            problems.append(_not_utf8(path, 1, foreign))
    text = _with_line_feeds(text)
    found = _control_characters(text, path)
    text = re.sub(CONTROL, "", text) if found else text
    text, signs = without_signs(text, path)
    return unicodedata.normalize("NFC", text), [*problems, *found, *signs]


def certain_encoding(data: bytes) -> str:
    """Return the codec of a text that is not UTF-8, where no other one is as likely and none of its bytes is lost.

    Shape: empty where the text is UTF-8, or nobody can tell.
    """
    codec = found[0] if (found := _seven_bit_or_wide(data)) else ""
    if not codec:
        try:
            data.decode()
            return ""
        except UnicodeDecodeError:
            codec = found[0] if (found := _legacy_encoding(data)) else ""
    try:
        text = data.decode(codec) if codec else ""
    except UnicodeDecodeError:
        return ""
    others = [name for name, _ in _CANDIDATES if name != codec and codec in dict(_CANDIDATES)]
    is_read = _japanese_share(text) > SURE and not re.search(CONTROL, text.replace("\r", ""))
    return codec if is_read and not any(_share_by(data, other) > 1 - SURE for other in others) else ""


def _share_by(data: bytes, codec: str) -> float:
    try:
        return _japanese_share(data.decode(codec))
    except UnicodeDecodeError:
        return 0.0


def _is_clean(data: bytes) -> bool:
    """Say whether bytes, if they are UTF-8, hold nothing to take out or to tell."""
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return False
    return data.isascii() or not any(odd[0] in data and odd in data for odd in _ODD_BYTES)


def _with_line_feeds(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\u2028" in text or "\u2029" in text:
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return text.replace("\ufeff", "") if "\ufeff" in text else text


def _control_characters(text: str, path: str) -> list[Problem]:
    if not re.search(CONTROL, text):
        return []
    return [
        problem("control-character", path, number, code=f"U+{ord(match[0]):04X}")
        for number, line in enumerate(text.split("\n"), start=1)
        if (match := re.search(CONTROL, line))
    ]


def _not_utf8(path: str, line: int, foreign: tuple[str, str] | None) -> Problem:
    if foreign is None:
        return problem("not-utf8", path, line)
    return problem("other-encoding", path, line, encoding=foreign[1])


def _seven_bit_or_wide(data: bytes) -> tuple[str, str] | None:
    """Recognise encodings whose bytes may also be read as UTF-8: by their escapes, marks or zero bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", "UTF-16"
    if re.search(rb"\x1b\$[@B]|\x1b\([JI]", data):
        return "iso2022_jp_2", "ISO-2022-JP"
    if len(data) >= 8 and data.count(0) * 10 > len(data) * 3:
        wide = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        return wide, "UTF-16"
    return None


def _legacy_encoding(data: bytes) -> tuple[str, str] | None:
    """Return the Japanese encoding that gives the most kana and kanji, if any gives enough."""
    best: tuple[float, tuple[str, str]] | None = None
    for codec, name in _CANDIDATES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _japanese_share(text)
        if best is None or score > best[0]:
            best = score, (codec, name)
    return best[1] if best and best[0] > 0.3 else None


def _japanese_share(text: str) -> float:
    foreign = sum(1 for char in text if ord(char) > 127)
    japanese = len(re.findall(_JAPANESE, text))
    # EUC-JP read as Shift_JIS is mostly half-width katakana, which real texts hardly use.
    return (japanese - len(re.findall(_HALF_KANA, text))) / foreign if foreign else 0.0

"""Bytes of a file: every fault is told, and what can be read is read."""

import pytest

from plugins.reading.encoding import MAX_BYTES, decode_source

PATH = "content/news/2026-05-01-kasai-strike/ja.md"
TEXT = "題：ストライキ決行\n私たちは本社前で抗議します。\n"


def report(data: bytes) -> list[str]:
    return [f"{found.line} {found.rule} {dict(found.values)}" for found in decode_source(data, PATH)[1]]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (TEXT.encode("cp932"), ["1 other-encoding {'encoding': 'Shift_JIS (CP932)'}"]),
        (TEXT.encode("euc_jp"), ["1 other-encoding {'encoding': 'EUC-JP'}"]),
        (TEXT.encode("iso2022_jp"), ["1 other-encoding {'encoding': 'ISO-2022-JP'}"]),
        (TEXT.encode("utf-16"), ["1 other-encoding {'encoding': 'UTF-16'}"]),
        ("title: strike\n".encode("utf-16-be"), ["1 other-encoding {'encoding': 'UTF-16'}"]),
        ("title: strike\n".encode("utf-16-le"), ["1 other-encoding {'encoding': 'UTF-16'}"]),
        (b"a\nb\n" + "スト決行".encode("cp932"), ["3 other-encoding {'encoding': 'Shift_JIS (CP932)'}"]),
        (b"a\n\xff\xff\x81", ["2 not-utf8 {}"]),
        (b"caf\xe9 au lait", ["1 not-utf8 {}"]),
        (b"a\nb\x00c\x00\n\x0c", ["2 control-character {'code': 'U+0000'}", "3 control-character {'code': 'U+000C'}"]),
        ("a\n\ufdd0".encode(), ["2 control-character {'code': 'U+FDD0'}"]),
        (b"x" * (MAX_BYTES + 1), ["1 file-too-large {'limit': '1,000,000', 'size': '1,000,001'}"]),
        (TEXT.encode(), []),
        (b"\xef\xbb\xbftitle\r\n", []),
        (b"", []),
    ],
    ids=[
        "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16 with mark", "UTF-16 big end", "UTF-16 of English",
        "line of the first foreign byte", "no encoding", "Latin-1", "NUL and form feed", "noncharacter", "too large",
        "good", "mark and CRLF", "empty",
    ],
)  # fmt: skip
def test_bytes_that_are_not_clean_utf8_are_told_with_their_line(data, found):
    assert report(data) == found


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_a_text_in_another_japanese_encoding_is_read_all_the_same(codec):
    assert decode_source(TEXT.encode(codec), PATH)[0] == TEXT


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("\ufeffa", "a"),
        ("a\ufeffb", "ab"),
        ("a\x00b", "ab"),
        ("カ\u3099イ", "ガイ"),
        ("a\tb", "a\tb"),
    ],
    ids=["line ends", "line separators", "mark", "mark inside", "NUL", "combining voice mark", "tab"],
)
def test_text_is_normalised(written, read):
    assert decode_source(written.encode(), PATH)[0] == read

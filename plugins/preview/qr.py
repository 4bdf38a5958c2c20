"""An address as a QR code in a terminal, dark on light whatever its colours are."""

import shutil
from itertools import zip_longest
from typing import TextIO

import segno

QUIET = 4  # modules around it. Source: ISO/IEC 18004, 9.1
COLOURS, END = "\x1b[38;5;16;48;5;231m", "\x1b[0m"  # black on white of the fixed part of 256, which no theme changes
HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}  # two modules, one above the other


def qr_lines(address: str) -> list[str]:
    """Return the lines of a code, each two modules high."""
    rows = [list(row) for row in segno.make_qr(address).matrix_iter(border=QUIET)]
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=[0] * len(rows[0]))
    return ["".join(HALVES[bool(a), bool(b)] for a, b in zip(*pair, strict=True)) for pair in pairs]


def print_qr(address: str, out: TextIO) -> None:
    """Print the code, if `out` is a terminal that can show it whole."""
    lines = qr_lines(address)
    if not out.isatty() or shutil.get_terminal_size().columns < len(lines[0]) or not _can_write("█", out):
        return
    print("\n".join(f"{COLOURS}{line}{END}" for line in lines), file=out, flush=True)


def _can_write(sign: str, out: TextIO) -> bool:
    try:
        sign.encode(out.encoding)
    except UnicodeEncodeError:
        return False
    return True

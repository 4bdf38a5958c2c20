"""The QR code in the terminal, read by a real reader from what a terminal would show."""

import io
import os
import pty
import re
import subprocess
import sys
import urllib.request

import pytest
import zxingcpp
from PIL import Image

from plugins.preview.qr import QUIET, print_qr, qr_lines
from tests.plugins.preview.conftest import LIMIT

ADDRESS = "http://192.168.123.145:8000/aB3_-xyzaB3_-xyzaB3_-x/"
SCALE = 6


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def seen(shown: str) -> Image.Image:
    """Return the picture that a terminal makes of the lines in the colours of the code: black blocks on white."""
    lines = re.findall(r"\x1b\[38;5;16;48;5;231m([ ▀▄█]+)\x1b\[0m", shown)
    picture = Image.new("L", (len(lines[0]), 2 * len(lines)), 255)
    for y, line in enumerate(lines):
        for x, sign in enumerate(line):
            picture.putpixel((x, 2 * y), 0 if sign in "▀█" else 255)
            picture.putpixel((x, 2 * y + 1), 0 if sign in "▄█" else 255)
    return picture.resize((picture.width * SCALE, picture.height * SCALE), Image.Resampling.NEAREST)


def read(shown: str) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(seen(shown))]


def shown_at(width: int, monkeypatch, out: io.StringIO) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    print_qr(ADDRESS, out)
    return out.getvalue()


@pytest.mark.parametrize("around", [0, 255])
def test_the_code_is_read_in_a_dark_and_in_a_light_terminal(around, monkeypatch):
    picture = seen(shown_at(80, monkeypatch, Terminal()))
    terminal = Image.new("L", (picture.width + 90, picture.height + 90), around)
    terminal.paste(picture, (0, 45))
    assert [found.text for found in zxingcpp.read_barcodes(terminal)] == [ADDRESS]


def test_the_code_has_its_quiet_zone_and_fits_a_small_terminal():
    lines = qr_lines(ADDRESS)
    assert all(line.startswith(" " * QUIET) and line.endswith(" " * QUIET) for line in lines)
    assert set(lines[0] + lines[1] + lines[-1] + lines[-2]) <= {" ", "▀"}
    assert len(lines[0]) <= 80 and len(lines) <= 24


def test_nothing_is_drawn_where_it_could_not_be_read(monkeypatch):
    assert shown_at(len(qr_lines(ADDRESS)[0]) - 1, monkeypatch, Terminal()) == ""
    assert shown_at(80, monkeypatch, io.StringIO()) == ""
    ascii_only = Terminal()
    ascii_only.encoding = "ascii"
    assert shown_at(80, monkeypatch, ascii_only) == ""


def test_the_real_command_shows_a_code_that_leads_to_the_site(make_content, as_project):
    site = as_project(make_content("clean"))
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "plugins.build", "preview", "0", "--share=127.0.0.2"]
    env = {**os.environ, "COLUMNS": "80", "TERM": "xterm", "DANKETSU_LANG": "ja"}
    with subprocess.Popen(command, cwd=site.root, stdout=slave, stderr=slave, env=env) as process:
        try:
            os.close(slave)
            with open(master, encoding="utf-8", newline="\n", closefd=True) as terminal:
                said = ""
                while "公共のWi-Fi" not in said:
                    line = terminal.readline()
                    assert line, said
                    said += line
                (address,) = read(said.replace("\r", ""))
                assert address in said and address.startswith("http://127.0.0.2:")
                answer = urllib.request.urlopen(f"{address}ja/", timeout=LIMIT)
                assert answer.status == 200 and answer.headers["X-Robots-Tag"] == "noindex"
        finally:
            process.terminate()

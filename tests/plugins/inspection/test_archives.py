"""An archive: what it tells besides its files, and its files, looked at like any other."""

import io
import zipfile

import pytest

from plugins.inspection.names import parse_names
from plugins.press.archive import packed_kit
from tests.plugins.inspection.conftest import PAGE
from tests.small_files import exif, photo, saved

PATH = "press/disputes/kasai-press-kit.zip"
GOOD = {"ja.html": PAGE.replace("index.html#one", "photos/01-gate.jpg").encode(), "figures.csv": b"id\r\n",
        "photos/01-gate.jpg": saved(photo()), "photos/credits.txt": b"01-gate.jpg\r\n"}  # fmt: skip

OUTSIDE = b'<img src="https://x.example/a.png" alt="" width="1" height="1"><p '


def zipped(time=(1980, 1, 1, 0, 0, 0), comment=b"", mode=0o644, extra=b"", **files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = comment
        for name, data in (files or {"ja.html": PAGE.replace("index.html#one", "#one")}).items():
            entry = zipfile.ZipInfo(name, time)
            entry.external_attr, entry.extra = mode << 16, extra
            archive.writestr(entry, data)
    return out.getvalue()


def test_a_good_archive_is_let_through(seen):
    assert seen({PATH: packed_kit(GOOD)}) == [] and seen({PATH: zipped()}) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (zipped(comment=b"by Hanako"), "comment"),
        (zipped(time=(2026, 11, 22, 12, 0, 0)), "times"),
        (zipped(mode=0o600), "attributes"),
        (zipped(extra=b"\x75\x78\x04\x00\x01\x02\x03\x04"), "extra fields"),
        (b"MZ" + zipped(), "bytes between the files"),
        (b"no archive", "not ZIP"),
        (packed_kit({f"{number}.csv": b"" for number in range(61)}), "too much to look at"),
    ],
)
def test_what_an_archive_tells_besides_its_files_is_found(data, found, seen):
    assert f"output/{PATH}:1 published-metadata {found}" in seen({PATH: data})


@pytest.mark.parametrize(
    "name", ["members.xlsx", "../ja.html", "写真.jpg", ".DS_Store", "a/b/c.jpg", "kit.zip", "notes.txt"]
)
def test_an_archive_holds_nothing_but_what_is_known(name, seen):
    assert f"output/{PATH}:1 published-file {name}" in seen({PATH: packed_kit({**GOOD, name: b"x"})})


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("photos/01-gate.jpg", saved(photo(), exif=exif()), "published-metadata EXIF/XMP"),
        ("ja.html", GOOD["ja.html"].replace(b"<p ", b"<form></form><p "), "active-content <form>"),
        ("ja.html", GOOD["ja.html"].replace(b"01-gate", b"02-gone"), "page-link photos/02-gone.jpg"),
        ("ja.html", GOOD["ja.html"].replace(b"<p ", OUTSIDE),
         "outside-load https://x.example/a.png"),
    ],
)  # fmt: skip
def test_each_of_its_files_is_looked_at(name, data, found, seen):
    lines = seen({PATH: packed_kit({**GOOD, name: data})})
    assert [line for line in lines if line.startswith(f"output/{PATH}/{name}:") and line.endswith(found)], lines


@pytest.mark.parametrize(
    "files",
    [{name: "高見本花子\r\n".encode()} for name in ("figures.csv", "photos/credits.txt")]
    + [{"photos/mihon.jpg": GOOD["photos/01-gate.jpg"]}],
)
def test_a_private_name_is_found_in_files_and_in_their_names(files, seen):
    lines = seen({PATH: packed_kit(GOOD | files)}, parse_names("高見本花子, mihon\n"))
    assert [line for line in lines if "private-name" in line] and not [line for line in lines if "mihon" in line]

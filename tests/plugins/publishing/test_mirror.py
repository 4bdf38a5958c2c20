"""The site in one archive, and back."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from plugins.publishing.manifest import manifest_of
from plugins.publishing.mirror import restore, write_mirror
from plugins.publishing.refusal import Refusal
from tests.conftest import files_of
from tests.plugins.publishing.desks import SITE, URL


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    for path, text in {**SITE, "media/写真.jpg": "x" * 5000}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def mirror(site: Path, name: str = "mirror.zip") -> Path:
    write_mirror(site, manifest_of(site), URL, site.parent / name)
    return site.parent / name


def rewrite(archive: Path, changes: dict[str, bytes | None], more: list[tuple[zipfile.ZipInfo, bytes]] = ()) -> Path:
    """Write an archive anew with other bytes for some files, without those of none, and with more."""
    with zipfile.ZipFile(archive) as old:
        entries = [(entry, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(archive, "w") as new:
        for entry, data in [*entries, *more]:
            if changes.get(entry.filename, b"") is not None:
                new.writestr(entry, changes.get(entry.filename, data))
    return archive


def test_a_mirror_has_the_same_bytes_whenever_it_is_made(site, tmp_path):
    one = mirror(site)
    for file in site.rglob("*"):
        file.touch() if file.is_file() else None
    two = mirror(site, "two.zip")
    assert one.read_bytes() == two.read_bytes()
    digest = write_mirror(site, manifest_of(site), URL, tmp_path / "three.zip")
    assert digest == hashlib.sha256(one.read_bytes()).hexdigest()


def test_it_says_in_both_languages_how_to_read_check_and_restore_it(site, tmp_path):
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(mirror(site)) as archive:
        archive.extractall(folder)
    text = (folder / "README.txt").read_text(encoding="utf-8")
    assert URL in text and "sha256sum -c SHA256SUMS" in text and "控え" in text and "A copy of this site" in text
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    assert files_of(folder / "site") == files_of(site)


def test_what_was_restored_is_what_was_mirrored(site, tmp_path):
    assert restore(mirror(site), tmp_path / "back") == len(files_of(site))
    assert files_of(tmp_path / "back") == files_of(site)
    (tmp_path / "empty").mkdir()
    restore(tmp_path / "mirror.zip", tmp_path / "empty")
    assert files_of(tmp_path / "empty") == files_of(site)


def test_a_folder_with_files_is_not_written_into(site, tmp_path):
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "mine.txt").write_text("x")
    with pytest.raises(Refusal) as refused:
        restore(mirror(site), tmp_path / "back")
    assert refused.value.reason == "not-empty" and files_of(tmp_path / "back") == {"mine.txt": b"x"}


def smuggle(archive: Path, path: str) -> Path:
    """Put one more file into an archive, with its sum."""
    with zipfile.ZipFile(archive) as old:
        sums = old.read("SHA256SUMS") + f"{hashlib.sha256(b'x').hexdigest()}  {path}\n".encode()
    return rewrite(archive, {"SHA256SUMS": sums}, [(zipfile.ZipInfo(path), b"x")])


FAULTS = {
    "a changed file": lambda zip: rewrite(zip, {"site/index.html": b"other"}),
    "a file too few": lambda zip: rewrite(zip, {"site/index.html": None}),
    "a file too many": lambda zip: rewrite(zip, {}, [(zipfile.ZipInfo("site/more.html"), b"x")]),
    "no sums": lambda zip: rewrite(zip, {"SHA256SUMS": None}),
    "sums that are no text": lambda zip: rewrite(zip, {"SHA256SUMS": b"\xff\xfe"}),
    "a path out of the folder": lambda zip: smuggle(zip, "site/../../out"),
    "a whole path": lambda zip: smuggle(zip, "/out"),
    "a path beside the site": lambda zip: smuggle(zip, "out"),
    "a path of another system": lambda zip: smuggle(zip, "site/..\\..\\out"),
    "a name that differs in its case alone": lambda zip: smuggle(zip, "site/Index.html"),
    "a file twice": lambda zip: rewrite(zip, {}, [(zipfile.ZipInfo("site/index.html"), b"x")]),
    "cut off": lambda zip: zip.write_bytes(zip.read_bytes()[:-40]),
    "damaged": lambda zip: zip.write_bytes(zip.read_bytes().replace(b"PK\1\2", b"PK\1\3")),
    "no archive": lambda zip: zip.write_bytes(b"x"),
    "gone": lambda zip: zip.unlink(),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_mirror_that_is_not_whole_leaves_nothing_behind(site, tmp_path, fault):
    archive = mirror(site)
    fault(archive)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(Refusal) as refused:
        restore(archive, tmp_path / "back")
    assert refused.value.reason in {"no-archive", "sum-differs", "file-name"}
    assert "\n" not in refused.value.said("ja") and sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_link_in_an_archive_becomes_a_plain_file(site, tmp_path):
    archive = mirror(site)
    with zipfile.ZipFile(archive) as old:
        sums = old.read("SHA256SUMS") + f"{hashlib.sha256(b'/etc/hostname').hexdigest()}  site/link\n".encode()
    entry = zipfile.ZipInfo("site/link")
    entry.external_attr = 0o120777 << 16
    restore(rewrite(archive, {"SHA256SUMS": sums}, [(entry, b"/etc/hostname")]), tmp_path / "back")
    assert not (tmp_path / "back/link").is_symlink() and (tmp_path / "back/link").read_bytes() == b"/etc/hostname"


def test_more_than_a_disk_holds_is_refused_before_it_is_unpacked(site, tmp_path, monkeypatch):
    archive = mirror(site)
    monkeypatch.setattr("plugins.publishing.mirror.MOST_BYTES", 5000)
    with pytest.raises(Refusal) as refused:
        restore(archive, tmp_path / "back")
    assert refused.value.reason == "no-archive" and not (tmp_path / "back").exists()


def test_a_file_that_changes_meanwhile_leaves_no_archive(site, tmp_path):
    manifest = manifest_of(site)
    (site / "index.html").write_text("late")
    with pytest.raises(Refusal):
        write_mirror(site, manifest, URL, tmp_path / "mirror.zip")
    assert not list(tmp_path.glob("*mirror*"))

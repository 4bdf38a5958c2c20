"""Files beside the words: looked at once for their bytes, known to the next build, forgotten when they are gone."""

import subprocess
import sys

import pytest

from plugins.build.assets import Asset, Assets, look_at
from plugins.build.library import TABLES
from plugins.build.store import Store
from tests.small_files import exif, photo, plain_pdf, saved

ADDRESS = "/media/news/2026-11-02-strike/a.jpg"
CLEAN, WITH_PLACE = saved(photo(), "JPEG"), saved(photo(), "JPEG", exif=exif(place=True))


@pytest.fixture
def folder(tmp_path):
    """Content with one picture, and a store; `again` opens what was saved, as the next build does."""

    class Folder:
        content = tmp_path / "content"
        file = content / ADDRESS.removeprefix("/media/")

        def again(self):
            return Assets(Store(tmp_path / "kept.db", "1", TABLES))

        def build(self, assets):
            assets.take_in(self.content, [ADDRESS], 1)
            assets.save()
            assets._store.commit()
            assets._store.close()
            return self.again()

    made = Folder()
    made.file.parent.mkdir(parents=True)
    return made


def rules(assets):
    return [(found.rule, found.path) for found in assets.problems("content")]


def test_what_was_found_is_known_to_the_next_build_and_forgotten_with_the_file(folder):
    folder.file.write_bytes(WITH_PLACE)
    assets = folder.build(folder.again())
    assert (assets.get(ADDRESS).width, assets.get(ADDRESS).kind) == (48, "jpg")
    assert rules(assets) == [("photo-place", "content/news/2026-11-02-strike/a.jpg")]
    folder.file.write_bytes(CLEAN)
    assets = folder.build(assets)
    assert rules(assets) == [] and assets.get(ADDRESS).width == 48
    folder.file.write_bytes(WITH_PLACE)
    folder.file.with_name("a.jpg").unlink()
    assets = folder.build(assets)
    assert rules(assets) == [] and assets.get(ADDRESS) is None


def test_what_is_found_is_told_in_the_same_build_whether_or_not_it_was_asked_for_before(folder):
    folder.file.write_bytes(WITH_PLACE)
    one, other = folder.again(), folder.again()
    assert rules(other) == []
    for assets in (one, other):
        assets.take_in(folder.content, [ADDRESS], 1)
        assert len(rules(assets)) == 1


def test_a_file_with_known_bytes_is_not_looked_at_again(folder):
    folder.file.write_bytes(CLEAN)
    mark = look_at(str(folder.file)).fingerprint
    known = Asset(mark, "kept from before", 1, 2)
    assert look_at(str(folder.file), known) is known
    folder.file.write_bytes(CLEAN + b"\0")
    assert look_at(str(folder.file), known).kind == "jpg"


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"a,b\n"), ("a.pdf", plain_pdf()), ("a.PDF", plain_pdf())])
def test_a_document_that_tells_nothing_breaks_no_rule(name, data, tmp_path):
    (tmp_path / name).write_bytes(data)
    assert look_at(str(tmp_path / name))[1:] == ("", 0, 0, "", (), b"")


@pytest.mark.parametrize("path", ["no-such.jpg", ""])
def test_a_file_that_is_gone_is_none(path, tmp_path):
    assert look_at(f"{tmp_path}/{path}") is None


def test_an_edited_text_that_shows_a_picture_opens_none(make_built):
    site = make_built("bilingual")
    site.settle()
    site.replace(
        "content/news/2026-11-02-strike/ja.md", "![プラカード](placard.png)", "文。\n\n![プラカード](placard.png)"
    )
    code = (
        "import sys; from tests.conftest import SiteFolder; from pathlib import Path\n"
        f"result = SiteFolder(Path({str(site.root)!r})).build(workers=1)\n"
        "print(len(result.written) > 1, 'PIL.Image' in sys.modules, 'pypdf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False"]

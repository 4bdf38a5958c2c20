"""`run.py photo`: files of content made clean in their place, once and as a whole."""

import io

import pytest
from PIL import Image, ImageStat

from plugins.build.photos import clean_files
from plugins.pictures.traces import traces_of
from tests.small_files import NEEDLE, blank_pdf, exif, photo, png_words, saved, written

SHOT = saved(photo(), "JPEG", exif=exif(place=True, turn=6), comment=NEEDLE.encode())


@pytest.fixture
def cleaned(tmp_path, capsys):
    """Write a file, clean it, and return (status, what was said, its bytes)."""

    def run(data, name="photo.jpg", *more, lang="en"):
        path = tmp_path / name
        path.write_bytes(data)
        status = clean_files([str(path), *more], lang)
        out, err = capsys.readouterr()
        return status, (out + err).replace(str(path), name).strip(), path.read_bytes()

    return run


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "en",
            "photo.jpg: removed: place (GPS), name of a person, date and time, camera, serial number, "
            "the maker's own data, words.",
        ),
        (
            "ja",
            "photo.jpg: 次の情報を消しました: 撮影場所（GPS）、人の名前、日時、カメラの機種、製造番号、"
            "メーカー独自の情報、説明やコメント。",
        ),
    ],
)
def test_a_photo_loses_what_it_tells_and_the_line_says_what_that_was(lang, line, cleaned):
    status, said, data = cleaned(SHOT, lang=lang)
    assert (status, said) == (0, line)
    assert not traces_of(data) and NEEDLE.encode() not in data
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (32, 48), {})


def test_a_clean_file_keeps_its_bytes_however_often_it_is_cleaned(cleaned):
    for name, data in (
        ("a.jpg", SHOT),
        ("a.png", saved(photo(), "PNG", pnginfo=png_words())),
        ("a.webp", saved(photo(), "WEBP", exif=exif(place=True))),
    ):
        _, _, once = cleaned(data, name)
        status, said, twice = cleaned(once, name)
        assert (status, twice) == (0, once) and said == f"{name}: clean already, left as it is."
        assert data != once and not traces_of(once)


def test_a_photo_that_is_only_turned_is_turned_for_good(cleaned):
    _, said, data = cleaned(saved(photo(), "JPEG", exif=exif(turn=8, needle="")))
    assert said == "photo.jpg: written anew, the right way up."
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (32, 48)


def test_a_large_photo_is_made_smaller(cleaned):
    _, said, data = cleaned(saved(Image.new("RGB", (3000, 1000)), "JPEG"))
    assert said == "photo.jpg: made smaller: 3000 × 1000 to 2560 × 853."
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (2560, 853)


def test_a_wrongly_named_photo_becomes_what_its_name_says(cleaned):
    _, _, data = cleaned(saved(photo(), "PNG"), "photo.JPG")
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"


def test_an_area_is_blurred_for_good(cleaned):
    noise = saved(Image.effect_noise((200, 200), 120), "PNG")
    _, said, data = cleaned(noise, "photo.png", "--blur", "0,0,40,40", "--blur", "60,60,40,40")
    assert said == "photo.png: areas blurred for good: 2."
    with Image.open(io.BytesIO(data)) as image:
        assert len(image.crop((0, 0, 80, 80)).getcolors()) <= 64
        assert len(image.crop((120, 120, 200, 200)).getcolors()) <= 64
        assert ImageStat.Stat(image.crop((90, 0, 110, 100))).stddev[0] > 60


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("photo.heic", b"x", "not a JPEG, PNG, WebP or PDF."),
        ("letter.docx", b"x", "not a JPEG, PNG, WebP or PDF."),
        ("photo.jpg", SHOT[:-300], "cut off, too large, or no picture."),
        ("photo.jpg", b"", "cut off, too large, or no picture."),
        ("letter.pdf", b"%PDF-1.4", "cut off, damaged, locked with a password or too large."),
    ],
    ids=["HEIC", "Word", "cut off", "empty", "broken PDF"],
)
def test_what_cannot_be_cleaned_is_told_and_left_as_it_is(name, data, line, cleaned):
    status, said, after = cleaned(data, name)
    assert status == 1 and said.startswith(f"{name}: {line}") and after == data


def test_a_pdf_loses_what_it_tells(cleaned):
    writer = blank_pdf()
    writer.metadata = {"/Author": NEEDLE}
    status, said, data = cleaned(written(writer), "demands.pdf")
    assert (status, said) == (0, "demands.pdf: removed: name of a person.")
    assert NEEDLE.encode() not in data
    assert cleaned(data, "demands.pdf")[1:] == ("demands.pdf: clean already, left as it is.", data)


def test_a_folder_stands_for_all_in_it_and_one_fault_does_not_stop_the_others(tmp_path, capsys):
    for name, data in (("b/b.jpg", SHOT), ("a.png", b"no picture"), ("b/text.md", b"words")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "link.jpg").symlink_to(tmp_path / "b/b.jpg")
    assert clean_files([str(tmp_path), str(tmp_path / "gone.jpg")], "en") == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in out.splitlines()] == ["b/b.jpg"]
    assert sorted(line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in err.splitlines()) == [
        "a.png", "gone.jpg", "link.jpg"
    ]  # fmt: skip
    assert (tmp_path / "b/text.md").read_bytes() == b"words" and (tmp_path / "link.jpg").is_symlink()
    assert sorted(path.name for path in tmp_path.rglob("*") if path.name.startswith(".")) == []


def test_the_command_cleans_a_file_that_a_check_has_named(make_content, as_project, run_script):
    site = as_project(make_content("clean"))
    path = "content/news/2026-11-01-first-post/photo.jpg"
    site.write(path, SHOT)
    found = run_script("python", "-m", "plugins.build", "check", cwd=site.root)
    assert f"{path}:1: error[photo-place]" in found.stderr and found.returncode == 1
    command = found.stderr.split("Run: python3 run.py photo ")[1].split()[0]
    done = run_script("invoke", "photo", "--", command, cwd=site.root)
    assert done.returncode == 0 and done.stdout.startswith(f"{path}: removed: place (GPS)")
    assert run_script("python", "-m", "plugins.build", "check", cwd=site.root).returncode == 0


def test_a_photo_of_a_telephone_that_is_too_large_to_publish_is_made_smaller(cleaned):
    _, said, data = cleaned(saved(Image.new("L", (16_000, 12_500)), "JPEG", quality=1))
    assert said == "photo.jpg: made smaller: 16000 × 12500 to 2560 × 2000."
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (2560, 2000)

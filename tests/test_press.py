"""Press kits: what journalists get of a dispute or a campaign, and what they do not; and how both end."""

import csv
import io
import zipfile
from datetime import datetime

import pytest
from lxml import html

from plugins.build.forgetting import forget
from plugins.build.second_look import look_at_all
from plugins.model.dates import TOKYO
from tests.conftest import NOW, URL
from tests.small_files import NEEDLE, exif, photo, saved

BEFORE = datetime(2026, 11, 30, 23, 59, tzinfo=TOKYO)  # the last minute of a consent
AFTER = datetime(2026, 12, 1, 0, 0, tzinfo=TOKYO)
NIGHTS = "content/disputes/night-shift/dispute.yml"
WON = "content/news/2026-09-01-night-shift-won"
KIT = "press/disputes/night-shift-press-kit.zip"
ROOM = "press/campaigns/break-room-press-kit.zip"


def unpacked(site, path=KIT):
    with zipfile.ZipFile(io.BytesIO((site.output / path).read_bytes())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def is_as_from_nothing(site, **changes):
    return site.files() == site.built_from_nothing(**changes)[1]


@pytest.fixture(scope="module")
def site(built_once):
    return built_once("press")


def test_the_kit_says_the_same_in_every_language_with_photos_and_a_table(site):
    files = unpacked(site)
    photos = ["photos/01-gate.jpg", "photos/02-party.jpg"]
    assert sorted(files) == ["en.html", "figures.csv", "ja.html", *photos, "photos/credits.txt"]
    for lang, said in (("ja", "「やっと眠れます。」"), ("en", "“Now I can sleep.”")):
        page = html.document_fromstring(files[f"{lang}.html"].decode())
        text = page.text_content()
        assert page.get("lang") == lang and said in text and "press@hikari.example" in text
        assert [image.get("src") for image in page.iter("img")] == photos
        assert all(link.get("href").startswith((URL, "https://")) for link in page.iter("a"))
    text = files["en.html"].decode()
    for words in ("We asked for a night-shift allowance.", "The company pays 2000 yen", "Since September all forty",
                  "The company promised 2000 yen a night.", "An agreement was signed.", "Hikari"):  # fmt: skip
        assert words in text


def test_the_figures_are_a_table_with_their_sources(site):
    rows = list(csv.DictReader(io.StringIO(unpacked(site, ROOM)["figures.csv"].decode("utf-8-sig"))))
    assert len(rows) == 1 and rows[0]["value"] == "212" and rows[0]["as_of"] == "2026-09-30"
    assert (rows[0]["label_ja"], rows[0]["label_en"]) == ("会社に届いた手紙", "Letters that reached the company")
    assert (rows[0]["unit_en"], rows[0]["source_en"]) == ("letters", "Hikari Union, A notice of the union")


def test_whose_each_photo_is_lies_beside_the_photos(site):
    lines = unpacked(site)["photos/credits.txt"].decode("utf-8-sig").split("\r\n")
    assert lines[:5] == ["01-gate.jpg", "Hikari", "8月の門前。", "At the gate in August.", ""]
    assert lines[5:7] == ["02-party.jpg", "Hikari"]
    assert "photos/credits.txt" not in unpacked(site, ROOM)  # it has no photo


def test_a_photo_is_the_one_that_is_published(site):
    files = unpacked(site)
    for name in ("gate", "party"):
        published = [data for path, data in site.files().items() if path.startswith("media/") and f"/{name}." in path]
        assert next(data for path, data in files.items() if f"-{name}.jpg" in path) in published


def test_nobody_hands_out_a_photo_that_does_not_say_whose_it_is(site):
    assert "The plant at night." in site.read("en/disputes/night-shift/index.html")
    assert not [path for path in unpacked(site) if "no-credit" in path]
    assert "The plant at night." not in site.read("en/disputes/night-shift/press/index.html")


def test_media_coverage_is_listed_with_who_printed_it_and_is_no_part_of_the_story(site):
    page = html.document_fromstring(site.read("en/disputes/night-shift/press/index.html"))
    listed = page.find_class("coverage-list")[0]
    assert [link.get("href") for link in listed.iter("a")] == [
        "../../../news/2026/in-the-paper/index.html", "https://paper.example/night",
    ]  # fmt: skip
    assert "The Sample Paper" in listed.text_content() and "2 September 2026" in listed.text_content()
    room = html.document_fromstring(site.read("en/campaigns/break-room/press/index.html"))
    assert "We are on television" in room.find_class("coverage-list")[0].text_content()
    assert not room.find_class("timeline")  # it has no other post


def test_a_page_leads_to_its_press_page_only_where_that_says_more(site):
    for lang in ("ja", "en"):
        assert 'href="press/index.html"' in site.read(f"{lang}/disputes/night-shift/index.html")
        assert 'href="press/index.html"' in site.read(f"{lang}/campaigns/break-room/index.html")
        assert 'href="press/' not in site.read(f"{lang}/disputes/talks/index.html")
    assert not [path for path in site.files() if "talks" in path and "press" in path]


def test_the_day_after_a_consent_the_kit_has_lost_the_person(make_built):
    site = make_built("press")
    site.build(now=BEFORE)
    assert "Words of the needle" in unpacked(site)["en.html"].decode() and "photos/02-party.jpg" in unpacked(site)
    site.build(now=AFTER)
    files = unpacked(site)
    assert "photos/02-party.jpg" not in files and "photos/01-gate.jpg" in files
    assert not [name for name, data in files.items() if b"needle" in data.lower() or "針".encode() in data]
    assert is_as_from_nothing(site, now=AFTER)
    site.build(now=BEFORE)
    assert "photos/02-party.jpg" in unpacked(site)


def test_nothing_of_what_a_camera_writes_is_in_a_kit(make_built):
    site = make_built("press")
    site.write("content/disputes/night-shift/gate.png", saved(photo((80, 60)), "PNG", exif=exif()))
    result = site.build()
    assert not result.is_stopped and KIT in result.written
    assert NEEDLE.encode() not in b"".join(unpacked(site).values())


def test_a_kit_is_written_again_when_its_words_change_and_not_otherwise(make_built):
    site = make_built("press")
    site.replace("content/pages/join/en.md", "Come to the office.", "Come and see us.")
    assert not [path for path in site.build().written if path.startswith("press/") or "/press/" in path]
    assert not [path for path in site.build(now=NOW.replace(day=25)).written if path.startswith("press/")]
    site.replace(f"{WON}/post.md", "“Now I can sleep.”", "“Now we can sleep.”")
    written = [path for path in site.build().written if path.startswith("press/")]
    assert written == [KIT] and "“Now we can sleep.”" in unpacked(site)["en.html"].decode()
    site.replace(NIGHTS, "press_contact: press", "press_contact: office")
    assert KIT in site.build().written and "press@hikari" not in unpacked(site)["en.html"].decode()
    assert is_as_from_nothing(site)


def test_a_kit_goes_with_its_last_reason(make_built):
    site = make_built("press")
    text = (site.root / NIGHTS).read_text("utf-8")
    site.write(NIGHTS, "\n".join(line for line in text.splitlines() if not line.startswith(("press_", "workers_"))))
    result = site.build()
    assert not result.is_stopped and KIT not in site.files()
    assert "ja/disputes/night-shift/press/index.html" not in site.files()
    assert 'href="press/' not in site.read("ja/disputes/night-shift/index.html") and is_as_from_nothing(site)


def test_after_a_renaming_the_old_addresses_of_page_and_file_go_on(make_built):
    site = make_built("press")
    assert not site.record().is_stopped
    (site.root / "content/disputes/night-shift").rename(site.root / "content/disputes/nights")
    for path in (f"{WON}/post.md", "content/news/2026-09-03-in-the-paper/post.md"):
        site.replace(path, "dispute: night-shift", "dispute: nights")
    site.write("content/data/redirects.yml", "disputes/night-shift: disputes/nights\n")
    result = site.record()
    assert not result.is_stopped, result.problems
    assert "../../nights/press/index.html" in site.read("en/disputes/night-shift/press/index.html")
    assert unpacked(site) == unpacked(site, "press/disputes/nights-press-kit.zip")


def test_a_private_name_in_a_kit_is_seen(make_built):
    site = make_built("press")
    site.write("private/private-names.txt", "針山太郎, Taro Needle\n")
    seen = look_at_all(site.settings(private=site.root / "private"), site.output).problems
    told = {found.path for found in seen if found.rule == "private-name"}
    assert {f"output/{KIT}/en.html", f"output/{KIT}/ja.html"} <= told


def test_forget_takes_out_the_press_contact_and_speaks_of_the_kits(make_built, capsys):
    site = make_built("press")
    forget(site.settings(), ["press", "--yes"])
    said = capsys.readouterr().out
    assert "press kits" in said and "press_contact" not in (site.root / NIGHTS).read_text("utf-8")


# --- the ending


def test_what_has_ended_stands_under_its_own_heading_in_every_list(site):
    for lang, heading in (("ja", "解決・終了"), ("en", "Won and closed")):
        for path, names in (("disputes/", ["night-shift"]), ("campaigns/", ["break-room"]),
                            ("", ["break-room", "night-shift"])):  # fmt: skip
            page = html.document_fromstring(site.read(f"{lang}/{path}index.html"))
            ended = [part for part in page.iter("section") if heading in (part.findtext(".//h2") or "")]
            links = [link.get("href") for link in ended[0].iter("a")]
            assert [link.split("/")[-2] for link in links] == names
    page = site.read("en/disputes/index.html")
    assert page.index("Talks on transfers") < page.index("Won and closed") < page.index("The night-shift dispute")
    assert "Won</span>" in page and "The company pays 2000 yen for each night." in page


def test_the_page_of_what_has_ended_tells_outcome_change_answers_and_thanks(site):
    page = html.document_fromstring(site.read("en/disputes/night-shift/index.html")).find("body/main").text_content()
    for words in ("The company pays 2000 yen for each night.", "Since September all forty", "Thank you to all",
                  "The company promised 2000 yen a night."):  # fmt: skip
        assert words in page


def test_the_action_of_a_campaign_that_has_ended_shows_its_result_and_the_next_one(site):
    page = html.document_fromstring(site.read("en/campaigns/break-room/index.html"))
    card = page.find_class("action-card")[0]
    assert card.get("data-state") == "result" and "212 letters came in." in card.text_content()
    assert [link.get("href") for link in card.iter("a")] == ["../../join/index.html"]
    assert "30 September 2026" in card.text_content()


@pytest.mark.parametrize("folder", ["disputes/night-shift", "campaigns/break-room"])
def test_what_has_ended_cannot_be_deleted_without_a_word(folder, make_built, problem_lines):
    site = make_built("press")
    assert not site.record().is_stopped
    (site.root / "content" / folder).rename(site.root / "gone")
    for post in (site.root / "content/news").rglob("post.md"):
        lines = post.read_text("utf-8").splitlines()
        post.write_text("\n".join(x for x in lines if not x.startswith(("dispute:", "campaign:"))), encoding="utf-8")
    before = site.files()
    result = site.record()
    assert result.is_stopped and site.files() == before
    assert [line for line in problem_lines(result) if "address-lost" in line and folder in line]

"""What nobody may see: posts that are not public, entries kept back, files that nothing links to, picture metadata."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from plugins.build.resident import Resident
from tests.conftest import NOW
from tests.small_files import plain_pdf

POST = "content/news/2026-11-02-strike"
NEEDLE = "harigane-kotoba-4711"  # a word that no page may hold
NEW_POST = """---
title: 新しい記事
summary: 要約です。
{more}---

本文に{needle}があります。
"""


HELD_BACK = pytest.mark.parametrize(
    "header",
    [
        "status: draft",
        "status: review",
        "status: withdrawn",
        "embargo_until: 2026-11-22 12:01",
        "date: 2026-11-22 12:01",
    ],
    ids=["draft", "review", "withdrawn", "embargoed", "of later"],
)


@HELD_BACK
def test_a_post_that_is_not_public_reaches_no_file(header, make_built):
    site = make_built("bilingual")
    before = site.files()
    folder = f"content/news/2026-11-21-{NEEDLE}"
    text = NEW_POST.format(more=f"id: secret22\nkind: court\ntags: [secret]\n{header}\n", needle=NEEDLE)
    text = text.replace("新しい記事", f"新しい記事 {NEEDLE}").replace("要約です", f"要約 {NEEDLE}")
    site.write(f"{folder}/ja.md", text + f"\n![{NEEDLE}]({NEEDLE}.png)\n\n[{NEEDLE}]({NEEDLE}.pdf)\n")
    site.write(f"{folder}/{NEEDLE}.pdf", plain_pdf())
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    site.write(f"{folder}/{NEEDLE}.png", picture.getvalue())
    tags = (site.root / "content/data/tags.yml").read_text(encoding="utf-8")
    site.write("content/data/tags.yml", f"{tags}secret:\n  label: {{ja: 秘密, en: Secret}}\n")
    result = site.build()
    assert not result.is_stopped
    after = site.files()
    assert not [path for path, data in after.items() if NEEDLE in path or NEEDLE.encode() in data]
    assert after == before


@pytest.fixture
def told(make_built):
    """A site with a public post whose every part holds the needle, and that records name."""
    site = make_built("bilingual")
    folder = f"content/news/2026-11-21-{NEEDLE}"
    header = f"""id: secret22
kind: solidarity
tags: [{NEEDLE}]
dispute: kasai-2026
campaign: raise-the-floor
event: 2026-12-12-study-meeting
organisations: [hikari]
quotes: [{{text: {{ja: {NEEDLE}, en: {NEEDLE}}}, role: {{ja: 組合員, en: A member}}}}]
photos: [{{file: {NEEDLE}.png, alt: {{ja: {NEEDLE}, en: {NEEDLE}}}}}]
corrections: [{{date: 2026-11-21, text: {{ja: {NEEDLE}, en: {NEEDLE}}}}}]
"""
    text = NEW_POST.format(more=header, needle=NEEDLE).replace("新しい記事", NEEDLE).replace("要約です", NEEDLE)
    for lang in ("ja", "en"):
        site.write(f"{folder}/{lang}.md", f"{text}\n## {NEEDLE}\n\n[{NEEDLE}]({NEEDLE}.pdf) {{sessions}}\n")
    site.write(f"{folder}/{NEEDLE}.pdf", plain_pdf())
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    site.write(f"{folder}/{NEEDLE}.png", picture.getvalue())
    for path, more in {
        "content/data/tags.yml": f"{NEEDLE}:\n  label: {{ja: {NEEDLE}, en: {NEEDLE}}}\n",
        "content/data/site.yml": f"lead_post: 2026-11-21-{NEEDLE}\n",
        "content/events/2026-10-25-town-rally/event.yml": f"report_post: 2026-11-21-{NEEDLE}\n",
        "content/disputes/kasai-2026/dispute.yml": f"""  - date: 2026-11-03
    type: protest
    post: 2026-11-21-{NEEDLE}
    text: {{ja: 抗議行動, en: A protest}}
""",
    }.items():
        site.write(path, (site.root / path).read_text(encoding="utf-8") + more)
    result = site.build(write_ids=True)
    assert not result.is_stopped, [str(found) for found in result.problems]
    assert len(traces(site.files())) > 20
    return site


def traces(files):
    """Return the files that tell of the post, in what they hold or in their name."""
    words = (NEEDLE.encode(), b"secret22", b"solidarity/")
    return sorted(path for path, data in files.items() if NEEDLE in path or any(word in data for word in words))


def hold_back(site, header):
    paths = [f"content/news/2026-11-21-{NEEDLE}/{lang}.md" for lang in ("ja", "en")]
    for path in paths:
        site.replace(path, "id: secret22\n", f"id: secret22\n{header}\n")
    return [str(site.root / path) for path in paths]


@HELD_BACK
def test_a_post_that_is_public_no_longer_leaves_no_trace_in_the_next_build(header, told):
    hold_back(told, header)
    result = told.build()
    assert not result.is_stopped, result.problems
    assert traces(told.files()) == []
    _, fresh = told.built_from_nothing()
    assert told.files() == fresh


def test_nor_in_the_preview(told):
    live = Resident(told.settings(), lambda: NOW)
    assert not live.start().is_stopped
    paths = told.files()
    assert not live.refresh(hold_back(told, "status: draft")).is_stopped
    shown = {path: live.read(path) for path in paths}
    assert traces({path: data for path, data in shown.items() if data is not None}) == []


def test_an_embargo_ends_at_its_moment(make_built):
    site = make_built("clean")
    site.write("content/news/2026-11-21-later/ja.md", NEW_POST.format(
        more="id: later222\nembargo_until: 2026-11-22 12:01\n", needle=NEEDLE))  # fmt: skip
    assert not [path for path in (site.build(), site.files())[1] if "later" in path]
    site.build(now=site.settings().now + timedelta(minutes=1))
    assert NEEDLE in site.read("ja/news/2026/later/index.html")


def test_an_entry_that_is_not_public_reaches_no_file(make_built):
    site = make_built("bilingual")
    before = site.files()
    path = "content/disputes/kasai-2026/dispute.yml"
    entry = f"""  - date: 2026-11-03
    type: bargaining_session
    number: 7
    public: false
    text: {{ja: {NEEDLE}, en: {NEEDLE}}}
"""
    site.write(path, (site.root / path).read_text(encoding="utf-8") + entry)
    assert not site.build().is_stopped
    after = site.files()
    assert not [name for name, data in after.items() if NEEDLE.encode() in data]
    assert after == before


def test_a_file_that_nothing_public_links_to_is_not_published(make_built):
    site = make_built("bilingual")
    before = site.files()
    site.write(f"{POST}/members.csv", NEEDLE)
    site.write(f"{POST}/unused.jpg", NEEDLE)
    assert not site.build().is_stopped
    assert site.files() == before


def test_a_picture_is_published_without_its_metadata(make_built):
    exif = Image.Exif()
    exif[0x010E] = f"{NEEDLE} description"
    exif[0x013B] = f"{NEEDLE} photographer"
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (139.0, 41.0, 30.0)})
    data = io.BytesIO()
    Image.new("RGB", (32, 24), (10, 120, 90)).save(
        data, "JPEG", exif=exif, comment=f"{NEEDLE} comment".encode(), xmp=f"<x>{NEEDLE}</x>".encode(), dpi=(300, 300)
    )
    assert data.getvalue().count(NEEDLE.encode()) == 4
    site = make_built("bilingual")
    site.write(f"{POST}/photo.jpg", data.getvalue())
    site.replace(f"{POST}/ja.md", "![プラカード](placard.png)", "![プラカード](placard.png)\n\n![写真](photo.jpg)")
    assert [found.rule for found in site.build().problems if found.path.endswith(".jpg")] == ["photo-place"]
    assert not site.build(severities={"photo-place": "off"}).is_stopped
    paths = sorted(path for path in site.files() if "/photo." in path)
    assert [path.rsplit(".", 1)[1] for path in paths] == ["avif", "jpg"]
    assert f'src="../../../../{paths[1]}"' in site.read("ja/news/2026/strike/index.html")
    for path, form in zip(paths, ("AVIF", "JPEG"), strict=True):
        with Image.open(site.output / path) as image:
            assert (image.format, image.size) == (form, (32, 24))
            assert not image.getexif() and not {"comment", "exif", "xmp", "icc_profile"} & image.info.keys()
    assert not [name for name, made in site.files().items() if NEEDLE.encode() in made or b"Exif" in made]


REPORT = f"""title: {{ja: 報告, en: Report}}
summary: {{ja: 要約, en: {NEEDLE}}}
published: 2026-11-23
documents: [{{title: {{ja: 全文, en: Whole}}, file: {NEEDLE}.pdf}}]
"""


def test_nothing_of_a_report_goes_out_before_its_day(make_built):
    site = make_built("bilingual")
    folder = f"content/reports/{NEEDLE}"
    site.write(f"{folder}/report.yml", REPORT)
    site.write(f"{folder}/ja.md", f"{NEEDLE}\n\n![旗]({NEEDLE}.png)\n")
    site.write(f"{folder}/{NEEDLE}.pdf", plain_pdf())
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    site.write(f"{folder}/{NEEDLE}.png", picture.getvalue())
    assert not site.build().is_stopped
    assert not [path for path, data in site.files().items() if NEEDLE in path or NEEDLE.encode() in data]
    site.build(now=NOW + timedelta(days=1))
    names = {path.rpartition("/")[2] for path in site.files() if path.startswith(f"media/reports/{NEEDLE}/")}
    assert f"{NEEDLE}.pdf" in names and len(names) == 3


@pytest.mark.parametrize("kind", ["news", "reports"])
def test_a_file_of_what_is_not_public_cannot_be_reached_through_another_text(kind, make_built):
    site = make_built("bilingual")
    if kind == "news":
        folder = f"content/news/2026-11-21-{NEEDLE}"
        site.write(f"{folder}/ja.md", NEW_POST.format(more="id: secret22\nstatus: draft\n", needle=NEEDLE))
    else:
        folder = f"content/reports/{NEEDLE}"
        site.write(f"{folder}/report.yml", REPORT)
    site.write(f"{folder}/{NEEDLE}.pdf", plain_pdf())
    page = (site.root / "content/pages/about/ja.md").read_text(encoding="utf-8")
    address = f"/media/{folder.removeprefix('content/')}/{NEEDLE}.pdf"
    site.write("content/pages/about/ja.md", f"{page}\n[全文]({address})\n")
    result = site.build()
    assert result.is_stopped
    assert {found.rule for found in result.problems} - {"translation-missing"} == {"link-to-unpublished"}


OWN = "https://union.example"


@pytest.mark.parametrize(
    "words",
    [
        f"[x]({OWN}/ja/news/2026/secret/)",
        f"<{OWN}/ja/news/2026/secret/>",
        f"{OWN}/ja/news/2026/secret/。",
        f"`{OWN}/ja/news/2026/secret/`",
        f'<a href="{OWN}/ja/news/2026/secret/">x</a>',
        f"[x][1]\n\n[1]: {OWN}/ja/news/2026/secret/",
        f"[x]({OWN}/ja/news/2026/secret)",
        f"[x]({OWN}/ja/news/2026/secret/index.html)",
        f"[x]({OWN}/en/news/2026/secret/#top)",
        f"[x]({OWN}/ja/news/2026/secret/?utm=1)",
        f"[x]({OWN}/news/2026/secret/)",
        f"[x]({OWN}//ja/./news/2026/secret/)",
        f"[x]({OWN}/ja/news/2026/%73ecret/)",
        f"[x]({OWN}/ja/%6eews/2026/secret/)",
        "[x](HTTP://WWW.UNION.EXAMPLE:443/ja/news/2026/secret/)",
        "[x](https://union.example./ja/news/2026/secret/)",
        "[x](h&#9;ttps://union.exam&#10;ple/ja/news/2026/sec&#9;ret/)",
        f"[x]({OWN}/media/news/2026-11-21-secret/a.pdf)",
        f"[x]({OWN}/ja/reports/secret-report/)",
        "[x](/reports/secret-report/)",
        "[x](/news/2026/secret/index.html)",
    ],
)
def test_the_whole_address_of_what_is_not_public_is_told_in_a_text(words, make_built):
    site = secret_site(make_built)
    page = (site.root / "content/pages/about/ja.md").read_text(encoding="utf-8")
    site.write("content/pages/about/ja.md", f"{page}\n{words}\n")
    result = site.build()
    assert result.is_stopped
    (found,) = [found for found in result.problems if found.rule == "link-to-unpublished"]
    assert found.path == "content/pages/about/ja.md" and found.line > page.count("\n")


@pytest.mark.parametrize(
    "words",
    [
        f"{OWN}/ja/news/2026/strike/ [x]({OWN}/ja/news/2026/strike/feed)",
        f"[x]({OWN}/ja/news/2026/nowhere/)",
        f"[x]({OWN}/old/x.html)",
        "[x](https://other.example/ja/news/2026/secret/)",
        f"[x]({OWN}.evil.example/news/2026/secret/)",
        f"<!-- {OWN}/ja/news/2026/secret/ -->",
    ],
)
def test_other_whole_addresses_are_told_nowhere(words, make_built):
    site = secret_site(make_built)
    page = (site.root / "content/pages/about/ja.md").read_text(encoding="utf-8")
    site.write("content/pages/about/ja.md", f"{page}\n{words}\n")
    assert not site.build().is_stopped


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("notices", "notices:\n  - text: {{ja: 告, en: N}}\n    label: {{ja: 次, en: M}}\n    url: {url}\n"
                    "    start: 2026-11-01\n    end: 2026-12-01\n"),
        ("sources", "wages:\n  name: {{ja: 出, en: S}}\n  publisher: hikari\n  url: {url}\n"),
        ("actions", "actions:\n  - id: petition\n    type: petition\n    label: {{ja: 署, en: P}}\n    url: {url}\n"
                    "    privacy_promise: {{ja: 守, en: P}}\n"),
    ],
    ids=["a notice", "a source", "an action"],
)  # fmt: skip
def test_the_whole_address_of_what_is_not_public_is_told_in_a_record(path, record, make_built):
    site = secret_site(make_built)
    file = site.root / f"content/data/{path}.yml"
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    body = record if not before or path == "sources" else record.partition("\n")[2]
    for address, is_told in ((f"{OWN}/ja/news/2026/secret/", True), (f"{OWN}/ja/news/2026/strike/", False)):
        site.write(f"content/data/{path}.yml", before + body.format(url=address))
        told = [found for found in site.build().problems if found.rule == "link-to-unpublished"]
        assert [found.path for found in told] == [f"content/data/{path}.yml"] * is_told


def secret_site(make_built):
    """A site with a draft and a report of a day to come, each with a document."""
    site = make_built("bilingual")
    folder = "content/news/2026-11-21-secret"
    site.write(f"{folder}/ja.md", NEW_POST.format(more="id: secret22\nstatus: draft\n", needle=""))
    site.write(f"{folder}/a.pdf", plain_pdf())
    site.write("content/reports/secret-report/report.yml", REPORT)
    site.write(f"content/reports/secret-report/{NEEDLE}.pdf", plain_pdf())
    return site

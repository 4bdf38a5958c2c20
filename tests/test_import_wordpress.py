"""`run.py import wordpress`: everything of an old site comes over or is told, and nothing unsafe goes out."""

import re
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest

from plugins.build.importing import import_texts
from plugins.build.rename import rename
from plugins.build.steps import check_content
from plugins.importing.reporting import WORDS
from tests.conftest import SiteFolder, lines_of
from tests.exports import HEAD, URL, item, large, pair, picture, term, write_export


@pytest.fixture
def site(make_content) -> SiteFolder:
    return make_content("clean")


def bring(site: SiteFolder, *parts: str, lang: str = "en", pictures: Path | None = None) -> int:
    export = write_export(site.root / "export.xml", parts)
    more = ["--pictures", str(pictures)] if pictures else []
    return import_texts(site.settings(lang=lang), ["wordpress", str(export), *more])


def report(site: SiteFolder) -> str:
    last = max(site.root.glob("import-report*.txt"), key=lambda path: path.stat().st_mtime_ns)
    return last.read_text("utf-8")


def text(site: SiteFolder, path: str) -> str:
    return (site.root / "content" / path).read_text("utf-8")


def folders(site: SiteFolder) -> list[str]:
    return sorted(path.name for path in (site.root / "content/news").iterdir() if "first-post" not in path.name)


def errors(site: SiteFolder) -> list[str]:
    return [line for line in lines_of(site.build(write_ids=True, write_addresses=True)) if "error[" in line]


def test_a_pair_with_one_slug_is_one_folder_and_its_old_addresses_lead_on(site):
    japanese = item(12, "春闘が始まる", slug="spring", lang="ja", date="2019-03-01 01:00:00")
    english = item(34, "Spring begins", slug="spring", lang="en", link=f"{URL}/en/2019/03/spring/",
                   date="2019-03-01 01:00:00")  # fmt: skip
    assert bring(site, pair(9, ja=12, en=34), japanese, english) == 0
    assert folders(site) == ["2019-03-01-spring"]
    assert 'title: "春闘が始まる"' in text(site, "news/2019-03-01-spring/ja.md")
    assert text(site, "news/2019-03-01-spring/en.md").startswith('---\ntitle: "Spring begins"\n---\n')
    assert errors(site) == []
    old, english = site.read("2019/03/spring/index.html"), site.read("en/2019/03/spring/index.html")
    assert 'url=../../../ja/news/2019/spring/index.html"' in old and '<html lang="en">' in english


def test_an_old_address_follows_a_renaming_and_goes_with_what_is_withdrawn(site):
    bring(site, item(1, "一", slug="spring", lang="ja"), item(2, "二", slug="other", lang="ja"))
    assert errors(site) == []
    rename(site.settings(), "news/2019-05-01-spring", "summer", is_tried=False)
    assert errors(site) == [] and "news/2019/summer/index.html" in site.read("2019/05/spring/index.html")
    path = "news/2019-05-01-other/ja.md"
    site.write(f"content/{path}", text(site, path).replace("kind: news", "kind: news\nstatus: draft"))
    assert errors(site) == [] and "2019/05/other/index.html" not in site.files()
    site.write(f"content/{path}", text(site, path).replace("draft", "withdrawn"))
    assert errors(site) == [] and "other" not in text(site, "data/old_site.yml")
    assert "2019/05/spring" in text(site, "data/old_site.yml")


def test_the_same_slug_in_two_languages_without_a_pair_is_no_loss(site):
    bring(site, item(1, "一", slug="rally", lang="ja"), item(2, "One", slug="rally", lang="en"))
    assert folders(site) == ["2019-05-01-rally", "2019-05-01-rally-2"]
    assert "the address was taken" in report(site) and "rally → rally-2" in report(site)
    assert "no pairs of languages: export “All content”" in report(site)
    assert errors(site) == []


def test_pairs_are_found_in_the_items_where_the_terms_are_missing(site):
    labels = [("post_translations", "pll_1", "pll_1")]
    halves = (("一", "ja"), ("One", "en"))
    bring(site, *(item(n, title, slug="rally", lang=lang, labels=labels) for n, (title, lang) in enumerate(halves)))
    assert folders(site) == ["2019-05-01-rally"]


@pytest.mark.parametrize("status", ["draft", "pending", "private", "trash", "future", "auto-draft", "password"])
def test_what_was_not_public_is_a_draft(site, status):
    given = {"password": "secret"} if status == "password" else {"status": status}
    bring(site, item(1, "内緒", slug="held", **given), item(2, "頁", slug="held-page", kind="page", **given))
    for folder in folders(site):
        assert "status: draft" in (site.root / f"content/news/{folder}/ja.md").read_text("utf-8")
    assert len(folders(site)) == 2 and errors(site) == []
    assert not [path for path in site.files() if "held" in path]
    assert "old_site.yml" not in str(list((site.root / "content/data").iterdir()))
    assert "not public there" in report(site) and f"{URL}/2019/05/held/" in report(site)


def test_half_a_pair_that_is_a_draft_does_not_go_out_with_the_other(site):
    bring(site, pair(9, ja=1, en=2), item(1, "公開", slug="a", lang="ja"),
          item(2, "Held", slug="a", lang="en", status="draft"))  # fmt: skip
    assert folders(site) == ["2019-05-01-a", "2019-05-01-a-2"]
    assert "status: draft" in text(site, "news/2019-05-01-a-2/en.md")
    assert errors(site) == [] and not [data for data in site.files().values() if b"Held" in data]


def test_a_picture_waits_for_a_person_and_tells_nothing(site, tmp_path):
    uploads = tmp_path / "uploads/2019/05"
    uploads.mkdir(parents=True)
    (uploads / "rally.jpg").write_bytes(picture())
    (uploads / "集会.JPG").write_bytes(picture("blue"))
    body = (
        f'<img src="{URL}/wp-content/uploads/2019/05/rally-300x200.jpg" alt="門の前">'
        f'<img src="{URL}/wp-content/uploads/2019/05/{quote("集会")}.JPG"><img src="{URL}/wp-content/uploads/gone.png">'
    )
    bring(site, item(1, "集会", body, slug="rally"), pictures=tmp_path / "uploads")
    made = text(site, "news/2019-05-01-rally/ja.md")
    assert "![門の前](rally.jpg)" in made and "![写真（説明はまだありません）](picture.jpg)" in made
    assert made.count("people: undecided") == 2 and f"<!-- picture: {URL}/wp-content/uploads/gone.png -->" in made
    assert b"Phone 12" not in (site.root / "content/news/2019-05-01-rally/rally.jpg").read_bytes()
    assert errors(site) == [] and f"{URL}/wp-content/uploads/gone.png" in report(site)
    assert not [path for path in site.files() if path.endswith((".jpg", ".webp")) and "rally" in path]
    site.write("content/news/2019-05-01-rally/ja.md", made.replace("undecided", "none", 1))
    assert errors(site) == []
    assert [path for path in site.files() if "2019-05-01-rally/rally" in path]
    assert not [path for path in site.files() if "2019-05-01-rally/picture" in path]


OUTSIDE = (
    "../secret.jpg", "2019/../../secret.jpg", "%2e%2e/secret.jpg", "..%2fsecret.jpg", "/etc/passwd.jpg", "link.jpg",
    "2019\\..\\secret.jpg", "a" * 5000 + ".jpg", "linked/secret.jpg", "%00.jpg",
)  # fmt: skip


def test_no_picture_is_taken_from_outside_of_the_folder(site, tmp_path):
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture())
    (uploads / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (uploads / "linked").symlink_to(tmp_path)
    shown = (f'<img src="{URL}/wp-content/uploads/{path}">' for path in OUTSIDE)
    bring(site, *(item(number, "題", body) for number, body in enumerate(shown)), pictures=uploads)
    assert {file.name for file in (site.root / "content/news").glob("2019-05-01-*/*")} == {"ja.md"}
    assert len(folders(site)) == len(OUTSIDE) and errors(site) == []


def test_a_picture_of_a_page_waits_too(site, tmp_path):
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads/office.jpg").write_bytes(picture())
    body = f'<img src="{URL}/wp-content/uploads/office.jpg" alt="事務所">本文'
    bring(site, item(1, "頁", body, kind="page", slug="office"), pictures=tmp_path / "uploads")
    assert errors(site) == [] and "people: undecided" in text(site, "pages/office/ja.md")
    assert not [path for path in site.files() if path.startswith("media/")]
    assert "事務所" not in site.read("ja/office/index.html")


SLUGS = ("../../evil", "..", "con", "a/b", quote("春闘"), "", "x" * 500, "A_B", "%00", "-", "é", "a:b", "<x>", "%ff")


def test_any_slug_becomes_a_folder_that_is_allowed(site):
    named = [(number, slug, f"{URL}/2019/05/{slug}/") for number, slug in enumerate(SLUGS, 1)]
    posts = (item(number, "題", slug=escape(slug), link=link) for number, slug, link in named)
    pages = (item(100 + number, "頁", kind="page", slug=escape(slug)) for number, slug, _ in named)
    bring(site, *posts, *pages)
    assert len(folders(site)) == len([*(site.root / "content/pages").iterdir()]) == len(SLUGS)
    assert all(re.fullmatch("2019-05-01-[a-z0-9-]+", name) for name in folders(site))
    assert errors(site) == [] and not (site.root / "evil").exists()


HOSTILE = [
    "<script>alert(1)</script><p onclick='x()'>a</p>", '<a href="javascript:alert(1)">a</a>', "<!-- unclosed",
    "{{ site.secret }} {sessions}", '<a href="https://evil.example">https://bank.example</a>', "<div>" * 5000,
    "<p>a\u202eb\u200bc</p>", "[x](javascript:alert(1))", "```\n<script>", "<svg onload=x>", "[^1]: note",
    "<form action='https://x.example'>名前</form>", "| a | b |\n|---|", "<iframe src='//video.example/1'></iframe>",
    "---\ntitle: x\n---", "<img src=x onerror=y>", "<style>p{}</style>a", "<!-- ja -->\n\n<!-- en -->",
    "# a\n\n1. b\n\n- c\n\n> d\n\n: e\n\n~~~\nf", "*" * 20_000, "[" * 5_000, "a &lt;script&gt; &amp;lt;",
    "<table><tr><td rowspan=2>a|b</td><td><table><tr><td>c</td></tr></table></td></tr></table>", "a\n" * 30_000,
    '<a href="http://[broken">a</a><a href="//other.example/x">b</a><a href="#x">c</a><a href="ftp://x">d</a>',
    "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", "status: draft\n\nembargo_until: 2030-01-01", "[gallery ids='1,2']",
    "<ruby>団交<rt>だんこう</rt></ruby>", '<img src="data:image/png;base64,AAAA" alt="x">',
    "<p>" + "あ" * 100_000 + "</p>", "http://127.0.0.1/x <a href='http://192.168.0.1/'>b</a>", "&#0;&#x202e;&#xd800;",
    "<h1>大</h1><h6>小</h6><pre>{a}\n  b</pre>", "", "<p></p>", "<b>" * 3000 + "x",
]  # fmt: skip


def test_whatever_a_text_holds_the_site_is_built_and_nothing_active_goes_out(site):
    title = "題 {sessions} <!-- x --> <b>a</b>"
    bring(site, *(item(n, title, body, slug=f"x{n}", excerpt=body[:2000]) for n, body in enumerate(HOSTILE)))
    assert errors(site) == []
    assert not re.search(r"\d  could not be brought over", report(site))
    for number in range(len(HOSTILE)):
        page = site.read(f"ja/news/2019/x{number}/index.html")
        assert not re.search(
            r"""href="javascript|onload=x|onerror=y|onclick='x|>alert\(1\)|<iframe|<form action""", page
        )


def test_what_is_not_understood_is_kept_as_a_link_or_told(site):
    body = (
        '<iframe src="https://video.example/1"></iframe>\n\n[contact-form-7 id="1"]\n\n'
        f'<a href="{URL}/2019/05/other/">one</a> <a href="{URL}/?p=2">two</a> <a href="/category/x/">three</a> '
        f'<a href="{URL}/2019/05/held/">four</a>'
    )
    metas = {"price": "100", "_wpml_word_count": "1"}
    bring(
        site, item(1, "題", body, slug="x"), item(2, "別", slug="other"), item(4, "品", kind="product", slug="shirt"),
        item(3, "稿", slug="held", status="private"), item(5, "頁", kind="page", slug="news"),
        item(6, "欄", metas=metas, comments=2, labels=[("region", "tokyo", "東京")], link=f"{URL}/?p=6"),
    )  # fmt: skip
    made = text(site, "news/2019-05-01-x/ja.md")
    assert "[video.example](https://video.example/1)" in made and "contact-form-7" in made
    assert "[one](/news/2019/other/) [two](/news/2019/other/)" in made
    assert f"[three]({URL}/category/x/) four" in made
    said = report(site)
    for words in (
        "<iframe> https://video.example/1", "contact-form-7", "/category/x/", "product", "region: 東京", "price",
        "news → news-2", f"{URL}/?p=6",
    ):  # fmt: skip
        assert words in said, words
    for words in (r"2  comments", r"1  names of authors", r"1  items of WPML"):
        assert re.search(rf"\b{words}", said), words
    assert "hanako" not in said and "見本花子" not in said and errors(site) == []


def test_paragraphs_captions_and_headings_of_the_classic_editor(site):
    body = "一行目\n二行目\n\n<h1>見出し</h1>\n段落<br>続き\n\n<ul>\n<li>点</li>\n</ul>\n"
    body += "<ruby>団交<rt>だんこう</rt></ruby>"
    bring(site, item(1, "題", body, slug="x"))
    made = text(site, "news/2019-05-01-x/ja.md").split("---\n")[2]
    assert made == "\n一行目\\\n二行目\n\n## 見出し\n\n段落\\\n続き\n\n- 点\n\n{団交|だんこう}\n"


def test_a_second_run_adds_only_what_is_new(site):
    parts = [item(1, "一", slug="one"), item(2, "頁", kind="page", slug="about"), pair(9, ja=1, en=3)]
    bring(site, *parts)
    assert errors(site) == []
    site.write("content/news/2019-05-01-one/ja.md", text(site, "news/2019-05-01-one/ja.md") + "\n手で足した。\n")
    before = {path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()}
    bring(site, *parts, item(4, "四", slug="one"))
    assert folders(site) == ["2019-05-01-one", "2019-05-01-one-2"]
    assert all(path.read_bytes() == data for path, data in before.items() if path.name != "old_site.yml")
    assert re.search(r"2  here already", report(site)) and errors(site) == []
    bring(site, *parts, item(3, "three", slug="one", lang="en", link=f"{URL}/en/2019/05/one/"))
    assert "another language of what is here already" in report(site)
    assert not (site.root / "content/news/2019-05-01-one/en.md").exists()


def test_a_run_that_was_cut_off_is_finished_by_the_next(site, monkeypatch):
    parts = [item(number, f"題{number}", slug=f"x{number}") for number in range(1, 5)]
    parts.append(item(9, "頁", kind="page", slug="about"))
    real, calls = __import__("os").rename, []

    def rename(*paths: object) -> None:
        calls.append(paths)
        if len(calls) == 3:
            raise OSError("cut off")
        real(*paths)

    monkeypatch.setattr("plugins.build.importing.os.rename", rename)
    with pytest.raises(OSError, match="cut off"):
        bring(site, *parts)
    monkeypatch.undo()
    assert not (site.root / ".import").exists()
    bring(site, *parts)
    assert len(folders(site)) == 4 and [path.name for path in (site.root / "content/pages").iterdir()] == ["about"]
    assert errors(site) == []


def test_nothing_that_is_there_is_overwritten(site):
    site.write("content/pages/about/ja.md", "---\ntitle: 私たち\n---\n\n自分で書いた。\n")
    site.write("content/data/tags.yml", "wages:\n  label: {ja: 賃金}")
    labels = [("category", "wages", "給料"), ("post_tag", quote("春闘"), "春闘")]
    bring(site, item(1, "頁", kind="page", slug="about"), item(2, "題", slug="x", labels=labels))
    assert "自分で書いた" in text(site, "pages/about/ja.md") and "頁" in text(site, "pages/about-2/ja.md")
    assert text(site, "data/tags.yml").startswith("wages:\n  label: {ja: 賃金}\ntag-") and errors(site) == []
    assert "about → about-2" in report(site)


def test_tags_in_two_languages_are_one(site):
    terms = [term(1, "category", "chingin", name="賃金"), term(2, "category", "wages", name="Wages"),
             term(3, "term_translations", "pll_x", 'a:2:{s:2:"ja";i:1;s:2:"en";i:2;}')]  # fmt: skip
    labels = [("category", "wages", "Wages"), ("category", "strike", "Strike")]
    japanese = item(1, "一", slug="a", lang="ja", labels=[("category", "chingin", "賃金")])
    bring(site, *terms, japanese, item(2, "b", slug="b", lang="en", labels=labels))
    assert text(site, "data/tags.yml").count("label:") == 2
    assert "kind: strike\n" in text(site, "news/2019-05-01-b/en.md") and errors(site) == []


def test_everything_that_is_reported_has_words_in_both_languages():
    room = Path(import_texts.__code__.co_filename).parents[1]
    files = [*(room / "importing").glob("*.py"), *(room / "build").glob("import*.py")]
    code = "".join(file.read_text("utf-8") for file in files)
    keys = {*re.findall(r'(?:note|count)\(\s*"([a-z-]+)"', code), *re.findall(r'":((?:file|picture)-[a-z]+)"', code)}
    keys |= {f"{kind}-{why}" for kind in ("file", "picture") for why in ("missing", "unread")}
    assert keys <= WORDS.keys() and all(len(words) == 3 and all(words[1:]) for words in WORDS.values())
    assert "new-posts" in keys


BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEAD.replace("<rss", BOMB + "<rss").encode(), "DOCTYPE"),
        (HEAD.replace("<rss", '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss').encode(), "DOCTYPE"),
        (HEAD.encode("utf-16"), "DOCTYPE"),
        (("<!-- <rss /export/1. " + "x" * 70_000 + f"-->{BOMB}<rss>").encode(), "no export"),
        (b"", "no export"),
        (b"<html><body>404</body></html>", "no export"),
        ((HEAD + "<item>\n<title>a & b</title></item></channel></rss>").encode(), ":17: The XML is broken"),
        (HEAD.encode() + b"<item><title>\xff\xfe</title></item></channel></rss>", "XML is broken"),
        ((HEAD + item(1, "題"))[:-200].encode(), "XML is broken"),
        ((HEAD + "<item>&undefined;</item></channel></rss>").encode(), "XML is broken"),
    ],
    ids=["entities", "outside", "utf-16", "late", "empty", "html", "ampersand", "not utf-8", "cut off", "undefined"],
)
def test_a_file_that_is_no_export_is_told_with_its_line_and_nothing_is_written(site, capsys, data, said):
    before = sorted(site.root.rglob("*"))
    file = site.write("export.xml", data)
    assert import_texts(site.settings(lang="en"), ["wordpress", str(file)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(path for path in site.root.rglob("*") if ".output" not in str(path)) == sorted([*before, file])


def test_control_characters_that_no_xml_may_hold_do_not_stop_it(site):
    bring(site, item(1, "題\x0b\x08", "本\x01文", slug="x"))
    assert "本文" in text(site, "news/2019-05-01-x/ja.md") and "3  control characters" in report(site)


@pytest.mark.parametrize(
    "args", [[], ["wordpress"], ["drupal", "x"], ["wordpress", "a", "b"], ["markdown", "--pictures"]]
)
def test_a_command_that_says_too_little_is_told_what_to_type(site, capsys, args):
    for lang, words in (("ja", "のように実行します"), ("en", "python3 run.py import markdown FOLDER")):
        assert import_texts(site.settings(lang=lang), args) == 2
        assert words in capsys.readouterr().err


def test_an_export_without_texts_writes_a_report_alone(site, capsys):
    assert bring(site) == 0
    assert "There was nothing new" in capsys.readouterr().out and folders(site) == []
    assert import_texts(site.settings(lang="ja"), ["wordpress", str(site.root / "none.xml")]) == 1
    assert "ありません" in capsys.readouterr().err


def test_serialised_data_that_is_no_list_of_numbers_is_told(site):
    bad = ['O:8:"stdClass":0:{}', 'a:1:{s:2:"ja";O:1:"A":0:{}}', "a:1:{", "", 'a:2:{s:2:"ja";i:1;s:2:"en";i:2;}x']
    bring(site, *(term(n, "post_translations", f"pll_{n}", text) for n, text in enumerate(bad)), item(1, "題"))
    assert re.search(r"5  pairs of languages that cannot be read", report(site))


def test_a_site_of_ten_years_comes_over_whole(site, capsys):
    size = 1_000
    bring(site, *large(size))
    out = capsys.readouterr().out
    assert re.search(rf"{size}  new posts\n +{size}  of them in two languages", out)
    assert re.search(rf"{2 * size}  old addresses that lead on", out)
    assert len(folders(site)) == size
    result = check_content(site.settings())
    assert not [line for line in lines_of(result) if "error[" in line and "missing-id" not in line]

"""`run.py import markdown`: posts of Jekyll, Hugo and Pelican through one reader of front matter."""

import re

import pytest

from plugins.build.importing import import_texts
from plugins.importing.front_matter import parse_front_matter
from tests.conftest import SiteFolder, lines_of
from tests.exports import picture


@pytest.fixture
def site(make_content) -> SiteFolder:
    return make_content("clean")


def bring(site: SiteFolder, files: dict[str, str | bytes], lang: str = "en") -> str:
    """Write the files of an old site, import them, and return the report."""
    for path, data in files.items():
        site.write(f"old/{path}", data)
    assert import_texts(site.settings(lang=lang), ["markdown", str(site.root / "old")]) == 0
    return max(site.root.glob("import-report*.txt"), key=lambda path: path.stat().st_mtime_ns).read_text("utf-8")


def text(site: SiteFolder, path: str) -> str:
    return (site.root / "content" / path).read_text("utf-8")


def folders(site: SiteFolder, kind: str = "news") -> list[str]:
    return sorted(path.name for path in (site.root / "content" / kind).glob("*") if "first-post" not in path.name)


def errors(site: SiteFolder) -> list[str]:
    return [line for line in lines_of(site.build(write_ids=True, write_addresses=True)) if "error[" in line]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("---\ntitle: 題\ndraft: no\ntags: [a, b]\n---\n本文", "yaml"),
        ('+++\ntitle = "題"\ndraft = "no"\ntags = ["a", "b"]\n+++\n本文', "toml"),
        ('{"title": "題", "draft": "no", "tags": ["a", "b"]}\n本文', "json"),
        ("Title: 題\nDraft: no\nTags: a,\n  b\n\n本文", "lines"),
    ],
)
def test_each_form_of_header_says_the_same(written, form):
    read = parse_front_matter(written)
    assert (read.form, read.body, read.fields["title"], read.fields["draft"]) == (form, "本文", "題", "no")
    assert read.fields["tags"] in (["a", "b"], "a, b")


@pytest.mark.parametrize(
    "written",
    [
        "---\na: &a [x]\nb: *a\n---\nx",
        "---\n- a\n---\nx",
        "---\na: [\n---\nx",
        "+++\na = \n+++\nx",
        "---\n!!python/x:y a\n---\n",
    ],
)
def test_a_header_that_cannot_be_read_is_told(written):
    assert not parse_front_matter(written).is_read


@pytest.mark.parametrize(
    "written", ["no header", "{ a brace", "Note: no title\n\nx", "https://x.example\n\nx", "", "---"]
)
def test_a_text_without_a_header_is_a_text(written):
    read = parse_front_matter(written)
    assert (read.fields, read.body) == ({}, written)


def test_jekyll(site):
    said = bring(site, {
        "_posts/2019-05-01-rally.md":
            "---\ntitle: 集会\ncategories: [rally]\nauthor: 花子\nmood: good\n---\n"
            "[前](/2019/04/01/talk.html) [次]({% post_url 2019-04-01-talk %}) {% include x.html %}\n",
        "_posts/2019-04-01-talk.md":
            "---\ntitle: 団交\nredirect_from: /old-talk/\n---\n{{ site.title }} ![門](/assets/gate.jpg)\n",
        "_drafts/later.md": "---\ntitle: 稿\n---\nまだ\n",
        "_posts/2019-06-01-off.md": "---\ntitle: 非公開\npublished: false\n---\nx\n",
        "about.md": "---\ntitle: 私たち\nlayout: page\npermalink: /about-us/\n---\n# 私たち\n\n本文\n",
        "_layouts/x.md": "x", "index.html": "<p>x</p>", "README.md": "x", "assets/gate.jpg": picture(),
    })  # fmt: skip
    assert folders(site) == ["2019-04-01-talk", "2019-05-01-rally", "2019-06-01-off", "2026-11-22-later"]
    assert folders(site, "pages") == ["about"] and errors(site) == []
    rally, talk = text(site, "news/2019-05-01-rally/ja.md"), text(site, "news/2019-04-01-talk/ja.md")
    assert "kind: rally\n" in rally and "[前](/news/2019/talk/)" in rally and r"\{% include x.html %\}" in rally
    assert r"\{\{ site.title \}\}" in talk and "![門](gate.jpg)" in talk and "people: undecided" in talk
    assert "status: draft" in text(site, "news/2026-11-22-later/ja.md")
    assert "talk/index.html" in site.read("rally/2019/05/01/rally.html") or site.read("old-talk/index.html")
    for words in ("mood", "{% include x.html %}", "index.html", "1  names of authors"):
        assert words in said, words


def test_hugo(site):
    bring(site, {
        "content/posts/rally/index.ja.md":
            '+++\ntitle = "集会"\ndate = 2019-05-01T10:00:00+09:00\n+++\n![門](gate.jpg)\n{{< youtube abc >}}\n',
        "content/posts/rally/index.en.md":
            '+++\ntitle = "Rally"\ndate = 2019-05-01T10:00:00+09:00\naliases = ["/r/"]\n+++\nIt\n',
        "content/posts/rally/gate.jpg": picture(),
        "content/ja/news/strike.md":
            '---\ntitle: スト\ndate: 2019-06-01\ntranslationKey: s\n---\n{{< ref "rally" >}}\n',
        "content/en/news/strike-begins.md": "---\ntitle: Strike\ndate: 2019-06-01\ntranslationKey: s\n---\nIt\n",
        "content/posts/held.md": "---\ntitle: Held\ndate: 2019-07-01\ndraft: true\n---\nx\n",
        "content/posts/_index.md": "---\ntitle: Posts\n---\n",
    })  # fmt: skip
    assert folders(site) == ["2019-05-01-rally", "2019-06-01-strike", "2019-07-01-held"] and errors(site) == []
    for folder in folders(site)[:2]:
        assert {"ja.md", "en.md"} <= {path.name for path in (site.root / "content/news" / folder).iterdir()}
    assert (site.root / "content/news/2019-05-01-rally/gate.jpg").exists()
    assert "status: draft" in text(site, "news/2019-07-01-held/en.md")
    assert "en/news/2019/rally" in site.read("r/index.html")


def test_pelican(site):
    bring(site, {
        "content/rally.md": "Title: 集会\nDate: 2019-05-01 10:00\nSlug: rally\nLang: ja\n\n[次]({filename}/talk.md) "
                            "[PDF]({static}/x.docx) ![門]({static}/images/gate.jpg)\n",
        "content/rally-en.md": "Title: Rally\nDate: 2019-05-01 10:00\nSlug: rally\nLang: en\n\nIt\n",
        "content/talk.md": "Title: 団交\nDate: 2019-04-01\nStatus: draft\n\nx\n",
        "content/images/gate.jpg": picture(),
    })  # fmt: skip
    assert folders(site) == ["2019-04-01-talk", "2019-05-01-rally"] and errors(site) == []
    assert "![門](gate.jpg)" in text(site, "news/2019-05-01-rally/ja.md")
    assert "ja/news/2019/rally" in site.read("rally.html")


def test_code_stays_as_it_is_and_braces_are_words(site):
    bring(site, {"posts/2019-05-01-x.md": "---\ntitle: 題\n---\n# 題\n\n{a}\n\n```\n{b} [x](y.md)\n```\n\n`{c}`\n"})
    made = text(site, "news/2019-05-01-x/ja.md").split("---\n")[2]
    assert made == "\n\\{a\\}\n\n```\n{b} [x](y.md)\n```\n\n`{c}`\n" and errors(site) == []


def test_hostile_texts_come_over_or_are_told(site, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(picture())
    bodies = [
        "<script>alert(1)</script>", "![x](../../../../secret.jpg)", "[a](javascript:alert(1))", "`" * 3001,
        "[" * 3000, "(" * 3000 + "[a](" * 500, "{" * 5000, "```", "![](gate.jpg)", "a\u202eb", "<b onclick=x>y</b>",
        "<div>" * 500, "> " * 400 + "x", "- " * 300 + "x", "\x00\x01", "[a]: javascript:x\n\n[a]", "status: draft",
        "<iframe src='//v.example'>",
    ]  # fmt: skip
    files = {f"posts/2019-05-01-x{n}.md": f"---\ntitle: t\n---\n{body}\n" for n, body in enumerate(bodies)}
    said = bring(
        site,
        {**files, "posts/bytes.md": b"\xff\xfe", "posts/2019-02-30-no-day.md": "x", "posts/big.md": "x" * 5_000_001},
    )
    assert errors(site) == [] and "posts/bytes.md" in said and "posts/big.md" in said
    assert len(folders(site)) == len(bodies) + 1 - int((re.search(r"(\d+)  could not", said) or [0, 0])[1])
    assert not list((site.root / "content").rglob("secret*"))


def test_a_second_run_adds_nothing(site):
    files = {"posts/2019-05-01-x.md": "---\ntitle: 題\n---\nx\n", "about.md": "---\ntitle: 頁\n---\nx\n"}
    bring(site, files)
    assert "2  here already" in bring(site, files) and folders(site, "pages") == ["about"] and errors(site) == []


def test_a_folder_without_texts_is_told(site, capsys):
    (site.root / "old").mkdir()
    assert import_texts(site.settings(lang="ja"), ["markdown", str(site.root / "old")]) == 1
    assert "Markdownのファイル" in capsys.readouterr().err

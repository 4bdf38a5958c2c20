"""Readings over words: on the page, in its title and captions; plain wherever no reader shows ruby."""

import pytest
from lxml import html as lxml_html

from plugins.reading.markdown import convert

POST = "content/news/2026-11-02-strike/ja.md"


@pytest.fixture
def site(make_content):
    """A site with readings in a title, a summary, a text and a caption."""
    made = make_content("bilingual")
    text = (made.root / POST).read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    made.write(POST, text.replace(title, 'title: "{葛西|かさい}で、スト決行"'))
    return made


def test_a_title_has_them_on_its_page_and_is_plain_elsewhere(site):
    assert not site.build().is_stopped
    page = lxml_html.fromstring(site.read("ja/news/2026/strike/index.html").encode())
    assert page.xpath("//h1//ruby/rt/text()") == ["かさい"]
    assert page.xpath("//title")[0].text.startswith("葛西で、スト決行 | ")
    assert page.xpath("//meta[@property='og:title']/@content") == ["葛西で、スト決行"]
    for path, data in site.files().items():
        if path.endswith((".html", ".xml", ".ics")):
            text = data.decode()
            assert "{葛西" not in text and "葛西|" not in text, path
    assert "葛西で、スト決行" in site.read("ja/feed.xml")


def test_a_reader_of_feeds_without_ruby_reads_them_in_brackets(site):
    text = (site.root / POST).read_text("utf-8")
    site.write(POST, f"{text}\n{{団体交渉|だんこう}}をしました。\n")
    site.build()
    feed = site.read("ja/feed.xml").replace("&lt;", "<").replace("&gt;", ">")
    assert "<ruby>団体交渉<rp>（</rp><rt>だんこう</rt><rp>）</rp></ruby>" in feed
    assert "<rp>" not in site.read("ja/news/2026/strike/index.html")


def test_slanted_letters_are_never_japanese(make_content, browser):
    site = make_content("bilingual")
    inner = "".join(f"<{name}>日本</{name}>" for name in ("em", "i", "cite", "dfn", "q", "var"))
    for lang, words in (("ja", "スト"), ("en", "strike")):
        path = f"content/news/2026-11-02-strike/{lang}.md"
        text = (site.root / path).read_text("utf-8")
        own = inner if lang == "ja" else ""
        site.write(path, f'{text}\n{own} <span lang="ja">{inner}</span> <em>{words}</em>\n')
    site.build()
    for lang in ("ja", "en"):
        page = browser.new_page()
        page.goto((site.output / lang / "news/2026/strike/index.html").as_uri())
        slanted = page.evaluate(SLANTED)
        page.close()
        assert slanted == ([] if lang == "ja" else ["strike"])


# The text of every element of a Japanese run that is set in italics, and every element that is, whatever its language.
SLANTED = """() => [...document.querySelectorAll('main *')].filter(e => e.children.length === 0
  && getComputedStyle(e).fontStyle === 'italic').map(e => e.textContent)"""


def test_a_caption_has_them_and_what_is_read_aloud_does_not():
    text = '![{漢字|かんじ}の旗](x.jpg "{写真|しゃしん}の説明")'
    html = convert(text, "ja", ("ja", "en"), "content/news/x/ja.md", 1, "news/x").html
    assert 'alt="漢字の旗"' in html
    assert "<figcaption><ruby>写真<rt>しゃしん</rt></ruby>の説明</figcaption>" in html

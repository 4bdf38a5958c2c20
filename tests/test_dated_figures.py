"""Every figure on a page says as of when it is, and whose it is."""

import pytest
from lxml import html as lxml_html

FIGURES = ("fact-figures__fact", "bar-chart", "dot-chart")
ROWS = ("figures",)  # big numerals in a row, with one line below them
WHEN = {"ja": ("現在",), "en": ("As of",)}
WHOSE = {"ja": ("出典：", "経過から数えました。"), "en": ("Source:", "Counted from the timeline.")}


def has_class(name):
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def undated(site, lang):
    """Yield each figure that does not say its day and its source itself; a row of numerals has them around it."""
    for path in sorted((site.output / lang).rglob("*.html")):
        page = lxml_html.fromstring(path.read_bytes())
        for element in page.xpath("//*[" + " or ".join(map(has_class, FIGURES + ROWS)) + "]"):
            place = element.getparent() if element.get("class") in ROWS else element
            for words in (WHEN[lang], WHOSE[lang]):
                if not any(word in place.text_content() for word in words):
                    yield path.relative_to(site.output).as_posix(), element.get("class"), words


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["sample", "bilingual"])
def test_no_figure_without_its_day_and_its_source(name, lang, built_once):
    assert list(undated(built_once(name), lang)) == []


@pytest.mark.parametrize(("lang", "words"), [("ja", "経過から数えました。"), ("en", "Counted from the timeline.")])
def test_what_a_post_says_of_its_dispute_is_dated_too(lang, words, built_once):
    page = lxml_html.fromstring((built_once("sample").output / lang / "news/2021/strike-at-hq/index.html").read_bytes())
    (box,) = page.xpath(f"//section[.//*[{has_class('key-values')}]]")
    assert words in box.text_content() and WHEN[lang][0] in box.text_content()
    assert box.xpath(".//p[@class='meta']/time/@datetime")


def test_a_figure_without_them_is_seen(make_built):
    site = make_built("sample")
    page = site.output / "en" / "explainers" / "what-is-an-alt" / "index.html"
    text = page.read_text("utf-8").replace("As of", "At").replace("Source:", "From")
    page.unlink()
    page.write_text(text, "utf-8")
    assert {name for _, name, _ in undated(site, "en")} >= {"fact-figures__fact", "bar-chart"}

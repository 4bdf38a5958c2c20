"""Terms of the glossary, linked where a text first uses them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from plugins.pages.glossary_links import term_places, terms_of

JA = tuple(
    {
        "団体交渉": "bargaining", "労働三権（団結権・団体交渉権）": "rights", "ストライキ": "strike", 
        "和解": "settlement",        "集会": "rally", "ビラ": "leaflet", "外国語指導助手（ALT）": "alt",
        "労働組合": "union", "労働委員会": "commission",
    }.items()
)  # fmt: skip
EN = tuple(
    {
        "labour union": "union", "strike": "strike", "strike vote": "vote", "assistant language teacher (ALT)": "alt",
        "JET Programme": "jet", "rally": "rally",
    }.items()
)  # fmt: skip


def linked(html, listed):
    """Return the text with brackets around what would be linked."""
    for start, end, key in sorted(term_places(html, terms_of(listed, ("和解金",))), reverse=True):
        html = f"{html[:start]}[{html[start:end]}={key}]{html[end:]}"
    return html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("団体交渉と団体交渉", "[団体交渉=bargaining]と団体交渉"),
        ("団体交渉権と団体交渉", "団体交渉権と[団体交渉=bargaining]"),
        ("第3回団体交渉です", "第3回[団体交渉=bargaining]です"),
        ("労働三権を守る", "[労働三権=rights]を守る"),
        ("平和解決、編集会議、和解金、和解と集会", "平和解決、編集会議、和解金、[和解=settlement]と[集会=rally]"),
        ("アビラとビラー、ビラまき", "アビラとビラー、[ビラ=leaflet]まき"),
        ("ALTらとSALT", "[ALT=alt]らとSALT"),
        ("労働組合法と労働組合", "労働組合法と[労働組合=union]"),
        ("<h2>団体交渉</h2><p>団体交渉</p>", "<h2>団体交渉</h2><p>[団体交渉=bargaining]</p>"),
        ("<hr><p>団体交渉</p><h2>x</h2>", "<hr><p>[団体交渉=bargaining]</p><h2>x</h2>"),
        ('<a href="/x/">団体交渉</a>の団体交渉', '<a href="/x/">団体交渉</a>の[団体交渉=bargaining]'),
        ("<code>団体交渉</code>", "<code>団体交渉</code>"),
        ("『団体交渉の手引き』と団体交渉", "『団体交渉の手引き』と[団体交渉=bargaining]"),
        ("『閉じない団体交渉", "『閉じない[団体交渉=bargaining]"),
        ('<img alt="団体交渉" src="/x"> <span title="団体交渉">x</span>',) * 2,
        ("<ruby>団体交渉<rt>だんこう</rt></ruby>の", "[<ruby>団体交渉<rt>だんこう</rt></ruby>=bargaining]の"),
        ("<ruby>東京都労働委員会<rt>とうきょうと</rt></ruby>",) * 2,
        ("<ruby>罷業<rt>ストライキ</rt></ruby>",) * 2,
        ("<h2><ruby>団体交渉<rt>だんこう</rt></ruby></h2>",) * 2,
        ('<a href="/ja/glossary/#strike">スト</a>とストライキ',) * 2,
        (
            'ストライキ。<a href="/ja/glossary/#strike">用語集</a>',
            '[ストライキ=strike]。<a href="/ja/glossary/#strike">用語集</a>',
        ),
    ],
)
def test_japanese(text, expected):
    assert linked(text, JA) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour unions strike.", "[Labour unions=union] [strike=strike]."),
        ("A strike vote, then a strike", "A [strike vote=vote], then a [strike=strike]"),
        ("strikers, pre-strike, strike-breaker", "strikers, pre-strike, strike-breaker"),
        ("Salt, ALTs and ALT", "Salt, [ALTs=alt] and ALT"),
        ("Assistant language teachers (ALTs)", "[Assistant language teachers=alt] (ALTs)"),
        ("the JET Programme; a jet", "the [JET Programme=jet]; a jet"),
        ("literally", "literally"),
    ],
)
def test_english(text, expected):
    assert linked(text, EN) == expected


PIECES = st.sampled_from(
    ["団体交渉", "権", "和解", "平", "ALT", "<p>", "</p>", '<a href="#x">', "</a>", "<h2>", "</h2>", "『", "』", "&lt;",
     "<ruby>", "<rt>", "</rt></ruby>", '<img alt="集会">', "<hr>", "の", "<code>", "</code>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_word_changes_and_each_term_is_linked_once(html):
    places = term_places(html, terms_of(JA, ()))
    assert len({key for _, _, key in places}) == len(places)
    ends = [0, *(end for _, end, _ in places)]
    assert all(start >= end for (start, _, _), end in zip(places, ends, strict=False))
    for start, end, _ in places:
        assert html[:start].count("<") == html[:start].count(">")  # in no tag
        assert html[start:end].startswith("<ruby>") or "<" not in html[start:end]


@pytest.fixture(scope="module")
def sample(built_once):
    return built_once("sample")


def test_every_link_of_the_sample_leads_to_its_entry(sample):
    seen = 0
    for path in sample.output.glob("*/**/index.html"):
        page = lxml_html.fromstring(path.read_bytes())
        links = page.xpath("//a[@class='term']/@href")
        assert len(links) == len(set(links))
        for link in links:
            target, _, key = link.partition("#")
            other = lxml_html.fromstring((path.parent / target).read_bytes()) if target else page
            assert other.xpath("//*[@id=$key]//dt", key=key)
            seen += 1
    assert seen > 40


def test_neither_the_glossary_nor_a_feed_has_one(sample):
    for path in (*sample.output.glob("*/glossary/index.html"), *sample.output.rglob("*.xml")):
        assert 'class="term"' not in path.read_text(encoding="utf-8").replace("&quot;", '"')


def test_another_name_of_a_term_makes_the_pages_anew_that_show_it(make_built):
    site = make_built("bilingual")
    terms = "content/data/terms.yml"
    before = site.files()
    site.write(
        terms,
        (site.root / terms).read_text("utf-8")
        + "town:\n  term: {ja: 町, en: town}\n  definition: {ja: 町です。, en: A town.}\n",
    )
    site.build()
    files = site.files()
    changed = {path for path in files if files[path] != before.get(path)}
    assert files == site.built_from_nothing()[1]
    assert all(b"glossary/index.html#town" in files[path] or "glossary" in path for path in changed), changed

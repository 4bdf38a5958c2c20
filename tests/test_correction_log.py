"""The correction log: every correction of every post, newest first, made anew only where one is another one."""

import pytest

from plugins.pages.correction_log import PER_PAGE
from tests.built_pages import read_pages
from tests.conftest import differing_paths

DEMANDS, REFUSED = "content/news/2026-10-05-demands-handed-in/post.md", "content/news/2026-10-20-refused/ja.md"
LOG = {"ja/corrections/index.html", "en/corrections/index.html"}


def corrected(site, path: str, *days: str, words: str = "A count") -> None:
    """Put corrections into the header of a post."""
    lines = "".join(
        f'  - {{date: {day}, text: {{ja: "{words} {day}（訂正）", en: "{words} {day}"}}}}\n' for day in days
    )
    source = (site.root / path).read_text(encoding="utf-8")
    kept = (
        source[: source.index("corrections:")] + "---" + source.split("---", 2)[2]
        if "corrections:" in source
        else source
    )
    site.write(path, kept.replace("\n---\n", f"\ncorrections:\n{lines}---\n", 1) if days else kept)


def told(site, path: str = "en/corrections/index.html") -> list[tuple[str, str]]:
    """Return what stands in the log: (words, address)."""
    rows = read_pages(site.output)[path].tree.xpath("//ul[@class='correction-log']/li")
    return [(row.xpath(".//p")[0].text_content(), row.xpath(".//a/@href")[0]) for row in rows]


@pytest.fixture
def bilingual(make_built):
    return make_built("bilingual")


def test_where_nothing_was_corrected_there_is_no_log_and_no_link_to_one(bilingual):
    assert not [path for path in bilingual.files() if "/corrections/" in path]
    assert not [
        page.path for page in read_pages(bilingual.output).values() for link in page.links() if "corrections" in link
    ]


def test_log_has_all_corrections_newest_first_each_with_its_post(bilingual):
    corrected(bilingual, DEMANDS, "2026-11-05", "2026-11-09")
    corrected(bilingual, REFUSED, "2026-11-07")
    assert not bilingual.build().is_stopped
    demands, refused = (
        "../news/2026/demands-handed-in/index.html#corrections",
        "../news/2026/refused/index.html#corrections",
    )
    assert told(bilingual) == [
        ("A count 2026-11-09", demands),
        ("A count 2026-11-07", refused),
        ("A count 2026-11-05", demands),
    ]
    pages = read_pages(bilingual.output)
    for path in ("ja/about/index.html", "ja/news/index.html", "ja/news/2026/demands-handed-in/index.html"):
        assert any(link.endswith("corrections/index.html") for link in pages[path].links()), path
    assert "#corrections" not in "".join(pages["ja/news/index.html"].links())


def test_log_is_paged(bilingual):
    corrected(bilingual, DEMANDS, *(f"2026-11-{day:02}" for day in range(1, PER_PAGE + 2)))
    assert not bilingual.build().is_stopped
    assert told(bilingual)[0][0] == f"A count 2026-11-{PER_PAGE + 1}"
    assert told(bilingual, "en/corrections/page/2/index.html") == [
        ("A count 2026-11-01", "../../../news/2026/demands-handed-in/index.html#corrections")
    ]


@pytest.mark.parametrize(
    ("after", "log"),
    [(("2026-11-05",), LOG), ((), LOG)],
    ids=["other words", "taken out"],
)
def test_an_edit_of_corrections_makes_what_a_build_from_nothing_makes(bilingual, after, log):
    corrected(bilingual, DEMANDS, "2026-11-05")
    assert set(bilingual.build().written) >= LOG
    corrected(bilingual, DEMANDS, *after, words="Another count")
    result = bilingual.build()
    assert log <= {*result.written, *result.removed}
    _, files = bilingual.built_from_nothing()
    assert differing_paths(bilingual.files(), files) == []


def test_an_edit_of_a_text_leaves_the_log_alone(bilingual):
    corrected(bilingual, DEMANDS, "2026-11-05")
    bilingual.build()
    bilingual.replace("content/news/2026-10-20-refused/en.md", "title: ", "title: Again, ")
    assert not LOG & set(bilingual.build().written)

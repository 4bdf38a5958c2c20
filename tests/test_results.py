"""Results of a survey on a whole site: what readers get of them in both languages, and what nobody gets."""

import csv
from io import StringIO

import pytest

from tests.built_pages import read_pages

FOLDER = "content/reports/work-2026"
TABLES = "media/reports/work-2026/results"
PAGE = "{}/reports/work-2026/index.html"


@pytest.fixture
def results(built_once):
    return built_once("results")


@pytest.fixture
def settled(make_built):
    site = make_built("results")
    site.settle()
    return site


def words(site, lang):
    tree = read_pages(site.output)[PAGE.format(lang)].tree
    return " ".join("".join(tree.xpath("//main//text()")).split())


def table(site, name):
    data = site.files()[f"{TABLES}/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")  # else Excel in Japan reads it as Shift_JIS
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def figure(site, lang, name):
    return read_pages(site.output)[PAGE.format(lang)].tree.xpath(f"//figure[@id='{name}']")[0]


def rows_of(element):
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in element.xpath(".//tr")]


def test_every_chart_has_its_numbers_as_a_table_in_both_languages(results):
    for lang, hidden in (("ja", "秘匿"), ("en", "hidden")):
        found = rows_of(figure(results, lang, "overtime"))
        assert [row[1] for row in found[1:]] == ["210 (33%)", "251 (40%)", "159 (25%)", hidden, hidden]
        for name in ("overtime", "overtime-change", "satisfaction", "hours", "answers-by-prefecture"):
            assert figure(results, lang, name).xpath(".//table"), name
            assert figure(results, lang, name).xpath(".//*[local-name()='svg'][@role='img'] | .//div[@role='img']"), (
                name
            )


def test_both_languages_show_the_same_numbers(results):
    def numbers(lang, name):
        shown = [[cell.replace("秘匿", "hidden") for cell in row[1:]] for row in rows_of(figure(results, lang, name))]
        return shown[1:]

    for name in ("overtime", "overtime-change", "satisfaction", "hours", "answers-by-prefecture"):
        assert numbers("ja", name) == numbers("en", name) != []


def test_how_it_was_asked_and_how_sure_it_is_stands_below(results):
    en, ja = words(results, "en"), words(results, "ja")
    assert "Answers: 635 Period: February 2026" in en and "回答数：635 調査期間：2026年2月" in ja
    assert "each share may be off by up to 4 points" in en and "最大±4ポイント" in ja
    assert "drawn at random from a list" in en and "無作為に選んだ人" in ja


def test_two_waves_show_their_change_and_both_numbers_of_answers(results):
    shown = figure(results, "en", "overtime-change")
    said = " ".join("".join(shown.itertext()).split())
    assert "Wave 1 (Answers: 619) → Wave 2 (Answers: 635)" in said
    assert "Every week 24% → 33% (+9 points)" in said and "Never 36% → 25% (−11 points)" in said
    assert "a change of up to 6 points may be chance" in said


def test_groups_with_the_same_words_are_one(results):
    assert [row[1] for row in table(results, "satisfaction")] == ["en", "Direct hire", "Agency", "JET", "Total"]


def test_each_part_of_a_bar_has_the_colour_of_its_answer(results):
    """Where numbers between them are hidden, too."""
    shown = figure(results, "en", "satisfaction")
    bar = shown.xpath(".//*[local-name()='svg'][@role='img']")[0]
    assert "Good 34%" in bar.get("aria-label")
    drawn = [
        (part.get("class").rpartition("__")[2], part.get("width")) for part in bar.xpath("./*[local-name()='rect']")
    ]
    assert drawn == [("a1", "17.3%"), ("a3", "18.7%"), ("b3", "34.0%"), ("rest", "30.0%")]


def test_the_map_has_every_prefecture_once_with_its_number(results):
    from plugins.i18n.prefectures import PREFECTURES
    from plugins.pages.prefecture_tiles import COLUMNS, TILES

    assert TILES.keys() == PREFECTURES.keys()
    assert len({(column, row) for column, row, _ in TILES.values()}) == 47 == len({name for *_, name in TILES.values()})
    assert all(0 <= column < COLUMNS for column, *_ in TILES.values())
    shown = figure(results, "ja", "answers-by-prefecture")
    tiles = shown.xpath(".//*[@role='img']/*[local-name()='svg']")
    assert len(tiles) == 47
    said = ["".join(tile.itertext()) for tile in tiles]
    assert "東京205" in said and "沖縄–" in said and "秋田×" in said


def test_a_map_of_shares_never_shows_how_many_answered_as_if_it_were_a_share(settled):
    settled.write(f"{FOLDER}/few.csv", "prefecture,yes,no\n東京都,30,10\n千葉県,12,13\n")
    record = (settled.root / FOLDER / "report.yml").read_text(encoding="utf-8")
    labels = "labels: [{value: yes, words: {ja: はい, en: Yes}}, {value: no, words: {ja: いいえ, en: No}}]"
    result = f"  - {{id: few, title: {{ja: 割合, en: Shares}}, chart: map, file: few.csv, answer: yes, {labels}}}\n"
    settled.write(f"{FOLDER}/report.yml", record.rstrip("\n") + "\n" + result)
    assert not settled.build().is_stopped
    tiles = figure(settled, "ja", "few").xpath(".//*[@role='img']/*[local-name()='svg']")
    said = ["".join(tile.itertext()) for tile in tiles]
    assert "東京75" in said and "千葉…" in said
    legend = "".join(figure(settled, "en", "few").xpath(".//*[@class='prefecture-tiles__legend']")[0].itertext())
    assert "… too few answers" in legend
    assert "too few answers" not in "".join(figure(settled, "en", "answers-by-prefecture").itertext())


# --- what nobody gets


def test_the_files_with_the_answers_are_not_published(results):
    files = results.files()
    assert sorted(path for path in files if path.endswith(".csv")) == [
        f"{TABLES}/{name}.csv"
        for name in ("answers-by-prefecture", "hours", "overtime-change", "overtime", "satisfaction")
    ]
    assert not [path for path, data in files.items() if b"SECRET-WORDS" in data or "自由記述".encode() in data]


def test_not_even_what_is_kept_between_builds_holds_a_free_answer(results):
    kept = [path for path in results.output.parent.rglob("*") if path.is_file() and ".output" in path.parts]
    assert kept
    assert not [path for path in kept if b"SECRET-WORDS" in path.read_bytes()]


def test_a_hidden_number_stands_nowhere(results):
    """Neither of the two is told by a bar, an address, a sentence for screen readers or a scale."""
    for lang in ("ja", "en"):
        shown = figure(results, lang, "overtime")
        parts = shown.xpath(".//*[contains(@class, 'share-bars__value')]")
        assert [part.get("width") for part in parts] == ["33.1%", "39.5%", "25.0%"]
        hidden = shown.xpath(".//*[contains(@class, 'share-bars__hidden')]")
        assert [part.get("width") for part in hidden] == ["100%", "100%"]
    assert [row[2] for row in table(results, "overtime")[1:]] == ["210", "251", "159", *["秘匿 / hidden"] * 2, "635"]


def test_a_link_to_the_answers_is_refused_and_nothing_is_written(settled, problem_lines):
    before = settled.files()
    settled.write(f"{FOLDER}/en.md", "See [all answers](answers.csv).\n")
    result = settled.build()
    assert result.is_stopped and "error[results-file-linked]" in "\n".join(problem_lines(result))
    assert settled.files() == before


# --- what is made anew


def test_nothing_is_drawn_again_where_only_an_unread_column_changed(settled):
    answers = settled.root / FOLDER / "answers.csv"
    text = answers.read_text(encoding="utf-8")
    assert "SECRET-WORDS" in text
    answers.write_text(text.replace("SECRET-WORDS", "OTHER-WORDS"), encoding="utf-8")
    result = settled.build()
    assert not result.is_stopped and not result.written


def test_another_count_changes_its_page_and_its_table_and_nothing_else(settled):
    before = settled.files()
    settled.replace(f"{FOLDER}/overtime-2024.csv", "often,150", "often,151")
    assert not settled.build().is_stopped
    after = settled.files()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {PAGE.format("ja"), PAGE.format("en"), f"{TABLES}/overtime-change.csv"}
    assert settled.built_from_nothing()[1] == after


def test_a_report_that_is_not_out_has_no_table(settled):
    settled.replace(f"{FOLDER}/report.yml", "published: 2026-03-15", "published: 2027-03-15")
    assert not settled.build().is_stopped
    assert not [path for path in settled.files() if path.endswith(".csv") or "work-2026/index" in path]

"""Names that must not go out are found however they are written, and nothing else is."""

import signal

import pytest

from plugins.inspection.names import names_in, names_in_markup, parse_names, unused_lines

LIST = """# 組合員 members; a note to oneself
山田 花子, やまだ はなこ, Hanako Yamada

佐藤一郎、サトウイチロウ　# 二人目
Ōno Ken
「髙﨑 渡邉」
"""
NAMES = parse_names(LIST)


@pytest.mark.parametrize(
    "text",
    [
        "山田花子さん",
        "山田　花子",
        "山 田 花 子",
        "山田\n花子",
        "山田\u200b花子",
        "山田・花子",
        "ヤマダハナコ",
        "ﾔﾏﾀﾞ ﾊﾅｺ",
        "ﾔﾏﾀ\u200bﾞ ﾊﾅｺ",
        "やまた\u3099はなこ",
        "やまだはなこ",
        "Hanako Yamada",
        "HANAKO YAMADA",
        "hanako-yamada",
        "Ｈａｎａｋｏ　Ｙａｍａｄａ",
        "Yamada, Hanako",
        "yamada_hanako.jpg",
        "HanakoYamada",
        "a name: hanako yamada.",
        "Hanako Yamāda",
        "Hana\u00adko Yama\u200bda",
        "Hanako\u2060Yamada",
        "Hanako–Yamada",
        "yamadahanako1@example.org",
        "https://example.org/yamada/hanako",
        "?n=yamada+hanako",
        "山田（花子）",
        "山田/花子",
        '"山田","花子",1',
        "山田;花子",
        "1|山田|花子",
        "山田「花子」",
        "山田『花子』",
        "山田《花子》",
        "山田【花子】",
        "山田：花子",
        "山田＃花子",
        "山田[花子]",
        "山田<花子>",
        "山田‘花子’",
        '"1","Yamada","Hanako"',
        "Yamada & Hanako",
        "Yamada | Hanako",
        "Yamada: Hanako",
        "yamada#hanako.csv",
        "| 山田 | 花子 |",
        "花子　山田",
        "名:花子,山田",
        "Y̶a̶m̶a̶d̶a̶ H̶a̶n̶a̶k̶o̶",
        "ＹＡＭＡＤＡ\u0301　hanako",
        "hanako@yamada.example",
        '"Yamada";"Hanako"',
        "𝐇𝐚𝐧𝐚𝐤𝐨 𝐘𝐚𝐦𝐚𝐝𝐚",
        "⼭田花子",
        "山\U000e0100田花子",
    ],
)
def test_a_name_however_it_is_written(text):
    assert names_in(NAMES, f"前の文 {text} 後の文") == {2}


@pytest.mark.parametrize("text", ["さとういちろう", "佐藤 一郎", "ﾅﾏｴ ｻﾄｳｲﾁﾛｳ"])
def test_the_line_of_the_list_is_told(text):
    assert names_in(NAMES, text) == {4}


@pytest.mark.parametrize("text", ["Ken Ono", "Ōno Ken", "ono ken", "ＯＮＯ・ＫＥＮ"])
def test_marks_on_latin_letters_make_no_difference(text):
    assert names_in(NAMES, text) == {5}


@pytest.mark.parametrize("text", ["Đặng Văn Hùng", "Dang Van Hung", "ĐẶNG VĂN HÙNG", "dang-van-hung"])
def test_letters_that_have_no_mark_to_take_off(text):
    assert names_in(parse_names("Đặng Văn Hùng\n"), text) == {1} == names_in(parse_names("Dang Van Hung\n"), text)


@pytest.mark.parametrize(
    ("listed", "text"),
    [("김 철수", "김철수"), ("김철수", "김철수".encode().decode()), ("Нгуен Ван", "НГУЕН ВАН"), ("陳 大文", "陳大文"),
     ("สมชาย ใจดี", "สมชายใจดี"), ("滝沢 竜", "瀧澤龍"), ("ßtraub Öl", "SSTRAUB OL")],
)  # fmt: skip
def test_names_in_other_scripts(listed, text):
    assert names_in(parse_names(listed), f"… {text} …") == {1}


@pytest.mark.parametrize("text", ["高崎渡辺", "髙﨑渡邊", "高﨑　渡邉\U000e0100"])
def test_letters_that_names_write_in_several_ways(text):
    assert names_in(NAMES, text) == {6}


@pytest.mark.parametrize(
    ("listed", "text"),
    [("龍ケ崎 守", "龍ヶ崎守"), ("六ヶ所 守", "六ヵ所守"), ("𠮷田 茂", "吉田茂"), ("斎藤 学", "齋藤學"),
     ("千代ゑ 花", "千代え花"), ("黒田 一", "黑田一"), ("清水 一", "淸水一"), ("沢田 実", "澤田實"),
     ("郎太 一", "郞太一"), ("戸塚 巌", "戶塚巖"), ("Nguyễn Văn Đức", "Nguyen Van Duc"), ("Åse Østby", "Ase Ostby"),
     ("Łukasz Kowalski", "Lukasz Kowalski"), ("Strauß Eva", "Strauss Eva"), ("Þór Æsir", "Thor Aesir")],
)  # fmt: skip
def test_old_forms_of_letters_and_new_ones(listed, text):
    assert names_in(parse_names(listed), f"… {text}、") == {1} == names_in(parse_names(text), f"… {listed}、")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("山田花子（旧姓佐藤）", "山田花子"), ("山田 花子(旧姓 佐藤、2020年まで)", "山田花子"),
        ("(1) 山田花子", "山田花子"), ("1. 山田花子 <h@example.org>", "山田花子"),
        ("山田花子 <h@example.org>", "h@example.org"), ("Hanako (Hana) Yamada", "hanako yamada"),
        ("山田花子［本社", "山田花子"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_in_the_list(line, text):
    assert names_in(parse_names(line), text) == {1}


def test_a_note_in_brackets_is_no_name_and_a_line_of_nothing_else_is_told():
    assert names_in(parse_names("山田花子（組合員）\n"), "組合員") == set()
    assert unused_lines("（山田花子）\n山田花子（組合員）\n") == [1]


@pytest.mark.parametrize("text", ["山田さん", "花子", "Yamada", "economy kennel", "phono kent", "xhanako yamadax", ""])
def test_a_part_of_a_name_is_not_the_name(text):
    assert names_in(NAMES, text) == set()


@pytest.mark.parametrize(
    "markup",
    [
        "<p>山<b>田</b>花子</p>",
        "<ruby>山田<rp>(</rp><rt>やまだ</rt><rp>)</rp></ruby>花子",
        "<ruby>山<rt>やま</rt></ruby><ruby>田<rt>だ</rt></ruby>花子",
        "<ruby>山本<rt>やまだ</rt></ruby><ruby>華<rt>はなこ</rt></ruby>",
        '<img alt="山田花子">',
        '<img src="%E5%B1%B1%E7%94%B0%E8%8A%B1%E5%AD%90.jpg">',
        "&#23665;&#30000;花子",
        "&lt;p&gt;山&lt;b&gt;田&lt;/b&gt;花子&lt;/p&gt;",
        "SUMMARY:山田\r\n 花子",
        "<p>山田<!-- x -->花子</p>",
        "<td>abc</td><td>Yamada <b>Hanako</b></td>",
        "<p>&lt; 1,500円。It's</p><ruby>山田<rt>やまだ</rt></ruby><ruby>花子<rt>はなこ</rt></ruby>「Let's」 &gt; 1",
        "<p>時給 &lt;b it's</p><p><b>山田</b>花子 isn't &gt; 1,000</p>",
        "<a>&lt;p&gt;5 &amp;lt; it's 山&lt;b&gt;田&lt;/b&gt;花子 isn't &amp;gt; x&lt;/p&gt;</a>",
        "<a>&lt;p&gt;&lt;ruby&gt;山田&lt;rt&gt;やまだ&lt;/rt&gt;&lt;/ruby&gt;花子</a>",
        '<img alt="a > b 山田&quot;花子&quot;">',
        "&#" + "9" * 5000 + ";山田花子",
    ],
)
def test_a_name_in_markup(markup):
    assert names_in_markup(NAMES, markup) == {2}


@pytest.mark.parametrize(
    "text",
    [
        "&" + "amp;" * 60_000,
        "<p>" + "&lt;rt&gt; " * 4800 + "長い文章です。" * 20_000,
        "<rt> " * 4800 + "長い文章です。" * 20_000,
        "&lt;ruby &gt; " * 4800 + "長い文章です。" * 20_000,
        "<style>" * 9_600 + "長い文章です。" * 20_000,
        '<a"=' * 60_000 + "長い文章です。" * 20_000,
        "&lt;a' " * 9_600 + "長い文章です。" * 20_000,
    ],
    ids=["escaped again and again", "rt", "rt unescaped", "ruby", "style", "quotes", "one quote"],
)
def test_a_text_that_is_made_to_take_long_is_looked_through(text):
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(10)
    try:
        assert names_in_markup(NAMES, f"{text}山田花子") == {2}
    finally:
        signal.alarm(0)


def _too_long(*_):
    raise TimeoutError


def test_tags_that_are_known_to_hold_no_name_are_not_read_again_but_those_with_one_are():
    known = set()
    assert names_in_markup(NAMES, '<p class="a"><img alt="猫">', known) == set()
    assert known == {'<p class="a">', '<img alt="猫">'}
    for _ in range(2):
        assert names_in_markup(NAMES, '<p class="a"><img alt="山田花子">', known) == {2}


def test_a_name_in_readings_alone_is_found():
    assert names_in_markup(NAMES, "<p>やまだ<wbr>はなこ</p>") == {2}


@pytest.mark.parametrize("text", ["", "# only a note\n", "\n\n", "a\n", "山\n"])
def test_a_list_without_names_finds_nothing(text):
    assert not parse_names(text)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("ja/index2.html", "<!doctype html>\n<p>\n山田花子"),
        ("ja/feed.xml", "<a>\n\n&lt;p&gt;山田花子&lt;/p&gt;</a>"),
        ("media/list.csv", "a,b\n\n山田花子,1\n"),
        ("robots.txt", "#\n\n# 山田花子\n"),
        (".htaccess", "#\n\nRedirect /hanako-yamada /\n"),
    ],
)
def test_a_hit_names_the_file_and_the_line_but_not_the_person(path, data, seen):
    lines = [line for line in seen({path: data}, names=NAMES) if "private-name" in line]
    assert lines == [f"output/{path}:3 private-name"]


def test_a_name_in_a_file_name_is_not_printed_either(seen):
    lines = seen({"ja/yamada-hanako/index.html": "<!doctype html>", "media/山田花子.csv": "x"}, names=NAMES)
    assert "output/media:1 private-name" in lines and "output/ja/index.html:1 private-name" in lines
    assert not [line for line in lines if names_in(NAMES, line)]


def test_lines_that_nothing_is_looked_for_by():
    assert unused_lines("山田 花子\n林\n\n# note\nLi\n佐藤一郎 # second\n") == [2, 5]


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16", "utf-16-le", "utf-32", "iso2022_jp", "big5"])
def test_a_name_in_a_table_of_another_encoding(encoding, seen):
    lines = seen({"media/list.csv": "名前,年\n山田花子,1\n".encode(encoding)}, names=NAMES)
    assert "output/media/list.csv:2 private-name" in lines


def test_a_name_that_two_folders_make_together_is_not_printed(seen):
    lines = seen({"media/yamada/hanako.csv": "x"}, names=NAMES)
    assert "output/media/yamada:1 private-name" in lines

"""The second look at style sheets: nothing is loaded, however it is written."""

import pytest

CSS = ":root { color: red; content: attr(title); }\n"


@pytest.mark.parametrize("name", ["theme/feed.css", "ja/a.css"])
def test_a_sheet_that_loads_nothing_has_no_problem(name, seen):
    assert seen({name: CSS}) == []


@pytest.mark.parametrize(
    "line",
    [
        "a { background: url(https://x.example/a.png) }",
        "a { background: URL( 'a.png' ) }",
        '@import "https://x.example/a.css";',
        "@IMPORT url(a.css);",
        "a { background: image-set('a.png' 1x) }",
        "a { background: u\\72l(https://x.example/a.png) }",
        "@\\69mport 'https://x.example/a.css';",
    ],
)
def test_a_sheet_that_loads_something_is_told_with_its_line(line, seen):
    assert seen({"theme/feed.css": f"{CSS}{line}\n"}) == [f"output/theme/feed.css:2 outside-load {line}"]


def test_a_sheet_in_another_encoding(seen):
    assert seen({"theme/feed.css": CSS.encode() + "/* 題 */".encode("cp932")}) == [
        "output/theme/feed.css:2 published-metadata not CSS in UTF-8"
    ]


def test_a_private_name_in_a_sheet_is_found(seen, tmp_path):
    from plugins.inspection.names import read_names

    listed = tmp_path / "private-names.txt"
    listed.write_text("山田花子\n", encoding="utf-8")
    (line,) = seen({"theme/feed.css": f"{CSS}/* 山田花子さんに確認 */\n"}, read_names(listed))
    assert line.startswith("output/theme/feed.css:2 private-name")

"""What pages weigh: told where it is too much, and put together in a table."""

import random

import pytest

from plugins.inspection.folder import Inspector
from plugins.inspection.weights import FRAME, NEAR, PAGE, frame_of, packed, weight_lines, weights_of

HEAD = (
    '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<title>x</title>\n<style>{}</style>\n</head>\n'
)


def text(
    size: int, of: str = "労働組合賃金交渉争議団結会社声明要求時間安全学校教員全国東京大阪裁判命令申立通知"
) -> str:
    return "".join(random.Random(1).choices(of, k=size))


def told(tmp_path, html: str) -> list[tuple[str, dict[str, str]]]:
    (tmp_path / "ja").mkdir(exist_ok=True)
    (tmp_path / "ja" / "index.html").write_text(html, encoding="utf-8")
    found = Inspector(tmp_path, "https://union.example").inspect(["ja/index.html"]).problems
    return [(one.rule, dict(one.values)) for one in found if one.rule in ("page-weight", "page-frame")]


@pytest.mark.parametrize("more", [-400, 400])
def test_a_page_is_told_from_the_limit_on(tmp_path, more):
    page = HEAD.format("") + "<main>{}</main></html>"
    size = next(n for n in range(5_000, 40_000, 50) if packed(page.format(text(n)).encode()) > PAGE + more)
    found = told(tmp_path, page.format(text(size)))
    assert [rule for rule, _ in found] == ["page-weight"] * (more > 0)
    if found:
        assert found[0][1] == {"found": f"{packed(page.format(text(size)).encode()):,}", "limit": "13,000"}


@pytest.mark.parametrize("more", [-200, 200])
def test_a_frame_that_is_too_heavy(tmp_path, more):
    page = HEAD + "<main><p>短い本文</p></main></html>"
    css = "".join(f".{text(4, 'abcdefghij')}{{color:#{text(6, '0123456789')}}}" for _ in range(1))
    names = random.Random(2)
    while packed(frame_of(page.format(css).encode())) <= FRAME + more:
        css += f".c{names.randrange(10**6)}{{margin:{names.randrange(100)}px}}"
    assert [rule for rule, _ in told(tmp_path, page.format(css))] == ["page-frame"] * (more > 0)


def test_the_frame_is_the_page_without_what_stands_in_main():
    assert frame_of(b'<a><main id="main">\ntext</main></html>') == b'<a><main id="main"></main></html>'
    assert frame_of(b"no main") == b"no main"


def test_the_table_counts_the_pages_of_each_kind_and_weighs_the_longest(tmp_path):
    pages = ("ja/index.html", "en/index.html", "ja/news/index.html", "ja/news/2/index.html", "ja/news/2021/index.html",
             "en/news/2021/strike/index.html", "ja/news/2021/strike/index.html", "404.html")  # fmt: skip
    for number, path in enumerate(pages):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        words = text(11_000 if path == pages[-2] else 10 * number)
        (tmp_path / path).write_text(f"<html><main>{words}</main></html>", encoding="utf-8")
    photos = ("media/a-400.avif", "media/a-800.jpg", "media/a.jpg")
    for number, path in enumerate(photos, 1):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"x" * 1000 * number)
    weights = weights_of(tmp_path, (*pages, *photos, "robots.txt"))
    assert [(row.kind, row.pages) for row in weights.pages] == [("/", 2), ("404.html", 1), ("news", 3), ("news/…", 2)]
    heaviest = weights.pages[-1]
    assert heaviest.path == pages[-2] and NEAR < packed((tmp_path / pages[-2]).read_bytes()) == heaviest.page <= PAGE
    assert heaviest.frame == packed(b"<html><main></main></html>")
    assert weights.photos == (1000, 2000)  # the largest form is no phone's
    english = [*weight_lines(weights, "en")]
    assert english[4].endswith("ja/news/2021/strike/index.html (near the limit)")
    assert english[-1] == "photos: 2 files for phones, the largest 2,000 bytes (limit 40,000)"
    assert [*weight_lines(weights, "ja")][4].endswith("ja/news/2021/strike/index.html（上限に近い）")

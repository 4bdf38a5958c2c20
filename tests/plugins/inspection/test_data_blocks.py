"""The second look at blocks of data: only what is in its list, in one form, and leading to what is there."""

import json

import pytest

from plugins.inspection.data_blocks import written

URL = "https://union.example"
BODY = '<p id="one">'
UNION = {"@type": "Organization", "@id": f"{URL}/#union", "name": "さくら労組 <東京> & 横浜", "url": f"{URL}/ja/"}


def block(data: object) -> str:
    text = data if isinstance(data, str) else written(data)
    return f'<script type="application/ld+json">{text}</script>'


def of(**node: object) -> dict[str, object]:
    return {"@context": "https://schema.org", **{name.replace("at_", "@"): value for name, value in node.items()}}


@pytest.mark.parametrize("data", [of(**UNION), of(at_graph=[UNION]), of(at_graph=[UNION, {"@id": f"{URL}/#union"}])])
@pytest.mark.parametrize("odd", ["", "<mark>x</mark><b></i>"], ids=["looked at quickly", "parsed"])
def test_what_is_in_the_list_may_be_said(data, odd, seen, page):
    assert seen({"ja/index.html": page(BODY, f"{block(data)}{odd}{BODY}")}) == []


PERSON = {"@type": "Person", "name": "山田"}
EVENT = {"@type": "Event", "name": "集会"}


@pytest.mark.parametrize("odd", ["", "<mark>x</mark><b></i>"], ids=["looked at quickly", "parsed"])
@pytest.mark.parametrize(
    ("data", "found"),
    [
        (of(**PERSON), "page-data Person"),
        (of(**UNION | {"member": PERSON}), "page-data Organization member"),
        (of(**EVENT | {"location": PERSON}), "page-data Person"),
        (of(**EVENT | {"performer": {"@id": f"{URL}/#union"}}), "page-data Event performer"),
        (of(**UNION | {"sameAs": "https://x.example/"}), "page-data Organization sameAs"),
        (of(at_type=["Organization", "Person"]), "page-data ['Organization', 'Person']"),
        (of(at_graph=[UNION], at_reverse={}), "page-data @reverse"),
        (UNION, "page-data @context"),
        ([UNION], "page-data @context"),
        (of(**UNION) | {"@context": "https://x.example/"}, "page-data @context"),
        (of(**UNION | {"@id": f"{URL}/#tanaka"}), f"page-data @id: {URL}/#tanaka"),
        (of(**EVENT | {"startDate": 1}), "page-data startDate: 1"),
        (of(**EVENT | {"eventStatus": "https://x.example/"}), "page-data eventStatus: https://x.example/"),
        ("{", "page-data {"),
        (json.dumps(of(**EVENT), ensure_ascii=False), "page-data {"),
        (json.dumps(of(**EVENT), separators=(",", ":")), "page-data {"),
        ('{"@context":"https://schema.org","@type":"Event","@type":"Event"}', "page-data {"),
        (of(**UNION | {"url": f"{URL}/ja/gone/"}), f"page-link {URL}/ja/gone/"),
        (of(**UNION | {"url": "javascript:x()"}), "active-content javascript:x()"),
        (of(**EVENT | {"image": "https://x.example/a.png"}), "outside-load https://x.example/a.png"),
        (of(**EVENT | {"image": f"{URL}/ja/card.png"}), f"page-link {URL}/ja/card.png"),
    ],
)  # fmt: skip
def test_what_pages_may_not_say_of_themselves(data, found, odd, seen, page):
    lines = seen({"ja/index.html": page(BODY, f"{block(data)}{odd}{BODY}")})
    assert len(lines) == 1 and found in lines[0]


def test_a_picture_for_shared_links_lies_in_the_folder(seen, page):
    meta = '<meta property="og:image" content="{}">\n<title>題</title>'
    assert seen({"ja/index.html": page("<title>題</title>", meta.format("https://x.example/a.png"))}) == [
        "output/ja/index.html:7 outside-load https://x.example/a.png"
    ]
    assert seen({"ja/index.html": page("<title>題</title>", meta.format(f"{URL}/ja/card.png"))}) == [
        f"output/ja/index.html:7 page-link {URL}/ja/card.png"
    ]

"""Slips in headers: what is not understood is told."""

from tests.hostile.case import FOLDER, NEEDLE, POST, post, refused, safe, text

START = "---\nid: case2222\ntitle: 題\nsummary: 要約。\n"

EN = f"{FOLDER}/en.md"


def raw(whole: str | bytes) -> dict[str, str | bytes]:
    """Return a post that is written out from its first byte to its last."""
    return {POST: whole}


FRONT_MATTER = (
    refused("a field misspelt", post("staus: draft"), "5 unknown-field"),
    refused("a field with another's first letters", post("embargo: 2026-12-01"), "5 unknown-field"),
    refused("a field of another program", post("categories: [news]"), "5 foreign-field"),
    refused("a field in Japanese", post("状態: 下書き"), "5 foreign-field"),
    refused("a field twice", post("kind: news\nkind: strike"), "6 duplicate-key"),
    refused("a header without its end", raw(f"{START}\n本文 {NEEDLE}\n"), "1 header-not-closed"),
    refused("a header that ends with four dashes", raw(f"{START}----\n\n本文 {NEEDLE}\n"), "1 header-not-closed"),
    refused("a header that ends with two dashes", raw(f"{START}--\n\n本文 {NEEDLE}\n"), "1 header-not-closed"),
    refused(
        "a header that begins with two dashes", raw(START.replace("---", "--") + "---\n\n本文\n"), "header-missing"
    ),
    refused("a header that begins with four", raw(START.replace("---", "----") + "---\n\n本文\n"), "header-missing"),
    refused("a header between plus signs", raw(START.replace("---", "+++") + "+++\n\n本文\n"), "header-missing"),
    refused("a header in a block of code", raw(START.replace("---", "```") + "```\n\n本文\n"), "header-missing"),
    refused("a header between long dashes", raw(START.replace("---", "———") + "———\n\n本文\n"), "header-missing"),
    refused("a header between wide dashes", raw(START.replace("---", "ーーー") + "ーーー\n\n本文\n"), "header-missing"),
    refused(
        "a header between a list's bullets", raw(START.replace("---", "- - -") + "- - -\n\n本文\n"), "header-missing"
    ),
    refused("a header below a heading", raw(f"# 題\n\n{START}status: draft\n---\n\n本文\n"), "header-missing"),
    refused("a header without its lines", raw("title: 題\nsummary: 要約\n\n本文\n"), "header-missing"),
    refused("no header at all", raw(f"本文 {NEEDLE}\n"), "header-missing"),
    refused("an empty header", raw(f"---\n---\n\n本文 {NEEDLE}\n"), "missing-field"),
    refused("a header of comments alone", raw(f"---\n# title: 題\n---\n\n本文 {NEEDLE}\n"), "missing-field"),
    refused("a title in square brackets", raw(START.replace("題", "[題") + "---\n\n本文\n"), "3"),
    refused("a title that is a list", raw(START.replace("題", "[題]") + "---\n\n本文\n"), "3 text-expected"),
    refused("a title left blank", raw(START.replace("題", "") + "---\n\n本文\n"), "1 missing-field"),
    refused("a quote without its end", raw(START.replace("題", '"題') + "---\n\n本文\n"), "3 quote-not-closed"),
    refused("a colon without a space", post("kind:strike"), "5 colon-without-space"),
    refused("a full-width colon", post("kind：strike"), "5 full-width-colon"),
    refused("a full-width equals sign", post("kind＝strike"), "5"),
    refused("an equals sign", post("kind = strike"), "5"),
    refused("a line without a colon", post("kind strike"), "5"),
    refused("a tab before a field", post("\tkind: strike"), "5"),
    refused("a tag by its label", post("tags: [賃金]"), "5 unknown-reference"),
    refused("tags as one text", post("tags: wages"), "5 list-expected"),
    refused("tags with Japanese commas", post("tags: [wages、hours]"), "5"),
    refused("a kind that there is not", post("kind: スト"), "5 unknown-value"),
    refused("two headers", raw(f"{START}---\n---\nstatus: draft\n---\n\n本文 {NEEDLE}\n"), "7 field-in-text"),
    refused("a header divided in two", raw(f"{START}---\nstatus: draft\n---\n\n本文 {NEEDLE}\n"), "6 field-in-text"),
    refused(
        "marks of a merge in the header", post("<<<<<<< HEAD\nkind: strike\n=======\nkind: news\n>>>>>>> other"), "5"
    ),
    refused(
        "marks of a merge in the text", text("<<<<<<< HEAD\n本文\n=======\n別の本文\n>>>>>>> other"), "7 merge-marks"
    ),
    refused(
        "marks of a merge in a record",
        {"content/data/tags.yml": "<<<<<<< HEAD\nwages:\n  label: {ja: 賃金, en: Wages}\n=======\n>>>>>>> x\n"},
        "content/data/tags.yml:1",
    ),
    refused("a header of another program, in JSON", raw('{\n"title": "題"\n}\n\n本文\n'), "header-missing"),
    refused("a title under an id of another post", post("id: strike22"), "5 duplicate-key"),
    refused(
        "the id of another post", raw(START.replace("case2222", "strike22") + f"---\n\n本文 {NEEDLE}\n"), "id-twice"
    ),
    refused("an id that is a path", raw(START.replace("case2222", "../../x") + "---\n\n本文\n"), "2 id-form"),
    refused(
        "facts that differ between the languages",
        post("kind: strike") | {EN: "---\ntitle: T\nsummary: S\nkind: rally\n---\n\nText\n"},
        f"{EN}:4 facts-differ",
    ),
    safe("an empty line before the header", raw(f"\n\n{START}status: draft\n---\n\n本文 {NEEDLE}\n")),
    safe(
        "a space behind the dashes", raw(f"{START}status: draft\n---\n\n本文 {NEEDLE}\n".replace("---\n", "---  \n", 1))
    ),
    safe("a line of dashes in the text of a draft", raw(f"{START}status: draft\n---\n\n本文\n\n---\n\n{NEEDLE}\n")),
)

"""Inputs that would keep a parser busy for minutes, or fill the memory."""

from tests.hostile.case import POST, Case, post, refused, text

DISPUTE = "content/disputes/hostile/dispute.yml"
N = 10_000
K = 100_000


def bounded(name: str, files, outcome: str = "bounded") -> Case:
    """Return a case that is refused or built, whichever it is, within the alarm."""
    return Case(name, outcome, files, (), ())


def big_header(lines: str) -> dict[str, str]:
    """Return a post with many lines in its header."""
    return {POST: f"---\nid: case2222\ntitle: 題\n{lines}\n---\n\n本文\n"}


DOS = (
    refused("a post of five million bytes", text("長い本文です。\n\n" * 250_000), "1 file-too-large"),
    refused(
        "a record of five million bytes",
        {"content/data/terms.yml": "# x\n" * 1_250_000},
        "content/data/terms.yml:1 file-too-large",
    ),
    refused("ten thousand brackets", text("[" * N), "7 nested-too-deep"),
    refused("ten thousand brackets closed", text("[" * N + "]" * N), "7 nested-too-deep"),
    refused("ten thousand quotes", text("> " * N + "x"), "7 nested-too-deep"),
    refused("ten thousand quotes without spaces", text(">" * N + "x"), "7 nested-too-deep"),
    refused("a thousand lists in lists", text("\n".join(" " * 4 * n + "- x" for n in range(400))), "nested-too-deep"),
    refused("ten thousand lists on one line", text("- " * N + "x"), "7 nested-too-deep"),
    refused("lists and quotes in turn", text("> - " * N + "x"), "too-many-marks-in-all"),
    refused(
        "an alias bomb of YAML",
        post("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]"),
        "5",
    ),
    refused("YAML ten thousand deep", post("tags: " + "[" * N + "]" * N), "5"),
    refused("YAML maps ten thousand deep", post("title_breaks: " + "{a: " * N + "}" * N), "5"),
    refused("YAML a thousand lines deep", big_header("\n".join(" " * n + "a:" for n in range(1000)))),
    refused("a hundred thousand fields", big_header("\n".join(f"field{n}: x" for n in range(60_000)))),
    refused("a hundred thousand times one field", big_header("kind: news\n" * 60_000)),
    refused("a list of a hundred thousand", post("tags: [" + "a," * K + "a]"), "2 header-too-long"),
    refused("a list of forty thousand", post("tags: [" + "a," * 40_000 + "a]"), "5 too-many-values"),
    refused("a record of brackets", {DISPUTE: "a: [\n" * 190_000}, f"{DISPUTE}:1 bracket-not-closed"),
    refused("a record of quotes", {DISPUTE: 'a: "\n' * 190_000}, f"{DISPUTE}:1 quote-not-closed"),
    refused("a record of short lists", {DISPUTE: "a: [x\n]\n" * 100_000}, f"{DISPUTE}:3 duplicate-key"),
    refused("a record of unfit keys", {"content/data/terms.yml": '"a": b\n' * 100_000}, "content/data/terms.yml:2"),
    refused(
        "links of the site's own", text("\n\n".join(f"[a](/x{n}/)" for n in range(9_000))), "too-many-marks-in-all"
    ),
    refused(
        "footnotes of quotes", text("\n\n".join(f"[^{n}]: {'>' * 18}" for n in range(9_000))), "too-many-marks-in-all"
    ),
    refused("brackets in each paragraph", text(("[" * 99 + "\n\n") * 4_000), "too-many-marks-in-all"),
    refused("blocks in each paragraph", text(("<div>" * 1_900 + "\n\n") * 40), "too-many-marks-in-all"),
    refused("rules, one below the other", text("---\n" * 19_000), "paragraph-too-long"),
    refused(
        "a number of a hundred thousand digits",
        {
            "content/surveys/pay/survey.yml": "name: {ja: 名, en: N}\ncampaign: raise-the-floor\n"
            f"waves:\n  - number: {'9' * K}\n    title: {{ja: 題, en: T}}\n    opens: 2026-01-01\n"
        },
        "content/surveys/pay/survey.yml:4",
    ),
    refused(
        "a number with a huge exponent",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\n"
            "facts:\n  - id: f\n    value: 1e999999999\n    label: {ja: 名, en: N}\n    as_of: 2026-10\n    source: notice-2026\n"
        },
        "content/campaigns/other/campaign.yml:5",
    ),
    refused("a date of a hundred thousand digits", post(f"date: {'2' * 90_000}"), "5 moment-expected"),
    refused(
        "a quote that is never closed, above two thousand lines", big_header('summary: "\n' + "  x\n" * 1_900), "4"
    ),
    refused("a bracket that is never closed, above two thousand lines", big_header("tags: [\n" + "  x\n" * 1_900), "4"),
    *(
        bounded(name, files)
        for name, files in {
            "a title of half a million letters": {POST: f"---\nid: case2222\ntitle: {'題' * 160_000}\n---\n\n本文\n"},
            "a title of words": {POST: f"---\nid: case2222\ntitle: {'a ' * 400_000}\n---\n\n本文\n"},
            "a summary of half a million letters": {
                POST: f"---\nid: case2222\ntitle: 題\nsummary: {'題' * 160_000}\n---\n\n本文\n"
            },
            "one line of a million letters": text("a" * 990_000),
            "one line of Japanese letters": text("文" * 320_000),
            "one line of words": text("word " * 190_000),
            "a paragraph of a hundred thousand lines": text("x\n" * 19_000),
            "stars": text("*" * K),
            "stars and letters": text("*a " * K),
            "double stars": text("**a" * K),
            "stars in turn": text("*_" * K),
            "underscores": text("_a" * K),
            "emphasis in emphasis": text("*a **b " * 30_000),
            "backticks": text("`" * K),
            "backticks of growing length": text("".join("`" * n + "a" for n in range(1, 800))),
            "backslashes": text("\\" * K),
            "ampersands": text("&" * K),
            "entities": text("&amp;" * K),
            "less-than signs": text("<" * K),
            "opened tags": text("<a " * K),
            "opened comments": text("<!--" * K),
            "half comments": text("<!-" * K),
            "opened tags with quotes": text('<a href="' * 50_000),
            "closed tags": text("</b>" * K),
            "paired tags": text("<b>" * K + "</b>" * K),
            "paired blocks": text("<div>" * 50_000),
            "declarations": text("<!x" * K),
            "instructions": text("<?x" * K),
            "CDATA": text("<![CDATA[" * 50_000),
            "link openers": text("[a](" * 50_000),
            "links": text("[a](b) " * 50_000),
            "links in links": text("[a" * 90 + "](x)" * 90),
            "parentheses in a link": text("[a](" + "(" * K + ")" * K + ")"),
            "pictures": text("![a](" * 50_000),
            "references": text("[a][" * 50_000),
            "definitions": text("\n".join(f"[a{n}]: /x" for n in range(15_000))),
            "definitions with titles": text('[a]: x "' + "a" * K),
            "footnotes": text("\n".join(f"[^{n}]" for n in range(15_000))),
            "definitions of footnotes": text("\n\n".join(f"[^{n}]: x" for n in range(9_000))),
            "one footnote often": text("[^1] " * 50_000 + "\n\n[^1]: x"),
            "angle brackets": text("<http://" * 50_000),
            "a table of many columns": text("|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|x" * 20_000 + "|"),
            "a table of many rows": text("|a|b|\n|-|-|\n" + "|x|y|\n" * 18_000),
            "bars": text("|" * K),
            "a table's line alone": text("|-" * K),
            "headings": text("# x\n" * 19_000),
            "hashes": text("#" * K),
            "hashes and spaces": text("# " * K),
            "heading ends": text("# " + "#" * K + " x"),
            "rules": text("---\n" * 19_000),
            "equals signs": text("x\n" + "=" * K),
            "plus signs": text("+ " * K + "x"),
            "numbers": text("1. " * K + "x"),
            "a list of many": text("- x\n" * 19_000),
            "a list with empty lines": text("- x\n\n" * 9_500),
            "definition lists": text("x\n: y\n" * 9_000),
            "colons": text("x\n" + ": " * K),
            "spaces": text(" " * 900_000 + "x"),
            "spaces and tabs": text(" \t" * 400_000 + "x"),
            "line ends": text("\n" * 19_000),
            "trailing spaces": text(("x" + " " * 90 + "\n") * 9_000),
            "spaces between letters": text("a" + " " * 900_000 + "b"),
            "fences": text("```\n" * 19_000),
            "a fence that is never closed": text("```\n" + "x\n" * 19_000),
            "fences of growing length": text("\n".join("`" * n for n in range(3, 1200))),
            "tildes": text("~" * K),
            "braces": text("{" * K),
            "ruby": text("{漢|" * 50_000),
            "ruby closed": text("{漢|か}" * 50_000),
            "figures": text("{sessions}" * 50_000),
            "bars and braces": text("{" + "|" * K + "}"),
            "mail addresses": text("<a@b" * K),
            "at signs": text("@" * K),
            "quotation marks": text('"' * K),
            "a line of a header with a million spaces": big_header("kind" + " " * 900_000 + "x"),
            "a line of a header with colons": big_header(":" * 900_000),
            "a line of a header with wide colons": big_header("：" * 300_000),
            "a line of a header with hyphens": big_header("- " * 400_000),
            "a line of a header with quotes": big_header("summary: " + "'\"" * 400_000),
            "a line of a header with braces and quotes": big_header("summary: {" + '"a",' * 200_000 + "}"),
            "a line of a header with a quote in a list": big_header("tags: [" + '",' * 200_000 + "]"),
            "a line of a header with commas": big_header("tags: [" + "," * 900_000 + "]"),
            "a line of a header with hashes": big_header("summary: " + "# " * 400_000),
            "a line of a header with letters": big_header("a" * 900_000),
            "a key of letters": big_header("a" * 900_000 + ": x"),
            "a value with escapes": big_header('summary: "' + "\\" * 800_000 + '"'),
            "tabs in a header": big_header("\t" * 300_000 + "kind: news"),
            "wide spaces in a header": big_header("\u3000" * 300_000 + "kind: news"),
            "a block of text in a header": big_header("summary: |\n" + "  x\n" * K),
            "blocks of text in a header": big_header("a: |\n" * K),
            "many quotes opened": big_header('summary: "\n' * 50_000),
            "many brackets opened": big_header("tags: [\n" * 50_000),
            "brackets opened and indented": big_header("".join(f"{' ' * n}a: [\n" for n in range(900))),
            "a paragraph of colons": text("：" * 300_000),
            "combining marks": text("か" + "\u3099" * 300_000),
            "emoji joined": text("👩\u200d" * 90_000),
            "dotted emphasis": text("*文*" * 50_000),
            "variants": text("葛\U000e0100" * 60_000),
            "right-to-left letters": text("א" * 400_000),
            "ids": text("".join(f'<p id="x{n}">x</p>\n\n' for n in range(9_000))),
            "attributes": text("<p " + "a=b " * K + ">x</p>"),
            "long attributes": text('<p title="' + "x" * 900_000 + '">x</p>'),
            "pictures in HTML": text('<img src="placard.png" alt="x">' * 20_000),
            "links in HTML": text('<a href="https://union.example/">x</a>' * 10_000),
            "addresses in a text": text("https://union.example/ " * 40_000),
        }.items()
    ),
)

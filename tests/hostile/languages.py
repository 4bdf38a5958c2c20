"""Languages that are mixed up, links to nothing, figures that cannot be, pictures that are none."""

from tests.hostile.case import FOLDER, NEEDLE, POST, post, refused, text, warned

EN = f"{FOLDER}/en.md"

LANGUAGE = (
    refused(
        "an unknown language's file",
        text("本文") | {f"{FOLDER}/jp.md": "---\ntitle: 題\n---\n\n本文\n"},
        f"{FOLDER}/jp.md:1 unknown-file",
    ),
    refused(
        "a language that the site has not",
        text("本文") | {f"{FOLDER}/ko.md": "---\ntitle: T\n---\n\nText\n"},
        f"{FOLDER}/ko.md:1 unknown-file",
    ),
    refused(
        "an unknown language in a title",
        {POST: "---\nid: case2222\ntitle: {jp: 題, en: T}\n---\n\n本文\n"},
        "3 unknown-language",
    ),
    refused(
        "a language twice in one file",
        {
            f"{FOLDER}/post.md": "---\nid: case2222\ntitle: {ja: 題, en: T}\n---\n\n<!-- ja -->\n\n本文\n\n"
            "<!-- ja -->\n\n本文\n"
        },
        f"{FOLDER}/post.md:10 language-twice",
    ),
    refused("another language's line in a file", text("本文\n\n<!-- en -->\n\nText"), "9 language-line-in-file"),
    refused(
        "an unknown language's line",
        {f"{FOLDER}/post.md": "---\nid: case2222\ntitle: {ja: 題, en: T}\n---\n\n<!-- jp -->\n\n本文\n"},
        f"{FOLDER}/post.md:6 unknown-language",
    ),
    refused(
        "a text before the first language",
        {f"{FOLDER}/post.md": "---\nid: case2222\ntitle: {ja: 題, en: T}\n---\n\n本文\n\n<!-- en -->\n\nText\n"},
        f"{FOLDER}/post.md:6 text-before-language",
    ),
    refused(
        "a language's file beside the one of all",
        {
            f"{FOLDER}/post.md": "---\nid: case2222\ntitle: {ja: 題, en: T}\n---\n\n<!-- ja -->\n\n本文\n",
            EN: "---\ntitle: T\n---\n\nText\n",
        },
        f"{EN}:1 file-beside-post",
    ),
    refused("a text without its title", text("本文") | {EN: "Only the text.\n"}, f"{EN}:1 header-missing"),
    refused("a header with its language", post("lang: en"), "5"),
    refused(
        "words by an unknown language in a record",
        {"content/data/tags.yml": "wages:\n  label: {ja: 賃, eng: W}\nhours:\n  label: {ja: 時, en: H}\n"},
        "content/data/tags.yml:2 unknown-language",
    ),
    warned(
        "a Japanese text in the English file",
        text("本文")
        | {EN: "---\ntitle: T\nsummary: S\n---\n\n私たちは会社に賃上げを求めて、全日のストライキをしました。\n"},
        f"{EN}:6 text-in-other-language",
        needles=(),
    ),
    warned(
        "an English text in the Japanese file",
        text("Our members went on strike for a whole day and ask for more pay."),
        "7 text-in-other-language",
        needles=(),
    ),
    warned(
        "an English title in the Japanese file",
        {POST: "---\nid: case2222\ntitle: Our members went on strike\nsummary: 要約\n---\n\n本文\n"},
        "3 text-in-other-language",
        needles=(),
    ),
    warned(
        "a Japanese title in the English file",
        text("本文") | {EN: "---\ntitle: 全日のストライキをしました\n---\n\nText\n"},
        f"{EN}:2 text-in-other-language",
        needles=(),
    ),
    warned(
        "titles that changed places",
        {
            POST: "---\nid: case2222\ntitle: {ja: A strike for a whole day, en: 全日のストライキをしました}\n---\n\n本文\n"
        },
        "3 text-in-other-language",
        needles=(),
    ),
)

LINK = (
    refused("a page that there is not", text("[x](/news/2026/nothing/)"), "7 broken-link"),
    refused("a place that there is not", text("[x](#nothing)"), "7 broken-fragment"),
    refused("a place on another page that there is not", text("[x](/glossary/#nothing)"), "7 broken-fragment"),
    refused("a page of another language that there is not", text("[x](/ko/news/)"), "7 broken-link"),
    refused("a link in HTML to nothing", text('<a href="/nothing/">x</a>'), "7 broken-link"),
    refused("a link by reference to nothing", text("[x][1]\n\n[1]: /nothing/"), "9 broken-link"),
    refused("a post with its day", text("[x](/news/2026-11-02-strike/)"), "7 broken-link"),
    refused("a link in a quote to nothing", text("> [x](/nothing/)"), "7 broken-link"),
    refused("a link in a footnote to nothing", text("本文[^1]\n\n[^1]: [x](/nothing/)"), "9 broken-link"),
    refused("a link to the preview", text("[x](http://localhost:8000/ja/)"), "7 local-address"),
    refused("a link to a machine of the office", text("[x](http://192.168.1.5/list)"), "7 local-address"),
    refused("a link without its host", text("[x](https:///x)"), "7 link-lookalike"),
    refused("a web address without its scheme", text("[x](www.union.example)"), "7 file-missing"),
)

SURVEY = (
    refused(
        "shares that do not add up",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\n"
            "distributions:\n  - id: d\n    label: {ja: 名, en: N}\n    as_of: 2026-10\n    source: notice-2026\n    shares:\n"
            "      - {label: {ja: 名, en: N}, value: 60}\n      - {label: {ja: 他, en: O}, value: 60}\n"
        },
        "shares-not-whole",
    ),
    *(
        refused(
            f"a share of {value}",
            {
                "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\n"
                "distributions:\n  - id: d\n    label: {ja: 名, en: N}\n    as_of: 2026-10\n    source: notice-2026\n    shares:\n"
                f"      - {{label: {{ja: 名, en: N}}, value: {value}}}\n"
            },
            "content/campaigns/other/campaign.yml:9",
        )
        for value in ("-5", "101", "1e9", "NaN", "inf", "半分", "50%", "'100 人'")
    ),
    *(
        refused(
            f"a count of {value}",
            {
                "content/surveys/pay/survey.yml": "name: {ja: 名, en: N}\ncampaign: raise-the-floor\nwaves:\n"
                f"  - number: 1\n    title: {{ja: 題, en: T}}\n    opens: 2026-01-01\n    responses: {value}\n"
            },
            "content/surveys/pay/survey.yml:7",
        )
        for value in ("-1", "1.5", "たくさん", "９９９９９９９９９９９９９９９９", "1e400", "9" * 5000)
    ),
    refused(
        "a wave that closes before it opens",
        {
            "content/surveys/pay/survey.yml": "name: {ja: 名, en: N}\ncampaign: raise-the-floor\n"
            "waves:\n  - number: 1\n    title: {ja: 題, en: T}\n    opens: 2026-02-01\n    closes: 2026-01-01\n"
        },
        "end-before-start",
    ),
    refused(
        "a figure without its source",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\n"
            "facts:\n  - id: f\n    value: 5\n    label: {ja: 名, en: N}\n    as_of: 2026-10\n"
        },
        "content/campaigns/other/campaign.yml:4",
    ),
)

PICTURE = (
    refused(
        "a picture cut off",
        text("![x](x.jpg)") | {f"{FOLDER}/x.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"},
        "7 picture-unreadable",
    ),
    refused(
        "a text under a picture's name",
        text("![x](x.png)") | {f"{FOLDER}/x.png": f"<svg>{NEEDLE}</svg>"},
        "7 picture-unreadable",
    ),
    refused("a picture without words", text("![](placard.png)"), "7 image-without-alt"),
    refused("a picture with a space for words", text("![ ](placard.png)"), "7 image-without-alt"),
    refused("a picture in HTML without words", text('<img src="placard.png">'), "7 image-without-alt"),
    refused(
        "a picture of a telephone's kind",
        text("![x](x.heic)") | {f"{FOLDER}/x.heic": b"\x00\x00\x00\x18ftypheic"},
        f"{FOLDER}/x.heic:1 picture-type",
    ),
)

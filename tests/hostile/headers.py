"""Slips in headers and drafts: what is not understood is told, and no slip publishes a draft."""

from tests.hostile.case import FOLDER, NEEDLE, POST, good, post, refused, safe, text

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

_DRAFTS_REFUSED = {
    "the field misspelt": "statsu: draft",
    "the field in capitals": "STATUS: draft",
    "the field with a capital": "Status: draft",
    "the value misspelt": "status: darft",
    "the value in capitals": "status: DRAFT",
    "the value with a capital": "status: Draft",
    "the value in Japanese": "status: 下書き",
    "the value in full-width letters": "status: ｄｒａｆｔ",
    "the field in full-width letters": "ｓｔａｔｕｓ: draft",
    "all in full-width letters": "ｓｔａｔｕｓ：ｄｒａｆｔ",
    "a wide space behind the value": "status: draft\u3000",
    "a wide space before the value": "status:\u3000draft",
    "a full-width colon": "status：draft",
    "a full-width colon and a space": "status： draft",
    "no space": "status:draft",
    "a wide space before": "\u3000status: draft",
    "a wide space before the colon": "status\u3000: draft",
    "a no-break space before": "\u00a0status: draft",
    "a no-break space before the colon": "status\u00a0: draft",
    "a tab before": "\tstatus: draft",
    "an override in the value": "status: \u202edraft",
    "a byte order mark in the middle": "status: \ufffe draft",
    "a Cyrillic letter in the field": "st\u0430tus: draft",
    "a Cyrillic letter in the value": "status: dr\u0430ft",
    "quotes of a word processor": "status: “draft”",
    "quotes of a word processor around all": "“status”: draft",
    "Japanese quotes": "status: 「draft」",
    "an equals sign": "status = draft",
    "an arrow": "status → draft",
    "no colon": "status draft",
    "a list": "status: [draft]",
    "a map": "status: {draft: true}",
    "a bullet": "- status: draft",
    "slashes before": "// status: draft",
    "an HTML comment": "<!-- status: draft -->",
    "another program's field": "draft: true",
    "another program's other field": "published: false",
    "another program's third field": "hidden: yes",
    "another program's visibility": "visibility: private",
    "another program's embargo": "publishDate: 2026-12-01",
    "another program's expiry": "expiryDate: 2026-12-01",
    "a field in Japanese": "下書き: はい",
    "the state in Japanese": "公開: しない",
    "the value left blank": "status:",
    "the value a comment": "status: # draft",
    "nothing": "status: ~",
    "nothing in words": "status: null",
    "two values": "status: draft, review",
    "yes": "status: true",
    "a number": "status: 0",
    "a sentence": "status: まだ公開しないでください",
    "a colon too many": "status:: draft",
    "a semicolon": "status; draft",
    "a letter too many": "statuss: draft",
    "a dot for the colon": "status. draft",
    "a slip in the embargo": "embargo_untill: 2026-12-01",
    "an embargo with a hyphen": "embargo-until: 2026-12-01",
    "an embargo with a space": "embargo until: 2026-12-01",
    "an embargo with a full-width colon": "embargo_until：2026-12-01",
    "an embargo in Japanese": "解禁: 2026-12-01",
    "an embargo left blank": "embargo_until:",
}
_DRAFTS_SAFE = {
    "a draft": "status: draft",
    "a draft in quotes": 'status: "draft"',
    "a draft in single quotes": "status: 'draft'",
    "a draft with spaces behind": "status: draft   ",
    "a zero-width space before": "\u200bstatus: draft",
    "a zero-width space inside": "sta\u200btus: draft",
    "a zero-width space in the value": "status: dra\u200bft",
    "a soft hyphen in the value": "status: dra\u00adft",
    "a right-to-left mark in the value": "status: \u200fdraft",
    "a word joiner before": "\u2060status: draft",
    "a draft with a comment": "status: draft  # ask Sato first",
    "a draft below its key": "status:\n  draft",
    "a draft with a space before the colon": "status : draft",
    "a field in quotes": '"status": draft',
    "a post under review": "status: review",
    "a withdrawn post": "status: withdrawn",
    "an embargo": "embargo_until: 2026-11-23",
    "an embargo in the past and a draft": "embargo_until: 2026-11-01\nstatus: draft",
    "a draft of a day to come": "date: 2027-01-01\nstatus: draft",
}

DRAFT = (
    *(refused(name, post(line), "5") for name, line in _DRAFTS_REFUSED.items()),
    refused("a draft that is also published", post("status: draft\nstatus: published"), "6 duplicate-key"),
    *(safe(name, post(line)) for name, line in _DRAFTS_SAFE.items()),
    safe(
        "a draft said in the other language's file",
        post() | {EN: f"---\ntitle: T {NEEDLE}\nstatus: draft\n---\n\n{NEEDLE}\n"},
    ),
    refused(
        "a draft in one language, published in the other",
        post("status: draft") | {EN: f"---\ntitle: T\nstatus: published\n---\n\n{NEEDLE}\n"},
        f"{EN}:3 facts-differ",
    ),
    refused("a draft's state in its text", text(f"status: draft\n\n本文 {NEEDLE}"), "7 field-in-text"),
    refused(
        "a draft's state in its text, with a wide colon", text(f"ｓｔａｔｕｓ：draft\n\n{NEEDLE}"), "7 field-in-text"
    ),
    refused("a draft's state below its text", text(f"本文 {NEEDLE}\n\nstatus: draft"), "9 field-in-text"),
    refused("an embargo in the text", text(f"embargo_until: 2026-12-01\n\n{NEEDLE}"), "7 field-in-text"),
    refused("another program's draft in the text", text(f"draft: true\n\n{NEEDLE}"), "7 field-in-text"),
    refused(
        "a draft's state in one file's text, where the other gives the title",
        {
            f"{FOLDER}/ja.md": "---\nid: case2222\ntitle: {ja: 題, en: T}\n---\n\n本文\n",
            EN: f"# Head\n\n---\nstatus: draft\n---\n\n{NEEDLE}\n",
        },
        f"{EN}:4 field-in-text",
    ),
    refused(
        "a draft linked from a public page",
        post("status: draft") | {"content/pages/about/ja.md": "---\ntitle: 題\n---\n\n[記事](/news/2026/case/)\n"},
        "content/pages/about/ja.md:5 link-to-unpublished",
    ),
    safe(
        "a draft's tag, picture and document",
        post("status: draft\ntags: [secret]", f"![{NEEDLE}](a.png)\n\n[{NEEDLE}](a.csv)")
        | {
            f"{FOLDER}/a.csv": NEEDLE,
            "content/data/tags.yml": f"wages:\n  label: {{ja: 賃金, en: Wages}}\nhours:\n  label: {{ja: 時間, en: H}}\nsecret:\n"
            f"  label: {{ja: {NEEDLE}, en: {NEEDLE}}}\n",
        },
    ),
    refused(
        "an entry of a timeline whose field is misspelt",
        {
            "content/disputes/kasai-2026/dispute.yml": "name: {ja: 名, en: N}\nsummary: {ja: 要, en: S}\n"
            f"union: hikari\nopponent: kasai\nentries:\n  - date: 2026-11-03\n    type: protest\n    pubic: false\n"
            f"    text: {{ja: {NEEDLE}, en: x}}\n"
        },
        "content/disputes/kasai-2026/dispute.yml:8 unknown-field",
    ),
    refused(
        "an entry of a timeline whose field is left blank",
        {
            "content/disputes/kasai-2026/dispute.yml": "name: {ja: 名, en: N}\nsummary: {ja: 要, en: S}\n"
            f"union: hikari\nopponent: kasai\nentries:\n  - date: 2026-11-03\n    type: protest\n    public:\n"
            f"    text: {{ja: {NEEDLE}, en: x}}\n"
        },
        "content/disputes/kasai-2026/dispute.yml:8 state-left-blank",
    ),
    refused(
        "an entry of a timeline hidden in Japanese",
        {
            "content/disputes/kasai-2026/dispute.yml": "name: {ja: 名, en: N}\nsummary: {ja: 要, en: S}\n"
            f"union: hikari\nopponent: kasai\nentries:\n  - date: 2026-11-03\n    type: protest\n    public: いいえ\n"
            f"    text: {{ja: {NEEDLE}, en: x}}\n"
        },
        "content/disputes/kasai-2026/dispute.yml:8",
    ),
)

EMBARGO = (
    safe("of tomorrow", post("embargo_until: 2026-11-23")),
    safe("of the next minute", post("embargo_until: 2026-11-22 12:01")),
    safe("of the next second", post("embargo_until: 2026-11-22 12:00:01")),
    safe("in another zone", post("embargo_until: 2026-11-22T03:01:00Z")),
    safe("in a zone behind ours", post("embargo_until: 2026-11-21 22:01 -05:00")),
    safe("in a zone before ours", post("embargo_until: 2026-11-22 13:01+10:00")),
    safe("in wide digits", post("embargo_until: ２０２６-11-23")),
    refused("before the post's own day", post("embargo_until: 2026-2-01"), "5 end-before-start"),
    refused("lost in a comment", post("# ask Satoembargo_until: 2026-12-01"), "5 field-in-text"),
    refused("lost in another field", post("kind: strikeembargo_until: 2026-12-01"), "5 field-in-text"),
    refused("with slashes", post("embargo_until: 2026/11/23"), "5 moment-expected"),
    refused("with an hour alone", post("embargo_until: 2026-11-23 10"), "5 moment-expected"),
    refused("with the afternoon", post("embargo_until: 2026-11-23 6:00 PM"), "5 moment-expected"),
    refused("in words", post("embargo_until: 来週月曜"), "5 moment-expected"),
    refused("without its year", post("embargo_until: 11-23"), "5 moment-expected"),
    refused("on a day that there is not", post("embargo_until: 2026-11-31"), "5 moment-expected"),
    refused("in an unknown zone", post("embargo_until: 2026-11-23 10:00 JST"), "5 moment-expected"),
    refused("at an hour that there is not", post("embargo_until: 2026-11-23 24:30"), "5 moment-expected"),
    refused(
        "that differs between the languages",
        post("embargo_until: 2026-11-23") | {EN: "---\ntitle: T\nembargo_until: 2026-11-24\n---\n\nText\n"},
        f"{EN}:3 facts-differ",
    ),
    safe("of a date to come", post("date: 2026-11-22 12:01")),
    safe("of a folder to come", {f"{FOLDER.replace('2026-11-20', '2027-01-01')}/ja.md": f"{START}---\n\n{NEEDLE}\n"}),
    good("that is over", post("embargo_until: 2026-11-22 12:00", "解禁しました"), "解禁しました"),
    good("that is over in another zone", post("embargo_until: 2026-11-22T03:00Z", "解禁しました"), "解禁しました"),
)

_BAD_DATES = {
    "a month that there is not": "2026-13-01",
    "a day that there is not": "2026-02-30",
    "the 29th of February in a common year": "2025-02-29",
    "month 0": "2026-00-10",
    "day 0": "2026-10-00",
    "slashes": "2026/11/10",
    "dots": "2026.11.10",
    "German": "10.11.2026",
    "American": "11/10/2026",
    "the Japanese era": "令和8年11月10日",
    "Japanese signs": "2026年11月10日",
    "the era's letter": "R8.11.10",
    "in words": "明日",
    "the month in words": "10 November 2026",
    "24 o'clock": "2026-11-10 24:00",
    "25 o'clock": "2026-11-10 25:00",
    "minute 60": "2026-11-10 10:60",
    "an hour alone": "2026-11-10 10",
    "no separators": "20261110",
    "two digits of the year": "26-11-10",
    "five digits of the year": "12026-11-10",
    "before Christ": "-2026-11-10",
    "a week": "2026-W46-2",
    "a number": "1763000000",
    "a month only": "2026-11",
    "a year only": "2026",
    "a zone by name": "2026-11-10 10:00 JST",
    "a zone that there is not": "2026-11-10 10:00+99:00",
    "a list": "[2026-11-10]",
    "a range": "2026-11-10 - 2026-11-12",
    "the year 0": "0000-01-01",
}
DATE = (
    *(
        refused(f"a date: {name}", post(f"date: {written}"), "5 moment-expected")
        for name, written in _BAD_DATES.items()
    ),
    refused("the first moment of all in a zone", post("date: 0001-01-01 00:00+14:00"), "5 moment-expected"),
    refused("the last moment of all in a zone", post("date: 9999-12-31 23:59-12:00"), "5 moment-expected"),
    safe("the last moment of all", post("date: 9999-12-31 23:59")),
    safe("the last day of all", post("event_date: 9999-12\nstatus: draft")),
    refused(
        "an event of the last month of all",
        {
            "content/events/2026-12-12-study-meeting/event.yml": "id: study222\ntype: seminar\ntitle: {ja: 会, en: M}\n"
            "start: 9999-12-31 23:59 -12:00\n"
        },
        "content/events/2026-12-12-study-meeting/event.yml:4 moment-expected",
    ),
    safe(
        "a correction of the last day of all",
        post("corrections:\n  - date: 9999-12-31\n    text: {ja: x, en: y}\nstatus: draft"),
    ),
    safe(
        "a campaign to the last month of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 2026-01-01\nend: 9999-12\n"
        },
    ),
    safe(
        "a campaign to the last year of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 2026\nend: 9999\n"
        },
    ),
    safe(
        "a campaign from the first year of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 0001\nend: 0001-01-01\n"
        },
    ),
    refused(
        "a folder of a day that there is not",
        {"content/news/2026-02-30-case/ja.md": START + "---\n\n本文\n"},
        "content/news/2026-02-30-case:1",
    ),
    refused(
        "an event that ends before it starts",
        {
            "content/events/2026-12-12-study-meeting/event.yml": "id: study222\ntype: seminar\ntitle: {ja: 会, en: M}\n"
            "start: 2026-12-12 18:00\nend: 2026-12-12 17:00\n"
        },
        "content/events/2026-12-12-study-meeting/event.yml:5 end-before-start",
    ),
    good("a moment of another zone on the Japanese day", post("date: 2026-11-19T23:30:00Z", "本文"), "2026年11月20日"),
    good(
        "a moment of a zone behind ours on the Japanese day",
        post("date: 2026-11-19 20:00 -05:00", "本文"),
        "2026年11月20日",
    ),
    good("the last minute before midnight", post("date: 2026-11-19 23:59", "本文"), "2026年11月19日"),
    good("a leap day", post("event_date: 2024-02-29", "本文")),
    good("one digit for month and day", post("event_date: 2026-1-9", "本文")),
    good("an old day", post("date: 1947-02-01", "本文"), "1947年2月1日"),
)

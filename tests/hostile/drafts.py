"""Drafts and their slips: none is published."""

from tests.hostile.case import FOLDER, NEEDLE, post, refused, safe, text

EN = f"{FOLDER}/en.md"

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

"""Words and addresses that are not what they seem."""

from tests.hostile.case import NEEDLE, POST, refused, safe, text, warned

WHOLE = f"---\nid: case2222\ntitle: 題名です\nsummary: 要約です。\n---\n\n日本語の本文です。{NEEDLE}\n"

EVENT = "content/events/2026-12-12-study-meeting/event.yml"


def body(words: str) -> dict[str, str]:
    """Return a post with some words in a text that is otherwise harmless."""
    return text(f"本文です。{words}続きです。")


_HIDDEN = {
    "an override from right to left": "\u202e",
    "an embedding from right to left": "\u202b",
    "an embedding from left to right": "\u202a",
    "an override from left to right": "\u202d",
    "an isolate from right to left": "\u2067",
    "an isolate from left to right": "\u2066",
    "an isolate of its own": "\u2068",
    "a letter of the tags": "\U000e0041",
    "an invisible plus": "\u2064",
    "a Hangul filler": "\u3164",
    "an activating mark": "\u206d",
    "an interlinear mark": "\ufff9",
    "a Mongolian separator": "\u180e",
    "a half-width filler": "\uffa0",
}

_INVISIBLE = {
    "a zero-width space": "\u200b",
    "a word joiner": "\u2060",
    "a soft hyphen": "\u00ad",
    "a joiner": "\u200d",
    "a non-joiner": "\u200c",
    "a mark from left to right": "\u200e",
    "a mark from right to left": "\u200f",
    "an Arabic letter mark": "\u061c",
}

_LOOK_ALIKES = {
    "a Cyrillic letter": "https://uni\u043en.example/",
    "a Greek letter": "https://uni\u03bfn.example/",
    "all Cyrillic letters that look Latin": "https://\u0440\u0430\u0443\u0440\u0430\u04cf.example/",
    "punycode of a mixed name": "https://xn--unin-55d.example/",
    "full-width letters": "https://ｕｎｉｏｎ.example/",
    "a full-width dot": "https://union．example/",
    "an ideographic dot": "https://union。example/",
    "a name before the host": "https://union.example@evil.example/",
    "a name and password": "https://user:pass@evil.example/",
    "an at sign written out": "https://union.example%40evil.example/",
    "a slash that is none": "https://union.example\u2044evil.example/",
    "a division slash": "https://union.example\u2215evil.example/",
    "a dot that is none": "https://union\u2024example.evil.example/",
    "a hyphen that is none": "https://my\u2010union.example/",
    "a name of a zero-width space": "https://union&#8203;.example/",
    "an override": "https://union.example/\u202egpj.exe",
    "a backslash": "https://evil.example\\@union.example/",
    "a number for a host": "http://3627734734/",
    "a host in hexadecimal": "http://0xd8.0x3a.0xd6.0xce/",
    "a host in octal": "http://0330.072.0326.0316/",
    "a mathematical letter": "https://\U0001d566nion.example/",
    "a small capital": "https://u\u0274ion.example/",
    "a dotless i": "https://un\u0131on.example/",
    "a combining mark": "https://union\u0323.example/",
}

# the words name union.example; where each leads, whatever stands inside it
_HIDDEN_SCHEMES = {
    "a tab in the scheme": "[https://union.example](h&#9;ttps://evil.example/)",
    "a tab by its name in the scheme": "[https://union.example](h&Tab;ttps://evil.example/)",
    "a tab in the scheme of HTML": '<a href="ht&#9;tps://evil.example/">https://union.example</a>',
    "a line end in the scheme of HTML": '<a href="ht\ntps://evil.example">https://union.example</a>',
    "a line end by its name in HTML": '<a href="h&NewLine;ttps://evil.example/">https://union.example</a>',
    "a tab in the scheme of a reference": "[https://union.example][e]\n\n[e]: ht&#9;tps://evil.example/",
    "a tab between its slashes": '<a href="https:/&#9;/evil.example/">https://union.example</a>',
    "a tab before its colon": '<a href="https&#9;://evil.example/">https://union.example</a>',
    "a tab in its host": '<a href="https://ev&#9;il.example/">https://union.example</a>',
    "a control character before it": '<a href="&#1;https://evil.example/">https://union.example</a>',
    "capitals in the scheme": "[https://union.example](hTTps://evil.example)",
    "a tab in the scheme of a mail address": '<a href="ma&#9;ilto:x@evil.example">x@union.example</a>',
}

_LOCAL = (
    "http://tanaka-pc/x", "http://desktop-7h3k2l1/share", "http://nas_1/", "http://nas1:8080/", "HTTP://TANAKA-PC",
    "http://tanaka.local./x", "http://fileserver.corp/x", "http://nas.home/", "http://tanaka.intranet/",
    "http://tanaka.tail1234.ts.net/", "mailto:tanaka@nas1", "http://田中/", "ht&#9;tp://nas/",
)  # fmt: skip

_NAMES_OF_HOSTS = (
    "UNION.EXAMPLE", "ｕｎｉｏｎ．ｅｘａｍｐｌｅ", "https：//union.example/", "ＨＴＴＰＳ：／／ＵＮＩＯＮ．ＥＸＡＭＰＬＥ", "union。example", "union｡example",
    "rengo.online", "union.coop", "union.example:443", "union.example/join", "Union.Example?a=1", "労組.jp",
    "くわしくはunion.example", "union.xn--q9jyb4c", "𝐮𝐧𝐢𝐨𝐧.𝐞𝐱𝐚𝐦𝐩𝐥𝐞", "「UNION.EXAMPLE」", "OFFICE@UNION.EXAMPLE", "HTTPS://UNION.EXAMPLE",
)  # fmt: skip

SPOOF = (
    *(refused(f"an address with {name}", text(words), "link-text-differs") for name, words in _HIDDEN_SCHEMES.items()),
    *(
        refused(f"a scheme that is none for {name}", text(words), "7 link-scheme")
        for name, words in {
            "a space": '<a href="ht tps://evil.example/">https://union.example</a>',
            "a tab as it is": "[https://union.example](<ht\ttps://evil.example/>)",
            "two slashes with a tab between": '<a href="/&#9;/evil.example/">https://union.example</a>',
        }.items()
    ),
    *(
        refused(f"a machine of one's own: {target}", text(f"[リンク]({target})"), "7 local-address")
        for target in _LOCAL
    ),
    *(
        refused(
            f"words that name another host: {words}", text(f"[{words}](https://evil.example/)"), "7 link-text-differs"
        )
        for words in _NAMES_OF_HOSTS
    ),
    refused(
        "a record's address on a machine of one's own",
        {
            "content/data/organisations.yml": "hikari:\n  name: {ja: ひ, en: H}\n  type: union\n"
            "  url: 'http://tanaka-pc/'\nkasai:\n  name: {ja: か, en: K}\n  type: employer\n"
        },
        "content/data/organisations.yml:4 local-address",
    ),
    *(refused(f"{name} in a text", body(sign), "7 hidden-character") for name, sign in _HIDDEN.items()),
    *(
        refused(f"{name} in a title", {POST: WHOLE.replace("題名", f"題{sign}名")}, "3 hidden-character")
        for name, sign in list(_HIDDEN.items())[:9]
    ),
    *(
        warned(f"{name} in a text", body(sign), "7 invisible-character", needles=(f"です。{sign}",))
        for name, sign in _INVISIBLE.items()
    ),
    *(
        warned(
            f"{name} in a link",
            text(f"[リンク](https://un{sign}ion.example/)"),
            "7 invisible-character",
            needles=(f"un{sign}ion",),
        )
        for name, sign in _INVISIBLE.items()
    ),
    refused(
        "an override in a tag's label",
        {"content/data/tags.yml": "wages:\n  label: {ja: 賃\u202e金, en: W}\nhours:\n  label: {ja: 時, en: H}\n"},
        "content/data/tags.yml:2 hidden-character",
    ),
    refused(
        "an override by an escape of YAML", {POST: WHOLE.replace("題名です", '"題\\u202e名"')}, "3 hidden-character"
    ),
    safe(
        "an override by its number in a text",
        body("&#x202e;&#8238;&#x2066;"),
        "\u202e",
        "\u2066",
        "&#8238;",
        "&#x202e;",
        "&#x2066;",
    ),
    refused("an override in code", text("```\nif x:\u202e\n```"), "8 hidden-character"),
    refused("an override in a word for a picture", text("![x\u202ey](placard.png)"), "7 hidden-character"),
    warned(
        "an element that turns letters around",
        text('<bdo dir="rtl">elpmaxe.noinu</bdo>'),
        "7 html-removed",
        needles=("<bdo",),
    ),
    *(refused(f"a link to {name}", text(f"[リンク]({target})"), "7") for name, target in _LOOK_ALIKES.items()),
    *(
        refused(
            f"an organisation's address with {name}",
            {
                "content/data/organisations.yml": "hikari:\n  name: {ja: ひ, en: H}\n  type: union\n"
                f"  url: '{target}'\nkasai:\n  name: {{ja: か, en: K}}\n  type: employer\n"
            },
            "content/data/organisations.yml:4",
        )
        for name, target in list(_LOOK_ALIKES.items())[:12]
    ),
    refused(
        "an address that leads elsewhere",
        text("[https://union.example/](https://evil.example/)"),
        "7 link-text-differs",
    ),
    refused("a host that leads elsewhere", text("[union.example](https://evil.example/)"), "7 link-text-differs"),
    refused(
        "a host in words that leads elsewhere",
        text("[みなと労組 https://union.example/](https://evil.example/)"),
        "7 link-text-differs",
    ),
    refused(
        "a host in brackets that leads elsewhere",
        text("[（www.union.example）](https://evil.example/)"),
        "7 link-text-differs",
    ),
    refused(
        "a host that leads elsewhere in HTML",
        text('<a href="https://evil.example/">union.example</a>'),
        "7 link-text-differs",
    ),
    refused(
        "a host that leads elsewhere by reference",
        text("[union.example][1]\n\n[1]: https://evil.example/"),
        "link-text-differs",
    ),
    refused(
        "a host that leads to its look-alike",
        text("[union.example](https://union.example.evil.example/)"),
        "7 link-text-differs",
    ),
    refused(
        "a mail address that leads elsewhere",
        text("[office@union.example](mailto:office@evil.example)"),
        "7 link-text-differs",
    ),
    refused("a mail address of a look-alike host", text("[x](mailto:office@uni\u043en.example)"), "7 link-lookalike"),
    refused("a bare link to a look-alike host", text("<https://uni\u043en.example/>"), "7 link-lookalike"),
    refused(
        "a link by reference to a look-alike host",
        text("[x][1]\n\n[1]: https://uni\u043en.example/"),
        "9 link-lookalike",
    ),
    refused(
        "a link of HTML to a look-alike host", text('<a href="https://uni\u043en.example/">x</a>'), "7 link-lookalike"
    ),
    refused(
        "a contact's mail address of a look-alike host",
        {"content/data/contacts.yml": "office:\n  display_name: {ja: 窓, en: D}\n  email: office@uni\u043en.example\n"},
        "content/data/contacts.yml:3 link-lookalike",
    ),
    refused(
        "an event's address of a look-alike host",
        {
            EVENT: "id: study222\ntype: seminar\ntitle: {ja: 会, en: M}\n"
            "start: 2026-12-12 18:00\nsequence: 1\nchanged: 2026-11-20\nonline_url: https://uni\u043en.example/\n"
        },
        f"{EVENT}:7 link-lookalike",
    ),
)

"""Files in other encodings and under odd names, languages that are mixed up, and words that hide what they are."""

from tests.hostile.case import FOLDER, NEEDLE, POST, folder, link_to, pipe, post, refused, safe, text, warned

WHOLE = f"---\nid: case2222\ntitle: 題名です\nsummary: 要約です。\n---\n\n日本語の本文です。{NEEDLE}\n"
EN = f"{FOLDER}/en.md"
EVENT = "content/events/2026-12-12-study-meeting/event.yml"


def body(words: str) -> dict[str, str]:
    """Return a post with some words in a text that is otherwise harmless."""
    return text(f"本文です。{words}続きです。")


ENCODING = (
    *(
        refused(f"a post in {name}", {POST: WHOLE.encode(name)}, "other-encoding")
        for name in ("cp932", "shift_jis", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be")
    ),
    refused(
        "a record in Shift_JIS",
        {"content/data/terms.yml": "strike:\n  term: {ja: ストライキ, en: Strike}\n".encode("cp932")},
        "content/data/terms.yml:2 other-encoding",
    ),
    refused(
        "the site's facts in UTF-16",
        {"content/data/site.yml": "name: {ja: 名, en: N}\n".encode("utf-16")},
        "content/data/site.yml:1 other-encoding",
    ),
    refused("UTF-32", {POST: WHOLE.encode("utf-32")}, "1"),
    refused(
        "Latin letters of another code",
        {POST: WHOLE.encode().replace(b"\n---\n\n", b"\n---\n\nCaf\xe9 ")},
        "7 not-utf8",
    ),
    refused("half a letter", {POST: WHOLE.encode() + "文".encode()[:2]}, "8 not-utf8"),
    refused("two encodings in one file", {POST: WHOLE.encode() + "追記です".encode("cp932")}, "8"),
    refused(
        "a ZIP under a text's name", {POST: b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xff\xfe\x80" * 9}, "1"
    ),
    refused("a picture under a text's name", {POST: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4}, "1"),
    refused("zeros", {POST: bytes(4096)}, "1"),
    refused("a zero in a title", {POST: WHOLE.replace("題名", "題\x00名")}, "3 control-character"),
    refused("a control character in a title", {POST: WHOLE.replace("題名", "題\x0b名")}, "3 control-character"),
    refused(
        "a control character by an escape", {POST: WHOLE.replace("題名です", '"題\\x08名"')}, "3 control-character"
    ),
    refused("an escape of a terminal", body("\x1b[31m"), "7 control-character"),
    refused("a backspace", body("\x08"), "7 control-character"),
    refused("a form feed", body("\x0c"), "7 control-character"),
    refused("a noncharacter", body("\uffff"), "7 control-character"),
    refused("half a pair by an escape", {POST: WHOLE.replace("題名です", '"\\uD800x"')}, "3"),
    refused("a surrogate in bytes", {POST: WHOLE.encode() + b"\xed\xa0\x80"}, "8"),
    refused("an overlong slash", {POST: WHOLE.encode() + b"\xc0\xaf"}, "8"),
    refused("an empty file", {POST: b""}, "1 empty-file"),
    refused("a file of spaces", {POST: " \n\n \n"}, "1 empty-file"),
    refused("a byte order mark alone", {POST: b"\xef\xbb\xbf"}, "1 empty-file"),
    safe(
        "two byte order marks",
        {POST: b"\xef\xbb\xbf\xef\xbb\xbf" + WHOLE.replace("summary", "status: draft\nsummary").encode()},
    ),
    warned("a replacement character", body("\ufffd"), "7 replacement-character", needles=()),
    warned("letters of a wrong conversion", body("譁�蟄�"), "7 replacement-character", needles=()),
)

PATH = (
    *(
        refused(f"a file at {target}", text(f"[x]({target})"), "7 path-leaves-folder")
        for target in (
            "../../../etc/passwd",
            "../2026-11-02-strike/placard.png",
            "a/../../b.pdf",
            "%2e%2e/x.pdf",
            "%252e%252e/x.pdf",
            "..\\x.pdf",
            "C:\\x.pdf",
            "C:/x.pdf",
            ".././x.pdf",
            "%2fetc/passwd",
            "a\\b.pdf",
        )
    ),
    *(
        refused(f"a picture at {target}", text(f"![x]({target})"), "7 path-leaves-folder")
        for target in (
            "../x.png",
            "/etc/passwd",
            "/media/news/2026-11-02-strike/placard.png",
            "C:\\x.png",
            "%2e%2e%2fx.png",
            "..%5cx.png",
        )
    ),
    refused(
        "a photograph out of the folder",
        post("photos:\n  - file: ../2026-11-02-strike/placard.png\n    alt: {ja: x, en: y}"),
        "6",
    ),
    refused("a photograph at the root", post("photos:\n  - file: /etc/passwd\n    alt: {ja: x, en: y}"), "6"),
    refused("a file that is not there", text("[x](x.pdf)"), "7 file-missing"),
    refused("a file in other letters", text("![x](PLACARD.PNG)"), "7 file-missing"),
    *(
        refused(
            f"a folder named {name!r}",
            {f"content/news/{name}/ja.md": WHOLE},
            f"content/news/{name}:1 dated-folder-name",
        )
        for name in (
            "2026-11-20",
            "2026-11-20-",
            "2026-11-20-Case",
            "2026-11-20-事件",
            "2026-11-20-a_b",
            "2026-11-20-a b",
            "20261120-case",
            "2026-11-20-a.b",
            "2026-11-20-a--b",
            "2026-11-20-ｃａｓｅ",
            "2026-11-20-a%2e",
            "２０２６-11-20-case",
            "case",
            "2026-11-20-case ",
            "2026-11-20-case.",
            "2026-11-20-index.html",
            "2026-11-20-..",
            "2026-11-20-caf\u00e9",
        )
    ),
    *(
        refused(
            f"a folder with {sign!r} in its name",
            {f"content/news/2026-11-20-a{sign}b/ja.md": WHOLE},
            "dated-folder-name",
        )
        for sign in ("\u200b", "\u202e", "\u3000", "\t")
    ),
    *(
        refused(
            f"a page named {name!r}",
            {f"content/pages/{name}/ja.md": "---\ntitle: 題\n---\n\n本文\n"},
            f"content/pages/{name}:1",
        )
        for name in ("news", "feeds", "index.html", "Join", "disputes", "con", "nul", "aux", "prn", "com1", "lpt9")
    ),
    refused(
        "a post named as a device",
        {"content/news/2026-11-20-con/ja.md": WHOLE},
        "content/news/2026-11-20-con:1 dated-folder-name",
    ),
    safe("a very long name", {f"content/news/2026-11-20-{'a' * 150}/ja.md": WHOLE}, "<script"),
    *(
        safe(f"a page named {name!r}", {f"content/pages/{name}/ja.md": "---\ntitle: 題\n---\n\n本文\n"}, "<script>")
        for name in ("ja", "en", "media", "404")
    ),
    refused("two posts at one address", {"content/news/2026-11-20-strike/ja.md": WHOLE}, "address-twice"),
    refused("a file name in capitals", {f"{FOLDER}/JA.MD": WHOLE, **text("本文")}, f"{FOLDER}/JA.MD:1"),
    refused(
        "a record in capitals",
        {"content/events/2026-12-12-study-meeting/Event.yml": "x: y"},
        "content/events/2026-12-12-study-meeting/Event.yml:1 unknown-file",
    ),
    refused("a link to a file outside", {POST: link_to("/etc/hostname")}, "1 symbolic-link"),
    refused("a link to a text inside", {POST: link_to("../2026-11-02-strike/ja.md")}, "1 symbolic-link"),
    refused("a link to nothing", {POST: link_to("nothing")}, "1 symbolic-link"),
    refused("a link to itself", {POST: link_to("ja.md")}, "1 symbolic-link"),
    refused(
        "a folder that is a link",
        {"content/news/2026-11-21-x": link_to("/etc")},
        "content/news/2026-11-21-x:1 symbolic-link",
    ),
    refused(
        "a picture that is a link",
        text("![x](x.png)") | {f"{FOLDER}/x.png": link_to("../2026-11-02-strike/placard.png")},
        f"{FOLDER}/x.png:1 symbolic-link",
    ),
    refused(
        "a table that is a link",
        {"content/data/notices.yml": link_to("/etc/hostname")},
        "content/data/notices.yml:1 symbolic-link",
    ),
    refused("a pipe", {POST: pipe}, "1 unknown-file"),
    refused("a folder under a text's name", {POST: folder}, "1 unknown-file"),
    refused("an empty folder", {FOLDER: folder}, f"{FOLDER}:1 record-missing"),
    refused("a file name with a line end", text("本文") | {f"{FOLDER}/a\nb.pdf": "x"}, "file-name"),
    refused("a file name that is not UTF-8", text("本文") | {f"{FOLDER}/\udce9.txt": "x"}, "unknown-file"),
    refused("a folder name that is not UTF-8", {"content/news/2026-11-20-\udce9/ja.md": WHOLE}, "dated-folder-name"),
    refused("an asset whose name is not UTF-8", text("本文") | {f"{FOLDER}/\udce9.pdf": "x"}, "file-name"),
    refused(
        "an asset whose name is hidden", text("[x](a%E2%80%AEfdp.csv)") | {f"{FOLDER}/a\u202efdp.csv": "x"}, "file-name"
    ),
    refused("a slug in the header", post("slug: ../../x"), "5"),
    refused("a path to save under", post("save_as: ../x.html"), "5"),
    refused("a reference out of the folder", post("dispute: ../../etc"), "5 unknown-reference"),
    refused(
        "a lead post out of the folder",
        {
            "content/data/site.yml": "languages: [ja, en]\nid: testsite\nname: {ja: 名, en: N}\n"
            "tagline: {ja: 句, en: T}\nlead_post: ../../x\n"
        },
        "content/data/site.yml:5 unknown-reference",
    ),
    refused(
        "an organisation named as a path",
        {
            "content/data/organisations.yml": "hikari:\n  name: {ja: ひ, en: H}\n  type: union\n"
            "kasai:\n  name: {ja: か, en: K}\n  type: employer\n../../x:\n  name: {ja: 名, en: N}\n  type: union\n"
        },
        "content/data/organisations.yml:7 key-form",
    ),
    refused(
        "a tag named as a path",
        {
            "content/data/tags.yml": "wages:\n  label: {ja: 賃, en: W}\nhours:\n  label: {ja: 時, en: H}\n"
            "..:\n  label: {ja: 名, en: N}\n"
        },
        "content/data/tags.yml:5 key-form",
    ),
    refused(
        "a tag with a slash",
        post("tags: [a/b]")
        | {
            "content/data/tags.yml": "wages:\n  label: {ja: 賃, en: W}\n"
            "hours:\n  label: {ja: 時, en: H}\na/b:\n  label: {ja: 名, en: N}\n"
        },
        "content/data/tags.yml:5 key-form",
    ),
    refused(
        "a language named as a path",
        {
            "content/data/site.yml": "languages: [ja, ../x]\nid: testsite\nname: {ja: 名, en: N}\n"
            "tagline: {ja: 句, en: T}\n"
        },
        "content/data/site.yml:1 language-code",
    ),
    refused(
        "an id of an action as a path",
        {
            "content/data/actions.yml": "actions:\n  - id: sign\n    type: share\n    label: {ja: 名, en: N}\n"
            "    url: https://a.example/\n  - id: ../../x\n    type: share\n    label: {ja: 名, en: N}\n    url: https://a.example/\n"
        },
        "content/data/actions.yml:6 key-form",
    ),
)

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
SPOOF = (
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

FEED = (
    refused("a control character in a title", {POST: WHOLE.replace("題名", "題\x01名")}, "3 control-character"),
    safe("the end of a CDATA", text("本文 ]]> <b>x</b> ]]&gt;"), "<script"),
    safe("an entity that XML does not know", text("本文&nbsp;&eacute;&hearts;続き"), "<script"),
    safe(
        "a name of an entity in a title",
        {POST: WHOLE.replace("題名です", "'&lt;b&gt; &amp; &nbsp;'")},
        "<title><b>",
        "<h1><b>",
    ),
    refused("an id of two posts", {POST: WHOLE.replace("case2222", "strike22")}, "id-twice"),
    refused("an id in capitals", {POST: WHOLE.replace("case2222", "CASE2222")}, "2 id-form"),
    safe("a number of a control character", text("本文&#0;&#1;&#x1b;&#xFFFE;続き"), "&#1;", "&#x1b;"),
    safe("a document type", text('本文\n\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'), "<!ENTITY"),
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

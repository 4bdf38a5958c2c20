"""What must not come through from a text or a record: script, strangers, notes, other encodings, other languages."""

from tests.hostile.case import FOLDER, NEEDLE, POST, post, refused, safe, text, warned

X = "content/data"
LABELS = "wages:\n  label: {ja: 賃金, en: Wages}\nhours:\n  label: {ja: 労働時間, en: Hours}\n"
ALERT = f"<script>alert('{NEEDLE}')</script>"
BAD = f"<img src=x onerror=alert('{NEEDLE}')>"


def words(field: str, value: str) -> dict[str, str]:
    """Return a post with one more field of its header in both languages."""
    return post(f"{field}: {{ja: {value!r}, en: {value!r}}}", "本文")


def title(value: str) -> dict[str, str]:
    """Return a post with a title and a summary of its own, between single quotes."""
    quoted = value.replace("'", "''")
    return {POST: f"---\nid: case2222\ntitle: '{quoted}'\nsummary: '{quoted}'\nkind: news\n---\n\n本文\n"}


def organisation(**fields: str) -> dict[str, str]:
    """Return the organisations with one more, its fields written out."""
    own = {"name": "{ja: 名, en: N}", "type": "union", **fields}
    lines = "".join(f"  {name}: {value}\n" for name, value in own.items())
    return {f"{X}/organisations.yml": "hikari:\n  name: {ja: ひ, en: H}\n  type: union\nkasai:\n  name: {ja: か, en: K}\n"
            f"  type: employer\nother:\n{lines}"}  # fmt: skip


def contact(**fields: str) -> dict[str, str]:
    """Return the contacts with fields of its own."""
    own = {"display_name": "{ja: 窓口, en: Desk}", **fields, "consent": "office"}
    return {f"{X}/contacts.yml": "office:\n" + "".join(f"  {name}: {value}\n" for name, value in own.items())}


NOT_PUBLISHED = {
    **dict.fromkeys(("xlsx", "xls", "docx"), "document-type"), **dict.fromkeys(("heic", "svg", "gif"), "picture-type")
}  # fmt: skip
_HTML_TEXTS = {
    "script": ALERT,
    "script in capitals": ALERT.replace("script", "SCRIPT"),
    "script without its end": f"<script>alert('{NEEDLE}')",
    "script over two lines": f"<script\n>alert('{NEEDLE}')\n</script\n>",
    "script inside a script": f"<scr<script>ipt>alert('{NEEDLE}')</scr</script>ipt>",
    "script from elsewhere": f'<script src="https://{NEEDLE}.example/x.js"></script>',
    "script in a table": f"| a | b |\n|---|---|\n| {ALERT} | x |",
    "script in a list": f"- {ALERT}\n- x",
    "script in a quote": f"> {ALERT}",
    "script in a footnote": f"本文[^1]\n\n[^1]: {ALERT}",
    "script in a heading": f"## {ALERT}",
    "script in emphasis": f"**{ALERT}**",
    "a handler": f"<b onclick=\"alert('{NEEDLE}')\">x</b>",
    "a handler on a picture": BAD,
    "a handler without quotes": f"<p onmouseover=alert({NEEDLE})>x</p>",
    "a handler behind a slash": f"<b/onclick=alert({NEEDLE})>x</b>",
    "a handler on details": f"<details open ontoggle=alert({NEEDLE})>x</details>",
    "svg": f"<svg onload=alert('{NEEDLE}')></svg>",
    "svg with script": f"<svg><script>alert('{NEEDLE}')</script></svg>",
    "math": f'<math><mtext></mtext><maction xlink:href="javascript:{NEEDLE}">x</maction></math>',
    "a style": f"<style>body {{ background: url(https://{NEEDLE}.example/x) }}</style>",
    "a style attribute": f'<p style="background:url(//{NEEDLE}.example/x)">x</p>',
    "a frame": f'<iframe src="https://{NEEDLE}.example/"></iframe>',
    "a frame with its own page": f'<iframe srcdoc="&lt;script&gt;alert({NEEDLE})&lt;/script&gt;"></iframe>',
    "an object": f'<object data="https://{NEEDLE}.example/x.swf"></object>',
    "an embed": f'<embed src="https://{NEEDLE}.example/x.swf">',
    "a form": f'<form action="https://{NEEDLE}.example/"><input name="password"></form>',
    "a button with an address": f'<button formaction="javascript:alert({NEEDLE})">x</button>',
    "a base": f'<base href="https://{NEEDLE}.example/">',
    "a refresh": f'<meta http-equiv="refresh" content="0;url=https://{NEEDLE}.example/">',
    "a stylesheet": f'<link rel="stylesheet" href="https://{NEEDLE}.example/x.css">',
    "a preconnect": f'<link rel="preconnect" href="https://{NEEDLE}.example">',
    "a prefetch": f'<link rel="dns-prefetch" href="//{NEEDLE}.example">',
    "a video": f'<video src="https://{NEEDLE}.example/x.mp4" poster="https://{NEEDLE}.example/x.jpg"></video>',
    "a sound": f'<audio src="https://{NEEDLE}.example/x.mp3"></audio>',
    "a source set": f'<picture><source srcset="https://{NEEDLE}.example/x.jpg"></picture>',
    "a ping": f'<a href="https://union.example/" ping="https://{NEEDLE}.example/">x</a>',
    "a target": f'<a href="https://union.example/" target="{NEEDLE}">x</a>',
    "a template element": f"<template><script>{NEEDLE}</script></template>",
    "a noscript": "<noscript>x</noscript>",
    "a text area": f'<textarea autofocus onfocus="alert({NEEDLE})"></textarea>',
    "a dialog": f'<dialog open onclose="{NEEDLE}">x</dialog>',
    "a marquee": f'<marquee onstart="alert({NEEDLE})">x</marquee>',
    "a title's end": f"</title></head><body>{ALERT}",
    "a style's end": f"</style>{ALERT}",
    "an element of its own": f'<x-{NEEDLE} onclick="{NEEDLE}()">x</x-{NEEDLE}>',
    "a custom is": f'<b is="x-{NEEDLE}">x</b>',
    "a slot": f'<b slot="{NEEDLE}">x</b>',
    "a class of ours": f'<p class="{NEEDLE}">x</p>',
}
_LINKS = {
    "javascript": f"javascript:alert('{NEEDLE}')",
    "javascript in mixed case": f"JaVaScRiPt:alert({NEEDLE})",
    "javascript by an entity": f"javascript&#58;alert({NEEDLE})",
    "javascript by a named entity": f"javascript&colon;alert({NEEDLE})",
    "javascript by entities": f"&#106;&#97;&#118;&#97;script:alert({NEEDLE})",
    "javascript with a tab": f"java&Tab;script:alert({NEEDLE})",
    "javascript with a line end": f"java&NewLine;script:alert({NEEDLE})",
    "vbscript": f"vbscript:{NEEDLE}",
    "data": f"data:text/html,<script>{NEEDLE}</script>",
    "a file of the disk": f"file:///etc/{NEEDLE}",
    "an FTP server": f"ftp://{NEEDLE}.example/",
    "a blob": f"blob:https://{NEEDLE}",
    "the source of a page": f"view-source:https://{NEEDLE}.example/",
    "a host without its scheme": f"//{NEEDLE}.example/x",
    "a host behind backslashes": f"\\\\{NEEDLE}\\share",
    "a host behind a slash and a backslash": f"/\\{NEEDLE}.example",
    "an app": f"intent://{NEEDLE}",
}

INJECTION = (
    *(
        safe(f"{name} in a title", title(value), value)
        for name, value in {
            "script": ALERT,
            "a picture": BAD,
            "the end of the title": f"</title>{ALERT}",
            "a comment": f"<!--{NEEDLE}<b>-->",
            "the end of a CDATA": "]]><x>",
        }.items()
    ),
    safe("a quote and a handler in a title", title(f'x" onmouseover="{NEEDLE}()'), f'"x" onmouseover="{NEEDLE}'),
    safe("template words in a title", title("{{ 7*7 }}{% raw %}"), ">49<", shown=("{{ 7*7 }}{% raw %}",)),
    safe("template words in a text", text("{{ 7*7 }} {% include 'x' %} {{ config }}"), ">49<", shown=("{{ 7*7 }}",)),
    safe("a format in a title", title("%s %(x)s {x} {0.__class__}"), "<class", shown=("%s %(x)s {x} {0.__class__}",)),
    safe(
        "script in a tag's label",
        post("tags: [bad]", "本文") | {f"{X}/tags.yml": LABELS + f'bad:\n  label: {{ja: "{ALERT}", en: "{ALERT}"}}\n'},
        ALERT,
    ),
    safe(
        "script in the words of an organisation",
        organisation(
            name=f'{{ja: "{ALERT}", en: "{ALERT}"}}',
            summary=f'{{ja: "{BAD}", en: "{BAD}"}}',
            name_short=f'{{ja: "{BAD}", en: "{BAD}"}}',
            region=f'{{ja: "{BAD}", en: "{BAD}"}}',
        ),
        ALERT,
        BAD,
    ),
    safe(
        "script in a contact",
        contact(
            role=f'{{ja: "{ALERT}", en: "{ALERT}"}}',
            hours=f'{{ja: "{BAD}", en: "{BAD}"}}',
            line_official=f"'{ALERT.replace(chr(39), '')}'",
        ),
        ALERT,
        BAD,
        ALERT.replace("'", ""),
    ),
    safe(
        "script in quotes and photographs",
        post(f'quotes:\n  - text: {{ja: "{ALERT}", en: "{BAD}"}}\n    role: {{ja: "{ALERT}", en: "{BAD}"}}', "本文"),
        ALERT,
        BAD,
    ),
    safe(
        "script in a correction",
        post(f'corrections:\n  - date: 2026-11-21\n    text: {{ja: "{ALERT}", en: "{BAD}"}}', "本文"),
        ALERT,
        BAD,
    ),
    safe(
        "script in the site's name",
        {
            f"{X}/site.yml": "languages: [ja, en]\nid: testsite\n"
            f'name: {{ja: "{ALERT}", en: "{ALERT}"}}\ntagline: {{ja: "{BAD}", en: "{BAD}"}}\nfooter: {{ja: "{BAD}", en: "{BAD}"}}\n'
            "seal: '<'\n"
        },
        ALERT,
        BAD,
    ),
    safe(
        "script in a term",
        {
            f"{X}/terms.yml": "strike:\n"
            f'  term: {{ja: "{ALERT}", en: "{ALERT}"}}\n  reading: "{BAD}"\n  definition: {{ja: "{BAD}", en: "{BAD}"}}\n'
        },
        ALERT,
        BAD,
    ),
    safe(
        "script in an event",
        {
            "content/events/2026-12-12-study-meeting/event.yml": f'id: study222\ntype: seminar\ntitle: {{ja: "{ALERT}", en: "{ALERT}"}}\nstart: 2026-12-12 18:00\nsequence: 1\n'
            f'venue: {{ja: "{BAD}", en: "{BAD}"}}\naddress: {{ja: "{BAD}", en: "{BAD}"}}\nchanged: 2026-11-20\n'
        },
        ALERT,
        BAD,
    ),
    refused(
        "an e-mail address with script",
        contact(email=f"'\"{ALERT.replace(chr(39), '')}\"@x.example'"),
        f"{X}/contacts.yml:3 email-expected",
    ),
    refused(
        "an e-mail address with more fields",
        contact(email=f"'a@x.example?bcc={NEEDLE}@y.example'"),
        f"{X}/contacts.yml:3 email-expected",
    ),
    refused(
        "an e-mail address with a line end",
        contact(email=f'"a@x.example\\r\\nBcc: {NEEDLE}@y.example"'),
        f"{X}/contacts.yml:3",
    ),
    safe("a telephone number with script", contact(phone="'<b onclick=x>03</b>'"), "<b onclick"),
    safe(
        "a telephone number with more", contact(phone=f"'03-1234-5678;ext={NEEDLE}'"), f"tel:03-1234-5678;ext={NEEDLE}"
    ),
    *(
        refused(
            f"{name} as the address of an organisation",
            organisation(url=f"'{target.replace(chr(39), chr(34))}'"),
            f"{X}/organisations.yml:10",
        )
        for name, target in _LINKS.items()
        if "&" not in target
    ),
    *(
        refused(f"{name} in a link", text(f"[x](<{target}>)"), "7")
        for name, target in _LINKS.items()
        if "&" not in target
    ),
    *(refused(f"{name} in a link", text(f"[x]({target})"), "7") for name, target in _LINKS.items() if "&" in target),
    *(
        refused(f"{name} in a link of HTML", text(f'本文\n\n<a href="{target}">x</a>'), "9")
        for name, target in _LINKS.items()
    ),
    *(
        refused(f"{name} in a link by reference", text(f"[x][1]\n\n[1]: {target}"), "9 link-scheme")
        for name, target in _LINKS.items()
        if name in ("javascript", "data", "vbscript", "javascript by an entity")
    ),
    safe("javascript in a link in angle brackets", text(f"<javascript:alert('{NEEDLE}')>"), 'href="javascript'),
    refused("javascript as a picture", text(f"![x](javascript:{NEEDLE})"), "7"),
    refused("data as a picture", text(f"![x](data:image/svg+xml,{NEEDLE})"), "7"),
    refused(
        "a picture in SVG",
        text("![x](a.svg)") | {f"{FOLDER}/a.svg": f"<svg><script>{NEEDLE}</script></svg>"},
        f"{FOLDER}/a.svg:1 picture-type",
    ),
    refused("a tag of YAML", post("kind: !!python/object/apply:os.system ['true']"), "5 yaml-tag"),
    refused("an anchor of YAML", post("kind: &a news"), "5 yaml-anchor"),
    refused("a merge of YAML", post("a: &a {kind: news}\n<<: *a"), "5"),
    refused("a directive of YAML", post("%TAG ! tag:x,2000:\nkind: news"), "6 yaml-syntax"),
    refused("another program's include of YAML", post("kind: !include /etc/passwd"), "5 yaml-tag"),
    safe("a formula of a spreadsheet in a title", title('=HYPERLINK("x")'), "<f>", shown=("=HYPERLINK(",)),
    safe(
        "fields of a calendar in a title",
        {
            "content/events/2026-12-12-study-meeting/event.yml": 'id: study222\ntype: seminar\ntitle: {ja: "会\\nATTENDEE:mailto:x@y.example", en: "M\\nX-EVIL:1"}\nsequence: 1\n'
            "start: 2026-12-12 18:00\nchanged: 2026-11-20\n"
        },
        "\r\nATTENDEE",
        "\r\nX-EVIL",
    ),
)

_SHOWN_AS_TEXT = ("a handler on a picture", "svg", "math", "an element of its own")
_TWO_BELOW = ("script in a table", "script in a footnote")
HTML = tuple(
    safe(name, text(html), html)
    if name in _SHOWN_AS_TEXT
    else warned(name, text(f"本文\n\n{html}"), f"{11 if name in _TWO_BELOW else 9} html-removed")
    for name, html in _HTML_TEXTS.items()
)

THIRD_PARTY = (
    refused("a picture of another site", text(f"![x](https://{NEEDLE}.example/x.jpg)"), "7 outside-picture"),
    refused("a picture of a host without scheme", text(f"![x](//{NEEDLE}.example/x.jpg)"), "7 outside-picture"),
    refused(
        "a pixel that counts",
        text(f'<img src="https://{NEEDLE}.example/p.gif" width="1" height="1" alt="x">'),
        "7 outside-picture",
    ),
    refused("a picture by reference", text(f"![x][1]\n\n[1]: https://{NEEDLE}.example/x.jpg"), "outside-picture"),
    refused(
        "a picture in a link",
        text(f"[![x](https://{NEEDLE}.example/x.jpg)](https://union.example/)"),
        "7 outside-picture",
    ),
    refused(
        "a photograph of another site",
        post(f"photos:\n  - file: https://{NEEDLE}.example/x.jpg\n    alt: {{ja: x, en: y}}"),
        "6",
    ),
    refused(
        "a document of another kind of address",
        {
            "content/disputes/kasai-2026/dispute.yml": "name: {ja: 名, en: N}\nsummary: {ja: 要, en: S}\nunion: hikari\nopponent: kasai\nentries:\n  - date: 2026-11-03\n    type: protest\n"
            f"    document: {{title: {{ja: 題, en: T}}, url: 'javascript:{NEEDLE}'}}\n"
        },
        "content/disputes/kasai-2026/dispute.yml:8 link-scheme",
    ),
    warned(
        "a stranger in the attributes of a link",
        text(f'<a href="https://union.example/" ping="//{NEEDLE}.example" referrerpolicy="{NEEDLE}">x</a>'),
        "html-removed",
    ),
    warned(
        "a background",
        text(f'<table background="https://{NEEDLE}.example/x.png"><tr><td>x</td></tr></table>'),
        "html-removed",
    ),
    warned("a font", text(f'<font face="{NEEDLE}">x</font>'), "html-removed"),
    warned("a manifest", text(f'<html manifest="https://{NEEDLE}.example/">x</html>'), "html-removed"),
    warned(
        "a longdesc",
        text(f'<p><q cite="https://union.example/" longdesc="//{NEEDLE}.example">x</q></p>'),
        "html-removed",
    ),
)

LEAK = (
    safe("a note in a comment", text(f"本文\n\n<!-- 佐藤さんに確認 {NEEDLE} -->\n\n続き")),
    safe("a note in a comment inside a line", text(f"本文<!-- {NEEDLE} -->続き")),
    safe("a note over several lines", text(f"本文\n\n<!--\n{NEEDLE}\n\n{NEEDLE}\n-->\n\n続き")),
    safe("a note with a language's name", text(f"本文\n\n<!-- en {NEEDLE} -->\n\n続き")),
    safe("a note in a list", text(f"- 一<!-- {NEEDLE} -->\n- 二\n    <!-- {NEEDLE} -->")),
    safe("a note in a table", text(f"| a | b |\n|---|---|\n| x <!-- {NEEDLE} --> | y |")),
    safe("a note in a quote", text(f"> 引用<!-- {NEEDLE} -->")),
    safe("a note in a heading", text(f"## 見出し <!-- {NEEDLE} -->")),
    safe("a note with a tag in it", text(f"本文 <!-- <b>{NEEDLE}</b> --> 続き")),
    safe("a note with dashes in it", text(f"本文 <!-- a -- {NEEDLE} -- b --> 続き")),
    safe("a note with an arrow in it", text(f"本文 <!-- a > b {NEEDLE} --> 続き")),
    refused("a note without its end", text(f"本文\n\n<!-- {NEEDLE}\n\n続き"), "9 comment-not-closed"),
    refused("a note without its end in a line", text(f"本文 <!-- {NEEDLE}"), "7 comment-not-closed"),
    refused("a note that is ended wrongly", text(f"本文 <!-- {NEEDLE} -- > 続き"), "7 comment-not-closed"),
    safe("a comment in a header", post(f"kind: news  # {NEEDLE}", "本文")),
    safe("a line of comment in a header", post(f"# {NEEDLE}\nkind: news", "本文")),
    safe("a comment in a record", {f"{X}/tags.yml": f"# {NEEDLE}\n{LABELS}"}),
    safe("a name of a reference that nothing uses", text(f'本文\n\n[1]: https://union.example/ "{NEEDLE}"')),
    safe("a file that nothing links to", text("本文") | {f"{FOLDER}/members.csv": NEEDLE}),
    safe("a picture that nothing shows", text("本文") | {f"{FOLDER}/{NEEDLE}.jpg": NEEDLE}),
    *(
        safe(f"what a program leaves: {name}", text("本文") | {f"{FOLDER}/{name}": NEEDLE})
        for name in (
            "ja.md~",
            ".ja.md.swp",
            "#ja.md#",
            "ja.md.bak",
            "ja.md.orig",
            "ja.md.tmp",
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
            "._ja.md",
            "~$ja.docx",
            ".env",
            ".gitignore",
            ".~lock.ja.odt#",
            "4913~",
        )
    ),
    *(
        refused(
            f"a file that does not belong: {name}",
            text("本文") | {f"{FOLDER}/{name}": NEEDLE},
            f"{FOLDER}/{name}:1 {NOT_PUBLISHED.get(name.rpartition('.')[2], 'unknown-file')}",
        )
        for name in (
            "名簿.xlsx",
            "members.xls",
            "notes.txt",
            "letter.docx",
            "ja.md.txt",
            "ja (1).md",
            "ja のコピー.md",
            "ja - コピー.md",
            "ja copy.md",
            "ja (conflicted copy 2026-11-20).md",
            "ja.markdown",
            "ja.html",
            "x.js",
            "x.heic",
            "x.svg",
            "x.gif",
            "x.mp4",
            "backup.zip",
            "id_rsa",
            "ja.yml",
            "ja.md.sync-conflict-1.md",
            "新規テキスト.md",
        )
    ),
    *(
        refused(f"a file that does not belong in content: {name}", {f"content/{name}": NEEDLE}, f"content/{name}:1")
        for name in ("members.csv", "README.md", "drafts.md", "photo.jpg")
    ),
    refused("a folder of drafts", {f"content/drafts/{NEEDLE}/ja.md": NEEDLE}, "content/drafts:1 unknown-folder"),
    safe("a folder of the version control", {"content/.git/config": NEEDLE}),
    refused("a folder inside a post", text("本文") | {f"{FOLDER}/old/ja.md": NEEDLE}, f"{FOLDER}/old:1 unknown-file"),
    refused(
        "a file beside the posts", {"content/news/list.csv": NEEDLE}, "content/news/list.csv:1 file-outside-folder"
    ),
    refused(
        "a table that there is not", {"content/data/members.yml": NEEDLE}, "content/data/members.yml:1 unknown-file"
    ),
)

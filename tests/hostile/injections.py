"""Script and links in titles, texts and records that no reader's browser may run."""

from tests.hostile.case import FOLDER, NEEDLE, POST, post, refused, safe, text

X = "content/data"

LABELS = "wages:\n  label: {ja: 賃金, en: Wages}\nhours:\n  label: {ja: 労働時間, en: Hours}\n"

ALERT = f"<script>alert('{NEEDLE}')</script>"

BAD = f"<img src=x onerror=alert('{NEEDLE}')>"


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
            "the end of a CDATA": "]]><x>",
        }.items()
    ),
    refused("a comment in a title", title(f"<!--{NEEDLE}<b>-->"), "3 note-shown"),
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

"""Notes, leftovers and files beside the words, which nobody may see."""

from tests.hostile.case import FOLDER, NEEDLE, POST, post, refused, safe, text, warned

X = "content/data"

LABELS = "wages:\n  label: {ja: 賃金, en: Wages}\nhours:\n  label: {ja: 労働時間, en: Hours}\n"

NOT_PUBLISHED = {
    **dict.fromkeys(("xlsx", "xls", "docx"), "document-type"),
    **dict.fromkeys(("heic", "svg", "gif"), "picture-type"),
}

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
    *(
        refused(f"a note that ends too early: {name}", text(words), f"{line} comment-ends-early")
        for name, line, words in (
            ("a note in it", 11, f"本文\n\n<!--\nここは未定\n<!-- 要確認 -->\n\n{NEEDLE}\n\n-->\n\n続き"),
            ("a note in its line", 7, f"本文 <!-- 未定 <!-- 要確認 --> {NEEDLE} -->"),
            ("a note in it, and no end of its own", 9, f"本文<!-- 未定\n\n<!-- 要確認 -->\n\n{NEEDLE}"),
            ("an arrow", 7, f"本文 <!-- A --> B の件 {NEEDLE} --> 続き"),
            ("code in it", 9, f"<!-- 未定\n```\n-->\n{NEEDLE}\n-->"),
            ("its end in code", 7, f"<!-- `-->` {NEEDLE} -->"),
            ("a mark of exclamation", 7, f"本文 <!-- 未定 --!> {NEEDLE} -->"),
            ("a space in its end", 7, f"<!-- 未定 -- > {NEEDLE} -->"),
            ("its beginning is gone", 11, f"本文\n\n{NEEDLE}\n\n-->\n\n続き"),
            ("its beginning is code", 11, f"本文\n\n    <!--\n\n-->\n\n{NEEDLE}"),
            ("in a quote", 7, f"> <!-- 未定 <!-- x --> {NEEDLE} -->"),
            ("in a list", 8, f"- 一\n- <!-- 未定 <!-- x --> {NEEDLE} -->"),
            ("in HTML", 8, f"<div>\n<!-- 未定 <!-- x --> {NEEDLE} -->\n</div>"),
        )
    ),
    *(
        refused(f"a note that would stand on the page: {words}", text(f"一行目\n\n本文\n{words}"), "10 note-shown")
        for words in (
            f"![集会 <!-- {NEEDLE} -->](a.png)",
            f'[これ](/news/ "題 <!-- {NEEDLE} -->")',
            f"{{漢字<!-- {NEEDLE} -->|かんじ}}",
            f"{{漢字|かんじ<!-- {NEEDLE} -->}}",
            f'<p title="<!-- {NEEDLE} -->">続き</p>',
            f"＜!-- {NEEDLE} --＞",
            f"＜！－－ {NEEDLE} －－＞",
            f"<！-- {NEEDLE} -->",
            f"<! -- {NEEDLE} -->",
            f"<!- {NEEDLE} ->",
            f"<!  -- {NEEDLE} -->",
            f"<  ! -- {NEEDLE} -->",
            f"<!\u3000-- {NEEDLE} -->",
            f"<!_- {NEEDLE} -->",
            f"〈!-- {NEEDLE} --〉",
            f"〈！－－ {NEEDLE} －－〉",
            f"‹!-- {NEEDLE} --›",
            f"《!-- {NEEDLE} --》",
            f"<?{NEEDLE}?>",
            f"<!{NEEDLE}>",
            f"<![CDATA[{NEEDLE}]]>",
            f"<!– {NEEDLE} –>",
            f"- 一 <!ーー {NEEDLE} ーー>",
            f"`<!-- x -->` ＜!-- {NEEDLE} --＞",
        )
    ),
    *(
        warned(f"where a quotation comes from: {target}", text(f'<{tag} cite="{target}">x</{tag}>'), "7 html-removed")
        for tag, target in (
            ("blockquote", f"file:///home/{NEEDLE}/x"),
            ("q", f"http://{NEEDLE}-pc/x"),
            ("q", f"https://union.example/{NEEDLE}"),
            ("blockquote", f"/news/2026/{NEEDLE}/"),
            ("del", f"http://{NEEDLE}/x"),
        )
    ),
    refused("a note as signs by their names", text(f"本文 &lt;!-- {NEEDLE} --&gt;"), "7 note-shown"),
    *(
        refused(f"a note in a header: {header}", post(header), "5 note-shown")
        for header in (
            f"tags: [<!-- {NEEDLE} -->]",
            f"status: published <!-- {NEEDLE} -->",
            f"title_breaks: 題<!-- {NEEDLE} -->",
            f'title_breaks: "題 <!-- {NEEDLE} -->"',
            f'title_breaks: "題 \\u003c!-- {NEEDLE} -->"',
            f"title_breaks: 題＜！－－ {NEEDLE} －－＞",
            f"title_breaks: 題〈!-- {NEEDLE} --〉",
            f"title_breaks: 題<!{NEEDLE}>",
            f"title_breaks: 題<?{NEEDLE}?>",
        )
    ),
    refused(
        "a note in a title", {POST: f"---\ntitle: 題 <!-- {NEEDLE} -->\nsummary: 要約。\n---\n\n本文\n"}, "2 note-shown"
    ),
    refused(
        "a note in a summary",
        {POST: f"---\ntitle: 題\nsummary: 要約。<!-- {NEEDLE} -->\n---\n\n本文\n"},
        "3 note-shown",
    ),
    refused(
        "a note in a summary of several lines",
        {POST: f"---\ntitle: 題\nsummary: |\n  要約。\n  <!-- {NEEDLE} -->\n---\n\n本文\n"},
        "3 note-shown",
    ),
    refused(
        "a note in a record",
        {f"{X}/tags.yml": f"{LABELS}night:\n  label: {{ja: 夜勤 <!-- {NEEDLE} -->, en: Night}}\n"},
        f"{X}/tags.yml:6 note-shown",
    ),
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

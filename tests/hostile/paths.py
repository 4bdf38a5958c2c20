"""Paths that lead elsewhere, and files and folders under odd names."""

from tests.hostile.case import FOLDER, NEEDLE, POST, folder, link_to, pipe, post, refused, safe, text

WHOLE = f"---\nid: case2222\ntitle: 題名です\nsummary: 要約です。\n---\n\n日本語の本文です。{NEEDLE}\n"

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

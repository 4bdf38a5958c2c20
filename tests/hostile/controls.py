"""Good texts that look odd: nothing may be said of them, and nothing of them lost."""

import unicodedata

from tests.hostile.case import FOLDER, POST, good, post, text

HEAD = "---\nid: case2222\ntitle: 題名\nsummary: 要約です。\n---\n\n"
EN = f"{FOLDER}/en.md"


def titled(title: str) -> dict[str, str]:
    """Return a post with a title, as its writer types it."""
    return {POST: f"---\nid: case2222\ntitle: {title}\nsummary: 要約です。\n---\n\n本文です。\n"}


CONTROLS = (
    good(
        "Japanese punctuation",
        titled("春闘2026：賃上げ3％、「生活できる賃金」を！？（東京・大阪）"),
        "春闘2026：賃上げ3％",
    ),
    good("a colon in a quoted title", titled('"速報: 全日スト"'), "速報: 全日スト"),
    good("a colon in a title between single quotes", titled("'News: it''s over'"), "News: it&#39;s over"),
    good("a name with an apostrophe", titled("O'Neillさんの話")),
    good("an ampersand", titled("Q&Aと労使のP&L"), "Q&amp;A"),
    good("a less-than sign", titled("賃上げ率3％<物価高4％")),
    good("a hash in a quoted title", titled('"#春闘 #ストライキ"'), "#春闘 #ストライキ"),
    good("per cent and yen", titled("3.5％・¥1,500・＄10・№5")),
    good("a long title", titled("葛西食品の" + "とても長い名前の工場で働く人たちが" * 6 + "スト")),
    good("one letter", titled("勝")),
    good("a number for a title", titled('"2026"')),
    good("yes for a title", titled('"yes"')),
    good(
        "signs of repetition and old letters",
        text("佐々木さん、〆切、一ヶ月、ゝゞ、髙橋さん、﨑さん、𠮷野家、葛\U000e0100飾区、㈱、①、㌔、〜、―。"),
        "𠮷野家",
    ),
    good("half-width kana", text("ｽﾄﾗｲｷを決行しました。"), "ｽﾄﾗｲｷ"),
    good("mixed widths", text("ＡＬＴとALT、１２３と123。")),
    good("a wide space at a paragraph's start", text("\u3000字下げした段落です。")),
    good("emoji", text("勝ちました✊🏽🎉👩‍🏭👨‍👩‍👧‍👦🏳️‍🌈🇯🇵1️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿"), "👩‍🏭"),
    good("ruby", text("{団体交渉|だんたいこうしょう}をしました。"), "<rt>だんたいこうしょう</rt>"),
    good("a table", text("| 年 | 額 |\n|---|---:|\n| 2025 | 1,113円 |\n| 2026 | 1,163円 |"), "1,163円"),
    good(
        "code with a script in it",
        text('見本：`<script>alert(1)</script>`\n\n```html\n<script src="https://x.example/"></script>\n```'),
        "&lt;script",
    ),
    good("code with a header in it", text("```\n---\nstatus: draft\n---\n```"), "status: draft"),
    good(
        "code with a note in it",
        text("`<!-- 見本 -->`\n\n```html\n<!-- 見本 -->\n```\n\n    ＜!-- 見本 -->"),
        "&lt;!-- 見本",
    ),
    good("signs that begin no note", text("賃上げ<！！>、a <! b、`<!`、＜！重要！＞、A --> B、<-- これ"), "重要"),
    good(
        "notes and arrows in code",
        text("<!-- メモ -->\n\n```html\n<!-- a <!-- b --> c -->\n```\n\n`-->` と `<!-- x -->`\n\n    x --> y"),
        "--&gt; y",
    ),
    good("a text on XML", text('本文\n\n<?xml version="1.0"?>\n<!DOCTYPE member [\n  <!ENTITY a "b">\n]>'), "本文"),
    good(
        "instructions in code",
        text("`<?php`、`<!DOCTYPE html>`、`<![CDATA[`\n\n```xml\n<?xml version='1.0'?>\n<!DOCTYPE html>\n```"),
        "&lt;?xml",
    ),
    good(
        "two notes and an arrow of one sign",
        text("<!-- 一 --> A → B <!-- 二 -->\n\n<!--\n三\n\n四\n-->\n\n終わり"),
        "→ B",
    ),
    good("names in brackets with exclamations", text("〈勝利！〉《やった！》≪！≫ 3<5!、a<?、何<？>"), "〈勝利！〉"),
    good("an exclamation in a header", titled("やった！-勝利-＜速報！＞")),
    good("the words of a state in a sentence", text("この法案のstatus: draft という表示は、まだ案だという意味です。")),
    good("a list of states", text("- status: 状態\n- date: 日付"), "状態"),
    good("template words", text("`{{ site.title }}` と {{ x }} と {% if %}"), "{{ x }}"),
    good("brackets and braces", text("［注］〔参考〕{これ}【速報】<これ>《これ》")),
    good(
        "links outside",
        text(
            "[厚労省](https://www.mhlw.go.jp/) <https://union.example/a?b=c&d=e#f> [日本語](https://例え.jp/) "
            "[検索](https://ja.wikipedia.org/wiki/労働組合)"
        ),
        "https://例え.jp/",
    ),
    good(
        "a host of Japanese and Latin letters",
        text("[店](https://café.example/) [店](https://北海道abc.jp/) [店](https://xn--r8jz45g.jp/)"),
    ),
    good(
        "a link to its own host",
        text(
            "[union.example](https://union.example/) [https://www.union.example/a](https://www.union.example/a/) "
            "[www.union.example](https://union.example/)"
        ),
    ),
    good(
        "a link's words with a host in them",
        text("[union.exampleの紹介](https://other.example/) [About www.union.example](https://x.example/)"),
    ),
    good(
        "a file's name as a link's words",
        text(
            "[要求書.pdf](placard.csv) [README.md](https://union.example/README.md) [Node.js](https://union.example/node)"
        )
        | {f"{FOLDER}/placard.csv": "x"},
    ),
    good(
        "words with dots that name no host",
        text(
            " ".join(
                f"[{words}](https://other.example/)"
                for words in (
                    "main.py",
                    "debug.gem",
                    "3.5",
                    "Node.js",
                    "v1.2",
                    "No.1",
                    "e.g.",
                    "U.S.A.",
                    "Ph.D.",
                    "2026.11.22",
                    "Dr.Sato",
                    "声明。English",
                    "記事はこちら。PDF",
                    "労基法第34条.",
                    "Yahoo!ニュース",
                    "10.2%",
                    "つづく…",
                    "St.Luke",
                )
            )
        ),
        "main.py",
    ),
    good(
        "its own host written otherwise",
        text(
            "[UNION.EXAMPLE](https://union.example/) [https：//union.example/](https://union.example/) [例え.jp](https://例え.jp/) "
            "[くわしくはunion.example](https://www.union.example/) [例え.jp](https://xn--r8jz45g.jp/) [x](HTTPS://union.example/) "
            '<a href=" https://union.example/ ">x</a> [x](http://8.8.8.8/) [x](https://home.example/)'
        ),
    ),
    good(
        "a mail address",
        text(
            "[office@hikari.example](mailto:office@hikari.example) <office@hikari.example> [窓口](mailto:desk@hikari.example)"
        ),
    ),
    good("a mail address with a subject", text("[メール](mailto:office@hikari.example?subject=%E7%9B%B8%E8%AB%87)")),
    good("quotes in Hebrew and Arabic", text("> שלום לעובדים\u200f!\n\n> تضامن مع العمال\u200e (2026)")),
    good("Persian with its own joins", text("می\u200cخواهیم")),
    good("Hindi and Thai and Korean", text("मज़दूर एकता\n\nสหภาพแรงงาน\n\n단결")),
    good("Vietnamese and Portuguese", text("Đoàn kết! União dos trabalhadores, não à demissão.\n\n外国人の組合員へ。")),
    good("decomposed kana", {POST: unicodedata.normalize("NFD", HEAD + "がぎぐ、パピプです。\n")}, "がぎぐ、パピプ"),
    good("a byte order mark", {POST: b"\xef\xbb\xbf" + (HEAD + "本文です。\n").encode()}),
    good("the line ends of Windows", {POST: (HEAD + "本文です。\n\n二段落目です。\n").replace("\n", "\r\n")}),
    good("the line ends of old Macs", {POST: (HEAD + "本文です。\n").replace("\n", "\r")}),
    good("no line end at the end", {POST: (HEAD + "本文です。")}),
    good("many empty lines", {POST: HEAD + "本文です。\n\n\n\n\n二段落目です。\n\n\n\n"}),
    good("spaces at line ends", {POST: HEAD + "本文です。  \n改行です。  \n"}),
    good(
        "a file name from macOS",
        text(f"[名簿ではない資料]({unicodedata.normalize('NFC', 'がぎぐ.csv')})")
        | {f"{FOLDER}/{unicodedata.normalize('NFD', 'がぎぐ.csv')}": "x"},
    ),
    good("a file name in Japanese", text("[要求書](要求書.csv)") | {f"{FOLDER}/要求書.csv": "x"}),
    good("a file name with spaces", text("[x](<a b.csv>) [x](a%20b.csv)") | {f"{FOLDER}/a b.csv": "x"}),
    good("a comment in a header", post("kind: strike  # 種類", "本文です。")),
    good("an empty field", post("dispute:\ncampaign:\ntags: []", "本文です。")),
    good(
        "fields in another order",
        {POST: "---\nkind: rally\nsummary: 要約\ntitle: 題\ntags: [wages]\nid: case2222\n---\n\n本文です。\n"},
    ),
    good("tags one below the other", post("tags:\n  - wages\n  - hours", "本文です。")),
    good(
        "a summary over several lines",
        {POST: "---\nid: case2222\ntitle: 題\nsummary: >\n  一行目の要約、\n  二行目です。\n---\n\n本文です。\n"},
        "二行目です",
    ),
    good(
        "both languages in one file",
        {
            f"{FOLDER}/post.md": "---\nid: case2222\ntitle: {ja: 題, en: Title}\nsummary: {ja: 要, en: S}\n---\n\n"
            "<!-- ja -->\n\n本文です。\n\n<!-- en -->\n\nThe text.\n"
        },
        "The text.",
    ),
    good(
        "two files",
        post("", "本文です。") | {EN: "---\ntitle: Our strike\nsummary: It was one.\n---\n\nThe text.\n"},
        "The text.",
    ),
    good("a rule below a text", text("本文です。\n\n---\n\n続きです。"), "<hr>"),
    good("a heading underlined", text("見出し\n---\n\n本文です。"), "見出し</h2>"),
    good("equals signs underneath a heading", text("見出し\n=======\n\n本文です。"), "見出し</h2>"),
    good("arrows and angle brackets", text("賃上げ >>> 物価高 <<< 生活苦\n\n-> => <- <="), "賃上げ"),
    good(
        "harmless HTML",
        text("<details><summary>もっと</summary>詳しく</details>\n\nH<sub>2</sub>O<br>次の行"),
        "<sub>2</sub>",
    ),
    good("footnotes", text("本文[^1]です。\n\n[^1]: 注です。"), "注です。"),
    good("numbers and dates in a text", text("2026年11月20日（金）18:30〜、時給1,500円、3/4の組合員、第1回。")),
    good("a quotation of one line in English", text("> Workers of the world, unite!\n\nこの言葉で始まりました。")),
    good("a title of Latin letters in a Japanese post", titled("ALT STRIKE 2026")),
    good(
        "a Japanese name in an English post",
        text("本文です。") | {EN: "---\ntitle: 春闘 (Shunto) 2026\nsummary: S\n---\n\nShunto (春闘) begins.\n"},
    ),
    good("what a program leaves", text("本文です。") | {f"{FOLDER}/.DS_Store": "x", f"{FOLDER}/Thumbs.db": "x"}),
)

"""The report of an import in the writer's language: counts to be printed, and every line with its old address."""

from collections.abc import Iterator, Mapping

from plugins.importing.entries import Broken, Report

GROUPS = {
    "ja": ("移ったもの", "変えたもの", "移せなかったもの・人が見るもの"),
    "en": ("Came over", "Changed", "Not understood, or for a person to look at"),
}
# key -> the group, the words in Japanese, the words in English; in the order in which they are told
WORDS: Mapping[str, tuple[int, str, str]] = {
    "new-posts": (0, "新しい記事", "new posts"),
    "new-pages": (0, "新しい固定ページ", "new fixed pages"),
    "new-pairs": (0, "そのうち二つ以上の言語がそろったもの", "of them in two languages or more"),
    "new-drafts": (0, "そのうち下書き", "of them drafts"),
    "here": (0, "前に移したもの（変えていません）", "here already, left as they are"),
    "new-tags": (0, "新しいタグ", "new tags"),
    "pictures": (0, "写真", "pictures"),
    "documents": (0, "文書（PDF・CSV）", "documents (PDF, CSV)"),
    "redirects": (0, "新しいアドレスへ案内する古いアドレス", "old addresses that lead on"),
    "not-public": (1, "公開でなかったので下書きにしたもの", "not public there: a draft here"),
    "page-kept-back": (
        1,
        "公開でなかった固定ページ。下書きの記事にしました",
        "fixed pages that were not public: drafts of posts",
    ),
    "page-below": (1, "ほかの固定ページの下にあったもの。並べました", "fixed pages below others: side by side now"),
    "sticky": (
        1,
        "先頭に固定していた記事。site.yml の lead_post に書けます",
        "sticky posts: write one as lead_post in site.yml",
    ),
    "pair-parted": (1, "片方の言語だけが公開。二つに分けました", "public in one language only: parted into two"),
    "slug-taken": (1, "アドレスがほかと同じ。番号を付けました", "the address was taken: it has a number now"),
    "slug-made": (1, "アドレスにローマ字がない。番号にしました", "no Latin letters in the address: it is a number now"),
    "tag-made": (1, "タグの名前にローマ字がない。キーを作りました", "no Latin letters in a tag: its key was made up"),
    "language-guessed": (1, "言語が書いてないので文字から決めたもの", "the language was told by the letters"),
    "address-guessed": (
        1,
        "古いアドレスを、その道具のふつうの形から決めたもの",
        "the old address was told by the generator's usual form",
    ),
    "untitled": (1, "題がないもの", "without a title"),
    "no-text": (1, "本文がないもの。題を本文にしました", "without a text: the title stands there"),
    "title-changed": (1, "題か要約の記号を変えたもの", "signs in a title or summary were changed"),
    "summary-cut": (1, "要約を短くしたもの", "summaries that were cut"),
    "no-date": (1, "日付がないもの。今日にしました", "without a date: it has that of today"),
    "hidden-signs": (1, "見えない記号を消したもの", "signs that nobody sees were taken out"),
    "control-characters": (1, "消した制御文字", "control characters taken out of the file"),
    "picture-undescribed": (
        1,
        "写真に説明がない。alt を書いてください",
        "pictures without a description: write their alt",
    ),
    "photos-held": (
        2,
        "人が見るまで出ない写真。people: undecided を書き換えてください",
        "pictures that are shown once a person has looked: change their people: undecided",
    ),
    "picture-missing": (2, "写真がない", "pictures that are not there"),
    "picture-unread": (2, "写真が読めない", "pictures that cannot be read"),
    "picture-kind": (
        2,
        "写真の種類が出せない（JPEG・PNG・WebPだけ）",
        "pictures of a kind that is not published (JPEG, PNG, WebP are)",
    ),
    "picture-outside": (2, "ほかのサイトにある写真", "pictures on other sites"),
    "file-missing": (2, "文書がない", "documents that are not there"),
    "file-unread": (2, "文書をきれいにできない", "documents that cannot be made clean"),
    "file-kind": (2, "出せない種類のファイル", "files of a kind that is not published"),
    "link-unknown": (
        2,
        "前のサイトの、移っていない所へのリンク",
        "links to something of the old site that did not come over",
    ),
    "link-held": (2, "公開でないものへのリンク。言葉だけ残しました", "links to what is not public: the words stay"),
    "link-dropped": (
        2,
        "ページの中や、使えない種類のリンク。言葉だけ残しました",
        "links within the page, or of a kind that is not published: the words stay",
    ),
    "not-led": (
        2,
        "新しいアドレスへ案内できない古いアドレス（「?」があるか、このサイトのページと同じ）",
        "old addresses that cannot lead on (a “?” in it, or a page of this site has it)",
    ),
    "embedded": (2, "埋め込み（動画・フォーム・スクリプトなど）", "embedded things: videos, forms, scripts"),
    "shortcode": (2, "ショートコード。文字のまま残しました", "shortcodes: left as words"),
    "block": (2, "WordPressが表示するときに作るブロック", "blocks that WordPress makes when it shows them"),
    "template": (2, "テンプレートの記号。文字のまま残しました", "template code: left as words"),
    "table": (2, "入り組んだ表。見直してください", "tables with joined cells: look at them"),
    "too-deep": (2, "入れ子が深すぎる。文字だけ移しました", "nested too deep: the words alone came over"),
    "links-lost": (2, "リンクに誤りがある。言葉だけ移しました", "refused links: the text came over without its links"),
    "words-only": (
        2,
        "このサイトの規則に合わない。文字だけ移しました",
        "against the rules of this site: the words alone came over",
    ),
    "left-out": (2, "移せなかったもの", "could not be brought over"),
    "pair-unread": (2, "言語の組が読めない", "pairs of languages that cannot be read"),
    "pair-twice": (2, "同じ言語の記事が一つの組に二つ", "two texts of one language in one pair"),
    "no-pairs": (
        2,
        "言語の組がない。WordPressの「すべてのコンテンツ」でもう一度書き出すと組が入ります",
        "no pairs of languages: export “All content” from WordPress again, which holds them",
    ),
    "translation-not-added": (
        2,
        "前に移した記事の、別の言語。手で足してください",
        "another language of what is here already: add it by hand",
    ),
    "other-language": (2, "このサイトにない言語", "in a language that this site does not have"),
    "twice": (2, "同じものが二度", "the same thing twice"),
    "empty": (2, "題も本文もない", "no title and no text"),
    "other-type": (2, "記事でも固定ページでもないもの", "neither posts nor pages"),
    "other-taxonomy": (2, "カテゴリーとタグのほかの分類", "other taxonomies than categories and tags"),
    "fields-of": (2, "カスタムフィールド", "custom fields"),
    "field-unknown": (2, "わからない項目", "fields that are not understood"),
    "header-unread": (2, "見出し部が読めない", "headers that cannot be read"),
    "section-page": (2, "一覧のページ（_index）", "pages of lists (_index)"),
    "other-text": (2, "Markdownでない文書", "texts that are no Markdown"),
    "not-utf8": (2, "UTF-8でないか、読めない", "not UTF-8, or cannot be read"),
    "file-too-large": (2, "大きすぎる", "too large"),
    "comments": (2, "コメント（移しません）", "comments (not brought over)"),
    "authors": (
        2,
        "書いた人の名前（移しません。人がたどられないため）",
        "names of authors (not brought over: nobody shall be traced)",
    ),
    "custom-fields": (2, "カスタムフィールドの値", "values of custom fields"),
    "wpml": (2, "WPMLの記事（言語の組は読めません）", "items of WPML (its pairs are not read)"),
}
OTHER_TYPES = {"ja": "WordPressのもの: {name}", "en": "of WordPress itself: {name}"}
REFUSALS: Mapping[str, tuple[str, str]] = {
    "too-large": (
        "大きすぎます。WordPressの書き出しで期間を分けます。",
        "It is too large. Export shorter periods from WordPress.",
    ),
    "doctype": (
        "DOCTYPEの宣言があるか、文字コードがUTF-8でないので読みません。WordPressの「ツール」→「エクスポート」のファイルを使います。",
        "It declares a DOCTYPE or is not UTF-8, and is not read. Use the file that “Tools, Export” of WordPress gives.",
    ),
    "no-export": (
        "WordPressの書き出しではありません。「ツール」→「エクスポート」のXMLファイルを使います。",
        "It is no export of WordPress. Use the XML file that “Tools, Export” gives.",
    ),
    "xml": (
        "ここでXMLが壊れています。もう一度書き出すか、この行を直します。",
        "The XML is broken here. Export it again, or mend this line.",
    ),
    "no-texts": (
        "Markdownのファイル（.md）がありません。記事のあるフォルダを指定します。",
        "There is no Markdown file (.md). Name the folder with the texts.",
    ),
}


def refusal(fault: Broken, path: str, lang: str) -> str:
    """Return why a file was not read, in one line with its place."""
    words = REFUSALS[fault.key][lang != "ja"]
    return f"{path}:{fault.line}: {words}" if fault.line else f"{path}: {words}"


def brief_lines(report: Report, lang: str) -> list[str]:
    """Return the counts, group by group."""
    lines = []
    for group, head in enumerate(GROUPS[lang]):
        found = [(key, words[1 + (lang != "ja")]) for key, words in WORDS.items() if words[0] == group]
        said = [f"  {report.counts[key]:>6}  {text}" for key, text in found if report.counts[key]]
        said += _types(report, lang) if group == len(GROUPS[lang]) - 1 else []
        lines += [f"{head}:", *said] if said else []
    return lines


def _types(report: Report, lang: str) -> Iterator[str]:
    for key, number in sorted(report.counts.items()):
        if key.startswith("type ") and key != "type attachment":
            yield f"  {number:>6}  {OTHER_TYPES[lang].format(name=key.removeprefix('type '))}"


def full_report(report: Report, lang: str) -> str:
    """Return the whole report: the counts, then each thing with its old address."""
    lines = [*brief_lines(report, lang), ""]
    for key, words in WORDS.items():
        notes = [(place, detail) for found, place, detail in report.notes if found == key]
        lines += (
            [words[1 + (lang != "ja")], *(f"  {'  '.join(filter(None, note))}" for note in notes), ""] if notes else []
        )
    return "\n".join(_printable(line) for line in lines)


def _printable(line: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in line)

"""What `forget` says, in Japanese and English; it prints no name."""

from collections.abc import Iterable, Iterator

from plugins.people.records import (
    CONTACT,
    COPIED,
    DESK,
    DOCUMENT,
    FILE,
    OPENED,
    PHOTO,
    PICTURE,
    QUOTE,
    REFERENCE,
    SHOWN,
    TEXT,
    TYPED,
    UNREAD,
    Found,
)

WHAT = {
    "en": {
        CONTACT: "the record of the contact",
        REFERENCE: "a line that names the contact",
        DESK: "the contact at the foot of every page",
        QUOTE: "a quote of this person",
        TEXT: "the text names this person",
        FILE: "the name of this file or folder names this person",
        PHOTO: "a photo that may show this person",
        PICTURE: "a picture whose name or words name this person",
        DOCUMENT: "a PDF whose words name this person",
        SHOWN: "a line that shows a picture of this list or leads to a PDF of it",
        UNREAD: "nobody can tell what stands in this file",
        TYPED: "text that was typed at the desk and not saved names this person",
        OPENED: "what the desk keeps of an opened form names this person",
        COPIED: "a text that was kept to be decided, or as a copy, names this person",
    },
    "ja": {
        CONTACT: "連絡先の記録です",
        REFERENCE: "この連絡先を使う行です",
        DESK: "すべてのページの下に出る連絡先です",
        QUOTE: "この人の発言です",
        TEXT: "この人の名前か連絡先が書いてあります",
        FILE: "ファイルかフォルダの名前に、この人の名前が入っています",
        PHOTO: "この人が写っているかもしれない写真です",
        PICTURE: "ファイル名か説明に、この人の名前のある画像です",
        DOCUMENT: "文章にこの人の名前のあるPDFです",
        SHOWN: "この一覧にある画像を見せる行か、PDFへのリンクの行です",
        UNREAD: "このファイルの中は読めませんでした",
        TYPED: "執筆デスクで保存していない文に、この人の名前があります",
        OPENED: "執筆デスクが控えた、開いた画面のもとに、この人の名前があります",
        COPIED: "どちらにするか決めるため、または写しとして残した文章に、この人の名前があります",
    },
}
BY_HAND = {
    "en": {
        DESK: "Write the key of another contact.",
        FILE: 'Rename it; a post with "python3 run.py rename".',
        PHOTO: "Look at it; delete it if it does.",
        PICTURE: "Delete it, and every line that shows it.",
        DOCUMENT: "Print it anew without the name; or delete it with its links: --documents --yes.",
        UNREAD: "Open it and look.",
        TYPED: "Open the desk; save it without the name, or throw it away.",
        COPIED: "Decide at the desk what is open there, then delete it.",
        "": "Delete it, or write it anew.",
    },
    "ja": {
        DESK: "ほかの連絡先のキーを書きます。",
        FILE: "名前を変えます。記事なら「python3 run.py rename」を使います。",
        PHOTO: "見て確かめ、写っていれば消します。",
        PICTURE: "この画像と、見せている行をすべて消します。",
        DOCUMENT: "名前のないPDFを作り直すか、--documents --yes を付けてリンクごと消します。",
        UNREAD: "開いて確かめます。",
        TYPED: "執筆デスクを開き、名前を消して保存するか、捨てます。",
        COPIED: "決めていないものをデスクで決めてから、消します。",
        "": "消すか、書き直します。",
    },
}
REMOVED = {"en": "Removed.", "ja": "消しました。"}
REMOVABLE = {"en": "--yes removes it.", "ja": "--yes を付けると消します。"}
ASKED = {
    "en": 'Type the key of a contact, or a name of two signs or more: python3 run.py forget "Hanako Mihon, 見本花子"',
    "ja": '連絡先のキーか、2文字以上の名前を書きます: python3 run.py forget "見本花子, みほんはなこ, Hanako Mihon"',
}
OUTSIDE = {
    "en": (
        "Build and publish again. Then look at, or ask about, the copies that no command reaches:",
        "- pictures in content/, and pictures in PDFs: faces and words in them were not looked at",
        "- the public branch: its history keeps old pages. Run python3 run.py publish --no-history",
        "- the history of this source, and every clone of it: whoever may read it finds what was there, "
        "also each picture and PDF that was deleted",
        "- what the build remembers on this and other desks: python3 run.py clean",
        "- other desks: what is unsaved or kept there is found by this command on that machine; and browsers in which "
        "the desk was open keep text that it did not get: open it there once more",
        "- files that you wrote for translators (.po), archives of the site (.zip), calendars of deadlines (.ics)",
        "- the history of this terminal, where you have just typed the name",
        "- the web archive (info@archive.org) and archive.today: ask for the pages by their addresses",
        "- search engines: ask Google, Bing and Yahoo! JAPAN to drop the old copy of each page",
        "- feed readers and mail services that keep what they fetched: write to those you know of",
        "- newsletters: the files in newsletters/, and those that were sent",
        "- previews in LINE, X and Facebook: share the address again, or have the cache cleared",
        "- partner unions and supporters who copied the text, translations, mirrors on disks and sticks",
        "- press kits that journalists have downloaded: tell those who wrote to you",
        "- printed leaflets, PDFs that were sent, and calendars that subscribers keep",
    ),
    "ja": (
        "もう一度ビルドして公開します。そのあと、コマンドの届かない写しを確かめ、消すよう頼みます。",
        "- content/ の画像と、PDFの中の画像: 写っている人と文字は見ていません",
        "- 公開用のブランチ: 履歴に前のページが残ります。python3 run.py publish --no-history を実行します",
        "- このソースの履歴と、そのすべての写し（クローン）: 前に書いてあったことも、消した画像やPDFも残ります",
        "- この机とほかの机で、ビルドが覚えているもの: python3 run.py clean",
        "- ほかの机: 保存していない文や控えは、そのパソコンでこのコマンドを実行すると見つかります。"
        "執筆デスクを開いたブラウザーにも、"
        "届かなかった文が残ることがあるので、そこでもう一度開きます",
        "- 翻訳者に渡すファイル（.po）、サイトの控え（.zip）、期限のカレンダー（.ics）",
        "- いま名前を打った、この端末の履歴",
        "- ウェブアーカイブ（info@archive.org）と archive.today: ページのアドレスを示して頼みます",
        "- 検索エンジン: Google、Bing、Yahoo! JAPAN に、各ページの古い写しを消すよう頼みます",
        "- 取り込んだ記事を残すフィードリーダーやメール配信: わかる所に頼みます",
        "- メールのニュース: newsletters/ のファイルと、送ったもの",
        "- LINE、X、Facebook のプレビュー: アドレスをもう一度投稿するか、キャッシュを消してもらいます",
        "- 文章を写したほかの組合や支援者、訳文、ディスクやUSBに入れたミラー",
        "- 報道の人が受け取った報道用資料: 取材のあった所に知らせます",
        "- 印刷したビラ、送ったPDF、カレンダーを登録した人の手元",
    ),
}
NO_RETURN = {
    "en": "So that the name cannot come back, add a line with all of its spellings, divided by commas, to {path}",
    "ja": "名前がまた載らないように、すべての書き方をコンマで区切った1行を {path} に足します",
}
NOTHING = {
    "en": "Nothing here names this person. Other spellings (漢字, かな, romaji) may find more.",
    "ja": "ここにこの人の名前はありません。ほかの書き方（漢字、かな、ローマ字）でも探してみます。",
}


def asked_for_more(lang: str) -> str:
    """Return what to type where nothing was given that can be looked for."""
    return ASKED[lang]


def report(found: Iterable[Found], is_done: bool, lang: str) -> Iterator[str]:
    """Yield a line for each place, with what was done there or is to be done."""
    is_empty = True
    for place in found:
        is_empty = False
        own = (REMOVED if is_done else REMOVABLE)[lang]
        remedy = own if place.is_own else BY_HAND[lang].get(place.what, BY_HAND[lang][""])
        stop, space = ("。", "") if lang == "ja" else (".", " ")
        yield f"{place.path}:{place.line}: {WHAT[lang][place.what]}{stop}{space}{remedy}"
    if is_empty:
        yield NOTHING[lang]


def outside_copies(names: str, lang: str) -> Iterator[str]:
    """Yield the copies that no command reaches, and how the name is kept out; `names` is the list of private names."""
    yield from OUTSIDE[lang]
    if names:
        yield NO_RETURN[lang].format(path=names)

"""What a file can tell of the people behind it, by a short key, with its words in both languages."""

from collections.abc import Iterable

PLACE = "place"
TRACES: dict[str, tuple[str, str]] = {
    PLACE: ("place (GPS)", "撮影場所（GPS）"),
    "name": ("name of a person", "人の名前"),
    "date": ("date and time", "日時"),
    "camera": ("camera", "カメラの機種"),
    "serial": ("serial number", "製造番号"),
    "settings": ("camera settings", "撮影の設定"),
    "maker": ("the maker's own data", "メーカー独自の情報"),
    "program": ("program", "作成したソフト"),
    "words": ("words", "説明やコメント"),
    "thumbnail": ("small preview picture", "縮小画像"),
    "second": ("further pictures", "2枚目以降の画像"),
    "xmp": ("XMP data", "XMP情報"),
    "iptc": ("IPTC data", "IPTC情報"),
    "profile": ("colour profile", "カラープロファイル"),
    "behind": ("data behind the end of the file", "ファイルの末尾より後ろのデータ"),
    "unknown": ("data that cannot be read", "読み取れないデータ"),
    "title": ("title", "表題"),
    "attachment": ("attached files", "添付ファイル"),
    "script": ("script", "スクリプト"),
    "action": ("actions that run by themselves", "自動で動く操作"),
    "form": ("form fields", "フォームの入力欄"),
    "comments": ("comments", "注釈"),
    "earlier": ("earlier versions of the text", "変更前の版"),
    "unlisted": ("old objects or notes that no page uses", "どのページも使っていない古い内容やメモ"),
    "layers": ("layers, some perhaps hidden", "レイヤー（隠れたものを含む）"),
    "link": ("links to files of a computer", "パソコンの中のファイルへのリンク"),
    "mark": ("identifier of the file", "ファイルの識別番号"),
    "private": ("private data of programs", "ソフト独自の情報"),
    "photo": ("metadata of a photo inside", "中の写真の情報"),
}


def words_of(traces: Iterable[str], lang: str) -> str:
    """Return traces in words, in the order of the table."""
    found = set(traces)
    words = [(ja if lang == "ja" else en) for key, (en, ja) in TRACES.items() if key in found]
    return ("、" if lang == "ja" else ", ").join(words)

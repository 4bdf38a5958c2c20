"""The sentences of the preview, in the writer's language."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {  # name -> (Japanese, English)
    "address": ("プレビュー: {address} （終わるときはCtrl-C）", "Preview: {address} (Ctrl-C ends it)"),
    "other-port": (
        "ポート{wanted}は使われているので、{port}を使います。",
        "Port {wanted} is in use; this is {port}.",
    ),
    "updated": (
        "更新: 書き出し{written}、削除{removed}（{seconds:.3f}秒）",
        "Updated: {written} written, {removed} removed, in {seconds:.3f} seconds.",
    ),
    "restart": (
        "プログラムか設定が変わったので、プレビューを始めからやり直します。",
        "The program or its settings changed: the preview starts anew.",
    ),
    "slow-watch": (
        "見張るフォルダが多すぎるため、変更に気づくのが遅くなります。",
        "There are too many folders to watch at once, so changes are noticed more slowly.",
    ),
    "errors": (
        "エラーが{count}件あります。前のページを表示しています。",
        "{count} errors. You see the pages as they were before.",
    ),
    "one-error": (
        "エラーが1件あります。前のページを表示しています。",
        "1 error. You see the page as it was before.",
    ),
    "warnings": ("注意{count}件", "{count} warnings"),
    "one-warning": ("注意1件", "1 warning"),
    "close": ("閉じる", "Close"),
    "nothing-yet": ("まだページがありません", "There is no page yet"),
    "own-fault": (
        "プログラムかテーマの中で止まりました。直して保存すると、続きから動きます。",
        "The program or the theme stopped here. Mend it and save; the preview goes on.",
    ),
}


def words(name: str, lang: str, **values: object) -> str:
    """Return a sentence of the preview in Japanese if asked for, else in English."""
    ja, en = WORDS[name]
    return (ja if lang == "ja" else en).format(**values)


def counted(name: str, lang: str, count: int) -> str:
    """Return a sentence about `count` things."""
    return words(f"one-{name.removesuffix('s')}" if count == 1 else name, lang, count=count)

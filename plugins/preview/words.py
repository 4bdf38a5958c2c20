"""The sentences of the preview, in the writer's language."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {  # name -> (Japanese, English)
    "address": ("プレビュー: {address} （終わるときはCtrl-C）", "Preview: {address} (Ctrl-C ends it)"),
    "shared": ("同じネットワークのスマートフォンで: {address}", "On a phone in the same network: {address}"),
    "who-sees": (
        "同じネットワーク（Wi-Fi）にいて、このアドレスを知っている人はだれでも、公開することになるページを見られます"
        "（下書きは入りません。Ctrl-Cで終わります）。暗号化しないhttpなので、公共のWi-Fiでは使わないでください。",
        "Everybody in the same network (Wi-Fi) who has this address can see what would be published; drafts are not in "
        "it, and Ctrl-C ends it. It is plain http, not encrypted: do not use it in a public Wi-Fi.",
    ),
    "no-network": (
        "このパソコンは、Wi-Fiなどの家や事務所のネットワークにつながっていないようです。"
        "つないでから、もう一度実行します。",
        "This machine seems to be in no local network. Connect it to the Wi-Fi that the phone is in, then run this "
        "again.",
    ),
    "several-networks": (
        "このパソコンは複数のネットワークにつながっています（VPNなど）。"
        "スマートフォンと同じもののアドレスを選んで、次のどれかを入力します:\n{typed}",
        "This machine is in several networks (one may be a VPN). Choose the one that the phone is in, and type one of "
        "these:\n{typed}",
    ),
    "not-here": (
        "「{found}」は、このパソコンのアドレスではありません。「python3 run.py preview --share」と入力します。",
        '"{found}" is no address of this machine. Type "python3 run.py preview --share".',
    ),
    "not-local": (
        "「{found}」では、インターネットのだれからでも見えるかもしれないので、使いません。"
        "「python3 run.py preview --share」と入力します。",
        'At "{found}" the whole internet might see it, so it is not used. Type "python3 run.py preview --share".',
    ),
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

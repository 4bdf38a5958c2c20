"""What the desk says at the terminal, and why it does not do what was asked, in both languages."""

WORDS = {
    "ja": {
        "address": "執筆デスク: {address} （終わるときはCtrl-C）",
        "ended": "執筆デスクを終えました。保存していない文は控えてあります。"
        "続けるときは「python3 run.py desk」を実行します。",
        "ended-outside": "執筆デスクが外から終わらされました（{signal}）。保存していない文は控えてあります。"
        "続けるときは「python3 run.py desk」を実行します。",
        "ended-fault": "プログラムの中で止まり、執筆デスクを終えました。保存していない文は控えてあります。"
        "「python3 run.py desk」をもう一度実行します。同じことが続くときは、上の行をプログラムの担当の人に見せます。",
        "changed": "保存する前に、ほかで変わりました。もう一度保存を押します。",
        "no-title": "題を書きます。", "no-day": "日付は 2026-11-25 のように書きます。",
    },
    "en": {
        "address": "Writing desk: {address} (Ctrl-C ends it)",
        "ended": "The desk has ended. What was typed and not saved is kept. To go on, type: python3 run.py desk",
        "ended-outside": "The desk was ended from outside ({signal}). What was typed and not saved is kept. "
        "To go on, type: python3 run.py desk",
        "ended-fault": "The program stopped at a fault of its own, and the desk has ended. What was typed and not "
        "saved is kept. Type python3 run.py desk again; if it comes back, show the lines above to whoever looks after "
        "the program.",
        "changed": "The file changed while you saved. Press save again.",
        "no-title": "Write a headline.", "no-day": "Write the day like 2026-11-25.",
    },
}  # fmt: skip


def say(name: str, lang: str, **values: object) -> str:
    """Return a sentence in Japanese or English."""
    return WORDS[lang][name].format(**values)

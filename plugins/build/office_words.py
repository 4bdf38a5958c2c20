"""What the desk says at the terminal, and why it does not do what was asked, in both languages."""

WORDS = {
    "ja": {
        "address": "執筆デスク: {address} （終わるときはCtrl-C）",
        "changed": "保存する前に、ほかで変わりました。もう一度保存を押します。",
        "no-title": "題を書きます。", "no-day": "日付は 2026-11-25 のように書きます。",
    },
    "en": {
        "address": "Writing desk: {address} (Ctrl-C ends it)",
        "changed": "The file changed while you saved. Press save again.",
        "no-title": "Write a headline.", "no-day": "Write the day like 2026-11-25.",
    },
}  # fmt: skip


def say(name: str, lang: str, **values: object) -> str:
    """Return a sentence in Japanese or English."""
    return WORDS[lang][name].format(**values)

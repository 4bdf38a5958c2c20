"""What one language of an item says and the other does not."""

from plugins.problems.rules.rule import Rule

_EN = '"{found}" in "{here}", but "{other}" at {place}: "{there}".'
_JA = "「{here}」に「{found}」とありますが、{place} では「{other}」です（「{there}」）。"

TRANSLATION_RULES = (
    Rule(
        "parity-number",
        en=(f"a number differs: {_EN}", "Compare both lines, and correct the one that is wrong."),
        ja=(f"数が違います。{_JA}", "二つの行を見比べて、違っているほうを直します。"),
    ),
    Rule(
        "parity-date",
        en=(f"a day or time differs: {_EN}", "Compare both lines, and correct the one that is wrong."),
        ja=(f"日付か時刻が違います。{_JA}", "二つの行を見比べて、違っているほうを直します。"),
    ),
    Rule(
        "parity-name",
        en=(f"an organisation is named in one language alone: {_EN}", "Compare both lines, and name it in both."),
        ja=(f"片方の言語だけに団体の名前があります。{_JA}", "二つの行を見比べて、両方に書きます。"),
    ),
    Rule(
        "parity-link",
        en=(f"a link stands in one language alone: {_EN}", "Compare both lines, and link to it in both."),
        ja=(f"片方の言語だけにリンクがあります。{_JA}", "二つの行を見比べて、両方に入れます。"),
    ),
)  # fmt: skip

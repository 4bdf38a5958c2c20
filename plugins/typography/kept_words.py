"""Words that a headline never splits, whatever the model thinks."""

import re
from functools import lru_cache

# Each of these was split by BudouX in a real headline, or is a word of labour law that may not be.
KEPT_WORDS = tuple(
    [
        "会計年度任用職員",
        "外国語指導助手",
        "団体交渉",
        "団体行動権",
        "団体交渉権",
        "団結権",
        "労働基本権",
        "労働委員会",
        "労働組合",
        "労働争議",
        "労働相談",
        "労働条件",
        "労働契約",
        "労働基準監督署",
        "労働基準法",
        "労働組合法",
        "労働者",
        "不当労働行為",
        "非正規雇用",
        "直接雇用",
        "無期雇用",
        "無期転換",
        "有期雇用",
        "会計年度",
        "任期付職員",
        "地方公務員",
        "賃上げ",
        "賃下げ",
        "最低賃金",
        "未払い賃金",
        "雇い止め",
        "雇止め",
        "社会保険",
        "雇用保険",
        "有給休暇",
        "全国一般",
        "全国調査",
        "抗議行動",
        "街頭宣伝",
        "記者会見",
        "相談会",
        "説明会",
        "学習会",
        "報告集会",
        "決起集会",
        "署名活動",
        "申入書",
        "要求書",
        "回答書",
        "声明文",
        "本社前",
        "教育委員会",
        "文部科学省",
        "厚生労働省",
        "公立学校",
        "小中学校",
        "ストライキ",
        "ニューディール",
        "ゼネスト",
        "春闘",
        "メーデー",
        "やさしい日本語",
        "さいたま市",
        "つくば市",
        "いわき市",
        "つくばみらい市",
        "ひたちなか市",
        "かすみがうら市",
        "みなかみ町",
        "さいたま地裁",
    ]
)
PREFECTURES = (
    "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|"
    "東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|"
    "滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|"
    "徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県"
)
KANJI = "\u3005\u3006\u4e00-\u9fff"
UNITS = (
    "都道府県|週間|時間|日間|年間|年度|年代|周年|か月|ヶ月|カ月|ヵ月|ヶ年|か年|か国|カ国|か所|カ所|ヶ所|"
    "団体|万人|人目|回目|年目|日目|パーセント|ポイント|ドル|ページ|メートル|キロ|クラス|コマ|"
    f"[{KANJI}%％円]"
)
NUMBER = r"[0-9０-９](?:[0-9０-９.,:．，：/／]*[0-9０-９])?"
PATTERNS = (
    # a prefecture with its city: 神奈川県横浜市
    f"(?:{PREFECTURES})(?:[{KANJI}ヶケァ-ヴー]{{1,5}}?[市区町村])?",
    # an ordinal with its noun: 第33回団体交渉
    f"第[0-9０-９一二三四五六七八九十百]+[{KANJI}]*",
    # a count or a date: 33回, 12万3,000円, 2021年11月4日（木）
    f"[約全計延毎]?(?:{NUMBER}(?:{UNITS}){{0,2}})+(?:（[月火水木金土日]・?祝?）)?",
    r"[A-Za-zＡ-Ｚａ-ｚ0-9]+(?:['’.&-][A-Za-z0-9]+)*",
)


@lru_cache(maxsize=32)
def kept_pattern(keep: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds every run that must stay whole; a longer word wins over a shorter one."""
    words = sorted({*KEPT_WORDS, *(word for word in keep if word)}, key=lambda word: (-len(word), word))
    return re.compile("|".join((*map(re.escape, words), *PATTERNS)))

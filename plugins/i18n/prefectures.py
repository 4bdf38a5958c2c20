"""The 47 prefectures of Japan (都道府県) by the keys that records use."""

from collections.abc import Iterable

from plugins.i18n.amounts import format_list
from plugins.i18n.locales import language_of

# Source: JIS X 0401, in its order; the key is the name in Latin letters.
PREFECTURES = {
    "hokkaido": "北海道", "aomori": "青森県", "iwate": "岩手県", "miyagi": "宮城県", "akita": "秋田県",
    "yamagata": "山形県", "fukushima": "福島県", "ibaraki": "茨城県", "tochigi": "栃木県", "gunma": "群馬県",
    "saitama": "埼玉県", "chiba": "千葉県", "tokyo": "東京都", "kanagawa": "神奈川県", "niigata": "新潟県",
    "toyama": "富山県", "ishikawa": "石川県", "fukui": "福井県", "yamanashi": "山梨県", "nagano": "長野県",
    "gifu": "岐阜県", "shizuoka": "静岡県", "aichi": "愛知県", "mie": "三重県", "shiga": "滋賀県",
    "kyoto": "京都府", "osaka": "大阪府", "hyogo": "兵庫県", "nara": "奈良県", "wakayama": "和歌山県",
    "tottori": "鳥取県", "shimane": "島根県", "okayama": "岡山県", "hiroshima": "広島県", "yamaguchi": "山口県",
    "tokushima": "徳島県", "kagawa": "香川県", "ehime": "愛媛県", "kochi": "高知県", "fukuoka": "福岡県",
    "saga": "佐賀県", "nagasaki": "長崎県", "kumamoto": "熊本県", "oita": "大分県", "miyazaki": "宮崎県",
    "kagoshima": "鹿児島県", "okinawa": "沖縄県",
}  # fmt: skip


def prefecture_name(key: str, lang: str) -> str:
    """Return a prefecture's name: 神奈川県 in Japanese, Kanagawa in other languages.

    An unknown key is returned as it stands.
    """
    if language_of(lang) == "ja":
        return PREFECTURES.get(key, key)
    return key.capitalize() if key in PREFECTURES else key


def prefecture_names(keys: Iterable[str], lang: str) -> str:
    """Return prefectures as one phrase."""
    return format_list([prefecture_name(key, lang) for key in keys], lang)

"""Where a person is named in a text, however the name is written.

What the second look finds in the finished files is found here in the sources; the two share no code on purpose, and
tests/test_forget.py holds them against each other.
"""

import html
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import unquote

LEAST = 2  # signs of a spelling; a single one stands in every text
Names = tuple[re.Pattern[str], ...]
_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana to hiragana
# Letters of names that are written in several ways, old forms and new ones; whoever asks may write either.
_VARIANTS = str.maketrans(
    "đłøħıðゕゖゐゑ"
    "亞惡爲榮衞圓緣薗應櫻奧橫溫價壞懷樂渴卷陷寬氣僞戲虛峽狹曉駈勳薰惠揭鷄藝擊縣儉劍險圈檢顯驗嚴廣恆黃國黑碎雜兒濕"
    "實壽收從澁獸縱緖敍將涉燒奬條狀乘淨剩疊孃讓釀眞寢愼盡粹醉穗瀨齊靜攝專戰纖禪壯爭莊搜巢曾裝瘦騷增藏臟卽帶滯瀧單"
    "團彈晝鑄廳徵聽鎭轉傳嶋燈盜稻德拜盃賣髮拔晚祕冨拂佛步峯飜每萬默埜彌藥與搖樣謠來賴覽龍凉綠淚壘禮曆歷鍊郞錄巖堯"
    "槇遙瑤晄檜凛亙禰禱祿穰萠學澤濱濵邊邉會區號齋斎總寶寳豐淺關鐵龜鹽籠舊靑淸戶內吳敎說鄕栁桺𠮷圡𡈽淵蘆壺鴈舩舘槗"
    "𣘺﨔邨嶽嶌麴鷗體躰繩繪經輕續稱當黨點臺對發變寫假營歐畫覺觀歡勸歸舉擧據驅莖繼硏獻權效鑛濟劑參棧產贊殘絲齒辭釋"
    "肅處證圖數聲錢潛雙屬擔膽斷遲蟲獨讀惱腦霸竝滿餘譽豫爐勞樓灣亂兩獵戀隱醫驛壹飮銳悅閱髙﨑嵜㟢桒冝帋稅脫圀廏廐槪"
    "甁瓣辯辨俱侠鴬莵兎蛍頰蔣蠣礪籔藪瀆迩諌尙靭賎弌葢姬彥顏齡摑繫曻舖靏靍鸖寉聰并簞甞萊栢",
    "dlohidけけいえ"
    "亜悪為栄衛円縁園応桜奥横温価壊懐楽渇巻陥寛気偽戯虚峡狭暁駆勲薫恵掲鶏芸撃県倹剣険圏検顕験厳広恒黄国黒砕雑児湿"
    "実寿収従渋獣縦緒叙将渉焼奨条状乗浄剰畳嬢譲醸真寝慎尽粋酔穂瀬斉静摂専戦繊禅壮争荘捜巣曽装痩騒増蔵臓即帯滞滝単"
    "団弾昼鋳庁徴聴鎮転伝島灯盗稲徳拝杯売髪抜晩秘富払仏歩峰翻毎万黙野弥薬与揺様謡来頼覧竜涼緑涙塁礼暦歴錬郎録巌尭"
    "槙遥瑶晃桧凜亘祢祷禄穣萌学沢浜浜辺辺会区号斉斉総宝宝豊浅関鉄亀塩篭旧青清戸内呉教説郷柳柳吉土土渕芦壷雁船館橋"
    "橋欅村岳島麹鴎体体縄絵経軽続称当党点台対発変写仮営欧画覚観歓勧帰挙挙拠駆茎継研献権効鉱済剤参桟産賛残糸歯辞釈"
    "粛処証図数声銭潜双属担胆断遅虫独読悩脳覇並満余誉予炉労楼湾乱両猟恋隠医駅壱飲鋭悦閲高崎崎崎桑宜紙税脱国厩厩概"
    "瓶弁弁弁倶俠鶯菟兔螢頬蒋蛎砺薮薮涜邇諫尚靱賤一蓋姫彦顔齢掴繋昇舗鶴鶴鶴鶴聡幷箪嘗莱柏",
) | {ord("þ"): "th", ord("æ"): "ae", ord("œ"): "oe"}
_STRUCK = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # set over any letter
_UNSEEN = _STRUCK + r"\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
_HIDDEN = f"[{_UNSEEN}]*"
_GAP = rf"[\s{_UNSEEN}・·•.,'‘’\"“”«»〈-】〝-〟*_\-‐-―−=/()+:;|&~#<>\[\]{{}}]*"
_JOINING_RE = re.compile("[-.'’]")  # within a Latin name
_MARKED_RE = re.compile("[À-ỹ]")
_LATIN_RE = re.compile("[a-z]+(?: [a-z]+)*")
_RUBY_RE = re.compile(r"\{([^{}|｜\n]*)[|｜]([^{}\n]*)\}")
# Nothing is read again from each beginning of what never ends: a long text would take minutes.
_HTML_RUBY_RE = re.compile(r"<ruby\b(?:[^<]++|<(?!/?ruby\b))*+</ruby>", re.IGNORECASE)
_READING_RE = re.compile(r"<r[tp]\b[^<>]*+>((?:[^<]++|<(?!/?r(?:[tp]|uby)\b))*+)</r[tp]>", re.IGNORECASE)
_TAG_RE = re.compile(r"<[a-zA-Z/!?](?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*')?+)*+>?")
_ENDLESS_RE = re.compile(r"&#[xX]?[0-9a-fA-F]{999,}")  # no sign has such a number
_LEVELS = 4  # of marks and escapes
_NOTE_RE = re.compile(r"[(\[（［〔][^)\]）］〕]*[)\]）］〕]?")  # in brackets: （旧姓佐藤）
_ESCAPED_RE = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def spellings_of(person: str) -> tuple[str, ...]:
    """Return the spellings of one name, which commas divide: "見本 花子, みほん はなこ, Hanako Mihon"."""
    parts = re.split("[,，、;；\t/<>]", _NOTE_RE.sub(" ", person))
    return tuple(part.strip() for part in parts if len(_signs(folded(part))) >= LEAST)


def names_of(spellings: Iterable[str]) -> Names:
    """Return what finds the spellings of a name, in either order; Latin ones as whole words."""
    return tuple(_pattern(order) for spelling in spellings for order in _orders(" ".join(folded(spelling).split())))


def folded(text: str) -> str:
    """Return a text in one form: width, case, kana, variants of letters and marks on Latin ones make no difference.

    Shape: as many lines as before.
    """
    plain = normalize("NFKC", text).casefold().translate(_KANA).translate(_VARIANTS)
    return _MARKED_RE.sub(lambda sign: normalize("NFD", sign[0])[0], plain)


def mentions(names: Names, text: str) -> list[int]:
    """Return the lines of a text on which a name begins: as it is written, and as it is read."""
    found = {
        form.count("\n", 0, match.start()) + 1
        for form in map(folded, _forms(text)) for name in names for match in name.finditer(form)
    }  # fmt: skip
    return sorted(found)


def is_named(names: Names, words: Iterable[str]) -> bool:
    """Say whether one of some names is the person's whole name: 田中はなえ is somebody else than 田中はな."""
    return any(name.fullmatch(folded(form).strip()) for word in words for form in _forms(word) for name in names)


def _forms(text: str) -> Iterator[str]:
    """Yield the text itself, and without marks, with the words or the readings of ruby; each has all of its lines."""
    for form in _unmarked(text):
        yield form
        if _RUBY_RE.search(form):
            yield _RUBY_RE.sub(r"\1", form)
            yield _RUBY_RE.sub(r"\2", form)


def _unmarked(text: str) -> Iterator[str]:
    """Yield the text, and as it is read; what looks like a tag once it is unescaped, with and without."""
    yield text
    for _ in range(_LEVELS):
        if "<" in text and _HTML_RUBY_RE.search(text):
            yield _unescaped(_TAG_RE.sub(_lines, _READING_RE.sub(_lines, text)))
            yield _unescaped(_TAG_RE.sub(_lines, _HTML_RUBY_RE.sub(_readings, text)))
        read = _unescaped(_TAG_RE.sub(_lines, text) if "<" in text else text)
        if read == text:
            return
        yield read
        text = read


def _unescaped(text: str) -> str:
    if "&" in text:
        text = html.unescape(_ENDLESS_RE.sub("", text))
    return _ESCAPED_RE.sub(lambda found: unquote(found[0]).replace("\n", " "), text) if "%" in text else text


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _readings(found: re.Match[str]) -> str:
    return "".join(_READING_RE.findall(found[0])) + _lines(found)


def _signs(spelling: str) -> list[str]:
    return [sign for sign in spelling if sign.isalnum()]


def _orders(spelling: str) -> tuple[str, ...]:
    first, _, last = spelling.partition(" ")
    return (spelling, f"{last} {first}") if last and " " not in last else (spelling,)


def _pattern(spelling: str) -> re.Pattern[str]:
    """Return what finds a folded spelling."""
    if _LATIN_RE.fullmatch(words := " ".join(_JOINING_RE.sub(" ", spelling).split())):
        found = _GAP.join(_HIDDEN.join(word) for word in words.split())
        return re.compile(f"(?<![a-z]){found}(?![a-z])")
    gap = _GAP.replace("]*", "@]*") if "@" in spelling else _GAP
    return re.compile(gap.join(map(re.escape, _signs(spelling))))

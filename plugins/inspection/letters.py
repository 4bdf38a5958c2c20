"""One form for all the ways in which the letters of a name are written.

Which letters are the same is a fact about Japanese names, no part of a look: `people` knows it from here, too.
"""

import re
import unicodedata
from functools import lru_cache

_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # katakana to hiragana
_STRUCK = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # marks that are set over any letter
UNSEEN = _STRUCK + r"\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
# What may stand within a name, or between cells of a table.
BETWEEN = rf"[\s{UNSEEN}・·•.,'‘’\"“”«»〈-】〝-〟_\-‐-―−＝=/()+*:;|@&~#<>\[\]{{}}]"
_HIDDEN = re.compile(f"[{UNSEEN}]+")
# Letters of names that are written in several ways, old forms and new ones; the list may hold either.
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
_MARKED = re.compile("[À-ỹ]")
_FOLDED = re.compile(f"[{UNSEEN}ァ-ヶÀ-ỹ{''.join(map(chr, _VARIANTS))}]+")


def folded_text(text: str) -> str:
    """Return a text in one form: width, case, kana, and marks on Latin letters make no difference.

    Source: Unicode Standard Annex 15, NFKC; katakana differ from hiragana by a fixed distance.
    """
    if any(mark in text for mark in "ﾞﾟ\u3099\u309a"):  # they are joined to their letter, so nothing may stand between
        text = _HIDDEN.sub("", text)
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain if plain.isascii() else _FOLDED.sub(lambda run: _folded_run(run[0]), plain)


@lru_cache(4096)  # the same words again and again
def _folded_run(run: str) -> str:
    return folded_letters(_HIDDEN.sub("", run))


def folded_letters(plain: str) -> str:
    """Return a text after NFKC and casefold with one letter for all that are written for each other."""
    plain = plain.translate(_KANA).translate(_VARIANTS)
    return _MARKED.sub(lambda sign: unicodedata.normalize("NFD", sign[0])[0], plain)

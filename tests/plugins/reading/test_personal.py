"""What is taken for a telephone number, a private address or a private mail address, and what is not."""

import pytest

from plugins.reading.personal import personal_details


def found(text):
    return [(kind, value) for kind, value, _, _ in personal_details(text, "ja.md")]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("電話は090-1234-5678です", "09012345678"),
        ("電話は０９０－１２３４－５６７８です", "09012345678"),
        ("０９０ー１２３４ー５６７８", "09012345678"),
        ("090‐1234‐5678", "09012345678"),
        ("090–1234—5678", "09012345678"),
        ("090−1234−5678", "09012345678"),
        ("090 1234 5678", "09012345678"),
        ("090　1234　5678", "09012345678"),
        ("090.1234.5678", "09012345678"),
        ("携帯09012345678まで", "09012345678"),
        ("(090) 1234-5678", "09012345678"),
        ("070-1234-5678", "07012345678"),
        ("060-1234-5678", "06012345678"),
        ("050-1234-5678", "05012345678"),
        ("+81 90-1234-5678", "09012345678"),
        ("＋８１９０１２３４５６７８", "09012345678"),
        ("+81 (0)3 1234 5678", "0312345678"),
        ("03-1234-5678", "0312345678"),
        ("(03) 1234-5678", "0312345678"),
        ("（０３）１２３４－５６７８", "0312345678"),
        ("03(1234)5678", "0312345678"),
        ("TEL03-1234-5678", "0312345678"),
        ("tel:03-1234-5678", "0312345678"),
        ("045-123-4567", "0451234567"),
        ("0467-12-3456", "0467123456"),
        ("04998-1-2345", "0499812345"),
    ],
)
def test_a_telephone_number_in_whatever_form(text, digits):
    assert found(text) == [("phone", digits)]


@pytest.mark.parametrize(
    "text",
    [
        "date: 2026-05-09 10:00",
        "2021年11月4日から2022年3月31日まで",
        "10:00-18:00",
        "令和3年（不）第12号、平成30年（ワ）第12345号",
        "郵便振替 00150-1-123456",
        "00100-2-1234567",
        "普通 0123456",
        "ISBN 978-4-00-431234-5",
        "4-06-123456-7",
        "法人番号 0123456789012",
        "T0123456789012",
        "フリーダイヤル 0120-123-456",
        "0800-123-4567",
        "0570-078374",
        "時給1,500円、月額230,000円",
        "https://union.example/090-1234-5678/",
        "https://union.example/?id=09012345678",
        "sha256: 5f0901234567890123456789012345678ab",
        "a09012345678",
        "0.9.0.1234.5678",
        "00-1234-5678",
        "3-0-1 で可決",
        "0312345678",
        "110番、119番",
        "03-12-2021",
    ],
)
def test_a_number_that_is_no_telephone_s(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "文京区本郷4-15-14に住む",
        "文京区本郷４－１５－１４に住む",
        "文京区本郷4ー15ー14に住む",
        "さいたま市浦和区高砂3-15-1の自宅",
        "本郷4丁目15番14号に住む",
        "本郷四丁目15番14号に住む",
        "府中町大字原1234番地",
        "〒113-0033",
        "〒１１３−００３３ 東京都",
        "ひかりマンション202の住人",
        "コーポ見本201号室",
        "会場のとなり、見本ハイツ105",
        "4-15-14 Hongo, Bunkyo-ku",
        "1-2-3 Hongo Bunkyo-ku, Tokyo",
        "She lives in Apt. 202",
        "Apartment 5",
        "組合員の見本さん（文京区本郷4-15-14）",
        "工場で働く見本さんは文京区本郷4-15-14に住んでいます",
        "会場は文京区本郷4-15-14の見本さん宅",
        "会場の写真\n\n文京区本郷4-15-14",
    ],
)
def test_an_address_to_the_house(text):
    assert [kind for kind, _ in found(text)] == ["address"]


@pytest.mark.parametrize(
    "text",
    [
        "会場：文京区民センター（文京区本郷4-15-14）",
        "- 会場：東京しごとセンター\n- 住所：千代田区飯田橋3-10-3",
        "〒113-0033 文京区本郷4-15-14 ひかり労組",
        "会場は文京区民センター（文京区本郷4-15-14）です。講師は見本花子さん、司会は組合員です。",
        "株式会社見本 本社 千代田区丸の内1-2-3",
        "Venue: Bunkyo Civic Centre, 4-15-14 Hongo, Bunkyo-ku",
        "千葉県労働委員会（千葉市中央区市場町1-1-1）",
        "集合 文京区本郷4-15-14",
        "本社前（千代田区丸の内1-2-3）で抗議",
        "〒100-8916 厚生労働省東京労働局（九段第3合同庁舎）",
        "銀座4丁目交差点",
        "葛西駅前の2丁目",
        "江東区で1-2日に",
        "東京都 2021-10-04",
        "市との交渉は2-3回",
        "県内10-20か所",
        "アパート経営者2000人",
        "団地の住民300人",
        "10番目の要求",
        "第12号室",
        "vote 3-2-1 in the city of Kyoto",
        "a two-shift plan, a 3-shi form",
        "Rev. 1-2-3 of the text",
    ],
)
def test_a_place_where_nobody_lives(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("連絡はTaro.Mihon@gmail.comまで", "taro.mihon@gmail.com"),
        ("mihon＠docomo.ne.jp", "mihon@docomo.ne.jp"),
        ("ｍｉｈｏｎ＠ｇｍａｉｌ．com", "mihon@gmail.com"),
        ("office@hikari.example", None),
        ("me@notgmail.com", None),
        ("me@gmail.com.example", None),
        ("@gmail.com", None),
    ],
)
def test_a_private_mail_address(text, mail):
    assert found(text) == ([("email", mail)] if mail else [])


def test_each_is_told_with_its_line():
    text = "---\ntitle: 題\n---\n\n本文\n090-1234-5678\n\n文京区本郷4-15-14に住む\nx@gmail.com と 03-1234-5678\n"
    assert [(kind, line) for kind, _, _, line in personal_details(text, "ja.md")] == [
        ("phone", 6), ("address", 8), ("email", 9), ("phone", 9)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["本郷4丁目" * 100_000, "090-1234-5678\n" * 20_000, "@" * 500_000, "0-" * 300_000])
def test_a_long_text_is_read_to_its_end(text):
    personal_details(text, "ja.md")  # the suite's own alarm rings if this takes minutes

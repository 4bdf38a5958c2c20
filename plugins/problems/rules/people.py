"""Rules of people: who agreed to be shown, and what tells an employer where somebody lives or is reached."""

from plugins.problems.rules.rule import Rule

PEOPLE_RULES: tuple[Rule, ...] = (
    Rule(
        "consent-expected",
        en=('"{field}" is "{found}", which does not say whether the person agrees.',
            'Write "yes", "no", the last day as 2027-03-31, or "office" for a desk that is no person.'),
        ja=("「{field}」の「{found}」では、本人が同意したかわかりません。",
            "「yes」「no」か、同意の最後の日を 2027-03-31 のように書きます。人ではない事務所や窓口なら「office」と書きます。"),
    ),
    Rule(
        "people-expected",
        en=('"{field}" is "{found}", which does not say whether those in the photo agreed.',
            'Write "none", "unrecognisable", "consented", or the last day of their consent as 2027-03-31.'),
        ja=("「{field}」の「{found}」では、写っている人が同意したかわかりません。",
            "「none」（写っていない）・「unrecognisable」（誰かわからない）・「consented」（同意あり）か、同意の最後の日を 2027-03-31 のように書きます。"),
    ),
    Rule(
        "consent-missing",
        en=("a person is named here, and nothing says whether they agreed.",
            'Ask them, and add a line "consent: yes", "consent: no", or the last day as "consent: 2027-03-31"; '
            'for a desk that is no person, "consent: office".'),
        ja=("ここに人の名前がありますが、本人が同意したか書いてありません。",
            "本人に確かめ、「consent: yes」「consent: no」か、同意の最後の日を「consent: 2027-03-31」のように書いた行を足します。"
            "人ではない事務所や窓口なら「consent: office」と書きます。"),
    ),
    Rule(
        "contact-not-shown",
        en=('this contact stands on no page, because "consent" is "{found}".',
            "Ask the person again, or remove the record with \"python3 run.py forget\"; "
            "where it is named, the site's contact stands."),
        ja=("この連絡先はどのページにも出ません。「consent」が「{found}」だからです。",
            "本人にもう一度確かめるか、「python3 run.py forget」で記録を消します。名指しされた所には、サイトの連絡先が出ます。"),
    ),
    Rule(
        "site-contact-not-shown",
        en=('the contact at the foot of every page cannot be shown: its "consent" is "{found}".',
            'Write "contact: …" in content/data/site.yml with the key of a contact whose "consent" is "office" or "yes".'),
        ja=("すべてのページの下に出る連絡先を出せません。「consent」が「{found}」です。",
            "content/data/site.yml の「contact: …」に、「consent」が「office」か「yes」の連絡先のキーを書きます。"),
    ),
    Rule(
        "quote-not-shown",
        en=('this quote is left out of the page, because "consent" is "{found}".',
            "Delete it, or ask the person again and write the new day."),
        ja=("この発言はページに出ません。「consent」が「{found}」だからです。",
            "消すか、本人にもう一度確かめて新しい日を書きます。"),
    ),
    Rule(
        "photo-not-shown",
        en=('this photo is left out of the site, because "people" ends on {found}.',
            "Delete it, or ask those who are in it again and write the new day."),
        ja=("この写真はサイトに出ません。「people」の日（{found}）が過ぎたからです。",
            "消すか、写っている人にもう一度確かめて新しい日を書きます。"),
    ),
    Rule(
        "photo-not-listed",
        en=('nothing says who is in the photo "{found}".',
            'List it under "photos:" in the header or record, with "people: none", "people: unrecognisable", "people: consented", '
            'or the last day as "people: 2027-03-31"; it is shown where it stands in the text.'),
        ja=("写真「{found}」に誰が写っているか書いてありません。",
            "見出し部か記録の「photos:」に、この写真と「people: none」（写っていない）・「people: unrecognisable」（誰かわからない）・"
            "「people: consented」（同意あり）か、同意の最後の日を書きます。写真は本文のその場所に出ます。"),
    ),
    Rule(
        "photo-people-unsaid",
        en=('nothing says whether those in the photo "{found}" agreed.',
            'Add "people: none", "people: unrecognisable", "people: consented", or the last day as '
            '"people: 2027-03-31".'),
        ja=("写真「{found}」に写っている人が同意したか書いてありません。",
            "「people: none」（写っていない）・「people: unrecognisable」（誰かわからない）・「people: consented」（同意あり）か、"
            "同意の最後の日を「people: 2027-03-31」のように書いた行を足します。"),
    ),
    Rule(
        "photo-undecided",
        en=('the photo "{found}" is not shown, because nobody has decided yet whether those in it may be seen.',
            'Open it, and write "people: none", "people: unrecognisable", "people: consented", or the last day '
            'as "people: 2027-03-31"; or delete it.'),
        ja=("写真「{found}」は、写っている人を出してよいかまだ決めていないので、サイトに出ません。",
            "写真を見て、「people: none」（写っていない）・「people: unrecognisable」（誰かわからない）・「people: consented」（同意あり）か、"
            "同意の最後の日を「people: 2027-03-31」のように書きます。いらなければ消します。"),
    ),
    Rule(
        "phone-in-text",
        en=('the telephone number {found} stands in the text.',
            "Take it out; or, if everybody may know it, write it as the phone of a contact in content/data/contacts.yml."),
        ja=("文章に電話番号（{found}）があります。",
            "消します。だれに知られてもよい番号なら、content/data/contacts.yml の連絡先の「phone」に書きます。"),
    ),
    Rule(
        "address-in-text",
        en=('the address {found} stands in the text, and its line names no public place.',
            'Take it out; or, if nobody lives there, write what it is before it: "会場：…", "Venue: …".'),
        ja=("文章に住所（{found}）があり、その行に公の場所の名前がありません。",
            "消します。人の住まいでなければ、「会場：…」のように何の場所かを同じ行に書きます。"),
    ),
    Rule(
        "email-in-text",
        en=('the private mail address {found} stands in the text.',
            "Take it out; or, if everybody may know it, write it as the email of a contact in content/data/contacts.yml."),
        ja=("文章に個人のメールアドレス（{found}）があります。",
            "消します。だれに知られてもよいアドレスなら、content/data/contacts.yml の連絡先の「email」に書きます。"),
    ),
)  # fmt: skip

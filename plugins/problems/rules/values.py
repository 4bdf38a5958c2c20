"""Rules of values: what a field of a record or a header may hold."""

from plugins.problems.rules.rule import Rule

VALUE_RULES: tuple[Rule, ...] = (
    Rule(
        "unknown-field",
        en=('unknown field "{field}".', 'Write "{nearest}", if you mean that.'),
        ja=("「{field}」という項目はありません。", "「{nearest}」のことなら、そう書きます。"),
    ),
    Rule(
        "foreign-field",
        en=('unknown field "{field}".', "Delete the line, or use one of: {known}."),
        ja=("「{field}」という項目はありません。", "この行を消すか、次のどれかを使います: {known}"),
    ),
    Rule(
        "missing-field",
        en=('the field "{field}" is missing.', 'Add a line "{field}: …".'),
        ja=("「{field}」がありません。", "「{field}: …」の行を足します。"),
    ),
    Rule(
        "unknown-value",
        en=('"{field}" is "{found}", which is not in the list.', 'Write "{nearest}", or one of: {known}.'),
        ja=("「{field}」の「{found}」は使えない言葉です。", "「{nearest}」と書くか、次のどれかにします: {known}"),
    ),
    Rule(
        "partial-date-expected",
        en=('"{field}" is "{found}", which is no date in the calendar.',
            "Write the day as 2021-11-04, or only the month as 2021-11."),
        ja=("「{field}」の「{found}」は暦にない日付です。", "2021-11-04 のように書きます。月までなら 2021-11 とします。"),
    ),
    Rule(
        "day-expected",
        en=('"{field}" is "{found}", which is no day in the calendar.', "Write the day as 2021-11-04."),
        ja=("「{field}」の「{found}」は暦にない日です。", "2021-11-04 のように書きます。"),
    ),
    Rule(
        "compared-expected",
        en=('"{field}" is "{found}", which is nothing that a command wrote.',
            'Delete the line; when you have compared both texts, run "python3 run.py translations --done" with the folder.'),
        ja=("「{field}」の「{found}」は、コマンドが書いたものではありません。",
            "この行を消します。両方の文を見比べたら、フォルダを付けて「python3 run.py translations --done」を実行します。"),
    ),
    Rule(
        "moment-expected",
        en=('"{field}" is "{found}", which is no date and time in the calendar.', "Write it as 2021-11-04 18:00."),
        ja=("「{field}」の「{found}」は暦にない日時です。", "2021-11-04 18:00 のように書きます。"),
    ),
    Rule(
        "words-expected",
        en=('"{field}" needs its words by language.', "Write {field}: {{ja: …, en: …}}."),
        ja=("「{field}」は言語ごとに書く項目です。", "{field}: {{ja: …, en: …}} と書きます。"),
    ),
    Rule(
        "list-expected",
        en=('"{field}" is "{found}" but needs a list.', "Write {field}: [{found}]."),
        ja=("「{field}」の「{found}」は一覧で書きます。", "{field}: [{found}] と書きます。"),
    ),
    Rule(
        "text-expected",
        en=('"{field}" needs one line of text.', 'Write {field}: "…".'),
        ja=("「{field}」は一行の文字で書く項目です。", '{field}: "…" と書きます。'),
    ),
    Rule(
        "number-expected",
        en=('"{field}" is "{found}" but needs a number.', "Write the digits only, such as 33."),
        ja=("「{field}」の「{found}」は数ではありません。", "33 のように半角の数字だけを書きます。"),
    ),
    Rule(
        "too-many-digits",
        en=('"{field}" is "{found}", a number of more than {limit} digits.',
            "Round it, or write it in a larger unit such as millions."),
        ja=("「{field}」の「{found}」は{limit}桁を超えています。", "四捨五入するか、「億」などの大きな単位で書きます。"),
    ),
    Rule(
        "out-of-range",
        en=('"{field}" is {found}, which cannot be.', "Write a number from {least} to {most}."),
        ja=("「{field}」の「{found}」はあり得ない数です。", "{least}から{most}までの数を書きます。"),
    ),
    Rule(
        "email-expected",
        en=('"{field}" is "{found}", which is no mail address.', "Write one, such as office@union.example."),
        ja=("「{field}」の「{found}」はメールアドレスではありません。", "office@union.example のように書きます。"),
    ),
    Rule(
        "character-expected",
        en=('"{field}" is "{found}", but has room for one character.', "Write one, such as 労."),
        ja=("「{field}」の「{found}」は一文字ではありません。", "「労」のように一文字で書きます。"),
    ),
    Rule(
        "digits-expected",
        en=('"{field}" is "{found}" but needs {digits} digits.', 'Write it as on the passbook, zeros in front included: "{example}".'),
        ja=("「{field}」の「{found}」は{digits}桁の数字ではありません。", "通帳のとおりに、前の0も入れて「{example}」のように書きます。"),
    ),
    Rule(
        "katakana-expected",
        en=('"{field}" is "{found}", which no bank machine shows.', "Write it in katakana as in the passbook, such as ミホンロウソ."),
        ja=("「{field}」の「{found}」は銀行の画面に出ない文字を含みます。", "通帳のとおりに「ミホンロウソ」のようなカタカナで書きます。"),
    ),
    Rule(
        "yucho-symbol",
        en=('"{field}" is "{found}", which is no symbol of a post-office account.',
            'Write five digits, "10010"; of a giro account six, "00110-2".'),
        ja=("「{field}」の「{found}」はゆうちょの記号ではありません。",
            "「10010」のように5桁で書きます。振替口座なら「00110-2」のように6桁で書きます。"),
    ),
    Rule(
        "yucho-number",
        en=('"{field}" is "{found}", which is no number of a post-office account with this symbol.',
            'Write two to eight digits that end in 1, "12345671"; of a giro account one to six, "5606".'),
        ja=("「{field}」の「{found}」は、この記号のゆうちょの番号ではありません。",
            "「12345671」のように、1で終わる2〜8桁の数字で書きます。振替口座なら「5606」のように1〜6桁で書きます。"),
    ),
    Rule(
        "swift-form",
        en=('"{field}" is "{found}", which is no SWIFT code.', 'Write the 8 or 11 capitals and digits, such as "AAAAJPJT".'),
        ja=("「{field}」の「{found}」はSWIFTコードではありません。", "「AAAAJPJT」のように、大文字と数字の8字か11字で書きます。"),
    ),
    Rule(
        "short-form",
        en=('"short: {found}" cannot stand in a printed address.',
            "Write 2 to 12 small letters a-z, digits and hyphens: \"short: newdeal\"."),
        ja=("「short: {found}」は、印刷するアドレスに使えません。",
            "「short: newdeal」のように、半角の小文字a〜z・数字・ハイフンを2〜12字で書きます。"),
    ),
    Rule(
        "id-form",
        en=('the id "{found}" cannot be kept in feeds and calendars.',
            "Write 4 to 32 small letters a-z, digits and hyphens; or delete the line, and the next build writes an id."),
        ja=("記事ID「{found}」はフィードやカレンダーで使えません。",
            "半角の小文字a〜z・数字・ハイフンを4〜32字で書くか、この行を消します。消すと、次のビルドで新しいIDが付きます。"),
    ),
    Rule(
        "list-empty",
        en=('"{field}" is an empty list.', "Write {field}: [{example}], or delete the line."),
        ja=("「{field}」の一覧が空です。", "{field}: [{example}] と書くか、この行を消します。"),
    ),
    Rule(
        "language-code",
        en=('"{found}" is no code of a language.', "Write one such as ja, en, pt or zh-Hant."),
        ja=("「{found}」は言語のコードではありません。", "ja・en・pt・zh-Hant のように書きます。"),
    ),
    Rule(
        "wrong-type",
        en=('"{field}" is "{found}", which cannot be read here.', 'Write "true" or "false" for yes or no; all else as docs/writing.en.md shows it.'),
        ja=("「{field}」の「{found}」は読み取れません。", "はい・いいえは true か false と書きます。ほかは docs/writing.ja.md の例のとおりに書きます。"),
    ),
)  # fmt: skip

"""What is wrong with the files of an item before its text: encoding, header, facts."""

from plugins.problems.rules.rule import Rule

_ENCODING = (
    Rule(
        "file-too-large",
        en=(
            "the file has {size} bytes; the limit is {limit}.",
            "Divide it, or put pictures and data beside it as files.",
        ),
        ja=(
            "ファイルの大きさが{size}バイトで、上限の{limit}バイトを超えています。",
            "分けるか、画像やデータを別のファイルにします。",
        ),
    ),
    Rule(
        "other-encoding",
        en=("the file is not UTF-8; it looks like {encoding}.", 'Save it again with the encoding "UTF-8".'),
        ja=(
            "文字コードがUTF-8ではなく、{encoding}のようです。",
            "編集ソフトで文字コード「UTF-8」を選び、保存し直します。",
        ),
    ),
    Rule(
        "not-utf8",
        en=("the file is not UTF-8 and no Japanese encoding fits.", 'Save it again as text with the encoding "UTF-8".'),
        ja=(
            "文字コードがUTF-8ではなく、Shift_JISやEUC-JPとしても読めません。",
            "テキストファイルか確かめ、文字コード「UTF-8」で保存し直します。",
        ),
    ),
    Rule(
        "control-character",
        en=(
            "the line holds the control character {code}, which no page can show.",
            "Delete it, or type the line again.",
        ),
        ja=("表示できない制御文字{code}が入っています。", "その文字を消すか、この行を打ち直します。"),
    ),
)

_HEADER = (
    Rule(
        "header-not-closed",
        en=('the header that begins with "---" here has no end.', 'Write a line "---" behind its last field.'),
        ja=("この「---」で始まる見出し部が閉じられていません。", "最後の項目の次の行に「---」と書きます。"),
    ),
    Rule(
        "header-missing",
        en=(
            'the file begins with "{found}", without the line "---" that opens its header.',
            'Write a line "---", then "title: …" and the other fields, then a line "---"; the text stands below it.',
        ),
        ja=(
            "ファイルが「{found}」で始まり、見出し部を開く「---」の行がありません。",
            "1行目に「---」、次に「title: …」などの項目、その次の行に「---」と書き、本文はその下に置きます。",
        ),
    ),
    Rule(
        "language-line-in-file",
        en=(
            '"<!-- {found} -->" stands in the file of the language "{lang}".',
            'Move the text below it to "{found}.md"; only a news file named "post.md" holds several languages.',
        ),
        ja=(
            "「{lang}」のファイルに「<!-- {found} -->」の行があります。",
            "その下の本文を「{found}.md」に移します。複数の言語を1つのファイルに書けるのは、ニュースの「post.md」だけです。",
        ),
    ),
    Rule(
        "file-beside-post",
        en=(
            '"{found}" stands beside "post.md", which holds the text in every language.',
            'Move its text into "post.md" below a line "<!-- {lang} -->" and delete it, '
            'or divide "post.md" into one file for each language.',
        ),
        ja=(
            "すべての言語を書く「post.md」と並んで「{found}」があります。",
            "本文を「post.md」の「<!-- {lang} -->」の行の下に移してこのファイルを消すか、"
            "「post.md」を言語ごとのファイルに分けます。",
        ),
    ),
    Rule(
        "text-before-language",
        en=("the text stands before any language line.", 'Write "<!-- ja -->" or another language above it.'),
        ja=("言語の行より前に本文があります。", "その上に「<!-- ja -->」のような言語の行を書きます。"),
    ),
    Rule(
        "language-twice",
        en=('"<!-- {lang} -->" stands twice in the file.', "Put the two texts together below one of them."),
        ja=("「<!-- {lang} -->」が2回あります。", "本文を1つの言語の行の下にまとめます。"),
    ),
)

_FACTS = (
    Rule(
        "unquoted-colon",
        en=('"{field}" contains ": " and was read as one text.', "Write {better} so that every editor reads it so."),
        ja=(
            "「{field}」に「: 」が含まれるため、全体を1つの文として読みました。",
            "どの編集ソフトでも同じに読めるよう、{better} と書きます。",
        ),
    ),
    Rule(
        "unquoted-text",
        en=(
            '"{field}" holds signs that YAML reads otherwise, and was read as one text.',
            "Write {better} so that every editor reads it so.",
        ),
        ja=(
            "「{field}」にYAMLの記号が含まれるため、全体を1つの文として読みました。",
            "どの編集ソフトでも同じに読めるよう、{better} と書きます。",
        ),
    ),
    Rule(
        "full-width-colon",
        en=(
            'a full-width colon (：) or space stands at "{field}".',
            'Write "{field}: " with a half-width colon and a half-width space.',
        ),
        ja=(
            "「{field}」の前後に全角のコロンか空白があります。",
            "「{field}: 」のように、半角のコロンと半角の空白で書きます。",
        ),
    ),
    Rule(
        "colon-without-space",
        en=('no space stands behind "{field}:".', 'Write "{field}: " with a space.'),
        ja=("「{field}:」の後に空白がありません。", "「{field}: 」のように、半角の空白を入れます。"),
    ),
    Rule(
        "quote-not-closed",
        en=('the quote at "{field}" has no end.', "Write {better}."),
        ja=("「{field}」の引用符が閉じられていません。", "{better} と書きます。"),
    ),
    Rule(
        "bracket-not-closed",
        en=(
            'the bracket at "{field}" has no end.',
            'Write "{bracket}" behind its last value, or put the text in quotes.',
        ),
        ja=(
            "「{field}」の括弧が閉じられていません。",
            "最後の値の後に「{bracket}」と書くか、全体を引用符で囲みます。",
        ),
    ),
    Rule(
        "duplicate-key",
        en=('"{field}" is written twice, first in line {first}.', "Delete one of them."),
        ja=("「{field}」が2回書かれています（最初は{first}行目）。", "どちらか一方を消します。"),
    ),
    Rule(
        "yaml-tag",
        en=('the YAML tag "{tag}" is not read.', "Delete it, or put the text in quotes."),
        ja=("YAMLのタグ「{tag}」は使えません。", "消すか、文全体を引用符で囲みます。"),
    ),
    Rule(
        "yaml-anchor",
        en=('the YAML reference "{word}" is not read.', "Write the value itself, or put the text in quotes."),
        ja=("YAMLの参照「{word}」は使えません。", "値そのものを書くか、文全体を引用符で囲みます。"),
    ),
    Rule(
        "yaml-key",
        en=("the name of a field is empty, a list or a map.", 'Write one word before ": ".'),
        ja=("項目名が空か、リストや表になっています。", "「: 」の前には1つの語を書きます。"),
    ),
    Rule(
        "yaml-too-deep",
        en=("the values are nested more than {limit} deep.", "Take lists and maps out of each other."),
        ja=("値の入れ子が{limit}段を超えています。", "リストや表の入れ子を減らします。"),
    ),
    Rule(
        "yaml-several-documents",
        en=(
            'a second YAML document begins here with "---".',
            "Delete the line, or move what follows to a file of its own.",
        ),
        ja=("「---」から2つ目のYAML文書が始まっています。", "この行を消すか、続きを別のファイルに移します。"),
    ),
    Rule(
        "yaml-tab",
        en=("the line begins with a tab, which YAML does not read.", "Replace the tab with spaces."),
        ja=("行頭にタブがあり、YAMLとして読めません。", "タブを半角の空白に替えます。"),
    ),
    Rule(
        "yaml-not-a-mapping",
        en=("no fields were found.", 'Write each as "name: value" on its own line.'),
        ja=("項目が見つかりません。", "1行に1つずつ「項目名: 値」と書きます。"),
    ),
    Rule(
        "yaml-syntax",
        en=(
            "the YAML cannot be read from here on.",
            'Write each field as "name: value", with the fields of one list or map under each other.',
        ),
        ja=("ここからYAMLとして読めません。", "「項目名: 値」の形で、同じ段の項目は行頭をそろえて書きます。"),
    ),
)

READING_RULES: tuple[Rule, ...] = (*_ENCODING, *_HEADER, *_FACTS)

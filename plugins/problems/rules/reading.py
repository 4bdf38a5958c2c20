"""Rules of reading."""

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

_TEXT = (
    Rule(
        "nested-too-deep",
        en=("brackets, quotes or lists are nested too deep to be read.", "Write them side by side."),
        ja=("括弧・引用・リストの入れ子が深すぎて読めません。", "入れ子を減らします。"),
    ),
    Rule(
        "too-many-lines",
        en=("the text has {lines} lines; the limit is {limit}.", "Divide it into several."),
        ja=("本文が{lines}行あり、上限の{limit}行を超えています。", "いくつかの記事に分けます。"),
    ),
    Rule(
        "too-many-marks",
        en=('one paragraph holds more than {limit} of the mark "{mark}".', "Divide it with empty lines."),
        ja=("1つの段落に記号「{mark}」が{limit}個を超えて入っています。", "空行で段落を分けます。"),
    ),
    Rule(
        "too-many-marks-in-all",
        en=('the text holds more than {limit} of the mark "{mark}".', "Divide it into several."),
        ja=("本文に記号「{mark}」が{limit}個を超えて入っています。", "いくつかの記事に分けます。"),
    ),
    Rule(
        "paragraph-too-long",
        en=("one paragraph has more than {limit} lines.", "Divide it with empty lines."),
        ja=("1つの段落が{limit}行を超えています。", "空行で段落を分けます。"),
    ),
    Rule(
        "header-too-long",
        en=(
            "the header has {found} signs; the limit is {limit}.",
            'Write the text below the second "---".',
        ),
        ja=("ヘッダーが{found}字あり、上限の{limit}字を超えています。", "文章は2つ目の「---」の下に書きます。"),
    ),
    Rule(
        "too-many-values",
        en=('"{field}" holds {found} values; the limit is {limit}.', "Delete what is not needed."),
        ja=("「{field}」に値が{found}個あり、上限の{limit}個を超えています。", "要らないものを消します。"),
    ),
    Rule(
        "link-scheme",
        en=(
            'the link "{target}" is of a kind that is not published.',
            'Write it with "https://", "mailto:" or "tel:".',
        ),
        ja=(
            "リンク「{target}」の種類は公開できません。",
            "「https://」「mailto:」「tel:」のいずれかで書きます。",
        ),
    ),
    Rule(
        "path-leaves-folder",
        en=('"{target}" leads out of this folder.', "Put the file beside the text and write its name alone."),
        ja=(
            "「{target}」はこのフォルダの外を指しています。",
            "ファイルを本文と同じフォルダに置き、ファイル名だけを書きます。",
        ),
    ),
    Rule(
        "outside-picture",
        en=('the picture "{target}" lies on another site.', "Save it beside the text and write its name alone."),
        ja=(
            "画像「{target}」は別のサイトにあります。",
            "画像を本文と同じフォルダに保存し、ファイル名だけを書きます。",
        ),
    ),
    Rule(
        "image-without-alt",
        en=('the picture "{name}" has no words for those who cannot see it.', "Write ![what it shows]({name})."),
        ja=("画像「{name}」に代替テキストがありません。", "![画像の説明]({name}) のように書きます。"),
    ),
    Rule(
        "unknown-figure",
        en=('no figure has the name "{name}".', "Write {{{nearest}}}, or \\{{{name}}} if it is text."),
        ja=(
            "「{name}」という数値はありません。",
            "{{{nearest}}} と書くか、文字として出すなら \\{{{name}}} と書きます。",
        ),
    ),
    Rule(
        "easy-title-missing",
        en=(
            'the text begins with "{found}", not with its title.',
            'Write the title on the first line, after "# "; a text in easy Japanese has no header.',
        ),
        ja=(
            "最初の行が題ではなく「{found}」です。",
            "最初の行に「# 」に続けて題を書きます。やさしい日本語の文にヘッダーは要りません。",
        ),
    ),
    Rule(
        "reading-missing",
        en=('"{found}" has no reading.', "Write {{{found}|{reading}}}, with the reading in kana."),
        ja=("「{found}」にふりがながありません。", "{{{found}|{reading}}} のように、読みをかなで書きます。"),
    ),
    Rule(
        "reading-in-words",
        en=(
            '"{found}" stands where no reading is shown.',
            'Write "{word}" alone; readings go into texts, and into the titles of posts and pages.',
        ),
        ja=(
            "「{found}」は、ふりがなを出せない場所にあります。",
            "「{word}」だけを書きます。ふりがなは本文と、記事・固定ページの題に付けられます。",
        ),
    ),
    Rule(
        "easy-figure",
        en=(
            "{{{found}}} would be shown with kanji that have no reading.",
            "Write it in words, or leave it out of the text in easy Japanese.",
        ),
        ja=(
            "{{{found}}} はふりがなのない漢字で表示されます。",
            "言葉で書くか、やさしい日本語の文から消します。",
        ),
    ),
    Rule(
        "html-removed",
        en=('the HTML "{what}" was left out of the page.', "Delete it, or write it in Markdown."),
        ja=("HTMLの「{what}」はページに出しません。", "消すか、Markdownで書きます。"),
    ),
)

READING_RULES: tuple[Rule, ...] = (*_ENCODING, *_HEADER, *_FACTS, *_TEXT)

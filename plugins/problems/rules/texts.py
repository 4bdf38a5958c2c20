"""What is wrong with the text of an item: its marks, links, pictures, readings."""

from plugins.problems.rules.rule import Rule

TEXT_RULES: tuple[Rule, ...] = (
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

"""Rules of slips that would publish a secret, and of signs and addresses that are not what they seem."""

from plugins.problems.rules.rule import Rule

HOSTILE_RULES = (
    Rule(
        "hidden-character",
        en=(
            'a hidden sign ({code}) stands behind "{before}"; such signs turn letters around or carry what nobody sees.',
            "Delete the words around it and type them again; do not paste them.",
        ),
        ja=(
            "「{before}」の後に、見えない記号（{code}）があります。文字の向きを変えたり、見えない言葉を隠したりする記号です。",
            "前後の言葉ごと消して、貼り付けずに打ち直します。",
        ),
    ),
    Rule(
        "invisible-character",
        en=(
            'an invisible sign ({code}) stands behind "{before}"; it was left out of the page.',
            "Delete the words around it and type them again.",
        ),
        ja=(
            "「{before}」の後に、見えない記号（{code}）があります。ページには出しません。",
            "前後の言葉ごと消して、打ち直します。",
        ),
    ),
    Rule(
        "replacement-character",
        en=(
            'the sign "�" stands behind "{before}": letters were lost when the text was converted.',
            "Type the words again.",
        ),
        ja=("「{before}」の後に「�」があります。変換のときに文字が失われています。", "言葉を打ち直します。"),
    ),
    Rule(
        "merge-marks",
        en=(
            'the line "{found}" was left by the version control: two people changed this place.',
            'Keep the right words and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>".',
        ),
        ja=(
            "「{found}」の行は、二人の変更がぶつかった印です。",
            "正しい方の文章を残し、「<<<<<<<」「=======」「>>>>>>>」で始まる行を消します。",
        ),
    ),
    Rule(
        "field-in-text",
        en=(
            '"{found}" stands where it keeps nothing back.',
            'Write it as a line of its own in the header, above the second line "---" of the file: "{field}: …".',
        ),
        ja=(
            "「{found}」がここにあっても、公開を止める働きをしません。",
            "ファイルの先頭の見出し部（2つ目の「---」の行より上）に、独立した行で「{field}: …」と書きます。",
        ),
    ),
    Rule(
        "state-left-blank",
        en=(
            '"{field}" has no value, so nobody can tell whether this may be seen.',
            'Write "{field}: {example}", or delete the line if it is public.',
        ),
        ja=(
            "「{field}」に値がなく、公開してよいかどうかわかりません。",
            "「{field}: {example}」と書きます。公開するなら、この行を消します。",
        ),
    ),
    Rule(
        "file-set-aside",
        en=(
            '"{found}" is "{name}" put aside: what it says, such as "status: draft", keeps nothing back.',
            'Rename it to "{name}"; or delete it, once the files that are left say what this post is.',
        ),
        ja=(
            "「{found}」は「{name}」をよけたものです。よけている間は、中の「status: draft」なども効きません。",
            "「{name}」に名前を戻します。要らなければ、残るファイルの見出し部を確かめてから消します。",
        ),
    ),
    Rule(
        "state-unsaid",
        en=(
            '"{missing}" is not here, and nothing else says what this post is or whether it may be seen.',
            'Put "{missing}" back; if this file is the whole post, write "kind: news" or "status: draft" in its header.',
        ),
        ja=(
            "「{missing}」がなく、どんな記事か、公開してよいかが、どこにも書かれていません。",
            "「{missing}」を元に戻します。このファイルだけの記事なら、見出し部に「kind: news」か「status: draft」と書きます。",
        ),
    ),
    Rule(
        "comment-not-closed",
        en=(
            'the note that begins here with "<!--" has no end, so its words would stand on the page.',
            'Write "-->" behind its last word.',
        ),
        ja=(
            "ここの「<!--」で始まるメモが閉じられていないため、中の言葉がページに出てしまいます。",
            "メモの最後の言葉の後に「-->」と書きます。",
        ),
    ),
    Rule(
        "comment-ends-early",
        en=(
            'a note ends at its first "-->", so words behind that, meant for nobody, would stand on the page.',
            'Write one "<!--" before the whole note and one "-->" behind it, none in between; for an arrow, write "→".',
        ),
        ja=(
            "メモは最初の「-->」で終わるため、その後の、見せないはずの言葉がページに出てしまいます。",
            "メモ全体の前に「<!--」、後に「-->」を一つずつだけ書きます。矢印なら「→」と書きます。",
        ),
    ),
    Rule(
        "note-shown",
        en=(
            'the words behind "{found}" are a note, and would stand on the page.',
            'Delete them; in a text, write "<!-- … -->" on a line of its own; in a header or record, "# …".',
        ),
        ja=(
            "「{found}」の後はメモですが、このままではページに出てしまいます。",
            "消すか、1行に分けて書きます。本文では「<!-- … -->」、見出し部と記録では「# …」の形にします。",
        ),
    ),
    Rule(
        "colon-missing",
        en=('the line "{found}" has no colon behind a name.', 'Write it as "name: value", with a half-width colon.'),
        ja=("「{found}」の行に、項目名の後のコロンがありません。", "「項目名: 値」のように、半角のコロンで書きます。"),
    ),
    Rule(
        "file-name",
        en=(
            'the name of the file "{found}" holds signs that cannot be seen or read.',
            "Rename it with letters, digits and hyphens, such as demands.pdf.",
        ),
        ja=(
            "ファイル名「{found}」に、見えない記号か読めない文字が入っています。",
            "英字・数字・ハイフンの名前（demands.pdf など）に変えます。",
        ),
    ),
    Rule(
        "key-form",
        en=(
            'the name "{found}" cannot be part of an address.',
            "Write it with small letters a-z, digits and hyphens: kasai-branch.",
        ),
        ja=(
            "名前「{found}」はアドレスにできません。",
            "半角の小文字a〜z・数字・ハイフンだけで書きます: kasai-branch",
        ),
    ),
    Rule(
        "link-lookalike",
        en=(
            'the address "{target}" is not what it looks like: its host has letters of another script, or something before "@".',
            "Open the right page, copy its address from the browser, and write that one.",
        ),
        ja=(
            "アドレス「{target}」は見かけと違う所につながります。似た別の文字か、「@」の前の余分な言葉が入っています。",
            "正しいページを開き、ブラウザのアドレスを写して書きます。",
        ),
    ),
    Rule(
        "link-text-differs",
        en=(
            'the words of the link name "{found}", but it leads to "{target}".',
            "Write the same address in both places, or words that name no address.",
        ),
        ja=(
            "リンクの言葉は「{found}」ですが、つながる先は「{target}」です。",
            "両方に同じアドレスを書くか、アドレスではない言葉にします。",
        ),
    ),
    Rule(
        "local-address",
        en=(
            'the address "{target}" is that of a machine of your own, which no reader can open.',
            'Write the public address, such as "/news/2026/kasai-strike/" for a page of this site.',
        ),
        ja=(
            "アドレス「{target}」は手元の機械のもので、読む人には開けません。",
            "公開されているアドレスを書きます。このサイトのページなら「/news/2026/kasai-strike/」のように書きます。",
        ),
    ),
    Rule(
        "text-in-other-language",
        en=(
            'this is not written in the language "{lang}".',
            "Move it to the file of its language, or write it in this one.",
        ),
        ja=(
            "ここの文章は「{lang}」の言語で書かれていません。",
            "その言語のファイルに移すか、この言語で書きます。",
        ),
    ),
)

"""Rules of the build: folders and files of the project, and what two of them would both write."""

from plugins.problems.rules.rule import Rule

BUILD_RULES: tuple[Rule, ...] = (
    Rule(
        "unknown-folder",
        en=('"{found}" is no folder of content.', "Rename it to one of: {known}."),
        ja=("「{found}」は content のフォルダではありません。", "次のどれかの名前にします: {known}"),
    ),
    Rule(
        "unknown-file",
        en=('"{found}" does not belong here.', "Rename it to one of: {known}; or take it out of content."),
        ja=("「{found}」はここに置くファイルではありません。", "次のどれかの名前にするか、content の外へ移します: {known}"),
    ),
    Rule(
        "file-outside-folder",
        en=(
            '"{found}" lies outside of an item\'s folder.',
            "Move it into the folder of its item, or make one such as 2021-11-04-kasai-strike.",
        ),
        ja=(
            "「{found}」がフォルダに入っていません。",
            "記事や記録のフォルダの中へ移します。なければ、2021-11-04-kasai-strike のような名前で作ります。",
        ),
    ),
    Rule(
        "folder-name",
        en=('the folder "{found}" cannot be an address.', "Rename it with small letters, digits and hyphens: kasai-strike."),
        ja=("フォルダ名「{found}」はアドレスにできません。", "小文字の英字・数字・ハイフンだけにします: kasai-strike"),
    ),
    Rule(
        "dated-folder-name",
        en=('the folder "{found}" is not a day and a short name.', "Rename it like 2021-11-04-kasai-strike."),
        ja=("フォルダ名「{found}」が日付と短い名前になっていません。", "2021-11-04-kasai-strike のような名前にします。"),
    ),
    Rule(
        "symbolic-link",
        en=("this is a link to another place.", "Put the file itself here."),
        ja=("別の場所を指すリンクです。", "ファイルそのものをここに置きます。"),
    ),
    Rule(
        "site-missing",
        en=(
            "the file is missing: it says whose site this is.",
            'Write it with the lines "languages: [ja, en]", "name: {{ja: …, en: …}}" and "tagline: {{ja: …, en: …}}".',
        ),
        ja=(
            "サイトの名前を書くファイルがありません。",
            "「languages: [ja, en]」「name: {{ja: …, en: …}}」「tagline: {{ja: …, en: …}}」の3行を書いて置きます。",
        ),
    ),
    Rule(
        "reserved-name",
        en=('"{found}" is the address of one of the site\'s own lists.', "Rename this folder, such as about-{found}."),
        ja=("「{found}」はサイトの一覧が使うアドレスです。", "このフォルダを about-{found} のような別の名前にします。"),
    ),
    Rule(
        "output-holds-sources",
        en=('the output folder holds "{folder}", or lies in it: building would delete it.',
            "Name another folder as the output."),
        ja=("出力先のフォルダに「{folder}」が入っているか、その中にあります。ビルドすると消えてしまいます。",
            "別のフォルダを出力先にします。"),
    ),
    Rule(
        "output-not-ours",
        en=("the output folder holds files that this program did not write, or {state} beside it was deleted.",
            "Empty the folder yourself, or name another one."),
        ja=("出力先のフォルダに、このプログラムが書いたのではないファイルがあります（または、隣の {state} が消されています）。",
            "自分で空にするか、別のフォルダを出力先にします。"),
    ),
    Rule(
        "changed-meanwhile",
        en=("the file was saved while the site was built.", "Run the same command again."),
        ja=("ビルドしている間に、このファイルが保存されました。", "同じコマンドをもう一度実行します。"),
    ),
    Rule(
        "missing-string",
        en=('"{found}" has no translation into "{lang}".', "Write its msgstr in this file."),
        ja=("「{found}」の「{lang}」訳がありません。", "このファイルの msgstr に書きます。"),
    ),
    Rule(
        "catalogue-missing",
        en=('the language "{lang}" has no catalogue of the interface\'s words.',
            'Run "python -m plugins.i18n {lang}" and translate the file.'),
        ja=("言語「{lang}」の画面の文言ファイルがありません。",
            "「python -m plugins.i18n {lang}」を実行し、できたファイルを訳します。"),
    ),
    Rule(
        "catalogue-unreadable",
        en=("this is not a gettext catalogue in UTF-8: {detail}.",
            "Write each text between double quotes and save the file as UTF-8."),
        ja=("UTF-8のgettextファイルとして読めません（{detail}）。", "文言を半角の二重引用符で囲み、UTF-8で保存します。"),
    ),
    Rule(
        "theme-file-missing",
        en=('the theme has no file "{found}".', "Put it back, or correct its name where it is used."),
        ja=("テーマに「{found}」というファイルがありません。", "ファイルを戻すか、使っている所の名前を直します。"),
    ),
    Rule(
        "theme-not-utf8",
        en=("this file of the theme is not UTF-8.", 'Save it again as text with the encoding "UTF-8".'),
        ja=("テーマのこのファイルはUTF-8ではありません。", "文字コード「UTF-8」のテキストとして保存し直します。"),
    ),
    Rule(
        "template-name",
        en=("the name of a template is not one plain text here.",
            'Write it alone, in quotes: {{% include "components/card/card.html" %}}'),
        ja=("テンプレート名がそのままの文字列ではありません。",
            '引用符で囲んだ名前だけを書きます: {{% include "components/card/card.html" %}}'),
    ),
    Rule(
        "template-fault",
        en=("the template stops here: {detail}.", "Mend the line, or what it is given."),
        ja=("テンプレートがここで止まりました（{detail}）。", "この行か、ここに渡す値を直します。"),
    ),
)  # fmt: skip

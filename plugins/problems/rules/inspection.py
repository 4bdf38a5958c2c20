"""Rules of the second look: what must not stand in the finished folder, whoever put it there."""

from plugins.problems.rules.rule import Rule

INSPECTION_RULES = (
    Rule(
        "private-name",
        en=("the name in line {entry} of private-names.txt stands here.",
            'Take it out of the text, the file name or the picture\'s words; '
            '"python3 run.py check --show-names" says which name it is.'),
        ja=("private-names.txt の{entry}行目の名前が入っています。",
            "本文・ファイル名・写真の説明から消します。どの名前かは「python3 run.py check --show-names」でわかります。"),
    ),
    Rule(
        "names-list-missing",
        en=("there is no list of the names that must not go out.",
            'Write it into the folder {folder}, one person a line; '
            'if there is nobody to protect, write "HAS_PRIVATE_NAMES = False" in publishconf.py.'),
        ja=("公開してはならない名前の一覧がありません。",
            "フォルダ {folder} に、1行に一人ずつ書いて置きます。守る人がいなければ、"
            "publishconf.py に「HAS_PRIVATE_NAMES = False」と書きます。"),
    ),
    Rule(
        "names-list-line",
        en=("nothing can be looked for by this line: it is too short.",
            'Write the whole name, such as 李 明 or Li Ming, or put "#" before the line.'),
        ja=("この行は短すぎて、探せません。", "「李 明」「Li Ming」のように氏名の全体を書くか、行の頭に「#」を付けます。"),
    ),
    Rule(
        "names-list-unreadable",
        en=("the list of private names is not UTF-8.", 'Save it again as text with the encoding "UTF-8".'),
        ja=("非公開の名前の一覧がUTF-8ではありません。", "文字コード「UTF-8」のテキストとして保存し直します。"),
    ),
    Rule(
        "published-metadata",
        en=('the finished file holds more than it shows: "{found}".',
            'Run "python3 run.py photo" on the file in content, then build again.'),
        ja=("できあがったファイルに、見えない情報「{found}」が入っています。",
            "content のファイルに「python3 run.py photo」を実行し、もう一度ビルドします。"),
    ),
    Rule(
        "published-file",
        en=('"{found}" is no kind of file that is published.', "Take it out of content or of the theme."),
        ja=("「{found}」は公開する種類のファイルではありません。", "content かテーマから外します。"),
    ),
    Rule(
        "published-size",
        en=("the finished file has {found} bytes; on a slow line that takes long (limit {limit}).",
            "Divide the text, or take a smaller file."),
        ja=("できあがったファイルが{found}バイトあり、遅い回線では時間がかかります（上限 {limit}）。",
            "本文を分けるか、小さいファイルにします。"),
    ),
    Rule(
        "page-weight",
        en=("the page of this text has {found} bytes packed; on a slow line that takes long (limit {limit}).",
            "Divide the text, or move long tables and lists into a file beside it."),
        ja=("この本文からできるページは、圧縮しても{found}バイトあり、遅い回線では時間がかかります（上限 {limit}）。",
            "本文を分けるか、長い表や一覧を別のファイルに移します。"),
    ),
    Rule(
        "page-frame",
        en=("the page has {found} bytes packed even without its text (limit {limit}).",
            "Shorten its summary, the urgent line and the words at the foot; if they are short, the styles of the theme."),
        ja=("このページは、本文を除いても圧縮後{found}バイトあります（上限 {limit}）。",
            "要約、緊急のお知らせ、ページの下の文を短くします。短ければ、テーマのスタイルを減らします。"),
    ),
    Rule(
        "active-content",
        en=('"{found}" in the finished page would run, send or ask something.',
            "Take it out of the text or of the template that makes this page."),
        ja=("できあがったページの「{found}」は、読む人の端末で動くか、何かを送ります。",
            "本文か、このページのテンプレートから消します。"),
    ),
    Rule(
        "outside-load",
        en=('the finished page loads "{found}" from elsewhere, which tells others who reads it.',
            "Put the file into content or the theme and name it there."),
        ja=("できあがったページが、よそから「{found}」を読み込みます。読者がよそに知られます。",
            "そのファイルを content かテーマに置いて使います。"),
    ),
    Rule(
        "page-data",
        en=('the finished page tells programs "{found}", which is not in the list of what pages may say of themselves.',
            "Take it out of the code that makes this page, or add it to plugins/inspection/data_blocks.py."),
        ja=("できあがったページが、検索サイトなどに「{found}」を知らせます。知らせてよいものの一覧にありません。",
            "このページをつくるコードから消すか、plugins/inspection/data_blocks.py の一覧に加えます。"),
    ),
    Rule(
        "page-policy",
        en=('the page lacks its strict policy, or weakens it: "{found}".',
            "Put back the meta elements of theme/templates/layouts/base.html."),
        ja=("ページを守る設定がないか、弱められています（{found}）。",
            "theme/templates/layouts/base.html の meta 要素を元に戻します。"),
    ),
    Rule(
        "page-form",
        en=('the finished page lacks "{found}".', "Put it back into the template that makes this page."),
        ja=("できあがったページに「{found}」がありません。", "このページのテンプレートに戻します。"),
    ),
    Rule(
        "page-language",
        en=('the page, or a part of it, says that its language is "{found}".',
            'Write lang="…" with the language in which it is written.'),
        ja=("ページか、その一部の言語が「{found}」となっています。", "書かれている言語を lang=\"…\" に書きます。"),
    ),
    Rule(
        "page-comment",
        en=('the finished page holds the comment "{found}", which everybody can read.',
            "Take it out of the text, or write it as {{# … #}} in the template."),
        ja=("できあがったページに、だれでも読めるコメント「{found}」があります。",
            "本文から消すか、テンプレートでは {{# … #}} と書きます。"),
    ),
    Rule(
        "page-picture",
        en=('the picture "{found}" lacks alt, width, height or, if it is not the page\'s first, loading="lazy".',
            "Use the component photo in the template."),
        ja=('画像「{found}」に alt・width・height のどれかがないか、2枚目からの画像に loading="lazy" がありません。',
            "テンプレートで部品 photo を使います。"),
    ),
    Rule(
        "page-id-twice",
        en=('the id "{found}" stands twice in the finished page.', "Give one of the two another id."),
        ja=("できあがったページに id「{found}」が二つあります。", "片方を別の id にします。"),
    ),
    Rule(
        "page-link",
        en=('"{found}" leads to nothing in the finished folder.', "Mend the link, or put back what it led to."),
        ja=("「{found}」の先が、できあがったサイトにありません。", "リンクを直すか、リンク先を戻します。"),
    ),
    Rule(
        "feed-form",
        en=('a feed reader or a calendar would stumble here: "{found}".', "Mend the text or the template it comes from."),
        ja=("フィードリーダーやカレンダーがここでつまずきます（{found}）。", "元の本文かテンプレートを直します。"),
    ),
)  # fmt: skip

"""Rules of what goes out, and of what may be committed where everybody can read the source."""

from plugins.problems.rules.rule import Rule

PUBLISHING_RULES: tuple[Rule, ...] = (
    Rule(
        "withdrawn-comes-back",
        en=("what stood on this page was withdrawn, and this publication would bring it back.",
            "Choose a publication from after the withdrawal."),
        ja=("このページの内容は取り下げたもので、この公開に戻すとまた出てしまいます。", "取り下げより後の公開を選びます。"),
    ),
    Rule(
        "commit-of-unpublished",
        en=('"status" is "{status}", and everybody can read this source.',
            'Take the post out of the commit: "git reset -- {folder}".'),
        ja=("「status」が「{status}」ですが、この元ファイルは誰でも読めます。",
            "コミットから外します: 「git reset -- {folder}」"),
    ),
    Rule(
        "commit-of-embargoed",
        en=("the post goes out on {moment} (Japan time), and everybody can read this source.",
            'Take it out of the commit until then: "git reset -- {folder}".'),
        ja=("公開は{moment}（日本時間）ですが、この元ファイルは誰でも読めます。",
            "それまでコミットから外します: 「git reset -- {folder}」"),
    ),
    Rule(
        "commit-of-waiting",
        en=("this line is of a post that goes out on {moment} (Japan time), and everybody can read this source.",
            'Run "python3 run.py id", which takes the line out, and "git add content/data/addresses.yml".'),
        ja=("この行は{moment}（日本時間）に公開する記事のものですが、この元ファイルは誰でも読めます。",
            "「python3 run.py id」を実行すると行が消えます。続けて「git add content/data/addresses.yml」と入力します。"),
    ),
    Rule(
        "commit-of-withdrawn",
        en=("the post is withdrawn, but its words still stand here, and everybody can read this source.",
            'Run "python3 run.py id", delete the folder, and type "git add -A content".'),
        ja=("取り下げた記事ですが、言葉がここに残っていて、この元ファイルは誰でも読めます。",
            "「python3 run.py id」を実行してからフォルダを消し、「git add -A content」と入力します。"),
    ),
    Rule(
        "commit-of-kept-back",
        en=('the entry has "public: false", and everybody can read this source.', "Delete the entry from this file."),
        ja=("この項目は「public: false」ですが、この元ファイルは誰でも読めます。", "この項目をファイルから消します。"),
    ),
    Rule(
        "commit-without-consent",
        en=("nothing says that this person agreed, and everybody can read this source.",
            'Ask them and write their answer as "consent" (in a photo: "people"), or delete this here.'),
        ja=("本人が同意したとは書いてなく、この元ファイルは誰でも読めます。",
            "本人に確かめて「consent」（写真では「people」）に書くか、ここから消します。"),
    ),
    Rule(
        "commit-of-leftover",
        en=("an editor or the system left this file here; it may hold an earlier text or picture.",
            'Type "git rm --cached {file}".'),
        ja=("編集ソフトかシステムが残したファイルです。前の文章や写真が入っていることがあります。", "「git rm --cached {file}」と入力します。"),
    ),
    Rule(
        "commit-of-names",
        en=("this is the list of names that may never appear.",
            'Move it out of this folder, and type "git rm --cached {file}".'),
        ja=("出してはならない名前の一覧です。", "このフォルダの外へ移し、「git rm --cached {file}」と入力します。"),
    ),
    Rule(
        "commit-by-name",
        en=("the commit would be by the name in line {entry} of private-names.txt, or on a branch of that name.",
            'Type "git config user.name" and "git config user.email", each with a name or address of the union\'s; '
            'a branch: "git branch -m draft".'),
        ja=("コミットする人かブランチの名前に、private-names.txt の{entry}行目の名前が入っています。",
            "「git config user.name」と「git config user.email」に、組合としての名前とアドレスを続けて入力します。"
            "ブランチは「git branch -m draft」で変えます。"),
    ),
)  # fmt: skip

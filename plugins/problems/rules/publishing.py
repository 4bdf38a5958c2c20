"""Rules of what may be committed where everybody can read the source."""

from plugins.problems.rules.rule import Rule

PUBLISHING_RULES: tuple[Rule, ...] = (
    Rule(
        "commit-of-unpublished", "error",
        en=('"status" is "{status}", and everybody can read this source.',
            'Take the post out of the commit: "git reset -- {folder}".'),
        ja=("「status」が「{status}」ですが、この元ファイルは誰でも読めます。",
            "コミットから外します: 「git reset -- {folder}」"),
    ),
    Rule(
        "commit-of-embargoed", "error",
        en=("the post goes out on {moment} (Japan time), and everybody can read this source.",
            'Take it out of the commit until then: "git reset -- {folder}".'),
        ja=("公開は{moment}（日本時間）ですが、この元ファイルは誰でも読めます。",
            "それまでコミットから外します: 「git reset -- {folder}」"),
    ),
    Rule(
        "commit-of-withdrawn", "error",
        en=("the post is withdrawn, but its words still stand here, and everybody can read this source.",
            'Delete the folder, and type "git add -A {folder}".'),
        ja=("取り下げた記事ですが、言葉がここに残っていて、この元ファイルは誰でも読めます。",
            "フォルダを消し、「git add -A {folder}」と入力します。"),
    ),
    Rule(
        "commit-of-kept-back", "error",
        en=('the entry has "public: false", and everybody can read this source.', "Delete the entry from this file."),
        ja=("この項目は「public: false」ですが、この元ファイルは誰でも読めます。", "この項目をファイルから消します。"),
    ),
    Rule(
        "commit-of-names", "error",
        en=("this is the list of names that may never appear.",
            'Move it out of this folder, and type "git rm --cached {file}".'),
        ja=("出してはならない名前の一覧です。", "このフォルダの外へ移し、「git rm --cached {file}」と入力します。"),
    ),
)  # fmt: skip

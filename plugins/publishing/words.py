"""What the staff are told when the site goes out, or does not, in both languages."""

REASONS: dict[str, dict[str, str]] = {
    "no-git": {
        "en": 'the program git is not installed. Type "sudo apt install git" (or get it from git-scm.com), then the same command again.',
        "ja": "gitがありません。「sudo apt install git」と入力するか git-scm.com から入れて、もう一度実行します。",
    },
    "no-remote": {
        "en": 'nothing says where the site is published. Write its address into publishconf.py: PUBLISH_REMOTE = "git@github.com:UNION/site.git"',
        "ja": '公開先が書いてありません。publishconf.py に PUBLISH_REMOTE = "git@github.com:UNION/site.git" のように書きます。',
    },
    "unknown-remote": {
        "en": 'no remote has the name "{remote}". Write the whole address: --remote git@github.com:UNION/site.git',
        "ja": "「{remote}」という名前の公開先はありません。アドレス全体を書きます: --remote git@github.com:UNION/site.git",
    },
    "branch-name": {
        "en": '"{branch}" cannot be the name of a branch. Type --branch gh-pages',
        "ja": "「{branch}」はブランチの名前にできません。--branch gh-pages と入力します。",
    },
    "source-shares-remote": {
        "en": 'the source of the site lies at {address} too ("{name}"): drafts and original photos would stand in public beside it. '
        "Make a second repository for the built site and write its address into publishconf.py (PUBLISH_REMOTE). "
        "If everybody may read your drafts, write SOURCE_IS_PUBLIC = True into pelicanconf.py.",
        "ja": "サイトの元のファイルも {address} にあります（{name}）。下書きや元の写真まで公開されてしまいます。"
        "公開用のリポジトリを別に作り、そのアドレスを publishconf.py の PUBLISH_REMOTE に書きます。"
        "下書きを誰に読まれてもよい場合だけ、pelicanconf.py に SOURCE_IS_PUBLIC = True と書きます。",
    },
    "unreachable": {
        "en": "{cause}: nothing was published. Look at the network, at the address and at your right to write there, "
        "then type the same command again.",
        "ja": "公開先につながりません（{cause}）。何も公開していません。ネットワークとアドレス、書き込みの権限を確かめ、もう一度実行します。",
    },
    "refused": {
        "en": "the server did not take the site: {cause}. The site online is as it was. Mend what it says, then type the same command again.",
        "ja": "サーバーが受け取りませんでした（{cause}）。公開中のサイトは前のままです。理由を直して、もう一度実行します。",
    },
    "at-the-same-moment": {
        "en": "somebody else published at the same moment, and was first. Nothing is lost: type the same command again.",
        "ja": "ほかの人が同時に公開し、そちらが先に届きました。何も失われていません。もう一度実行します。",
    },
    "moved": {
        "en": "somebody else published on {when} (Japan time), {origin}. That publication changed {pages}. "
        'Get those texts first ("python3 run.py get"), then type the same command again. '
        "If yours is to stand in place of theirs, add: --over {commit}",
        "ja": "ほかの人が{when}（日本時間）に公開しています（{origin}）。変わったのは {pages} です。"
        "先にその文章を取り込み（python3 run.py get）、もう一度実行します。こちらの内容に置きかえてよければ --over {commit} を付けます。",
    },
    "held-by-rollback": {
        "en": "the site was set back to an earlier publication on {when} (Japan time), and stays so until somebody says otherwise. "
        "If your texts are mended, add: --over {commit}",
        "ja": "{when}（日本時間）に、サイトは前の公開に戻されています。文章を直してから公開し直すときは --over {commit} を付けます。",
    },
    "not-a-publication": {
        "en": 'the branch "{branch}" there was last changed on {when} (Japan time), and not by this program. '
        "Look at what is in it. If the site is to stand in its place, add: --over {commit}",
        "ja": "そこのブランチ「{branch}」は{when}（日本時間）に変更され、このプログラムによるものではありません。"
        "中身を確かめ、サイトに置きかえてよければ --over {commit} を付けます。",
    },
    "over-another": {
        "en": "--over names {over}, but what is online now is {commit}. Look at what was published since, then decide again.",
        "ja": "--over は {over} ですが、いま公開されているのは {commit} です。その後の公開を確かめ、決め直します。",
    },
    "not-passed": {
        "en": "the folder {folder} is not the one that was checked: something changed in it since. Type the same command again.",
        "ja": "フォルダ {folder} が、検査したときから変わっています。もう一度実行します。",
    },
    "source-changed": {
        "en": "the texts changed while the site was built. Type the same command again.",
        "ja": "ビルドの間に元の文章が変わりました。もう一度実行します。",
    },
    "no-site": {
        "en": "the folder {folder} is not there. Type: python3 run.py build",
        "ja": "フォルダ {folder} がありません。python3 run.py build を実行します。",
    },
    "link": {
        "en": '"{path}" in the site is a link to another place. Delete it, then type the same command again.',
        "ja": "サイトの「{path}」は別の場所を指すリンクです。消してから、もう一度実行します。",
    },
    "no-file": {
        "en": '"{path}" in the site is neither a file nor a folder. Delete it, then type the same command again.',
        "ja": "サイトの「{path}」はファイルでもフォルダでもありません。消してから、もう一度実行します。",
    },
    "file-name": {
        "en": 'the name "{path}" cannot be published. Rename the file with letters, digits, hyphens and dots.',
        "ja": "「{path}」という名前は公開できません。文字・数字・ハイフン・点だけの名前に変えます。",
    },
    "not-agreed": {
        "en": "nothing was published. If it is meant so, type the same command with --yes.",
        "ja": "公開していません。これでよければ、同じコマンドに --yes を付けて実行します。",
    },
    "unknown-publication": {
        "en": '"{which}" is no publication. Type "python3 run.py rollback" for the list.',
        "ja": "「{which}」という公開はありません。「python3 run.py rollback」で一覧を見ます。",
    },
    "stopped-by-gate": {
        "en": "that publication breaks rules of today; the lines above say which. The site online is as it was.",
        "ja": "その公開には、いまの規則に合わない所があります（上の行）。公開中のサイトは前のままです。",
    },
    "no-archive": {
        "en": "{file} cannot be read as a mirror of the site: {cause}. Get the file again from where it came.",
        "ja": "{file} をサイトの控えとして読めません（{cause}）。ファイルを入手し直します。",
    },
    "sum-differs": {
        "en": '"{path}" in {file} is not as it was when the mirror was made. Nothing was restored. Get the file again from where it came.',
        "ja": "{file} の「{path}」が、作られたときと違います。何も取り出していません。ファイルを入手し直します。",
    },
    "not-empty": {
        "en": "the folder {folder} is not empty. Name another one: --into FOLDER",
        "ja": "フォルダ {folder} は空ではありません。--into で別のフォルダを指定します。",
    },
    "git-failed": {
        "en": "git could not go on: {cause}. The site online is as it was. Type the same command again.",
        "ja": "gitが止まりました（{cause}）。公開中のサイトは前のままです。もう一度実行します。",
    },
}

LINES: dict[str, dict[str, str]] = {
    "counts": {
        "en": "Pages: {added} added, {changed} changed, {removed} removed; other files: {others}.",
        "ja": "ページ: 追加{added}、変更{changed}、削除{removed}。ほかのファイル: {others}",
    },
    "added": {"en": "  added    {address}", "ja": "  追加 {address}"},
    "changed": {"en": "  changed  {address}", "ja": "  変更 {address}"},
    "removed": {"en": "  removed  {address}", "ja": "  削除 {address}"},
    "no-start": {
        "en": "The site has no first page (index.html).",
        "ja": "サイトに最初のページ（index.html）がありません。",
    },
    "smaller": {
        "en": "{gone} of the {all} pages online would go away.",
        "ja": "公開中の{all}ページのうち、{gone}ページがなくなります。",
    },
    "comes-back": {
        "en": "{count} pages that are not online now would come back. Look whether one of them was withdrawn:",
        "ja": "いま公開していない{count}ページが戻ります。取り下げたものがないか確かめます:",
    },
    "as-then": {
        "en": "Every page stands as it did then: a name, a quote or a photo whose consent has ended since, an entry that "
              "was kept back since, and each correction would be undone.",
        "ja": "すべてのページがそのときの姿に戻ります。その後に同意が終わった名前・発言・写真、非公開にした経過、訂正も元に戻ります。",
    },
    "ask": {"en": "Publish this? Type yes: ", "ja": "公開しますか。公開する場合は「はい」と入力: "},
    "same": {"en": "The site online is the same: nothing to publish.", "ja": "公開中のサイトと同じです。公開するものはありません。"},
    "dry": {"en": "Nothing was published (--dry-run).", "ja": "公開していません（--dry-run）。"},
    "done": {"en": "Published to {address}, branch {branch}: {commit}", "ja": "公開しました: {address} のブランチ {branch}（{commit}）"},
    "no-history": {
        "en": "The earlier publications are gone from the branch. Copies may exist elsewhere: search engines, archives, whoever "
        "has fetched it; GitHub and GitLab go on showing an old state, to those who know its number, until they clean up. Ask their support for that.",
        "ja": "前の公開はブランチから消えました。ただし、検索エンジン・アーカイブ・取得した人の手元に写しが残ることがあります。"
        "GitHubやGitLabでは、番号を知る人にしばらく古い状態が見えます。消すようサポートに頼みます。",
    },
    "uncommitted": {
        "en": "Some of your files are not committed yet; colleagues cannot publish on top of this until they have them. "
        'Type "python3 run.py send"; for files outside of content/, "git add .", "git commit" and then that.',
        "ja": "まだコミットしていないファイルがあります。届くまで、ほかの人はこの続きを公開できません。「python3 run.py send」と入力します。"
        "content/ の外のファイルは、その前に「git add .」「git commit」と入力します。",
    },
    "cname-differs": {
        "en": "Note: the branch answers to {cname} (CNAME), but SITEURL in publishconf.py says {url}.",
        "ja": "注意: ブランチの名前は {cname}（CNAME）ですが、publishconf.py の SITEURL は {url} です。",
    },
    "from-source": {"en": "from the texts of commit {source}", "ja": "元の文章はコミット {source}"},
    "by": {"en": ", by {name}", "ja": "、{name}"},
    "not-here": {"en": ", which is not here yet", "ja": "、まだここにありません"},
    "not-committed": {"en": ", with texts that are not committed", "ja": "、コミットしていない文章を含む"},
    "no-source": {"en": "from texts without a git history", "ja": "元の文章のgitの履歴なし"},
    "and-more": {"en": "{pages} and {count} more", "ja": "{pages} ほか{count}ページ"},
    "no-pages": {"en": "no page", "ja": "ページ以外"},
    "publication": {
        "en": "{number:>4}  {when}  {pages:>6} pages  {source}",
        "ja": "{number:>4}  {when}  {pages:>6}ページ  {source}",
    },
    "earlier": {
        "en": "and {count} earlier ones, from number 1 on. Type: python3 run.py rollback --to NUMBER",
        "ja": "ほかに番号1からの{count}件。戻すには: python3 run.py rollback --to 番号",
    },
    "how": {"en": "To set the site back, type: python3 run.py rollback --to NUMBER", "ja": "戻すには: python3 run.py rollback --to 番号"},
    "none": {"en": "Nothing has been published there yet.", "ja": "そこにはまだ何も公開していません。"},
    "set-back-to": {"en": "set back to {commit}", "ja": "{commit} に戻したもの"},
    "set-back": {
        "en": "The site stays so until somebody publishes with --over {commit}. Mend the texts before that: nothing was changed in content/.",
        "ja": "--over {commit} を付けて公開するまで、このままです。content/ の文章は変わっていません。その前に直します。",
    },
    "not-committed-now": {
        "en": "Nothing was committed.",
        "ja": "コミットしていません。",
    },
    "installed": {
        "en": "Every commit here is looked at first ({path}).",
        "ja": "これからは、コミットの前に中身を確かめます（{path}）。",
    },
    "not-a-repository": {
        "en": 'This folder has no git history, so there is no commit to look at. If it is to get one, type "git init", then this again.',
        "ja": "このフォルダにはgitの履歴がないので、確かめるコミットもありません。作るときは「git init」のあと、もう一度実行します。",
    },
    "below": {
        "en": 'This folder lies inside another git repository, whose commits are not looked at. Move it out and type "git init", then this again.',
        "ja": "このフォルダは別のgitリポジトリの中にあり、そのコミットは確かめられません。外へ移して「git init」のあと、もう一度実行します。",
    },
    "elsewhere": {
        "en": "Your hooks of git lie in a folder of their own (core.hooksPath). To have commits looked at, add to {path}: {line}",
        "ja": "gitのフックは別のフォルダ（core.hooksPath）にあります。コミットの前に確かめるには、{path} に次の行を足します: {line}",
    },
    "somebody-else-s": {
        "en": "{path} is a hook of somebody else and was left as it is. To have commits looked at, add to it: {line}",
        "ja": "{path} は別のフックなので、変えていません。コミットの前に確かめるには、次の行を足します: {line}",
    },
    "mirrored": {
        "en": "{file}: {count} files. SHA-256 of the archive: {digest}",
        "ja": "{file}: {count}ファイル。控え全体のSHA-256: {digest}",
    },
    "restored": {
        "en": "{folder}: {count} files, each as it was. Open {folder}/index.html",
        "ja": "{folder}: {count}ファイル、すべて元のとおりです。{folder}/index.html を開きます。",
    },
}  # fmt: skip


def line(key: str, lang: str, **values: object) -> str:
    """Return a line for the staff."""
    return LINES[key][lang].format(**values)

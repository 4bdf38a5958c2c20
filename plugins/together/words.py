"""What the staff are told when changes come and go between desks, in both languages and without the words of git."""

REASONS: dict[str, dict[str, str]] = {
    "no-program": {
        "en": 'the program git is not installed. Type "sudo apt install git" (or get it from git-scm.com), then the same command again.',
        "ja": "gitがありません。「sudo apt install git」と入力するか git-scm.com から入れて、もう一度実行します。",
    },
    "no-copy": {
        "en": "this folder is alone: it keeps no history and knows no other desk. To share it from here, make an empty private "
        'repository at your host and type: python3 run.py send --to git@github.com:UNION/texts.git '
        "If it is shared already, begin with a copy from there instead of this folder: git clone ADDRESS",
        "ja": "このフォルダは、ほかの机とつながっていません（履歴もありません）。ここから分かち合うには、ホストに空の非公開リポジトリを作り、"
        "「python3 run.py send --to git@github.com:UNION/texts.git」と入力します。"
        "もう分かち合われているときは、このフォルダではなく、そこからの写しで始めます: git clone アドレス",
    },
    "no-address": {
        "en": "nothing says where the texts are shared. Make an empty private repository at your host and type its address once: "
        "python3 run.py send --to git@github.com:UNION/texts.git",
        "ja": "文章を分かち合う場所が書いてありません。ホストに空の非公開リポジトリを作り、そのアドレスを一度だけ入力します: "
        "python3 run.py send --to git@github.com:UNION/texts.git",
    },
    "other-address": {
        "en": "the texts are shared at {address} already. Whoever looks after the computer can change that.",
        "ja": "文章は、もう {address} で分かち合われています。変えるときは、パソコンの担当の人に頼みます。",
    },
    "site-address": {
        "en": "{address} is where the site is published: everybody could read your drafts there. Make a second, private repository "
        "and type its address: python3 run.py send --to ADDRESS",
        "ja": "{address} はサイトの公開先です。下書きまで誰にでも読まれてしまいます。別に非公開のリポジトリを作り、そのアドレスを入力します: "
        "python3 run.py send --to アドレス",
    },
    "below": {
        "en": "this folder lies inside another folder with a history of its own. Move it out, then type the same command again.",
        "ja": "このフォルダは、別の履歴をもつフォルダの中にあります。外へ移して、もう一度実行します。",
    },
    "half-done": {
        "en": "somebody began by hand to put changes together here and did not finish. Nothing was changed. To begin afresh, type: "
        "python3 run.py get --afresh (the texts as they are now are first copied into .desk/kept/)",
        "ja": "手作業で変更を合わせる途中の状態です。何も変えていません。やり直すには「python3 run.py get --afresh」と入力します"
        "（いまの文章は、先に .desk/kept/ に写します）。",
    },
    "aside": {
        "en": "this folder shows an earlier state, not the newest. Nothing was changed. To go back to the newest, type: "
        "python3 run.py get --afresh (the texts as they are now are first copied into .desk/kept/)",
        "ja": "このフォルダは、最新ではない状態を開いています。何も変えていません。最新に戻すには「python3 run.py get --afresh」と入力します"
        "（いまの文章は、先に .desk/kept/ に写します）。",
    },
    "not-afresh": {
        "en": "it is not plain which state is the newest here. The texts are copied into {folder}. Begin with a new copy of the shared "
        "folder (git clone ADDRESS) and bring over what is yours from there.",
        "ja": "どれが最新か、ここからは分かりません。文章は {folder} に写しました。分かち合っている場所から新しい写しを作り（git clone アドレス）、"
        "自分の文章をそこから移します。",
    },
    "content-gone": {
        "en": "{file} is gone, so {folder}/ is not whole, and would be taken away from everybody. Nothing was sent or fetched. Put it back, "
        "or begin with a new copy: git clone ADDRESS",
        "ja": "{file} がありません。{folder}/ が欠けたまま送ると、全員の所から消えてしまいます。何も送らず、何も受け取っていません。"
        "元に戻すか、新しい写しで始めます: git clone アドレス",
    },
    "strangers": {
        "en": "what is shared at that address is not the same site as this folder. Nothing was changed. Begin with a copy from there "
        "(git clone ADDRESS) and bring over your folders of content/.",
        "ja": "そのアドレスにあるのは、このフォルダとは別のサイトです。何も変えていません。そこからの写しで始め（git clone アドレス）、"
        "content/ の自分のフォルダを移します。",
    },
    "made-anew": {
        "en": "the shared history was made anew by somebody, probably to take something out of it for good. So that it does not come back "
        "from here, nothing was fetched or sent. Begin with a new copy (git clone ADDRESS) and bring over what only you have: {items}",
        "ja": "分かち合っている履歴が作り直されています。何かを完全に取り除いたためと思われます。ここから戻らないように、何も受け取らず、何も送っていません。"
        "新しい写しで始め（git clone アドレス）、自分だけが持つものを移します: {items}",
    },
    "rest-differs": {
        "en": "you and somebody else changed the same place of {file}, which is no text of the site. Nothing was fetched. "
        "Ask whoever looks after the program.",
        "ja": "サイトの文章ではないファイル {file} の同じ所を、ほかの人も変えています。何も受け取っていません。プログラムの担当の人に聞きます。",
    },
    "unreachable": {
        "en": "nobody answers where the texts are shared. What you wrote is safe here. Look at the network, then type the same command again.",
        "ja": "文章を分かち合う場所につながりません。書いたものは、ここに残っています。ネットワークを確かめ、もう一度実行します。",
    },
    "no-access": {
        "en": "the place where the texts are shared does not let you in. What you wrote is safe here. Look at your password or key, "
        "or ask whoever looks after it to let you write there, then type the same command again.",
        "ja": "文章を分かち合う場所に入れません。書いたものは、ここに残っています。パスワードか鍵を確かめるか、書き込めるように担当の人に頼み、もう一度実行します。",
    },
    "not-there": {
        "en": "nothing is found at the address where the texts are shared ({address}). What you wrote is safe here. Ask whoever looks "
        "after it, then type the same command again.",
        "ja": "文章を分かち合うアドレス（{address}）に何もありません。書いたものは、ここに残っています。担当の人に聞いて、もう一度実行します。",
    },
    "not-taken": {
        "en": 'the place where the texts are shared did not take them. It says: "{cause}". They are safe here. Mend what it says, '
        "then type the same command again.",
        "ja": "文章を分かち合う場所が受け取りませんでした。理由:「{cause}」。書いたものは、ここに残っています。理由を直して、もう一度実行します。",
    },
    "too-busy": {
        "en": "others were quicker several times. Nothing is lost. Type the same command again.",
        "ja": "何度も、ほかの人の送信が先に届きました。何も失われていません。もう一度実行します。",
    },
    "written-meanwhile": {
        "en": "something else changed this folder at the same moment. Nothing is lost. Type the same command again.",
        "ja": "同時に、ほかの作業がこのフォルダを変えました。何も失われていません。もう一度実行します。",
    },
    "locked": {
        "en": "another program is at work in this folder, or was cut off. If there is none, delete the file {file}, then type the same command again.",
        "ja": "別のプログラムがこのフォルダで作業中か、途中で止まっています。なければ {file} を消して、もう一度実行します。",
    },
    "disk-full": {
        "en": "the disk is full. Make room, then type the same command again: it goes on where it stopped.",
        "ja": "ディスクがいっぱいです。空きを作り、もう一度実行すると、続きから始まります。",
    },
    "not-ours": {
        "en": "this folder belongs to another user of this computer. Work in a folder of your own: git clone ADDRESS",
        "ja": "このフォルダは、このパソコンの別のユーザーのものです。自分のフォルダで作業します: git clone アドレス",
    },
    "names": {
        "en": "a file of somebody else has a name that no folder may hold. Nothing was changed. Ask whoever looks after the program.",
        "ja": "ほかの人のファイルに、使えない名前のものがあります。何も変えていません。プログラムの担当の人に聞きます。",
    },
    "not-sent": {
        "en": "Nothing was sent. Mend what the lines above say, then type the same command again.",
        "ja": "何も送っていません。上の行が言うことを直して、もう一度実行します。",
    },
    "unknown": {
        "en": 'it could not go on: "{cause}". Nothing is lost. Type the same command again.',
        "ja": "続けられませんでした（{cause}）。何も失われていません。もう一度実行します。",
    },
}  # fmt: skip

LINES: dict[str, dict[str, str]] = {
    "came": {"en": "Arrived from others:", "ja": "ほかの人から届いたもの:"},
    "rest-came": {"en": "  and {count} files that are no texts, such as those of the program", "ja": "  ほかに、文章以外のファイル{count}件（プログラムなど）"},
    "nothing-came": {"en": "Nothing new from others.", "ja": "ほかの人からの新しいものはありません。"},
    "nothing-there": {"en": "Nothing has been sent there yet.", "ja": "そこには、まだ何も送られていません。"},
    "item": {"en": "  {item}", "ja": "  {item}"},
    "sent": {"en": "Sent to the others:", "ja": "ほかの人へ送ったもの:"},
    "nothing-to-send": {"en": "The others have everything already.", "ja": "送るものはありません。ほかの人はすべて持っています。"},
    "all-sent": {"en": "The others can get all of it now.", "ja": "すべて、ほかの人が受け取れるようになりました。"},
    "both-kept": {
        "en": "{file}: you and somebody else changed it. Yours stays; theirs is {other} beside it. Look which one the text is to show.",
        "ja": "{file}: ほかの人も変えています。こちらのものはそのまま、相手のものは隣の {other} です。どちらを見せるか確かめます。",
    },
    "two-names": {
        "en": "{old}: you and somebody else gave it different names. Both folders are here now: yours is {ours}, theirs is {theirs}. "
        "Agree on one name, copy into that folder what the other one says more, delete the other folder, and send.",
        "ja": "{old}: こちらとほかの人が、別々の名前に変えました。いまは両方のフォルダがあります。こちらは {ours}、相手は {theirs} です。"
        "どちらの名前にするか決め、残すほうに、もう一方にしかない文章を写します。もう一方のフォルダを消してから送ります。",
    },
    "stays": {"en": "{item} stays on this machine:", "ja": "{item} は、このパソコンにだけ残ります:"},
    "wrong-now": {
        "en": "After the changes of others were put in, something does not fit:",
        "ja": "ほかの人の変更を入れたあと、合わない所があります:",
    },
    "open": {
        "en": "Two wrote the same place; what is here stays until you decide:",
        "ja": "二人が同じ所を書きました。決めるまで、ここにあるほうがそのまま残ります:",
    },
    "place": {"en": "  {number}. {item}: {field}", "ja": "  {number}. {item}: {field}"},
    "mine": {"en": "     1 mine:      {text}", "ja": "     1 こちら: {text}"},
    "other": {"en": "     2 the other: {text}", "ja": "     2 相手:   {text}"},
    "taken-away": {"en": "(taken away)", "ja": "（消した）"},
    "no-text": {"en": "(a picture or document)", "ja": "（写真か文書）"},
    "whole": {"en": "the whole file", "ja": "ファイル全体"},
    "text": {"en": "text", "ja": "本文"},
    "how": {
        "en": 'Both texts in full lie in {folder}/. To choose, type "python3 run.py get" in a terminal, or write it as you want it in '
        "content/ and delete the file there.",
        "ja": "両方の全文は {folder}/ にあります。選ぶには、端末で「python3 run.py get」と入力します。content/ を自分で直して、そこのファイルを消しても構いません。",
    },
    "ask": {
        "en": "{number}: 1 mine, 2 the other, 3 decide later? ",
        "ja": "{number}: 1 こちら、2 相手、3 あとで決める? ",
    },
    "changed-since": {
        "en": "{file} was changed since, at that very place. It stays as it is; the other text lies in {kept}.",
        "ja": "{file} のその所は、その後また変わっています。そのままにします。相手の文章は {kept} にあります。",
    },
    "copied": {"en": "The texts as they were are copied into {folder}.", "ja": "それまでの文章は {folder} に写しました。"},
    "unsent": {
        "en": 'What you published is on this machine only: type "python3 run.py send", or colleagues cannot publish after you.',
        "ja": "公開した文章は、このパソコンにしかありません。「python3 run.py send」と入力しないと、ほかの人は続けて公開できません。",
    },
    "here-alone": {
        "en": 'Nothing was published. To publish what is here without the changes of others, add: --here',
        "ja": "公開していません。ほかの人の変更なしで、ここにあるものを公開するときは --here を付けます。",
    },
    "opens-anyway": {
        "en": "The desk opens with what is here.",
        "ja": "いまここにあるもので、執筆デスクを開きます。",
    },
    "file-head": {
        "en": "{path}: {field}\nTwo wrote the same place. What is here stays until you decide: run.py get, or delete this file.",
        "ja": "{path}: {field}\n二人が同じ所を書きました。決めるまで、ここにあるほうが残ります（run.py get で選ぶか、このファイルを消します）。",
    },
    "file-mine": {"en": "--- mine ---", "ja": "--- こちら ---"},
    "file-other": {"en": "--- the other ---", "ja": "--- 相手 ---"},
    "message-came": {"en": "Changes of other desks", "ja": "ほかの机の変更"},
    "begun": {"en": "The folder as it is", "ja": "いまのフォルダ"},
}  # fmt: skip

# What to do, in place of the words that are for whoever types git by hand.
HELD: dict[str, dict[str, str]] = {
    "commit-of-unpublished": {
        "en": "Nobody else gets it before it is published: delete the line status, then send again.",
        "ja": "公開するまで、ほかの人には送りません。status の行を消してから、もう一度送ります。",
    },
    "commit-of-embargoed": {
        "en": "Nobody else gets it before that moment: send again then.",
        "ja": "その時刻まで、ほかの人には送りません。そのあとで、もう一度送ります。",
    },
    "commit-of-waiting": {
        "en": 'Run "python3 run.py id", which takes the line out, then send again.',
        "ja": "「python3 run.py id」を実行すると行が消えます。そのあとで、もう一度送ります。",
    },
    "commit-of-withdrawn": {
        "en": 'Run "python3 run.py id" and delete the folder, then send again.',
        "ja": "「python3 run.py id」を実行してからフォルダを消し、もう一度送ります。",
    },
    "commit-of-leftover": {"en": "Delete it; nobody needs it.", "ja": "消します。誰にも要りません。"},
    "commit-of-names": {"en": "Move it out of this folder.", "ja": "このフォルダの外へ移します。"},
    "commit-by-name": {
        "en": "this computer would sign what is sent with the name in line {entry} of private-names.txt. "
        "Ask whoever set it up to give it a name that tells nothing.",
        "ja": "このままでは、private-names.txt の{entry}行目の名前で送られます。何も分からない名前に変えるよう、担当の人に頼みます。",
    },
}  # fmt: skip


def line(key: str, lang: str, **values: object) -> str:
    """Return a line for the staff."""
    return LINES[key][lang].format(**values)

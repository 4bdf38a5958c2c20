"""Rules of addresses: what was public once stays where it was, leads on, or was withdrawn."""

from plugins.problems.rules.rule import Rule

LEDGER_RULES: tuple[Rule, ...] = (
    Rule(
        "ledger-line",
        en=('"{found}" is no line of the ledger of addresses.',
            "Delete it; of lines that two desks have added keep both, without <<<<<<<, ======= and >>>>>>>."),
        ja=("「{found}」はアドレスの控えの行ではありません。",
            "この行を消します。二か所で足した行は両方とも残し、<<<<<<< と ======= と >>>>>>> の行だけを消します。"),
    ),
    Rule(
        "ledger-differs",
        en=('"{found}" stands twice, with the ids "{other}" and "{id}".', "Keep the line with the id of the item's own file."),
        ja=("「{found}」が2行あり、idが「{other}」と「{id}」で違います。", "その記事のファイルにあるidの行だけを残します。"),
    ),
    Rule(
        "addresses-missing",
        en=("the ledger of public addresses is missing.",
            'Run "python3 run.py id" and keep the file with the texts.'),
        ja=("公開したアドレスの控えがありません。", "「python3 run.py id」を実行し、できたファイルを本文といっしょに保存します。"),
    ),
    Rule(
        "address-not-recorded",
        en=('"{found}" is or will be public and does not stand in {ledger}.',
            'Run "python3 run.py id" and keep that file with the texts.'),
        ja=("公開する「{found}」が {ledger} に控えられていません。",
            "「python3 run.py id」を実行し、そのファイルを本文といっしょに保存します。"),
    ),
    Rule(
        "revisions-missing",
        en=("the ledger of the events' changes is missing: calendars would not take in a change.",
            'Run "python3 run.py id" and keep the file with the texts.'),
        ja=("行事の変更の控えがありません。登録した人のカレンダーに、変更が届かなくなります。",
            "「python3 run.py id」を実行し、できたファイルを本文といっしょに保存します。"),
    ),
    Rule(
        "revision-not-recorded",
        en=("this event is new or has changed, and {ledger} does not say so yet.",
            'Run "python3 run.py id" and keep that file with the texts.'),
        ja=("この行事は新しいか、変わりましたが、{ledger} にまだ記録されていません。",
            "「python3 run.py id」を実行し、そのファイルを本文といっしょに保存します。"),
    ),
    Rule(
        "address-lost",
        en=('"{found}" was public, and nothing has this address any longer.',
            'Write "{found}: NEW ADDRESS" in {redirects}, or "{found}: withdrawn"; '
            "if it was never published, delete this line."),
        ja=("公開していた「{found}」のアドレスに、何もありません。",
            "{redirects} に「{found}: 新しいアドレス」か「{found}: withdrawn」と書きます。一度も公開していなければ、この行を消します。"),
    ),
    Rule(
        "address-moved",
        en=('what has the id "{id}" was public at "{old}" and is now at "{new}".',
            'Write "{old}: {new}" in {redirects}; if it was never published there, delete the line "{old}" in {ledger}.'),
        ja=("id「{id}」は「{old}」で公開していましたが、今は「{new}」にあります。",
            "{redirects} に「{old}: {new}」と書きます。そこで一度も公開していなければ、{ledger} の「{old}」の行を消します。"),
    ),
    Rule(
        "id-changed",
        en=('the id of "{found}" was "{known}" and is now "{id}": subscribers would be shown it again as new.',
            'Write "id: {known}".'),
        ja=("「{found}」のidは「{known}」でしたが、今は「{id}」です。購読している人に、新しい記事としてもう一度届いてしまいます。",
            "「id: {known}」に戻します。"),
    ),
    Rule(
        "short-twice",
        en=('"short: {found}" stands in {other}, too: one paper cannot lead to both.', 'Write another word behind "short:".'),
        ja=("「short: {found}」は {other} にもあります。紙のQRコードの行き先は1つだけです。", "「short:」に別の言葉を書きます。"),
    ),
    Rule(
        "short-taken",
        en=('"{found}" was printed for "{other}", and paper that is out would lead to something else.',
            'Write another word behind "short:", or "{other}: NEW ADDRESS" in {redirects} if it only has another name; '
            'if it was never printed, delete the line "x/{found}" in {ledger}.'),
        ja=("「{found}」は「{other}」のために印刷したものです。配った紙が別のものへ案内してしまいます。",
            "「short:」に別の言葉を書きます。名前が変わっただけなら {redirects} に「{other}: 新しいアドレス」と書きます。"
            "一度も印刷していなければ、{ledger} の「x/{found}」の行を消します。"),
    ),
    Rule(
        "address-withdrawn",
        en=('"{found}", or its id, is that of something that was withdrawn.', "Rename the folder and delete its id."),
        ja=("「{found}」のアドレスかidは、取り下げたもののものです。", "フォルダの名前を変え、idの行を消します。"),
    ),
    Rule(
        "withdrawn-not-recorded",
        en=("{ledger} still names this withdrawn post.", 'Run "python3 run.py id" and keep that file with the texts.'),
        ja=("取り下げたこの記事が、まだ {ledger} に載っています。",
            "「python3 run.py id」を実行し、そのファイルを本文といっしょに保存します。"),
    ),
    Rule(
        "withdrawn-key-missing",
        en=("what was withdrawn cannot be told from what is new: the key {key} is missing.",
            "Copy the file from the desk that withdrew it; the hosted build takes it from a secret. "
            'If no desk has it any more, delete the lines "withdrawn/" here.'),
        ja=("鍵のファイル {key} がないため、取り下げたものと同じアドレスかどうか分かりません。",
            "取り下げの作業をしたパソコンからファイルを写します。サーバーでのビルドでは秘密の変数から渡します。"
            "どのパソコンにもなければ、このファイルの「withdrawn/」の行を消します。"),
    ),
    Rule(
        "withdrawn-key-damaged",
        en=("{key} holds no key, or cannot be read: nothing can be withdrawn without a trace, "
            "nor told from what is new.",
            "Copy the file from another desk. If none has it, delete it and the lines \"withdrawn/\" in {ledger}: "
            "a new key is made, and what was withdrawn before is not known any more."),
        ja=("{key} に鍵がないか、読めません。跡を残さずに取り下げることも、取り下げたものを見分けることもできません。",
            "ほかのパソコンからファイルを写します。どこにもなければ、そのファイルと {ledger} の「withdrawn/」の行を消します。"
            "新しい鍵が作られますが、前に取り下げたものは見分けられなくなります。"),
    ),
    Rule(
        "withdrawn-key-differs",
        en=("another desk has withdrawn something with a key that {key} does not hold: "
            "it cannot be told from what is new.",
            "Write the line of that desk's file below your own, and give every desk the file with both."),
        ja=("ほかのパソコンでの取り下げに使った鍵が {key} にないため、取り下げたものを見分けられません。",
            "そのパソコンのファイルの行を、自分の行の下に書き足します。両方の行があるファイルを、全員が使います。"),
    ),
    Rule(
        "redirect-form",
        en=('"{found}" is no old and new address.', 'Write them without a language and without slashes at the ends: "{meant}".'),
        ja=("「{found}」は古いアドレスと新しいアドレスになっていません。",
            "言語と前後の「/」を付けずに、「{meant}」のように書きます。"),
    ),
    Rule(
        "redirect-circle",
        en=('"{found}" leads back to itself.', 'Write the address where it is now behind "{found}:".'),
        ja=("「{found}」の行き先をたどると、元に戻ってしまいます。", "「{found}:」の後に、今のアドレスを書きます。"),
    ),
    Rule(
        "redirect-to-nothing",
        en=('"{found}" leads to "{target}", where nothing public is.',
            'Write an address that has a page behind "{found}:", or "withdrawn".'),
        ja=("「{found}」の行き先「{target}」には、公開のページがありません。",
            "「{found}:」の後に、ページのあるアドレスか「withdrawn」と書きます。"),
    ),
    Rule(
        "redirect-of-unpublished",
        en=('a page at "{found}" would tell the address of what is not public: {folder}.',
            "Delete this line, or rename that folder."),
        ja=("「{found}」にページができると、公開していないもの（{folder}）のアドレスがわかってしまいます。",
            "この行を消すか、そのフォルダの名前を変えます。"),
    ),
    Rule(
        "redirect-taken",
        en=('"{found}" is led on to "{target}", but something public has this address.',
            "Delete this line, or rename the folder of what has the address."),
        ja=("「{found}」は「{target}」へ案内する古いアドレスですが、今もそのアドレスで公開しているものがあります。",
            "この行を消すか、そのアドレスのフォルダの名前を変えます。"),
    ),
    Rule(
        "old-site-line",
        en=('"{found}" does not say where an address of the old site leads.',
            'Write it as "/2019/05/strike/: /ja/news/2019/strike/", or delete the line.'),
        ja=("「{found}」は、前のサイトのアドレスとその行き先になっていません。",
            "「/2019/05/strike/: /ja/news/2019/strike/」のように書くか、この行を消します。"),
    ),
)  # fmt: skip

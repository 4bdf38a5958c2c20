"""Rules of content: what holds between records, texts and files."""

from plugins.problems.rules.rule import Rule

CONTENT_RULES: tuple[Rule, ...] = (
    Rule(
        "facts-differ",
        en=('"{field}" is "{found}" here but "{other}" in {other_file}, line {other_line}.',
            "Write the fact once, in one of the two files."),
        ja=("「{field}」がここでは「{found}」、{other_file} の{other_line}行目では「{other}」です。",
            "どちらか一方のファイルにだけ書きます。"),
    ),
    Rule(
        "missing-id",
        en=("the permanent id is missing.", 'Run "python3 run.py id" and keep the changed file.'),
        ja=("記事IDがありません。", "「python3 run.py id」を実行し、書き換わったファイルを保存します。"),
    ),
    Rule(
        "id-twice",
        en=('the id "{found}" is that of {other} too.', 'Delete the line "id: {found}" here; the next build writes a new one.'),
        ja=("記事ID「{found}」は {other} と同じです。", "ここの「id: {found}」の行を消します。次のビルドで新しいIDが付きます。"),
    ),
    Rule(
        "address-twice",
        en=("the address {found} is taken by {other}.", "Rename this folder, for example with -2 at the end."),
        ja=("アドレス {found} は {other} が使っています。", "このフォルダの名前の終わりに -2 を付けるなどして、変えます。"),
    ),
    Rule(
        "key-twice",
        en=('the key "{found}" stands twice.', "Give one of the two another name."),
        ja=("キー「{found}」が二つあります。", "一方を別の名前にします。"),
    ),
    Rule(
        "unknown-language",
        en=('"{found}" is no language of this site.', "Write one of: {known}."),
        ja=("「{found}」はこのサイトの言語ではありません。", "次のどれかを書きます: {known}"),
    ),
    Rule(
        "unknown-reference",
        en=('"{field}" names "{found}", which is not in {where}.', 'Write "{nearest}", if you mean that, or add "{found}" there.'),
        ja=("「{field}」の「{found}」は {where} にありません。", "「{nearest}」のことなら、そう書きます。新しいものなら、そこに「{found}」を足します。"),
    ),
    Rule(
        "reference-to-nothing",
        en=('"{field}" names "{found}", but {where} holds nothing yet.', "Write the record there, or delete this line."),
        ja=("「{field}」の「{found}」が見つかりません。{where} はまだ空です。", "そこに記録を書くか、この行を消します。"),
    ),
    Rule(
        "end-before-start",
        en=("{end_field} is {end}, before {start_field}, {start}.", 'Put the later one in "{end_field}".'),
        ja=("{end_field}（{end}）が {start_field}（{start}）より前です。", "「{end_field}」に後の日時を書きます。"),
    ),
    Rule(
        "names-itself",
        en=('"{field}" leads from "{found}" back to itself: {chain}.', "Name another, or delete the line."),
        ja=("「{field}」をたどると「{found}」自身に戻ります（{chain}）。", "別のものを書くか、この行を消します。"),
    ),
    Rule(
        "misplaced-field",
        en=('"{field}" stands on an entry of the type "{found}", where nothing shows it.',
            'Delete it, or write "type: {meant}".'),
        ja=("「{field}」が種類「{found}」の記録にあり、どこにも表示されません。", "消すか、「type: {meant}」と書きます。"),
    ),
    Rule(
        "closed-before-entries",
        en=('"closed" is {found}, before the first entry, {first}.', 'Mend "closed", or the "date" of that entry.'),
        ja=("「closed」（{found}）が最初の記録（{first}）より前です。", "「closed」か、その記録の「date」を直します。"),
    ),
    Rule(
        "outcome-without-date",
        en=('"outcome_status" is "{found}", but nothing says when the dispute ended.',
            'Add a line "closed: 2021-11-04", or write "outcome_status: ongoing".'),
        ja=("「outcome_status」は「{found}」ですが、いつ終わったか書いてありません。",
            "「closed: 2021-11-04」の行を足すか、「outcome_status: ongoing」と書きます。"),
    ),
    Rule(
        "ending-without-status",
        en=('this ended on {day}, but nothing says how: "outcome_status" is missing.',
            'Add a line "outcome_status: won", or with one of the words settled, partly, lost, withdrawn.'),
        ja=("{day}に終わりましたが、「outcome_status」がないため、どう終わったか出ません。",
            "「outcome_status: won」の行を足します。wonのほかに、settled、partly、lost、withdrawnと書けます。"),
    ),
    Rule(
        "ending-without-words",
        en=('this ended on {day}, but "{field}" is missing, so its page does not tell the outcome.',
            'Add a line "{field}: {{ja: …, en: …}}".'),
        ja=("{day}に終わりましたが、「{field}」がないため、結果がページに出ません。",
            "「{field}: {{ja: …, en: …}}」の行を足します。"),
    ),
    Rule(
        "unused-action",
        en=('the action "{found}" stands on no page, because nothing names it.',
            'Write "action: {found}" where readers are to be asked, or delete it.'),
        ja=("参加方法「{found}」を使う記録がなく、どのページにも出ません。",
            "呼びかける記録に「action: {found}」と書くか、消します。"),
    ),
    Rule(
        "action-without-url",
        en=('the action "{found}" is open but has no address.', 'Add a line "url: …", or "closes: …" with a day that has passed.'),
        ja=("参加方法「{found}」は受付中ですが、アドレスがありません。", "「url: …」の行を足すか、過ぎた日を「closes: …」に書きます。"),
    ),
    Rule(
        "action-without-promise",
        en=('the action "{found}" collects data but promises nothing about it.',
            'Add "privacy_promise: {{ja: …, en: …}}" here or in its campaign.'),
        ja=("参加方法「{found}」は個人情報を集めますが、その扱いが書いてありません。",
            "ここかキャンペーンに「privacy_promise: {{ja: …, en: …}}」を足します。"),
    ),
    Rule(
        "account-incomplete",
        en=('the account of "{found}" lacks "{field}", without which nobody can send money.', 'Add a line "{field}: …" under "transfer:".'),
        ja=("「{found}」の振込先に「{field}」がないため、だれも送金できません。", "「transfer:」の下に「{field}: …」の行を足します。"),
    ),
    Rule(
        "account-on-no-page",
        en=('no fixed page shows the account of "{found}".',
            'Write "actions: [{found}]" in the header of a page such as content/pages/donate/ja.md.'),
        ja=("「{found}」の振込先を示す固定ページがありません。",
            "content/pages/donate/ja.md などのページの見出し部に「actions: [{found}]」と書きます。"),
    ),
    Rule(
        "figure-without-date",
        en=('the figure {found} does not say as of when.', 'Add a line "{field}: 2021-11-04".'),
        ja=("数「{found}」がいつの時点か書いてありません。", "「{field}: 2021-11-04」の行を足します。"),
    ),
    Rule(
        "figure-without-source",
        en=('the figure "{found}" has no source.', 'Write "{field}:" with a key of content/data/sources.yml.'),
        ja=("数値「{found}」に出典がありません。", "「{field}:」に content/data/sources.yml のキーを書きます。"),
    ),
    Rule(
        "shares-not-whole",
        en=('the shares of "{found}" add up to {total}, not to 100.', "Mend a value, or add the part that is missing."),
        ja=("構成比「{found}」の合計が{total}で、100になりません。", "値を直すか、足りない項目を足します。"),
    ),
    Rule(
        "figure-without-dispute",
        en=("{{{found}}} has no dispute to be counted in.", 'Add "dispute: …" to the header, or write {{{found}: name-of-the-dispute}}.'),
        ja=("{{{found}}} を数える争議がわかりません。", "見出し部に「dispute: …」を足すか、{{{found}: 争議の名前}} と書きます。"),
    ),
    Rule(
        "figure-of-nothing",
        en=('there is no dispute "{found}" to count in.', "Write one of: {known}."),
        ja=("争議「{found}」はありません。", "次のどれかを書きます: {known}"),
    ),
    Rule(
        "figure-changed",
        en=("{{{found}}} was {shown} when this post went out; the record now gives {now} for that day.",
            'Add a dated line to "corrections:" if the post is to show {now}; else it keeps {shown}.'),
        ja=("この記事が出たとき {{{found}}} は {shown} でした。いまの記録では、その日は {now} になります。",
            "{now} に直すときは「corrections:」に日付つきで書きます。書かなければ {shown} のままです。"),
    ),
    Rule(
        "figures-not-fixed",
        en=("the computed figures of this post are not in content/data/figures.yml yet.",
            'Run "python3 run.py id" and keep the changed file.'),
        ja=("この記事の集計値が、まだ content/data/figures.yml にありません。",
            "「python3 run.py id」を実行し、書き換わったファイルを保存します。"),
    ),
    Rule(
        "sessions-without-number",
        en=('the dispute "{found}" has sessions without a number, so nobody can count them.',
            'Add "number: …" or "reported_total: …" to one of them, or take {{sessions}} out of the text.'),
        ja=("争議「{found}」の団体交渉に回次がないため、回数を数えられません。",
            "どれかに「number: …」か「reported_total: …」を書くか、文中の {{sessions}} を消します。"),
    ),
    Rule(
        "figure-in-heading",
        en=("{found} stands in a title or summary, where no figure is filled in.", "Write the words there, and {found} in the text."),
        ja=("見出しか要約に {found} がありますが、そこでは計算されません。", "言葉で書き、{found} は本文に書きます。"),
    ),
    Rule(
        "place-before-event",
        en=("this place starts at {found}, but the event at {start}.",
            'Write the start of the first place in the "start:" of the event.'),
        ja=("この会場は {found} から、行事は {start} からになっています。",
            "行事の「start:」に、いちばん早い会場の始まりを書きます。"),
    ),
    Rule(
        "day-to-come",
        en=("the day {found} has not come yet.", "Write the day on which it was done."),
        ja=("{found} はまだ来ていない日です。", "実際に行った日を書きます。"),
    ),
    Rule(
        "no-text",
        en=("the post has a title but no text in any language.", 'Write the text below the header, or add "status: draft".'),
        ja=("見出しはありますが、どの言語にも本文がありません。", "見出し部の下に本文を書くか、「status: draft」を足します。"),
    ),
    Rule(
        "broken-link",
        en=("the link {found} leads to no page.", "Write {nearest}, if you mean that, or take the link out."),
        ja=("リンク {found} の先にページがありません。", "{nearest} のことなら、そう書きます。ほかになければ、リンクを外します。"),
    ),
    Rule(
        "link-to-unpublished",
        en=("the link {found} leads to what is not public: {folder}.", "Publish that first, or take the link out."),
        ja=("リンク {found} の先は、公開していません（{folder}）。", "先にそれを公開するか、リンクを外します。"),
    ),
    Rule(
        "broken-fragment",
        en=("the link {found} leads to no place on its page.", "Delete what stands from # on, or name an id that the page has."),
        ja=("リンク {found} の行き先がページの中にありません。", "# から後ろを消すか、ページにあるidを書きます。"),
    ),
    Rule(
        "file-missing",
        en=('the file "{found}" does not lie beside the text.', "Put it into the same folder, or mend its name."),
        ja=("ファイル「{found}」が同じフォルダにありません。", "同じフォルダに置くか、名前を直します。"),
    ),
    Rule(
        "picture-unreadable",
        en=(
            '"{found}" is cut off, too large, or no JPEG, PNG or WebP.',
            'Type "python3 run.py photo {file}", which makes a large one smaller; else open it and save it as a JPEG.',
        ),
        ja=(
            "「{found}」は途中で切れているか、大きすぎるか、JPEG・PNG・WebPではありません。",
            "「python3 run.py photo {file}」と打つと、大きな画像は小さくなります。それ以外は、開いてJPEGで保存し直します。",
        ),
    ),
    Rule(
        "photo-without-alt",
        en=('the photo "{found}" has no words in "{lang}" for readers who do not see it.', 'Add "alt: {{{lang}: …}}".'),
        ja=("写真「{found}」に、見えない人のための「{lang}」の説明がありません。", "「alt: {{{lang}: …}}」を足します。"),
    ),
    Rule(
        "document-without-file",
        en=("the document has neither a file nor an address.", 'Add "file: …" or "url: …".'),
        ja=("資料にファイルもアドレスもありません。", "「file: …」か「url: …」を足します。"),
    ),
    Rule(
        "title-breaks-differ",
        en=('title_breaks says "{found}", but the title is "{title}".', "Write the title's own words, with | where a line may break."),
        ja=("title_breaks の「{found}」が見出し「{title}」と違います。", "見出しと同じ言葉に、改行してよい所へ | を入れて書きます。"),
    ),
    Rule(
        "title-not-drawn",
        en=('the picture for shared links cannot show "{found}" of "{title}".',
            "Write it in other characters, or leave it: the picture goes without."),
        ja=("共有されたリンクの画像に、「{title}」の「{found}」を入れられません。", "ほかの文字で書くか、そのままにします。画像ではその文字が抜けます。"),
    ),
    Rule(
        "translation-missing",
        en=('"{lang}" still lacks: {missing}.', "Write it, or leave it: readers get a page that says so."),
        ja=("「{lang}」にまだないものがあります（{missing}）。", "書き足します。ないままでも、その旨のページが出ます。"),
    ),
    Rule(
        "header-in-record",
        en=('"{field}" stands in the header of a record\'s text.', "Write it in {name}; this file holds the text only."),
        ja=("記録の本文ファイルの見出し部に「{field}」があります。", "{name} に書きます。このファイルは本文だけです。"),
    ),
    Rule(
        "record-missing",
        en=('the folder holds no "{name}".', "Write that file, or delete the folder."),
        ja=("フォルダに「{name}」がありません。", "そのファイルを書くか、フォルダを消します。"),
    ),
    Rule(
        "empty-file",
        en=("the file is empty.", "Save it again from your editor, or delete it."),
        ja=("ファイルが空です。", "編集ソフトで保存し直すか、ファイルを消します。"),
    ),
)  # fmt: skip

"""The words of the desk in the writer's language."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {  # name -> (Japanese, English)
    "add": ("追加", "Add"),
    "all": ("すべての記事", "All posts"),
    "back": ("一覧へもどる", "Back to the list"),
    "base-gone": (
        "この画面のもとになったファイルが、もう分かりません。いまのファイルの上に、あなたの文を出しています。見てから保存します。",
        "Nobody knows any longer what this form was made of. Your text is shown on top of the file as it is now: "
        "look at it, then save.",
    ),
    "body": ("本文", "Text"),
    "busy": ("ほかの作業が終わっていません。もう一度押してください。", "Another command is at work. Press again."),
    "cancel": ("やめる", "Cancel"),
    "cannot-write": (
        "書き込めない記号か形があります。文は控えてあります。目に見えない記号を消してから、もう一度保存します。",
        "It holds a sign or a form that cannot be written. Your text is kept: take out signs that cannot be seen, "
        "and save again.",
    ),
    "changed-here": ("あなたの文", "Yours"),
    "changed-there": ("ほかの人の文", "The other one"),
    "clash": ("同じところが、ほかでも変わっています", "The same place was changed elsewhere too"),
    "clash-lead": (
        "この画面を開いたあと、同じところがほかの窓か、ほかの人によって変わりました。どちらにするか選びます。"
        "選ぶまで、どちらも失われません。",
        "Since you opened this form, the same place was changed in another window or by another person. "
        "Choose which one to keep. Nothing is lost until you choose.",
    ),
    "clash-save": ("選んだほうを保存する", "Save what is chosen"),
    "closed": ("デスクを終えました。この窓は閉じてかまいません。", "The desk has ended. You may close this window."),
    "compared": ("二つの言語を見比べました", "I have compared the languages"),
    "connection": (
        "デスクにつながりません。文はこのブラウザーに残しています。「python3 run.py desk」を動かすと続けられます。",
        'The desk does not answer. Your text is kept in this browser. Run "python3 run.py desk" and go on.',
    ),
    "create": ("書きはじめる", "Begin"),
    "day": ("日付", "Day"),
    "deadlines": ("期限", "Deadlines"),
    "deadlines-lead": (
        "この一覧は組合の中だけのものです。サイトには出ません。法律の期限は記録の日付から数えただけなので、"
        "必ず組合の弁護士に確認します。",
        "This list is for the union alone and on no page of the site. Days of the law are only counted from the dates "
        "in the records: ask the union's lawyer about each.",
    ),
    "desk": ("執筆デスク", "Writing desk"),
    "draft": ("下書き", "Draft"),
    "drafts": ("下書きと、これから公開するもの", "Drafts, and what is still to come out"),
    "drop": ("ここに写真を落とせます", "You can drop a photograph here"),
    "easy": ("やさしい日本語", "Easy Japanese"),
    "embargo": ("公開する日時", "Publish at"),
    "empty": ("まだありません", "Nothing yet"),
    "errors": ("直すところ {count}件", "{count} to mend"),
    "facts": ("このことについて", "About this"),
    "faulty": (
        "このファイルは書式が乱れているので、文字のまま直します。直すと、次からは項目ごとに書けます。",
        "This file cannot be read to its end, so it is shown as text. Once it is mended, the form is back.",
    ),
    "figure": ("集計した数", "Figure"),
    "first-look": ("公開前の確認", "Look before it goes out"),
    "fault": ("うまくいきませんでした。文は控えてあります", "That did not work. Your text is kept"),
    "forbidden": (
        "この窓には鍵がありません。端末に出ているアドレスを開いてください。",
        "This window has no key. Open the address that the terminal shows.",
    ),
    "get": ("ほかの人の変更を受け取る", "Get what others have written"),
    "go-on": ("この続きから書く", "Go on with it"),
    "heading": ("見出し", "Heading"),
    "insert": ("入れる", "Insert"),
    "kept": ("{at} まで自動で控えました（まだ保存していません）", "Kept at {at}, not saved yet"),
    "language": ("English", "日本語"),
    "link": ("リンク", "Link"),
    "list": ("箇条書き", "List"),
    "mend": ("直せるところを直す", "Mend what can be mended"),
    "mend-lead": ("答えが一つに決まる直しがあります。", "Some of it has one right answer."),
    "mended": ("直しました。見てから保存します。", "Mended. Look at it, then save."),
    "merged": (
        "保存しました。ほかで変わったところも取り入れました。",
        "Saved, together with what was changed elsewhere meanwhile.",
    ),
    "missing": ("見つかりません", "There is no such page"),
    "more": ("ほかの項目", "More"),
    "name": ("アドレスの名前（小文字の英字・数字・ハイフン）", "Name in the address: small letters, digits, hyphens"),
    "name-taken": ("その名前はもう使われています。", "That name is in use already."),
    "name-wrong": (
        "名前は小文字の英字・数字・ハイフンで書きます。例: kasai-foods-2026",
        "Write the name in small letters, digits and hyphens, such as kasai-foods-2026.",
    ),
    "new-post": ("記事を書く", "Write a post"),
    "new-record": ("新しく作る", "New"),
    "no": ("いいえ", "No"),
    "none": ("なし", "None"),
    "nothing-changed": ("変わったところはありません。", "Nothing was changed."),
    "nothing-wrong": ("直すところはありません", "Nothing to mend"),
    "not-saved": (
        "まだ保存していません。下の印のところを直すと保存できます。文は控えてあります。",
        "Not saved yet: mend what is marked below. Your text is kept.",
    ),
    "other-window": (
        "この項目は、ほかの窓でも開いていて、まだ保存していない文があります。",
        "This is open in another window too, with text that is not saved yet.",
    ),
    "phone": ("電話の幅", "Phone"),
    "photo": ("写真を入れる", "Add a photograph"),
    "photo-added": (
        "写真を入れました。場所や日時の情報は消しました。何が写っているかと、写っている人の同意を書きます。",
        "The photograph is in, without its place and date. Say what it shows, and whether the people in it agreed.",
    ),
    "photo-refused": ("写真を入れられませんでした。{why}", "The photograph was not taken. {why}"),
    "plan-none": (
        "公開先が決まっていません。publishconf.py の PUBLISH_REMOTE に書きます。",
        "Nowhere to publish to yet: write PUBLISH_REMOTE in publishconf.py.",
    ),
    "press": ("発言", "Quote"),
    "preview": ("ページの見え方", "The page"),
    "published-now": (
        "公開の列に入れました。「サイトを公開する」で出ます。",
        "Ready: it goes out with the next publication of the site.",
    ),
    "publish": ("公開できる状態にする", "Ready to publish"),
    "publish-go": ("今すぐ公開する", "Publish now"),
    "publish-plan": ("何が変わるか見る", "See what would change"),
    "publish-site": ("サイトを公開する", "Publish the site"),
    "recent": ("新しい記事", "Newest posts"),
    "records": ("争議・キャンペーン・行事など", "Disputes, campaigns, events and more"),
    "remove": ("消す", "Remove"),
    "required": ("必ず書きます", "required"),
    "restore": ("このブラウザーに残っていた文をもどしました。", "The text that this browser had kept is back."),
    "ruby": ("ふりがな", "Reading (ruby)"),
    "save": ("保存する", "Save"),
    "saved": ("保存しました。", "Saved."),
    "saved-stops": (
        "保存しました。ただし、サイトに直すところがあるので、まだ公開できません。「サイトを公開する」で確かめられます。",
        'Saved. But something on the site has to be mended before it can go out: see "Publish the site".',
    ),
    "search": ("題やアドレスでさがす", "Find by title or address"),
    # what came of publishing
    "machine": ("機械が言ったこと", "What the machine said"),
    "out-added": ("増えるページ: {count}", "Pages that are new: {count}"),
    "out-changed": ("変わるページ: {count}", "Pages that change: {count}"),
    "out-counts": (
        "ページ: 追加{added}、変更{changed}、削除{removed}。ほかのファイル: {others}",
        "Pages: {added} added, {changed} changed, {removed} removed; other files: {others}.",
    ),
    "out-done": ("公開しました", "It is published"),
    "out-doubt": (
        "公開を押しても、このままでは出ません。本当にこのとおりでよければ、サイトの担当の人に頼みます。",
        "Publishing stops here, as it may be a slip. If it is meant so, ask whoever looks after the site.",
    ),
    "out-hints": ("直すとよいところ（公開は止まりません）", "Hints, which stop nothing"),
    "out-mend": ("ここを直してから、もう一度押します", "Mend these, then press again"),
    "out-plan": (
        "まだ公開していません。公開すると、次のように変わります",
        "Nothing is online yet. This is what would change",
    ),
    "out-refused": (
        "公開していません。公開中のサイトは前のままです",
        "Nothing was published: the site online is as it was",
    ),
    "out-removed": ("なくなるページ: {count}", "Pages that go away: {count}"),
    "out-same": (
        "公開中のサイトと同じです。公開するものはありません",
        "The site online is the same: there is nothing to publish",
    ),
    "out-unsent": (
        "公開した文章は、まだほかの人に送っていません。送らないと、ほかの人はこの続きを公開できません。",
        "What you published is not sent to the others yet. Until it is, they cannot publish after you.",
    ),
    "over-held-by-rollback": ("文章を直したので、公開し直す", "The texts are mended: publish them"),
    "over-moved": ("ほかの人の公開を、こちらの内容に置きかえる", "Publish what is here in the place of theirs"),
    "over-sure": ("分かったうえで、そうします", "I understand, and mean it"),
    "over-held-by-rollback-lead": (
        "戻したときに困っていたことが、もう直してあるか確かめます。直していなければ、同じものがまた公開されます。",
        "Look whether what was wrong then is mended. If it is not, it goes online again.",
    ),
    "over-moved-lead": (
        "その人が公開したページは、ここにある内容に戻ります。先に受け取れば、どちらも失われません。",
        "The pages that they published become what is here. If you get their texts first, nothing of either is lost.",
    ),
    "why-at-the-same-moment": (
        "同時に、ほかの人が公開しました。何も失われていません。もう一度押します。",
        "Somebody else published at the same moment. Nothing is lost: press again.",
    ),
    "why-faults": ("直すところがあります。", "Something has to be mended first."),
    "why-git-failed": (
        "公開の途中で止まりました（{cause}）。もう一度押します。",
        "It stopped on the way: {cause}. Press again.",
    ),
    "why-held-by-rollback": (
        "{when}（日本時間）に、サイトは前の公開に戻されています。そのままにするため、公開を止めました。",
        "On {when} (Japan time) the site was set back to an earlier publication. It stays so until somebody decides.",
    ),
    "why-here-alone": (
        "先にほかの人の変更を受け取ろうとしましたが、受け取れませんでした。理由は「みんなの変更」で確かめます。",
        "The changes of others come first, and they could not be fetched: see why below “What others write”.",
    ),
    "why-moved": (
        "ほかの人が{when}（日本時間）に公開しています（{origin}）。変わったのは {pages} です。"
        "先にその文章を受け取り、もう一度押します。",
        "Somebody else published on {when} (Japan time), {origin}. That changed {pages}. Get those texts first, then "
        "press again.",
    ),
    "why-no-remote": (
        "どこに公開するか、まだ決まっていません。"
        "publishconf.py の PUBLISH_REMOTE に書くよう、サイトの担当の人に頼みます。",
        "Nobody has said yet where the site goes. Ask whoever set it up to write PUBLISH_REMOTE into publishconf.py.",
    ),
    "why-not-a-publication": (
        "公開先は、{when}（日本時間）にほかのプログラムで変えられています。サイトの担当の人に見てもらいます。",
        "What is online was last changed on {when} (Japan time), and not from here. Ask whoever looks after the site.",
    ),
    "why-not-agreed": (
        "念のため止めました。本当にこのとおりでよければ、サイトの担当の人に頼みます。",
        "It stopped to be safe. If it is meant so, ask whoever looks after the site.",
    ),
    "why-not-passed": (
        "確かめている間に、できたサイトが変わりました。もう一度押します。",
        "The finished site changed while it was looked at. Press again.",
    ),
    "why-over-another": (
        "その間に、また別の公開がありました。何が変わったか見てから、決め直します。",
        "Something else was published in between. See what would change, then decide again.",
    ),
    "why-source-changed": (
        "公開の準備中に文章が変わりました。もう一度押します。",
        "The texts changed meanwhile. Press again.",
    ),
    "why-unknown": ("理由は「機械が言ったこと」にあります。", "Why stands below, in what the machine said."),
    "why-unreachable": (
        "公開先につながりません（{cause}）。ネットワークを確かめて、もう一度押します。文章は保存してあります。",
        "The place where the site goes does not answer: {cause}. Look at the network, then press again. Your texts are "
        "saved.",
    ),
    "publish-wait": (
        "どちらも数分かかることがあります。終わるまで、この窓を開けておきます。",
        "Both can take some minutes. Leave this window open until then.",
    ),
    "see-site": ("公開したサイトを見る", "Look at the site"),
    "part-later": ("その後", "After that"),
    "part-overdue": ("過ぎたもの", "Passed"),
    "part-soon": ("まもなく", "Soon"),
    "send": ("ここの変更を送る", "Send what was written here"),
    "show": ("見る", "Show"),
    "skip": ("本文へ", "Skip to the text"),
    "slow": ("時間がかかっています", "This takes a while"),
    "status-public": ("公開", "Public"),
    "strong": ("太字", "Bold"),
    "tables": ("名簿と表", "Tables"),
    "text": ("文字のまま直す", "As text"),
    "together": ("みんなの変更", "What others write"),
    "together-alone": (
        "まだ、ほかのデスクとつながっていません。置き場所が決まったら、端末で"
        "「python3 run.py send --to アドレス」を実行します。",
        'This desk shares its texts with nobody yet. Once you have a place for them, run "python3 run.py send --to '
        'ADDRESS" in the terminal.',
    ),
    "together-here": ("ここで変えて、まだ送っていないもの: {count}件", "Changed here and not sent yet: {count}"),
    "too-large": ("大きすぎます。40 MBより小さくします", "Too large: make it smaller than 40 MB"),
    "throw-away": ("捨てる", "Throw it away"),
    "title": ("題（{lang}）", "Headline in {lang}"),
    "translated": ("すべてそろっています。", "Nothing to translate."),
    "translations": ("翻訳するもの", "To translate"),
    "unreadable": (
        "読めないものがあります。「python3 run.py check」を実行します。",
        'Something cannot be read. Run "python3 run.py check".',
    ),
    "to-draft": ("下書きにもどす", "Back to draft"),
    "until": ("同意の最後の日", "Last day of the consent"),
    "until-day": ("この日まで", "until a day"),
    "unsaved": ("保存していない文があります", "There is text that was not saved"),
    "unsaved-at": ("{at} に控えた文があります。", "There is text from {at} that was not saved."),
    "what": ("どのことを書きますか", "What is it about?"),
    "which-kind": ("何の記事ですか", "What kind of post?"),
    "wide": ("広い画面", "Wide screen"),
    "yes": ("はい", "Yes"),
    # what a consent, or the people in a photograph, can be
    "consent-yes": ("同意した", "agreed"),
    "consent-no": ("同意していない", "has not agreed"),
    "consent-office": ("人ではない窓口", "a desk, no person"),
    "people-none": ("人は写っていない", "nobody is in it"),
    "people-unrecognisable": ("だれか分からない", "nobody can be recognised"),
    "people-consented": ("全員が同意した", "everybody agreed"),
    "people-undecided": ("まだ決めていない（出ません）", "not decided yet: it is not shown"),
    # the parts of the content
    "kind-news": ("記事", "Posts"),
    "kind-pages": ("固定ページ", "Fixed pages"),
    "kind-disputes": ("争議", "Disputes"),
    "kind-campaigns": ("キャンペーン", "Campaigns"),
    "kind-events": ("行事", "Events"),
    "kind-surveys": ("アンケート", "Surveys"),
    "kind-reports": ("報告書", "Reports"),
    "kind-explainers": ("解説", "Explainers"),
    "table-site": ("サイト", "The site"),
    "table-organisations": ("団体", "Organisations"),
    "table-contacts": ("連絡先", "Contacts"),
    "table-sources": ("出典", "Sources"),
    "table-terms": ("用語集", "Glossary"),
    "table-tags": ("タグ", "Tags"),
    "table-notices": ("お知らせ", "Notices"),
    "table-actions": ("参加方法", "Actions"),
}
LANGUAGES = {"ja": ("日本語", "Japanese"), "en": ("英語", "English"), "pt": ("ポルトガル語", "Portuguese")}


def said(name: str, lang: str, /, **values: object) -> str:
    """Return words of the desk in Japanese if asked for, else in English."""
    japanese, english = WORDS[name]
    return (japanese if lang == "ja" else english).format(**values)


def language_name(code: str, lang: str) -> str:
    """Return what a language is called; its code where that is not known here."""
    japanese, english = LANGUAGES.get(code, (code, code))
    return japanese if lang == "ja" else english

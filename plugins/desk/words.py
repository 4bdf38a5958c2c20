"""The words of the desk in the writer's language."""

from collections.abc import Mapping

from plugins.desk.going_out_words import GOING_OUT

WORDS: Mapping[str, tuple[str, str]] = {  # name -> (Japanese, English)
    **GOING_OUT,
    "add": ("追加", "Add"),
    "all": ("すべての記事", "All posts"),
    "back": ("一覧へもどる", "Back to the list"),
    "base-gone": (
        "この画面のもとになったファイルが、もう分かりません。いまのファイルの上に、あなたの文を出しています。見てから保存します。",
        "Nobody knows any longer what this form was made of. Your text is shown on top of the file as it is now: "
        "look at it, then save.",
    ),
    "body": ("本文", "Text"),
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
    "delete-file": ("ファイルを消す", "Delete the file"),
    "down": ("下へ", "Down"),
    "draft": ("下書き", "Draft"),
    "drafts": ("下書きと、これから公開するもの", "Drafts, and what is still to come out"),
    "easy": ("やさしい日本語", "Easy Japanese"),
    "empty": ("まだありません", "Nothing yet"),
    "elsewhere": ("直すところがあるもの:", "To be mended:"),
    "facts": ("このことについて", "About this"),
    "faulty": (
        "このファイルは書式が乱れているので、文字のまま直します。直すと、次からは項目ごとに書けます。",
        "This file cannot be read to its end, so it is shown as text. Once it is mended, the form is back.",
    ),
    "figure": ("集計した数", "Figure"),
    "file-deleted": ("ファイルを消しました。", "The file is deleted."),
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
    "move-down": ("下へ移す: {what}", "Move down: {what}"),
    "move-up": ("上へ移す: {what}", "Move up: {what}"),
    "moved": ("順番を変えました。見てから保存します。", "Moved. Look at it, then save."),
    "moved-to": ("{all}件のうち{at}番目", "Number {at} of {all}"),
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
    "not-saved": (
        "まだ保存していません。下の印のところを直すと保存できます。文は控えてあります。",
        "Not saved yet: mend what is marked below. Your text is kept.",
    ),
    "other-language": ("ほかの言語", "the other language"),
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
    "photo-later": ("写真は、一度保存すると入れられます。", "Save this once: then you can add photographs."),
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
        "保存しました。ただし、サイトのほかの所に直すところがあるので、まだ公開できません。",
        "Saved. But something else on the site has to be mended before it can go out.",
    ),
    "search": ("題やアドレスでさがす", "Find by title or address"),
    "part-later": ("その後", "After that"),
    "part-overdue": ("過ぎたもの", "Passed"),
    "part-soon": ("まもなく", "Soon"),
    "send": ("ここの変更を送る", "Send what was written here"),
    "show": ("見る", "Show"),
    "skip": ("本文へ", "Skip to the text"),
    "strong": ("太字", "Bold"),
    "tables": ("名簿と表", "Tables"),
    "take-ours": ("あなたの文にする", "Keep yours"),
    "take-theirs": ("ほかの人の文にする", "Take the other one"),
    "text": ("文字のまま直す", "As text"),
    "together": ("みんなの変更", "What others write"),
    "together-alone": (
        "まだ、ほかのデスクとつながっていません。置き場所が決まったら、端末で"
        "「python3 run.py send --to アドレス」を実行します。",
        'This desk shares its texts with nobody yet. Once you have a place for them, run "python3 run.py send --to '
        'ADDRESS" in the terminal.',
    ),
    "together-clash": (
        "二人が同じところを書きました。相手に聞いて、一つずつ選びます。選ぶまで、ここにある文がそのまま残ります。",
        "Two of you wrote the same place. Ask the other person, then choose for each. Until then, what is here stays.",
    ),
    "together-here": ("ここで変えて、まだ送っていないもの: {count}件", "Changed here and not sent yet: {count}"),
    "too-large": ("大きすぎます。40 MBより小さくします", "Too large: make it smaller than 40 MB"),
    "text-in": ("{lang}の文", "the {lang} text"),
    "throw-away": ("捨てる", "Throw it away"),
    "title": ("題（{lang}）", "Headline in {lang}"),
    "translated": ("すべてそろっています。", "Nothing to translate."),
    "translations": ("翻訳するもの", "To translate"),
    "unreadable": (
        "読めないものがあります。「python3 run.py check」を実行します。",
        'Something cannot be read. Run "python3 run.py check".',
    ),
    "to-draft": ("下書きにもどす", "Back to draft"),
    "unused": ("どこにも出ない写真", "Photographs that nothing shows"),
    "unused-lead": (
        "フォルダにありますが、文にも写真の一覧にもありません。要らなければファイルを消します。消すと、もとにもどせません。",
        "They lie in its folder, but stand in no text and no list. Delete what you do not need: it does not come back.",
    ),
    "up": ("上へ", "Up"),
    "until": ("同意の最後の日", "Last day of the consent"),
    "until-day": ("この日まで", "until a day"),
    "unsaved": ("保存していない文があります", "There is text that was not saved"),
    "unsaved-at": ("{at} に控えた文があります。", "There is text from {at} that was not saved."),
    "what": ("どのことを書きますか", "What is it about?"),
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

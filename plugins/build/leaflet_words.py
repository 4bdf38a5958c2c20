"""What `run.py leaflet` says, in both languages."""

USAGE = {
    "ja": """\
使い方:
  python3 run.py leaflet campaigns/new-deal              よく使うビラを一式つくる
  python3 run.py leaflet news/2021-11-04-strike-at-hq --size a5 --first en
      --size a4/a5  --first ja/en  --sides one/two（two は片面ずつ）  --ink colour/black（black は白黒）
      --vertical（日本語の見出しを縦書きに）
  python3 run.py leaflet campaigns/new-deal --labels     QRコードのシール（A4に24枚）
  python3 run.py leaflet --placard "賃上げを！" [--vertical]   プラカード（「|」で改行）
  python3 run.py leaflet --card                          権利カード（A4に10枚）""",
    "en": """\
How it is used:
  python3 run.py leaflet campaigns/new-deal              the leaflets that most unions need
  python3 run.py leaflet news/2021-11-04-strike-at-hq --size a5 --first en
      --size a4/a5  --first ja/en  --sides one/two (two: a side for each language)  --ink colour/black
      --vertical (the Japanese headline runs from above)
  python3 run.py leaflet campaigns/new-deal --labels     QR labels to stick, 24 on a sheet of A4
  python3 run.py leaflet --placard "Fair pay!" [--vertical]    a placard; "|" begins another line
  python3 run.py leaflet --card                          pocket cards of rights, ten on a sheet of A4""",
}
WORDS = {
    "ja": {
        "in_public": "leaflet は、手元の端末だけで使えます。",
        "no_item": "「{found}」という項目はありません。news/、campaigns/、events/ のフォルダの名前を書きます"
        "（例: campaigns/new-deal）。",
        "no_file": "content/data/site.yml が読めません。先に「python3 run.py check」を実行します。",
        "short": "{path}: short: {short}: 印刷するアドレス {address} を決めました。"
        "このアドレスは、公開（python3 run.py publish）してから使えます。",
        "not_public": "{item} は公開の状態ではないので、ビラはまだ作れません。"
        "「status: draft」の行や解禁日時を確かめてから、もう一度実行します。",
        "no_form": "その組み合わせのビラは作れません。この項目の言語: {langs}。縦書きは --first ja だけです。",
        "example": "publishconf.py の SITEURL が見本のまま（{url}）です。QRコードがどこにもつながらないので、"
        "組合のアドレスを書いてから配ります。",
        "no_browser": "Chromium、Chrome、Edge のどれも見つからないので、PDFは作れません。"
        "次のページをブラウザーで開いて印刷します（A4、余白なし、背景あり）:",
        "no_browser_for": "Chromium、Chrome、Edge のどれも見つからないので、作れません。"
        "どれかを入れてから、もう一度実行します。",
        "failed": "ブラウザーがPDFを作れませんでした: {why}",
        "too_long": "{file} は1ページに入りません。"
        "{item} の{lang}の文（{fields}）を、約{lines}行（約{signs}字）短くします。",
        "made": "作りました: {file}", "kept": "変更なし: {file}",
        "fields": {"campaigns": "demands、goal", "news": "summary", "events": "summary、venue、address など"},
        "langs": {"ja": "日本語", "en": "英語"},
    },
    "en": {
        "in_public": "leaflet works in a terminal of your own only.",
        "no_item": 'there is no item "{found}". Type the name of a folder of news/, campaigns/ or events/, '
        "such as campaigns/new-deal.",
        "no_file": 'content/data/site.yml cannot be read. Run "python3 run.py check" first.',
        "short": "{path}: short: {short}: the printed address is {address}. "
        "It works once the site is published (python3 run.py publish).",
        "not_public": "{item} is not public, so there is no leaflet of it yet. "
        'Look at its "status" and at "embargo_until", then run this again.',
        "no_form": "there is no such leaflet. Languages of this item: {langs}; --vertical goes with --first ja.",
        "example": "SITEURL in publishconf.py is still that of the sample ({url}): the QR codes lead nowhere. "
        "Write your union's address there before you hand out paper.",
        "no_browser": "Neither Chromium nor Chrome nor Edge was found, so no PDF was made. "
        "Open these pages in a browser and print them (A4, no margins, with backgrounds):",
        "no_browser_for": "Neither Chromium nor Chrome nor Edge was found. Install one of them, then run this again.",
        "failed": "the browser made no PDF: {why}",
        "too_long": "{file} does not fit on one page. "
        "Cut about {lines} lines ({signs} characters) from the {lang} text of {item}: {fields}.",
        "made": "Made: {file}", "kept": "Unchanged: {file}",
        "fields": {"campaigns": "demands, goal", "news": "summary", "events": "summary, venue, address and the like"},
        "langs": {"ja": "Japanese", "en": "English"},
    },
}  # fmt: skip

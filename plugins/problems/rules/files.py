"""Rules of pictures and documents: what lies in the files beside the words."""

from plugins.problems.rules.rule import Rule

FILE_RULES: tuple[Rule, ...] = (
    Rule(
        "photo-place",
        en=("the picture still tells: {told}.", "Run: python3 run.py photo {file}"),
        ja=("画像に次の情報が残っています: {told_ja}。", "次のとおり実行します: python3 run.py photo {file}"),
    ),
    Rule(
        "photo-metadata",
        en=("the picture still tells: {told}.", "Run: python3 run.py photo {file}"),
        ja=("画像に次の情報が残っています: {told_ja}。", "次のとおり実行します: python3 run.py photo {file}"),
    ),
    Rule(
        "document-metadata",
        en=("the PDF still tells: {told}.", "Run: python3 run.py photo {file}"),
        ja=("PDFに次の情報が残っています: {told_ja}。", "次のとおり実行します: python3 run.py photo {file}"),
    ),
    Rule(
        "document-unreadable",
        en=("the PDF is cut off, damaged, locked with a password or too large.",
            "Open it, print it to a new PDF, and put that one in its place."),
        ja=("PDFが途中で切れているか、壊れているか、パスワードがかかっているか、大きすぎます。",
            "開いて印刷から新しいPDFに保存し、置き換えます。"),
    ),
    Rule(
        "box-expected",
        en=('"{field}" holds "{found}", which is no area of the picture.',
            "Write the left edge, the upper edge, the width and the height in per cent, such as blur: [[40, 10, 15, 20]]."),
        ja=("「{field}」の「{found}」は画像の中の範囲ではありません。",
            "左端・上端・幅・高さをパーセントで書きます。例: blur: [[40, 10, 15, 20]]"),
    ),
    Rule(
        "picture-type",
        en=('"{found}" is a picture of a kind that is not published.', "Open it, export it as a JPEG, and delete this file."),
        ja=("「{found}」は公開できない種類の画像です。", "開いてJPEGで書き出し、このファイルを消します。"),
    ),
    Rule(
        "document-type",
        en=('"{found}" is a document of a kind that is not published.', "Open it, save it as a PDF, and delete this file."),
        ja=("「{found}」は公開できない種類の文書です。", "開いてPDFで保存し、このファイルを消します。"),
    ),
)  # fmt: skip

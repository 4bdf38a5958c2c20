"""Rules of the results of surveys: what a CSV file of counts or answers may hold, and what of it may be shown."""

from plugins.problems.rules.rule import Rule

RESULT_RULES: tuple[Rule, ...] = (
    Rule(
        "results-encoding",
        en=("the file is not UTF-8.",
            'Open it in the spreadsheet and save it as "CSV UTF-8 (Comma delimited)"; a form service exports UTF-8.'),
        ja=("文字コードがUTF-8ではありません。",
            "表計算ソフトで開き、「CSV UTF-8（コンマ区切り）」の形式で保存し直します。"),
    ),
    Rule(
        "results-file-form",
        en=("a quote on this line, or before it, is not closed as CSV asks.",
            'Save the file from the spreadsheet again, as "CSV UTF-8".'),
        ja=("この行か手前の行で、引用符がCSVの形になっていません。", "表計算ソフトから「CSV UTF-8」で保存し直します。"),
    ),
    Rule(
        "results-file-too-long",
        en=("the file is longer than {lines} lines, or this line than {cells} cells.",
            "Delete the columns that are not shown, or divide the file."),
        ja=("ファイルが{lines}行を超えているか、この行が{cells}列を超えています。",
            "見せない列を消すか、ファイルを分けます。"),
    ),
    Rule(
        "results-empty",
        en=("the file holds no counts.",
            'Write a line of headings, such as "pay,people", and one line for each group below: "up to 200,12".'),
        ja=("数が一つもありません。",
            "1行目に「賃金,人数」のような見出し、その下に「20万円まで,12」のように組ごとの行を書きます。"),
    ),
    Rule(
        "results-cells",
        en=("the line has {found} cells, the line of headings {expected}.",
            "Write one cell for each heading; a comma inside a cell needs quotes around the cell."),
        ja=("この行は{found}列、見出しの行は{expected}列です。",
            "見出しと同じ数の列にします。コンマを含む欄は引用符で囲みます。"),
    ),
    Rule(
        "results-number",
        en=('"{found}" is no count of people.',
            "Write a whole number in plain digits, such as 1200, and 0 for nobody; where each line is one person's "
            'answer, write in the record which column is counted: "column: …".'),
        ja=("「{found}」は人数ではありません。",
            "1200のように半角数字だけで書き、だれもいなければ0とします。一行が一人の回答なら、数える列を記録に「column: …」と書きます。"),
    ),
    Rule(
        "results-formula",
        en=('the cell "{found}" begins like a formula of a spreadsheet.',
            "Write the value itself, without =, +, - or @ at its beginning."),
        ja=("「{found}」は表計算の式のように始まっています。", "初めの =、+、-、@ を取り、値だけを書きます。"),
    ),
    Rule(
        "results-name-twice",
        en=('"{found}" stands twice among the names of lines or columns.',
            "Put the two together, or give one of them another name."),
        ja=("行か列の名前「{found}」が二つあります。", "一つにまとめるか、一方を別の名前にします。"),
    ),
    Rule(
        "results-total",
        en=("the total is {found}, but the numbers add up to {sum}.", "Write {sum}, or mend the number that is wrong."),
        ja=("合計は{found}ですが、足すと{sum}になります。", "{sum}と書くか、間違っている数を直します。"),
    ),
    Rule(
        "results-over-n",
        en=('the table counts {found} answers, but the report says "n: {n}".',
            'Write the right number behind "n:", or mend the table.'),
        ja=("表の回答は{found}件ですが、報告書は「n: {n}」です。", "「n:」に正しい数を書くか、表を直します。"),
    ),
    Rule(
        "results-column",
        en=('no column, or more than one, is called "{found}".', "Write one of: {known}."),
        ja=("「{found}」という列がないか、二つ以上あります。", "次のどれかを書きます: {known}"),
    ),
    Rule(
        "results-by",
        en=('"by" names the column "{found}", which is counted already.', 'Write another column, or delete "by".'),
        ja=("「by」の列「{found}」は、数える列と同じです。", "ほかの列を書くか、「by」を消します。"),
    ),
    Rule(
        "results-many-values",
        en=('the column "{found}" holds more than {limit} different answers or long ones, as if people wrote in their own '
            "words; such words are never published.",
            "Choose a column in which people picked one of a few answers."),
        ja=("列「{found}」には{limit}を超える種類の回答か長い回答があり、自由記述のようです。自由記述は公開しません。",
            "決まった答えから選ぶ質問の列にします。"),
    ),
    Rule(
        "results-chart",
        en=('"chart: {chart}" does not fit: it needs {needs}.', "Write another kind of chart, or another file."),
        ja=("「chart: {chart}」には、{needs_ja}が必要です。", "グラフの種類かファイルを変えます。"),
    ),
    Rule(
        "results-words-missing",
        en=('"{found}" has no words for the page.',
            'Add to "labels" in report.yml: - {{value: "{found}", words: {{ja: …, en: …}}}}.'),
        ja=("「{found}」をページで何と呼ぶかが書かれていません。",
            "report.ymlの「labels」に足します: - {{value: \"{found}\", words: {{ja: …, en: …}}}}"),
    ),
    Rule(
        "results-prefecture",
        en=('"{found}" is no prefecture.', 'Write "{nearest}", if you mean that, or the Japanese name, such as 千葉県.'),
        ja=("「{found}」という都道府県はありません。", "「{nearest}」のことならそう書くか、千葉県のように書きます。"),
    ),
    Rule(
        "results-groups-too-small",
        en=('"{group}" has so few people that fewer than {least} could be worked out, whatever else is hidden.',
            'Make "{group}" and "{other}" one group: give both the same words in "labels".'),
        ja=("「{group}」は人数が少なく、ほかの数を隠しても、{least}人未満の組の数が計算で分かってしまいます。",
            "「{group}」と「{other}」を一つの組にします。「labels」で両方に同じ言葉を付けます。"),
    ),
    Rule(
        "results-too-few",
        en=('fewer than {least} people answered "{found}": nothing of it can be shown.',
            "Delete this result from the record."),
        ja=("「{found}」の回答は{least}人未満で、何も見せられません。",
            "この結果を記録から消します。"),
    ),
    Rule(
        "results-told-elsewhere",
        en=('the results "{one}" and "{other}" count the same people in different groups: so a group that is too small '
            "could be worked out.",
            'Delete "{other}" or "{one}", or make the groups alike and larger in both, so that nothing is hidden: the '
            'same words in "labels".'),
        ja=("結果「{one}」と「{other}」は、同じ人たちを別の組に分けて数えています。少人数の組の数が計算で分かってしまいます。",
            "「{other}」か「{one}」を消すか、両方の「labels」で同じ言葉を付け、数が隠れない大きさの同じ組にします。"),
    ),
    Rule(
        "results-left-blank",
        en=('"{found}" is not the same number in the results "{one}" and "{other}": so the few who left a question blank '
            "could be told.",
            'Write "no answer" in the empty cells of the file, with words for it in "labels", or delete "{other}" or '
            '"{one}".'),
        ja=("「{found}」の数が、結果「{one}」と「{other}」で違います。質問に答えなかった少数の人が分かってしまいます。",
            "ファイルの空欄に「無回答」と書いて「labels」で言葉を付けるか、「{other}」か「{one}」を消します。"),
    ),
    Rule(
        "results-file-linked",
        en=('"{found}" is what a result is counted from: it is never published itself.',
            "Delete the link; readers find the finished table below its chart."),
        ja=("「{found}」は結果を数える元のファイルで、そのままでは公開しません。",
            "リンクを消します。できあがった表は、グラフの下から読めます。"),
    ),
    Rule(
        "commit-of-answers",
        en=('"{found}" holds the answers of each person or groups of fewer than {least}, and everybody can read this source.',
            "Move the file out of the project, and put counts of larger groups in its place."),
        ja=("「{found}」には一人ひとりの回答か{least}人未満の組があり、この元ファイルは誰でも読めます。",
            "ファイルをプロジェクトの外へ移し、代わりに、組を大きくして数えた結果を置きます。"),
    ),
)  # fmt: skip

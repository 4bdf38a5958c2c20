"""What the exchange with a translator says, in both languages."""

SAID: dict[str, dict[str, str]] = {
    "ja": {
        "which": "どの言語に訳しますか。--to={first} のように付けます。",
        "no_source": "{path} には、{lang}以外の本文がありません。",
        "exists": "{file} はもうあります。ほかの名前を書くか、先に消します。",
        "no_folder": "{file} を書くフォルダがありません。",
        "made": "書きました: {file}（{source}から{target}へ、{count}件。うち訳のあるもの{done}件）",
        "remark": "{source}から{target}への翻訳。msgstr に訳を書きます。リンク先、{{…}}、<…> はそのまま残します。",
        "old": "今の訳（一段落ずつには分けられませんでした）:",
        "unread": "{file}:{line}: POファイルとして読めません。「translations --export」で作ったファイルを使います。",
        "no_file": "{file} がありません。",
        "too_large": "{file} が大きすぎます。",
        "changed": "{file}:{line}: 書き出したあと、原文（{place} の {context}）が変わりました。"
        "もう一度書き出すか、そのまま取り込むなら --anyway を付けます。",
        "gone": "{file}:{line}: 原文に {context} がもうありません。"
        "もう一度書き出すか、そのまま取り込むなら --anyway を付けます。",
        "marks": "{file}:{line}: {mark} が原文に{wanted}個、訳に{found}個あります。同じ数にします。",
        "untranslated": "{file}:{line}: {context} の訳がありません。"
        "本文は、すべての段落の訳がそろってから取り込みます。",
        "no_title": "{file}: 題の訳がありません。本文を取り込むには、題も訳します。",
        "faulty": "訳を入れると次の誤りになるので、何も書きませんでした。",
        "refused": "何も書きませんでした。",
        "left": "{file}:{line}: 原文に {context} がもうないので、取り込みませんでした。",
        "taken": "書きました: {path}",
        "unchanged": "変わったところはありません。何も書きませんでした。",
    },
    "en": {
        "which": "Into which language? Add for example --to={first}.",
        "no_source": "{path} has no text in a language other than {lang}.",
        "exists": "{file} exists already. Write another name, or delete it first.",
        "no_folder": "There is no folder to write {file} into.",
        "made": "Written: {file} (from {source} into {target}; {count} entries, {done} of them translated)",
        "remark": "Translation from {source} into {target}. "
        "Write into msgstr; leave targets of links, {{…}} and <…> as they are.",
        "old": "The translation as it is (it could not be divided like its source):",
        "unread": '{file}:{line}: this cannot be read as a PO file. Use one that "translations --export" has made.',
        "no_file": "There is no file {file}.",
        "too_large": "{file} is too large.",
        "changed": "{file}:{line}: the source ({context} in {place}) has changed since. "
        "Export it again, or add --anyway to take it over as it is.",
        "gone": "{file}:{line}: the source has no {context} any more. "
        "Export it again, or add --anyway to take it over as it is.",
        "marks": "{file}:{line}: {mark} stands {wanted} times in the source and {found} times in the translation. "
        "Make it as many.",
        "untranslated": "{file}:{line}: {context} is not translated. "
        "The text is taken over once each of its blocks is.",
        "no_title": "{file}: the title is not translated. Translate it too, so that the text can be taken over.",
        "faulty": "With the translation there would be these errors, so nothing was written.",
        "refused": "Nothing was written.",
        "left": "{file}:{line}: the source has no {context} any more; this was left out.",
        "taken": "Written: {path}",
        "unchanged": "Nothing is another one. Nothing was written.",
    },
}

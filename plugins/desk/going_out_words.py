"""The words of the page that publishes: what goes out, and why something does not, in both languages."""

from collections.abc import Mapping

# name -> (Japanese, English); after "why-" stands a reason of plugins/publishing
GOING_OUT: Mapping[str, tuple[str, str]] = {
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
}

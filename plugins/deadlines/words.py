"""What a deadline is called, why its day is that day, and what to do, in the writer's words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plugins.deadlines.deadline import Deadline, Kind
from plugins.i18n import format_date
from plugins.model.text import Words

LAWYER = {"ja": "組合の弁護士に確認してください。", "en": "Ask the union's lawyer."}
LATE = {"ja": "この日は過ぎています。すぐに相談します。", "en": "This day has passed: seek advice at once. "}


class KindWords(NamedTuple):
    """The words of one kind; `{since}` stands for the day from which it counts, `{done}` for that of a later entry."""

    name: str
    why: str
    do: str
    done: str = ""  # what the record is taken to say


WORDS: Mapping[str, Mapping[Kind, KindWords]] = {
    "ja": {
        Kind.COMPLAINT: KindWords(
            "不当労働行為の救済申立ての期限",
            "労働組合法27条2項: 行為の日（続く行為は終わった日）から1年。{since}から数えました（民法140条・143条）。",
            "申し立てるかを早めに決めます。申し立てたら ulp_filed の項目を書きます。",
            "{done}の申立てに、{since}の行為も入っていると見ました。",
        ),
        Kind.NOTICE: KindWords(
            "争議行為の予告通知の期限（公益事業）",
            "労働関係調整法37条: {since}の争議行為の少なくとも10日前まで。通知の日との間をまる10日あけました。",
            "労働委員会と、知事または厚生労働大臣に、文書で通知します。届いた日を strike_notice の項目に書きます。",
            "{done}の通知が、{since}の争議行為について労働委員会と知事（または大臣）に届いたと見ました。",
        ),
        Kind.REVIEW: KindWords(
            "再審査の申立ての期限（都道府県労働委員会の命令）",
            "労働組合法27条の15: 命令の交付から15日以内。{since}に交付されたとして数えました。",
            "不服があるかを決めます。交付の日が違えば数え直します。申し立てたら review_filed の項目を書きます。",
            "{done}の項目で、{since}の命令に対応したと見ました。",
        ),
        Kind.SUIT: KindWords(
            "命令の取消しの訴えの期限（組合から）",
            "行政事件訴訟法14条1項: 命令を知った日から6か月以内。{since}に知ったとして数えました。",
            "不服があるかを決めます。知った日が違えば数え直します。訴えたら lawsuit_filed の項目を書きます。",
            "{done}の項目で、{since}の命令に対応したと見ました。",
        ),
        Kind.ANSWER: KindWords(
            "使用者の回答の期限",
            "{since}の項目の deadline。",
            "来たら answered: true、来なければ answered: false と書き、次の手を決めます。",
        ),
        Kind.HEARING: KindWords(
            "労働委員会・裁判所の期日",
            "事件の next_date。",
            "出席する人と傍聴の呼びかけを決めます。終わったら next_date を次の期日に直します。",
        ),
        Kind.CLOSING: KindWords(
            "受付の締切", "記録の closes。", "最後の呼びかけと、締め切った後に出す結果を用意します。"
        ),
        Kind.FIGURE: KindWords(
            "数字の見直し",
            "記録の review_by。今の数字は{since}のものです。",
            "出典をもう一度見て、value、as_of、review_by を直します。",
        ),
        Kind.REPORT: KindWords(
            "行事の報告",
            "行事は終わりましたが、報告の記事がありません。",
            "記事を書いて event にこの行事を書くか、行事の report_post に記事のフォルダ名を書きます。",
        ),
    },
    "en": {
        Kind.COMPLAINT: KindWords(
            "Last day for a complaint of unfair labour practice",
            "Labour Union Act (労働組合法) art. 27(2): one year from the day of the act, or from its end if it went "
            "on. Counted from {since} (Civil Code arts. 140, 143).",
            "Decide early whether to file. Once it is filed, write an entry ulp_filed.",
            "The complaint of {done} is taken to include the act of {since}.",
        ),
        Kind.NOTICE: KindWords(
            "Last day for the notice of a strike (public welfare undertaking)",
            "Labour Relations Adjustment Act (労働関係調整法) art. 37: at least ten days before the act of {since}. "
            "Ten whole days were left between the day of the notice and that day.",
            "Notify the labour relations commission, and the governor or the Minister, in writing. Write the day on "
            "which it reached them as an entry strike_notice.",
            "The notice of {done} is taken to have reached the commission and the governor (or the Minister) for the "
            "act of {since}.",
        ),
        Kind.REVIEW: KindWords(
            "Last day for a request for review (order of a prefectural commission)",
            "Labour Union Act (労働組合法) art. 27-15: within 15 days of the delivery of the order, taken to "
            "be {since}.",
            "Decide whether to contest it. Count anew if it was delivered on another day. Once it is filed, write an "
            "entry review_filed.",
            "The entry of {done} is taken to answer the order of {since}.",
        ),
        Kind.SUIT: KindWords(
            "Last day to sue for revocation of an order (by the union)",
            "Administrative Case Litigation Act (行政事件訴訟法) art. 14(1): within six months of the day on which the "
            "order was known, taken to be {since}.",
            "Decide whether to contest it. Count anew if it was known on another day. Once it is filed, write an entry "
            "lawsuit_filed.",
            "The entry of {done} is taken to answer the order of {since}.",
        ),
        Kind.ANSWER: KindWords(
            "The employer's answer is due",
            '"deadline" of the entry of {since}.',
            "Write answered: true if it came, answered: false if not, and decide on the next step.",
        ),
        Kind.HEARING: KindWords(
            "Date of a commission or court",
            '"next_date" of the case.',
            'Decide who goes and whom to call on to attend. Afterwards change "next_date" to the next one.',
        ),
        Kind.CLOSING: KindWords(
            "Closes", '"closes" of the record.', "Prepare the last call, and the result for the time after it."
        ),
        Kind.FIGURE: KindWords(
            "A figure to review",
            '"review_by" of the record. The figure is of {since}.',
            "Look at its source again, and change value, as_of and review_by.",
        ),
        Kind.REPORT: KindWords(
            "An event to report on",
            "The event is over, and no post tells of it.",
            'Write a post that names the event in "event", or write the folder of one into "report_post" of the event.',
        ),
    },
}


class Said(NamedTuple):
    """What is said of one deadline in one language."""

    name: str
    about: str
    why: str
    do: str
    done: str


def said_of(deadline: Deadline, lang: str, today: date) -> Said:
    """Return the words of a deadline as of `today`; a day that the law sets ends with whom to ask."""
    words, is_legal = WORDS[lang][deadline.kind], deadline.kind.is_legal
    given = (("since", deadline.since), ("done", deadline.done))
    days = {name: format_date(day, lang) if day else "" for name, day in given}
    late = LATE[lang] if is_legal and deadline.day < today and deadline.done is None else ""
    ends = f"{' ' * (lang == 'en')}{LAWYER[lang]}" if is_legal else ""
    return Said(
        words.name,
        _joined(deadline.about, deadline.what, lang),
        words.why.format(**days),
        f"{late}{words.do}{ends}",
        f"{words.done.format(**days)}{ends}" if deadline.done else "",
    )


def _joined(about: Words, what: Words, lang: str) -> str:
    said = [" ".join(words.pick([lang]).text.split()) for words in (about, what)]
    return ("：" if lang == "ja" else ": ").join(part for part in said if part)

"""What readers, reporters and the other side will look for in a post of each kind: comments for who writes it."""

from collections.abc import Mapping

from plugins.model.kinds import PostKind as Kind

PROMPTS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    Kind.NEWS: {
        "ja": ("何が、いつ、どこであったか", "読む人にとって何が変わるか"),
        "en": ("what happened, when and where", "what changes for the reader"),
    },
    Kind.STRIKE: {
        "ja": ("いつ、どこで、何時間、何人がストに入ったか", "何を求め、会社は何と答えたか", "次はいつ、何をするか"),
        "en": ("when, where, for how long, how many", "what is demanded, and what the employer answered",
               "what comes next, and when"),
    },
    Kind.RALLY: {
        "ja": ("いつ、どこで、何人が来たか", "だれに、何を伝えたか", "相手の反応"),
        "en": ("when, where, how many came", "who was told what", "how the other side took it"),
    },
    Kind.LEAFLETING: {
        "ja": ("いつ、どこで、何枚まいたか", "ビラに何を書いたか。PDFがあればこのフォルダーに置く"),
        "en": ("when, where, how many leaflets", "what they said; put the PDF into this folder"),
    },
    Kind.BARGAINING: {
        "ja": ("第何回か、いつか、出席した側", "要求ごとの会社の答え", "次の期日"),
        "en": ("which session, when, who was there", "the employer's answer to each demand", "the next date"),
    },
    Kind.REFUSAL: {
        "ja": ("いつ申し入れ、いつ、どう断られたか", "断った理由とされたもの", "組合の次の手続き"),
        "en": ("when you asked, when and how it was refused", "the reason that was given",
               "what the union does next"),
    },
    Kind.DISPUTE_NOTICE: {
        "ja": ("いつ、だれに通告したか", "何が解決していないか", "いつから何をするか"),
        "en": ("when notice was given, and to whom", "what is unresolved", "what begins when"),
    },
    Kind.COMMISSION: {
        "ja": ("どの労働委員会の、どの事件か（事件番号）", "今回の手続きと結果", "次の期日"),
        "en": ("which commission, which case (its number)", "which step it was, and its result", "the next date"),
    },
    Kind.COURT: {
        "ja": ("どの裁判所の、どの事件か（事件番号）", "何が決まったか。判決文があれば出典に",
               "次の期日、控訴の見込み"),
        "en": ("which court, which case (its number)", "what was decided, with the judgment as a source",
               "the next date, or an appeal"),
    },
    Kind.SETTLEMENT: {
        "ja": ("いつ、何に合意したか（公表してよい範囲で）", "要求のうち実現したもの、しなかったもの",
               "支えた人へのお礼"),
        "en": ("when and what was agreed (as far as it may be told)", "which demands were met, which were not",
               "thanks to those who stood by"),
    },
    Kind.STATEMENT: {
        "ja": ("何に対する声明か", "組合の立場を一文で", "求めること"),
        "en": ("what it is about", "where the union stands, in one sentence", "what it asks for"),
    },
    Kind.SOLIDARITY: {
        "ja": ("どの争議を、なぜ支えるか", "読む人にできること"),
        "en": ("which struggle you support, and why", "what a reader can do"),
    },
    Kind.PRESS_RELEASE: {
        "ja": ("最初の一文に、だれが何をするか", "数字と、その出典", "取材の連絡先（contact）"),
        "en": ("in the first sentence, who does what", "figures with their sources",
               "the contact for the press (contact)"),
    },
    Kind.MEDIA_COVERAGE: {
        "ja": ("どの媒体の、いつの記事か（リンク）", "何が伝えられたかを自分の言葉で"),
        "en": ("which medium, of which day (a link)", "what it told, in your own words"),
    },
    Kind.SURVEY: {
        "ja": ("だれに、何を、いつまで聞くか", "答えをだれが持ち、いつ消すか"),
        "en": ("who is asked what, until when", "who keeps the answers, and when they are deleted"),
    },
    Kind.SEMINAR: {
        "ja": ("いつ、どこで、何を学ぶか", "だれが来てよいか、費用、申し込み"),
        "en": ("when, where, what it is about", "who can come, what it costs, how to sign up"),
    },
    Kind.NOTICE_TO_WORKERS: {
        "ja": ("だれへの知らせか", "今すること、しないほうがよいこと", "困ったときの連絡先"),
        "en": ("whom it is for", "what to do now, and what not", "whom to ask"),
    },
    Kind.EXPLAINER: {
        "ja": ("一文の答えを最初に", "言葉の説明、数字と出典", "もっと読むもの"),
        "en": ("the answer in one sentence, first", "words explained, figures with sources", "where to read on"),
    },
}  # fmt: skip

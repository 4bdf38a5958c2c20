"""The closed lists of words that records use; the Japanese terms stand beside them."""

from enum import StrEnum


class PostKind(StrEnum):
    """What a post tells. Source: the kinds of a union's news; the value is the word in the header."""

    NEWS = "news"  # 速報・お知らせ
    STRIKE = "strike"  # ストライキ
    RALLY = "rally"  # 集会・抗議行動
    LEAFLETING = "leafleting"  # ビラ配布・街宣
    BARGAINING = "bargaining"  # 団体交渉報告
    REFUSAL = "refusal"  # 団交拒否
    DISPUTE_NOTICE = "dispute_notice"  # 争議通告
    COMMISSION = "commission"  # 労働委員会
    COURT = "court"  # 裁判
    SETTLEMENT = "settlement"  # 和解・解決
    STATEMENT = "statement"  # 声明
    SOLIDARITY = "solidarity"  # 支援・連帯表明
    PRESS_RELEASE = "press_release"  # プレスリリース
    MEDIA_COVERAGE = "media_coverage"  # メディア掲載
    SURVEY = "survey"  # アンケート
    SEMINAR = "seminar"  # 学習会
    NOTICE_TO_WORKERS = "notice_to_workers"  # 職場の皆さんへ
    EXPLAINER = "explainer"  # 解説

    @property
    def slug(self) -> str:
        """The word in an address."""
        return self.value.replace("_", "-")

    @property
    def tone(self) -> str:
        """What its label looks like: `act` (vermilion diamond), `process` (indigo disc) or `voice` (pine square)."""
        if self in _ACTS:
            return "act"
        return "process" if self in _STEPS else "voice"


_ACTS = frozenset((PostKind.STRIKE, PostKind.RALLY, PostKind.LEAFLETING, PostKind.SEMINAR))
_STEPS = frozenset((
    PostKind.BARGAINING, PostKind.REFUSAL, PostKind.DISPUTE_NOTICE, PostKind.COMMISSION, PostKind.COURT,
    PostKind.SETTLEMENT,
))  # fmt: skip


class PostStatus(StrEnum):
    """How far a post has come; only `published` is ever shown."""

    DRAFT = "draft"  # 下書き
    REVIEW = "review"  # 確認待ち
    PUBLISHED = "published"  # 公開
    WITHDRAWN = "withdrawn"  # 取り下げ
    WITHDRAWN_NOTICE = "withdrawn_notice"  # 取り下げ（お知らせを残す）


TAKEN_BACK = frozenset((PostStatus.WITHDRAWN, PostStatus.WITHDRAWN_NOTICE))


class EntryType(StrEnum):
    """What happened in a dispute."""

    UNION_NOTICE = "union_notice"  # 組合結成通知・組合加入通知
    DEMAND_SUBMITTED = "demand_submitted"  # 要求書提出
    BARGAINING_REQUESTED = "bargaining_requested"  # 団体交渉申入れ
    BARGAINING_SESSION = "bargaining_session"  # 団体交渉（第N回）
    BARGAINING_REFUSED = "bargaining_refused"  # 団体交渉拒否
    ADVERSE_TREATMENT = "adverse_treatment"  # 不利益な取扱い（解雇・雇止め・処分など）
    LAW_CHANGE = "law_change"  # 法改正
    DISPUTE_NOTICE = "dispute_notice"  # 争議通告（争議入り）
    STRIKE_VOTE = "strike_vote"  # スト権投票・スト権確立
    STRIKE_NOTICE = "strike_notice"  # スト通告
    STRIKE = "strike"  # ストライキ（全日・時限・指名）
    PROTEST = "protest"  # 抗議行動・ピケ・街宣・ビラ配布
    LOCKOUT = "lockout"  # ロックアウト
    CONCILIATION = "conciliation"  # あっせん
    MEDIATION = "mediation"  # 調停
    ARBITRATION = "arbitration"  # 仲裁
    ULP_FILED = "ulp_filed"  # 不当労働行為救済申立て
    ULP_INVESTIGATION = "ulp_investigation"  # 調査
    ULP_HEARING = "ulp_hearing"  # 審問
    ULP_ORDER = "ulp_order"  # 命令（救済・棄却・却下）
    REVIEW_FILED = "review_filed"  # 再審査申立て（中央労働委員会）
    LAWSUIT_FILED = "lawsuit_filed"  # 提訴
    COURT_DATE = "court_date"  # 口頭弁論
    JUDGMENT = "judgment"  # 判決
    APPEAL = "appeal"  # 控訴・上告
    AGREEMENT = "agreement"  # 労働協約・協定書締結
    SETTLEMENT = "settlement"  # 和解
    CLOSED = "closed"  # 争議終結・解決


class StrikeForm(StrEnum):
    """How a strike is held."""

    ALL_DAY = "all_day"  # 全日
    TIMED = "timed"  # 時限
    DESIGNATED = "designated"  # 指名


class DisputeStage(StrEnum):
    """Where a dispute stands, computed from its entries."""

    BARGAINING = "bargaining"  # 交渉中
    DISPUTE = "dispute"  # 争議中
    STRIKE = "strike"  # ストライキ中
    COMMISSION = "commission"  # 労働委員会で審査中
    COURT = "court"  # 裁判中
    SETTLED = "settled"  # 解決
    PAUSED = "paused"  # 休止


class Issue(StrEnum):
    """What a dispute is about (争点)."""

    WAGES = "wages"  # 賃金
    SAFETY = "safety"  # 安全衛生
    DISMISSAL = "dismissal"  # 解雇
    NON_RENEWAL = "non_renewal"  # 雇止め
    SOCIAL_INSURANCE = "social_insurance"  # 社会保険
    HARASSMENT = "harassment"  # ハラスメント
    UNION_RIGHTS = "union_rights"  # 労働組合権
    DISCRIMINATION = "discrimination"  # 差別
    HOURS = "hours"  # 労働時間


class DemandState(StrEnum):
    """How a demand has been answered."""

    MADE = "made"  # 要求中
    IN_TALKS = "in_talks"  # 交渉中
    REFUSED = "refused"  # 拒否
    PARTLY_MET = "partly_met"  # 一部合意
    MET = "met"  # 合意
    WITHDRAWN = "withdrawn"  # 取り下げ


class OutcomeStatus(StrEnum):
    """How a dispute or a campaign ended."""

    ONGOING = "ongoing"  # 継続中
    WON = "won"  # 全面解決
    SETTLED = "settled"  # 和解
    PARTLY = "partly"  # 一部解決
    LOST = "lost"  # 敗訴・棄却
    WITHDRAWN = "withdrawn"  # 取り下げ


class ActionType(StrEnum):
    """What a reader is asked to do."""

    SURVEY = "survey"  # アンケート
    PETITION = "petition"  # 署名
    DONATE = "donate"  # カンパ
    LETTER = "letter"  # 要請書・FAX
    EMAIL = "email"  # メール要請
    ATTEND = "attend"  # 参加
    JOIN = "join"  # 加入
    CONSULT = "consult"  # 労働相談
    SHARE = "share"  # 拡散
    VOLUNTEER = "volunteer"  # 手伝い

    @property
    def collects_data(self) -> bool:
        """Whether a reader hands over data, so that a privacy promise is due."""
        return self in {
            ActionType.SURVEY, ActionType.PETITION, ActionType.JOIN, ActionType.CONSULT, ActionType.VOLUNTEER,
        }  # fmt: skip


class ActionState(StrEnum):
    """Where an action stands on a given day."""

    BEFORE = "before"  # 受付前
    OPEN = "open"  # 受付中
    CLOSING_SOON = "closing_soon"  # まもなく締切
    CLOSED = "closed"  # 締切
    RESULT = "result"  # 結果公表


class AccountType(StrEnum):
    """What kind of account money is sent to."""

    ORDINARY = "ordinary"  # 普通
    CURRENT = "current"  # 当座


class CampaignState(StrEnum):
    """Where a campaign stands on a given day."""

    PLANNED = "planned"  # 準備中
    ACTIVE = "active"  # 実施中
    PAUSED = "paused"  # 休止
    CLOSED = "closed"  # 終了


class PartnerRole(StrEnum):
    """What an organisation does in a campaign."""

    LEAD = "lead"  # 呼びかけ
    PARTNER = "partner"  # 共催
    ENDORSER = "endorser"  # 賛同


class EventType(StrEnum):
    """What people come together for."""

    RALLY = "rally"  # 集会
    MARCH = "march"  # デモ行進
    PROTEST = "protest"  # 抗議行動
    PICKET = "picket"  # ピケ
    LEAFLETING = "leafleting"  # ビラ配布
    STRIKE_DAY = "strike_day"  # スト当日
    HEARING = "hearing"  # 審問・裁判傍聴
    SEMINAR = "seminar"  # 学習会
    MEETING = "meeting"  # 会議
    CONSULTATION_DAY = "consultation_day"  # 労働相談会


RESCHEDULED = "rescheduled"  # the state of an event that takes place on another day than was announced


class EventStatus(StrEnum):
    """Whether an event takes place. Source: OSDI and schema.org names."""

    SCHEDULED = "scheduled"  # 予定
    TENTATIVE = "tentative"  # 調整中
    CANCELLED = "cancelled"  # 中止
    POSTPONED = "postponed"  # 延期
    MOVED_ONLINE = "moved_online"  # オンラインに変更

    @property
    def is_off(self) -> bool:
        """Whether nobody is to go there on that day."""
        return self in {EventStatus.CANCELLED, EventStatus.POSTPONED}


class Attendance(StrEnum):
    """Where people attend."""

    IN_PERSON = "in_person"  # 会場
    ONLINE = "online"  # オンライン
    BOTH = "both"  # 併用


class OrganisationType(StrEnum):
    """What kind of body an organisation is."""

    UNION = "union"  # 労働組合
    BRANCH = "branch"  # 支部・分会
    FEDERATION = "federation"  # 上部団体
    EMPLOYER = "employer"  # 使用者
    AUTHORITY = "authority"  # 行政・教育委員会
    COMMISSION = "commission"  # 労働委員会
    COURT = "court"  # 裁判所
    SUPPORTER = "supporter"  # 支援団体
    MEDIA = "media"  # 報道機関


class Translation(StrEnum):
    """How a text came from another language."""

    FULL = "full"  # 全訳
    SUMMARY = "summary"  # 要約のみ
    MACHINE_CHECKED = "machine_checked"  # 機械翻訳（確認済み）


class ResultChart(StrEnum):
    """How the results of a survey are drawn."""

    BAR = "bar"  # 棒グラフ
    STACKED = "stacked"  # 積み上げ棒グラフ（組分けごと）
    LIKERT = "likert"  # 段階評価（反対から賛成まで）
    CHANGE = "change"  # 前回との比較
    MAP = "map"  # 都道府県の地図


class SampleKind(StrEnum):
    """Who answered a survey."""

    RANDOM = "random"  # 無作為抽出
    VOLUNTEERS = "volunteers"  # 回答したい人が回答

"""One day by which something is to be done, and where the records say so."""

import hashlib
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from plugins.model.origins import Location
from plugins.model.text import Words


class Kind(StrEnum):
    """What is to be done by a day."""

    COMPLAINT = "complaint"  # 不当労働行為の救済申立て
    NOTICE = "notice"  # 公益事業の争議行為の予告通知
    REVIEW = "review"  # 再審査の申立て
    SUIT = "suit"  # 命令の取消しの訴え
    ANSWER = "answer"  # 使用者の回答
    HEARING = "hearing"  # 労働委員会・裁判所の期日
    CLOSING = "closing"  # 受付の締切
    FIGURE = "figure"  # 数字の見直し
    REPORT = "report"  # 行事の報告

    @property
    def is_legal(self) -> bool:
        """Whether a law sets the day, so that a lawyer is to be asked."""
        return self in {Kind.COMPLAINT, Kind.NOTICE, Kind.REVIEW, Kind.SUIT}


class Deadline(NamedTuple):
    """One day by which something is to be done."""

    day: date  # the last one
    kind: Kind
    item: str  # "content/disputes/kasai-2026"
    location: Location  # of what it follows from, within the item
    key: str  # what it follows from, by a name that stays while the day may move
    about: Words  # the dispute, campaign or event
    what: Words = Words()  # the act, the action, the figure
    since: date | None = None  # the day from which the law counts, or of which the record tells
    done: date | None = None  # when a later entry did it, as far as the record tells

    @property
    def uid(self) -> str:
        """What calendars know it by: the same for the same thing, whenever its day is."""
        named = "\0".join((self.kind.value, self.item, self.key))
        return f"{hashlib.sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}@danketsu-private"

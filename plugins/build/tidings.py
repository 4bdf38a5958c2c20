"""What `get` and `send` say, in the words of the staff."""

from collections.abc import Callable, Sequence

from plugins.build.arrivals import Arrived
from plugins.build.clashes import FOLDER, Clash, on_one_line, open_clashes, settle
from plugins.build.settings import BuildSettings
from plugins.problems import Problem, words_of
from plugins.together.words import HELD, line

Choose = Callable[[Clash], bool | None]  # whether to take the other text, none to decide later
Tell = Callable[[str], None]
MOST_LINES = 30  # items that are named


class Tidings:
    """What is said, one line after the other, and kept for a report."""

    def __init__(self, lang: str, tell: Tell) -> None:
        self.lang, self._tell = lang, tell
        self.lines: list[str] = []

    def tell(self, said: str) -> None:
        """Say a line."""
        self.lines.append(said)
        self._tell(said)

    def say(self, key: str, **values: object) -> None:
        """Say a line of the table of words."""
        self.tell(line(key, self.lang, **values))

    def arrived(self, arrived: Arrived) -> None:
        """Tell what came from the others."""
        if not arrived.is_any:
            return self.say("nothing-came")
        self.say("came")
        self._items(arrived.lines)
        if arrived.rest:
            self.say("rest-came", count=arrived.rest)
        for file, other in arrived.beside:
            self.say("both-kept", file=file, other=other)
        for old, ours, theirs in arrived.named_twice:
            self.say("two-names", old=old, ours=ours, theirs=theirs)
        if arrived.errors:
            self.say("wrong-now")
            self.problems(arrived.errors)
        return None

    def _items(self, lines: Sequence[str]) -> None:
        for item in lines[:MOST_LINES]:
            self.say("item", item=item)
        if len(lines) > MOST_LINES:
            self.say("item", item=f"… (+{len(lines) - MOST_LINES})")

    def sent(self, lines: Sequence[str], rest: int) -> None:
        """Tell what went to the others."""
        self.say("sent" if lines or rest else "all-sent")
        self._items(lines)
        if rest:
            self.say("rest-came", count=rest)

    def problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong; where the words are for whoever types git, in other ones."""
        for one in sorted(set(problems)):
            self.tell(_said(one, self.lang))

    def clashes(self, settings: BuildSettings, choose: Choose | None) -> None:
        """Tell of every place that two wrote, and ask about it."""
        clashes = open_clashes(settings)
        if not clashes:
            return
        self.say("open")
        for number, clash in enumerate(clashes, 1):
            self.say("place", number=number, item=clash.item, field=clash.field)
            self.say("mine", text=on_one_line(clash.ours))
            self.say("other", text=on_one_line(clash.theirs))
        for clash in clashes if choose else ():
            takes_other = choose(clash) if choose else None
            if takes_other is not None and not settle(settings, clash, takes_other):
                self.say("changed-since", file=clash.path, kept=f"{FOLDER}/{clash.names[0]}.txt")
        if open_clashes(settings):
            self.say("how", folder=FOLDER)


def _said(found: Problem, lang: str) -> str:
    what, remedy = words_of(found, lang)
    if found.rule not in HELD:
        return f"  {found.path}:{found.line}: {what}{'' if lang == 'ja' else ' '}{remedy}"
    mended = HELD[found.rule][lang].format(**dict(found.values))
    if found.path.startswith(".git/"):  # no file that somebody would open
        return f"  {mended}"
    return f"  {found.path}:{found.line}: {what}{'' if lang == 'ja' else ' '}{mended}"

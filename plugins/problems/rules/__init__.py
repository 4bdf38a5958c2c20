"""Every rule, by id: what is wrong and how to mend it, in both languages."""

from plugins.problems.rules.build import BUILD_RULES
from plugins.problems.rules.content import CONTENT_RULES
from plugins.problems.rules.files import FILE_RULES
from plugins.problems.rules.hostile import HOSTILE_RULES
from plugins.problems.rules.inspection import INSPECTION_RULES
from plugins.problems.rules.ledger import LEDGER_RULES
from plugins.problems.rules.people import PEOPLE_RULES
from plugins.problems.rules.publishing import PUBLISHING_RULES
from plugins.problems.rules.reading import READING_RULES
from plugins.problems.rules.results import RESULT_RULES
from plugins.problems.rules.rule import Rule
from plugins.problems.rules.texts import TEXT_RULES
from plugins.problems.rules.translations import TRANSLATION_RULES
from plugins.problems.rules.values import VALUE_RULES

GROUPS = (
    READING_RULES, TEXT_RULES, VALUE_RULES, CONTENT_RULES, FILE_RULES, BUILD_RULES, INSPECTION_RULES, PEOPLE_RULES,
    LEDGER_RULES, PUBLISHING_RULES, HOSTILE_RULES, TRANSLATION_RULES,
    RESULT_RULES,
)  # fmt: skip
RULES: dict[str, Rule] = {rule.id: rule for group in GROUPS for rule in group}

__all__ = ["RULES", "Rule"]

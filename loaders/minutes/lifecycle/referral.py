"""Cases that a sentence sends to another issue group: 改於「交通組」提案.

Always true: the group is named; 小組 and 本組 are nobody in particular.
"""

from __future__ import annotations

import re

from graph.vocabulary import EdgeType
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle.statements import Told, clause, passage, step

_REACH = 2
_OPENING = 4
"""Characters within which 如, 俟 opens a clause."""


def refer(book: CaseBook, told: Told, speech: Speech, words: DecisionWords) -> None:
    """State that the item's cases go to the group that a sentence names, if it does."""
    said = lifecycle_words().referral.to.finditer(speech.text) if told.subjects else ()
    found = next((m for m in said if not _left_open(speech.text, m.start(), words)), None)
    group = lifecycle_words().referral.before_name.sub("", found["group"]) if found else ""
    if found is None or lifecycle_words().referral.nobody.fullmatch(group):
        return
    quote = passage(book, speech, *clause(speech.text, found.start(), found.end()))
    for key in told.subjects:
        step(book, told, EdgeType.REFERRED_TO, key, group, quote)


def goes_on_there(text: str, at: int) -> bool:
    """Whether 列管 belongs to the group that takes a case over (移由交通組接續列管)."""
    said = lifecycle_words().referral.to.finditer(text)
    return any(m.start() <= at < m.end() + _REACH and "，" not in text[m.end() : at] for m in said)


def _left_open(text: str, at: int, words: DecisionWords) -> bool:
    conditions = (words.condition.search(part) for part in re.split("[，；]", text[:at]))
    if any(found and found.start() <= _OPENING for found in conditions):
        return True
    before = text[max(text.rfind(sign, 0, at) for sign in "，；。") + 1 : at]
    return any(form.search(before) for form in (words.negated, words.undecided, lifecycle_words().referral.open))

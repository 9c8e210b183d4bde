"""Cases that a sentence sends to another issue group: 改於「交通組」提案.

Always true: the group is named; 小組 and 本組 are nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.vocabulary import EdgeType
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import Speech
from loaders.minutes.lifecycle.statements import Context, Statement, Told, clause, passage, step
from loaders.minutes.triggers import retold_by

_REACH = 2
_ASKED = re.compile("[^，。；]{0,6}[一乙]節")
_OPENING = 4
"""Characters within which 如, 俟 opens a clause."""


_WISH = "擬"
"""What leaves a referral open that is only put before the sitting, and not one that was passed."""


def refer(context: Context, told: Told, speech: Speech, words: DecisionWords, keys: Sequence[str]) -> None:
    """State that some cases go to the group that a sentence about them names, if it does."""
    said = _said(speech.text) if keys else []
    names = context.book.spans(speech.text) if said else ()  # 蘇花改替代道路（災防組）
    said = [m for m in said if not any(s <= m.start() < e for s, e in names)]
    certain = [m for m in said if not _left_open(speech.text, m.start(), words) and _group(speech.text, m)]
    named = [m for m in certain if not lifecycle_words().referral.that.search(m[0])]
    found = next(reversed(named or certain), None)  # 宜由甲組主政，建請移請「乙組」研議
    group = _group(speech.text, found) if found else ""
    asked = found is not None and _ASKED.match(speech.text, found.end())  # 移由甲組列管一節，請甲組先行評估
    declined = found is not None and lifecycle_words().referral.declined.match(speech.text, found.end())
    stays = (
        asked or declined or (found is not None and lifecycle_words().referral.ours.search(speech.text, found.end()))
    )
    if found is None or not group or stays:
        return
    if group == context.resolver.here.group:
        return
    book = context.book
    clause_before = re.split("[，；。]", speech.text[: found.start()])[-1]
    if len(keys) == 2 and clause_before.startswith(("前者", "後者")):
        keys = keys[:1] if clause_before.startswith("前者") else keys[1:]
    quote = passage(book, speech, *clause(speech.text, found.start(), found.end()))
    for key in keys:
        step(book, told, EdgeType.REFERRED_TO, key, group, quote)


def arrive(context: Context, told: Told, speech: Speech, keys: Sequence[str]) -> None:
    """State that another sitting sent cases to this group (本案原列交通組，依某次會議決議改由本組列管)."""
    referral, here = lifecycle_words().referral, context.resolver.here
    said = referral.arrives.search(speech.text) if keys and here.group else None
    if said is None or said["group"] not in (here.group, "本組", "本小組", "本議題組"):
        return
    ahead = speech.text[: said.start()]
    where = retold_by(ahead, len(ahead), "", context.words)
    meeting = context.resolver.resolve(where) if where else None
    if meeting is None or not (referral.came.search(ahead) or meeting.group != here.group):
        return
    quote = passage(context.book, speech, *clause(speech.text, said.start(), said.end()))
    told.statements += [Statement(EdgeType.REFERRED_TO, key, quote, target=here.group, meeting=meeting) for key in keys]


def goes_on_there(text: str, at: int) -> bool:
    """Whether 列管 belongs to the group that takes a case over (移由交通組接續列管)."""
    return any(m.start() <= at < m.end() + _REACH and "，" not in text[m.end() : at] for m in _said(text))


def _said(text: str) -> list[re.Match[str]]:
    """The words that hand something over to a group."""
    words = lifecycle_words().referral
    to = [*words.to.finditer(text)]
    there = (m for m in words.there.finditer(text) if all(m.end() <= o.start() or o.end() <= m.start() for o in to))
    return sorted((*to, *there), key=lambda said: said.start())


def _group(text: str, found: re.Match[str]) -> str:
    """The group that some words name, or that 該組 points back to; "" when it is nobody in particular."""
    words = lifecycle_words().referral
    named = next(name for name in map(found.groupdict().get, ("group", "to", "by", "handed")) if name)
    named = named.strip("「」").rpartition("平臺")[2]  # 改送某某合作平臺水環境組
    group = words.before_name.sub("", named)
    if words.that.fullmatch(group):
        before = [*words.named.finditer(text, 0, found.start())]
        group = words.before_name.sub("", before[-1][0].strip("「」")) if before else group
    return "" if words.nobody.fullmatch(group) else group


def _left_open(text: str, at: int, words: DecisionWords) -> bool:
    conditions = (words.condition.search(part) for part in re.split("[，；]", text[:at]))
    if any(found and found.start() <= _OPENING for found in conditions):
        return True
    before = text[max(text.rfind(sign, 0, at) for sign in "，；。") + 1 : at]
    left = lifecycle_words().referral.open.search(before)
    passed = left is not None and words.wish.search(left[0]) is None and left[0] == _WISH
    return any(form.search(before) for form in (words.negated, words.undecided)) or (left is not None and not passed)

"""What groups' reports wish to make of cases (擬更名為「B」, 建議併入「A」), until the sitting grants it.

Always true: a wish states nothing; what grants it stands beside the wish in what is stated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda import AgendaItem, Speech
from loaders.minutes.lifecycle.statements import Context, Told, passage
from loaders.minutes.lifecycle.succession import succeed
from loaders.minutes.names import quoted


class Wishes:
    """The wishes of one sitting's groups."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._words = context.words.proposed()
        self._of_groups: dict[str, list[Speech]] = {}

    def keep(self, item: AgendaItem, speech: Speech) -> None:
        """Keep a sentence of a group's report that speaks of a new name or a merger."""
        group = _group(item)
        if group and any(step.search(speech.text) for step in (lineage_words().rename, lineage_words().merge)):
            self._of_groups.setdefault(group, []).append(speech)

    def grant(self, told: Told, speech: Speech) -> None:
        """照案通過, 更名案同意: decide what a sentence grants of a group's wishes, or of what its item asked."""
        item, group = told.item, _group(told.item)
        passed = self._context.words.passing.match(speech.text)
        granted = lifecycle_words().binding.changes_asked.match(speech.text)
        asked: Sequence[Speech] = ()
        if group and (passed or granted):
            asked = self._of_groups.pop(group, ())
        elif group and speech.text.startswith("同意") and lineage_words().rename.search(speech.text):
            names = {name.text for name in quoted(speech.text)}  # 同意更名為「B」, and the group said of what
            asked = [one for one in self._of_groups.get(group, ()) if names & {name.text for name in quoted(one.text)}]
        elif len(item.names) == 1 and granted:
            asked = (*((item.subject,) if item.subject else ()), *item.measures, *item.background)
        for wish in asked:
            put = agenda_words().subjects.suffix.search(wish.text)
            self._decide(told, wish.cut(0, put.start()) if put else wish, speech)

    def _decide(self, told: Told, wish: Speech, speech: Speech) -> None:
        aside = Told(told.item, subjects=list(told.subjects))
        changed = succeed(self._context.book, aside, wish, self._words) if "「" in wish.text else None
        if changed:
            whole = passage(self._context.book, speech)
            told.statements += [replace(s, also=(*s.also, whole)) for s in aside.statements]
            told.subjects, told.olds = changed, [*told.olds, *aside.olds]


def _group(item: AgendaItem) -> str | None:
    """The group whose report an item tells, when it names no cases of its own."""
    return item.group if not item.names else None

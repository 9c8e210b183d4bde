"""Lines of a matter each of which says what becomes of a case, or what is wished for it (「A」擬併入「B」).

Always true: the lines are those of one list, and every one of them speaks of a change.
"""

from __future__ import annotations

import re

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decision_words
from loaders.lexicon.lineage import lineage_words
from loaders.minutes.agenda.items import NamedCase
from loaders.minutes.names import head
from loaders.outline.tree import Section

_QUOTED = re.compile("「[^「」]*」")


def lines_of_change(parts: tuple[Section, ...]) -> list[Section]:
    """Lines each of which says what becomes of a case (整併結果如下： 1. C：由「A」及「B」合併)."""
    words = agenda_words().subjects.rearranged
    for announcing in (section for part in parts for section in part.walk() if _announces(section)):
        lines = [child for child in announcing.children if not child.cells]
        if len(lines) > 1 and all((opening := head(c.body)) and words.search(c.body.text, opening.rest) for c in lines):
            return lines
    return []


def wished_changes(parts: tuple[Section, ...]) -> list[Section]:
    """Lines each of which wishes that a case is renamed, goes into another, or apart (「A」、「B」擬合併為「C」)."""
    words = lineage_words()
    steps = (words.rename, words.merge, words.absorb, words.split)
    for part in parts:
        lines = [child for child in part.children if not child.cells]
        texts = [_QUOTED.sub(lambda name: "「" + "〇" * (len(name[0]) - 2) + "」", line.body.text) for line in lines]
        found = [next((said for step in steps if (said := step.search(text))), None) for text in texts]
        wished = (said and "「" in said.string[: said.start()] and _is_wished(said) for said in found)
        if len(lines) > 1 and all(wished):
            return lines
    return []


def _is_wished(change: re.Match[str]) -> bool:
    """Whether the words of a change stand in a clause that only wishes it."""
    clause = re.split("[，；]", change.string[: change.start()])[-1]
    return decision_words().wish.search(clause) is not None


def only_wished(case: NamedCase) -> bool:
    """Whether a line only says what is wished for its case (「A」擬併入「B」)."""
    text = case.speech.text
    change = agenda_words().subjects.rearranged.search(text, case.name.outer_end)
    return change is not None and decision_words().wish.search(text[: change.start()]) is not None


def _announces(section: Section) -> bool:
    """Whether a line announces those beneath it (整併結果如下：), or is a bare label (說明：)."""
    bare = section.heading is not None and not section.rest.text
    return section.rest.text.endswith("：") or bare

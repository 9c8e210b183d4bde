"""Items that a note puts together for one resolution (（案由二、案由三併案討論）).

Always true: the item beneath which the note stands takes in the names of as many items before it as the note counts,
when nothing was decided of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.decisions import decides
from loaders.minutes.agenda.items import AgendaItem
from loaders.numerals import numeral
from loaders.row_numbers import SEVERAL, rows_of


def discussed_together(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items, those with such a note under the names of all that they decide about."""
    found: list[AgendaItem] = []
    for item in items:
        count = max((_count(said.text) for said in item.background), default=0)
        before = found[1 - count :] if 1 < count <= len(found) + 1 else []
        open_ = all(one.names and not any(decides(said.text) for said in one.decision) for one in before)
        names = tuple(case for one in before for case in one.names) if open_ else ()
        found.append(replace(item, names=(*names, *item.names)) if item.names else item)
    return found


def _count(note: str) -> int:
    """How many items a note puts together; 0 for any other words."""
    said = agenda_words().headings.joint.match(note)
    if said is None:
        return 0
    rows = SEVERAL.search(said[0])
    return len(rows_of(rows[0])) if rows else numeral(said["count"] or "") or 0

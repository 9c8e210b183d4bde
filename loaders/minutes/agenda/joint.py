"""Items that a note or their one resolution puts together (（案由二、案由三併案討論）, 決議：二案均同意成案).

Always true: the item beneath which it stands takes in the names of as many items before it as it counts, when nothing
was decided of those.
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
    """The items, those that decide of several under the names of all."""
    found: list[AgendaItem] = []
    for item in items:
        noted = max((_count(said.text) for said in item.background), default=0)
        count = noted or _counted(item)
        before = found[1 - count :] if 1 < count <= len(found) + 1 else []
        open_ = all(one.names and not any(decides(said.text) for said in one.decision) for one in before)
        names = tuple(replace(case, number=one.number) for one in before for case in one.names) if open_ else ()
        if names and item.names and not noted:  # the resolution is that of all, what is told before it of its own case
            found.append(replace(item, decision=()))
            own = tuple(replace(case, number=item.number) for case in item.names)
            item = replace(item, names=own, background=(), proposers=(), number=None, code="")
        found.append(replace(item, names=(*names, *item.names)) if item.names else item)
    return found


def _count(note: str) -> int:
    """How many items a note puts together; 0 for any other words."""
    said = agenda_words().headings.joint.match(note)
    if said is None:
        return 0
    rows = SEVERAL.search(said[0])
    return len(rows_of(rows[0])) if rows else numeral(said["count"] or "") or 0


def _counted(item: AgendaItem) -> int:
    """How many cases the resolution of an item about one of them counts or numbers as it opens; 0 where it does not."""
    opening = item.decision[0].text if len(item.names) == 1 and item.decision else ""
    numbered = SEVERAL.match(opening)
    if numbered and item.row in (rows := rows_of(numbered[0])):
        return len(rows)  # 案件3至案件5均已達成目標，…
    said = agenda_words().lists.counts_them.match(opening)
    return (numeral(said["count"]) or 0) if said else 0

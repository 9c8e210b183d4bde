"""Lists of results → events and steps of lineage: what a heading says of its members, what an arrow makes of them.

Always true: a member's own words stand before its heading's; that new cases are listed makes them cases only where a
sitting can accept them.
"""

from __future__ import annotations

from graph.vocabulary import EdgeType, Level
from loaders.lexicon.agenda import agenda_words
from loaders.minutes.lifecycle.statements import Context, Statement, Told, passage, step
from loaders.minutes.triggers import Mood

_ACCEPTING = frozenset({Level.MAYOR, Level.DEPUTY_MAYOR})
_LINEAGE = frozenset({EdgeType.RENAMED_TO, EdgeType.MERGES_INTO})
_NO_STATE = frozenset({EdgeType.CONTINUED_AT, EdgeType.ROUTINISED_AT, EdgeType.EXPANDED_AT})


def go_on(context: Context, told: Told) -> None:
    """「A」→「B」 under a heading of renamings or mergers: the item's cases go on as another."""
    new, kind, book = told.item.becomes, told.item.outcome, context.book
    if new is None or kind is None or not told.subjects:
        return
    target = book.add(new.name, new.speech.flow, told.item.path)
    if target in told.subjects and kind is EdgeType.RENAMED_TO:
        target = book.add(new.name, new.speech.flow, told.item.path, fresh=True)
    sources = [key for key in told.subjects if key != target]
    for source in sources:
        step(book, told, kind, source, target, passage(book, new.speech, 0, new.name.outer_end))
    told.olds += sources
    told.subjects = [target]


def from_list(context: Context, told: Told) -> bool:
    """State of every member what its list's heading says; False when the heading's own words have to say it."""
    item = told.item
    if item.outcome is None:
        return False
    if item.outcome in _LINEAGE and item.becomes is None:
        return False
    new = item.outcome is EdgeType.ESTABLISHED_AT and agenda_words().lists.new.search(item.headings[-1].text)
    if new and context.resolver.here.level not in _ACCEPTING:
        return False  # 新增 alone may mean proposed there
    if item.becomes or not item.names or not item.headings:
        return True
    heading, first = passage(context.book, item.headings[-1]), item.names[0]
    line = passage(context.book, first.speech)
    if line.start == heading.start:  # the names stand on the heading's own line
        line = passage(context.book, first.speech, first.name.outer_start, first.name.outer_end)
    for key in told.subjects:
        own = {s.kind for s in told.statements if s.case == key and s.mood is Mood.DECIDED and not s.meeting}
        if not own - _NO_STATE - {item.outcome}:
            told.statements.append(Statement(item.outcome, key, heading, from_heading=True, also=(line,)))
    return True

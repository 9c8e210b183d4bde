"""What the minutes do not say aloud: cases lost, numbers that do not agree, days that cannot be.

Always true: an audit is a function of what the store holds and of the day it is asked for; every finding quotes the
words that show it; the order is that of documents, places in them and kinds, so two runs give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.store import GraphStore
from queries.audit.bodies import unresolved_agencies
from queries.audit.cases import recommended, relisted, vanished
from queries.audit.corpus import Corpus, read
from queries.audit.counts import count_mismatches
from queries.audit.days import weekday_mismatches
from queries.audit.decisions import contradictions
from queries.audit.findings import SEVERITIES, Cited, Finding, Kind, Message, Severity, Subject
from queries.audit.series import backward_sittings, ordinal_gaps
from queries.audit.tasks import backward_dues, overdue

__all__ = ["SEVERITIES", "Cited", "Finding", "Kind", "Message", "Severity", "Subject", "audit"]

_RULES: dict[Kind, tuple[Callable[[Corpus], Iterator[Finding]], ...]] = {
    Kind.COUNT_MISMATCH: (count_mismatches,),
    Kind.WEEKDAY_MISMATCH: (weekday_mismatches,),
    Kind.ORDINAL_GAP: (ordinal_gaps,),
    Kind.VANISHED_CASE: (vanished,),
    Kind.RECOMMENDED_NOT_DELISTED: (recommended,),
    Kind.RELISTED: (relisted,),
    Kind.UNRESOLVED_AGENCY: (unresolved_agencies,),
    Kind.DATE_BACKWARDS: (backward_sittings, backward_dues),
    Kind.OVERDUE_ACTION: (overdue,),
    Kind.DUPLICATE_DECISION: (contradictions,),
}


def audit(store: GraphStore, as_of: str | None = None) -> tuple[Finding, ...]:
    """Every fault that the minutes show.

    In: a store; the ISO day as of which to ask (None: the day of the last sitting that the store holds). Out: the
    findings by document and place in it.
    """
    corpus = read(store, as_of)
    found = {one.id: one for rules in _RULES.values() for rule in rules for one in rule(corpus)}
    return tuple(sorted(found.values(), key=lambda one: (one.path, one.start, one.end, one.kind, one.id)))

"""What an audit found, as a table of a report.

Always true: every row has the words that show the fault as its note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from queries.audit import Finding, Kind, Severity
from queries.evidence import Quote
from visualizations.report.blocks import Column, Note, Span, Table
from visualizations.words import Calendar, Language, Words, day

KINDS: dict[Kind, Words] = {
    Kind.COUNT_MISMATCH: Words("件數不符", "count does not agree"),
    Kind.WEEKDAY_MISMATCH: Words("星期不符", "weekday does not agree"),
    Kind.ORDINAL_GAP: Words("缺次會議", "sitting missing"),
    Kind.VANISHED_CASE: Words("案件消失", "case vanished"),
    Kind.RECOMMENDED_NOT_DELISTED: Words("建議解列而未解列", "recommended, not delisted"),
    Kind.RELISTED: Words("解列後又出現", "listed again"),
    Kind.UNRESOLVED_AGENCY: Words("機關不明", "agency not resolved"),
    Kind.DATE_BACKWARDS: Words("日期倒置", "dates run backwards"),
    Kind.OVERDUE_ACTION: Words("逾期事項", "overdue task"),
    Kind.DUPLICATE_DECISION: Words("決議矛盾", "contradictory decisions"),
}
SEVERITIES = {
    Severity.HIGH: Words("高", "high"),
    Severity.MEDIUM: Words("中", "medium"),
    Severity.LOW: Words("低", "low"),
}
_HEADINGS = (
    (Words("日期", "Day"), 1.3),
    (Words("輕重", "Severity"), 0.8),
    (Words("種類", "Kind"), 1.6),
    (Words("發現", "Finding"), 5.0),
)
_CAPTION = Words("紀錄未明說之不符", "What does not agree in the minutes")


def findings_table(
    findings: Iterable[Finding],
    sittings: dict[str, str],
    language: Language,
    calendar: Calendar,
    notes: Callable[[str, str | None, Iterable[Quote]], tuple[Note, ...]],
) -> Table:
    """The table. In: findings; titles of sittings by id; how to speak; what makes notes of quotes. Out: the table."""
    rows = tuple(
        (
            (Span(day(one.date, calendar) if one.date else ""),),
            (Span(SEVERITIES[one.severity].of(language)),),
            (Span(KINDS[one.kind].of(language)),),
            (
                Span(
                    Words(one.message.zh, one.message.en).of(language),
                    notes(sittings.get(one.meeting, ""), one.date, [_quote(one)]),
                ),
            ),
        )
        for one in findings
    )
    return Table(_CAPTION.of(language), tuple(Column(words.of(language), share) for words, share in _HEADINGS), rows)


def _quote(one: Finding) -> Quote:
    return Quote("", one.quote, one.document, one.path, one.line, None, one.start, one.end, None)

"""The calendar as a terminal shows it.

Always true: a case that waits stands with the words that recommend it; what may have been decided at sittings that are
not here stands apart, after what nothing can have decided yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.console import Console
from rich.text import Text

from graph.governance import Platform
from queries.evidence import Quote
from queries.schedule import Expected, Matter, Pending, Series
from visualizations.schedule import BASES, MATTERS, OFTEN, UNKNOWN, WHY, numbered
from visualizations.words import SITS, Language, Words
from visualizations.words import day_in_both as day
from yange.terminal import padded, quoted, screen

_LAST, _NEXT, _LATE = Words("上次", "last"), Words("下次", "next"), Words("逾期未見", "overdue, not here")
_HOST, _MISSING = Words("主辦", "host"), Words("缺少紀錄", "not here")
_OBSERVED = Words("無規則，依歷次會議推定", "no rules known, inferred from what was observed")
_MAYBE = Words("其後應已開會而紀錄未見，或已決定", "sittings since are not here and may have decided")


def show_schedule(series: Iterable[Series], rules: Mapping[str, Platform], as_of: str) -> None:
    """Every platform with its series."""
    console, told = screen(), set[Quote]()
    console.print(Text(f"as of 截至 {day(as_of)}", "dim"))
    for name, same in groupby(series, key=lambda one: one.platform):
        console.print()
        console.print(Text(name, "bold underline"))
        console.print(Text(_rules(rules.get(name), as_of), "dim"))
        for one in same:
            _series(console, one, told)


def _rules(platform: Platform | None, as_of: str) -> str:
    """Members and consensus, where they are known."""
    if platform is None:
        return _OBSERVED.both
    members = platform.members_on(as_of or None)
    told = "members 成員 " + "、".join(members)
    if platform.consensus:
        told += f" · a new case needs 成案共識 {platform.consensus.needed(len(members))}/{len(members)}"
    return told


def _series(console: Console, one: Series, told: set[Quote]) -> None:
    """One series; ``told`` are the words that need not be shown again."""
    often = OFTEN.zh.format(n=one.rules.per_year) if one.rules else ""
    console.print()
    console.print(Text("  ".join(filter(None, (one.group, SITS[one.level].both, often))), "bold cyan"))
    if one.last:
        stub = " (only spoken of 僅見提及)" if one.last.stub else ""
        own = Expected(one.last.roc_year, one.last.ordinal, None, overdue=False, host=None)
        line = f"{day(one.last.date)}  {one.last.name or numbered(own, Language.ZH)}{stub}"
        console.print(padded(Text.assemble((_LAST.both, "dim"), "  ", line), 2))
    for late in one.overdue:
        _expected(console, late, _LATE, "red", told)
    if one.next:
        _expected(console, one.next, _LATE if one.next.overdue else _NEXT, "red" if one.next.overdue else "green", told)
    for matter in Matter:
        waiting = [case for case in one.pending if case.matter is matter]
        _pending(console, MATTERS[matter], [case for case in waiting if not case.passed], told)
        maybe = Words(f"{MATTERS[matter].zh}（{_MAYBE.zh}）", f"{MATTERS[matter].en}? {_MAYBE.en}")
        _pending(console, maybe, [case for case in waiting if case.passed], told)
    if one.missing:
        console.print(padded(Text(_MISSING.both, "yellow"), 2))
        for gap in one.missing:
            label = Text.assemble(numbered(gap, Language.ZH) or UNKNOWN.both, "  ", (WHY[gap.why].both, "dim"))
            console.print(padded(label, 4))
            _quotes(console, gap.quotes, 6, told)


def _expected(console: Console, one: Expected, word: Words, colour: str, told: set[Quote]) -> None:
    days = f"{one.window.since} – {one.window.until}" if one.window else UNKNOWN.both
    line = Text.assemble((word.both, colour), "  ", (numbered(one, Language.ZH), "bold"), "  ", days)
    if one.host:
        basis = BASES[one.host.basis].both + (" (inferred 推定)" if one.host.inferred else "")
        line.append_text(Text.assemble("  ", (_HOST.both, "dim"), " ", (one.host.city, "bold"), f"  {basis}"))
    console.print(padded(line, 2))
    _quotes(console, one.host.quotes if one.host else (), 4, told)


def _pending(console: Console, word: Words, cases: list[Pending], told: set[Quote]) -> None:
    if not cases:
        return
    console.print(padded(Text(word.both, "magenta"), 2))
    for case in cases:
        by = "  ".join(filter(None, (case.group, day(case.by.date))))
        console.print(padded(Text.assemble((case.case.name, "bold"), "  ← ", by), 4))
        _quotes(console, case.quotes[-1:], 6, told)


def _quotes(console: Console, quotes: Iterable[Quote], indent: int, told: set[Quote]) -> None:
    for quote in quotes:
        if quote not in told:
            console.print(padded(quoted(quote), indent))
        told.add(quote)

"""Answers as a terminal shows them.

Always true: everything goes to standard output, and says the same with and without colour; a quote is followed by the
file and line where it stands; piped, lines are not folded to a terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from graph.vocabulary import EdgeType
from queries.audit import Cited, Finding
from queries.dossier import Action, CaseDossier, MeetingDossier
from queries.events import Event, Sitting
from queries.evidence import Quote, file_name, one_line
from queries.lineage import CaseName, Life, Lineage, Step
from queries.search import Hit
from queries.status import Standing
from visualizations.spreadsheet import Sheet
from visualizations.spreadsheet.layout import widths
from visualizations.words import DOES, HAPPENED, SITS, STANDS
from visualizations.words import day_in_both as day

_PIPED_WIDTH = 10_000


def screen() -> Console:
    """Standard output; piped, as wide as any line."""
    console = Console(highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(highlight=False, markup=False, emoji=False, width=_PIPED_WIDTH)


def show_lineage(answer: Lineage) -> None:
    """The steps as a tree, then the events of every case of the lineage, oldest case first."""
    console = screen()
    _head(console, answer.case.name, answer.case.platform, _stands(answer.standing, answer.as_of))
    _steps(console, answer)
    _lives(console, answer)


def show_case(answer: CaseDossier) -> None:
    """The lineage, and who has to do with the case, what it is about, and what was asked."""
    console, line = screen(), answer.lineage
    _head(console, answer.name, answer.platform, _stands(line.standing, line.as_of))
    if answer.aliases:
        console.print(Text("also written 又作: " + "、".join(answer.aliases), "dim"))
    _steps(console, line)
    _lives(console, line)
    _title(console, "Bodies 機關", answer.bodies)
    for body in answer.bodies:
        console.print(padded(Text.assemble((body.name, "bold"), "  ", (DOES[body.role].both, "cyan")), 2))
        _quotes(console, body.quotes[:1], 4)
    _title(console, "Programs 計畫與活動", answer.programs)
    for program in answer.programs:
        console.print(padded(Text(program.name), 2))
    _actions(console, answer.actions)


def show_meeting(answer: MeetingDossier) -> None:
    """The header, what was decided, and what was asked."""
    console = screen()
    hours = "-".join(filter(None, (answer.start_time, answer.end_time)))
    _head(console, answer.name, answer.platform, " ".join(filter(None, (answer.group, SITS[answer.level].both))))
    console.print(
        Text("  ".join(filter(None, (day(answer.date), hours, answer.place, "online 線上" if answer.online else ""))))
    )
    if answer.stub:
        console.print(Text("Only spoken of: its own minutes are not loaded. 僅見於他次紀錄", "yellow"))
    for person in answer.people:
        console.print(
            Text.assemble(
                (HAPPENED[person.type].both, "cyan"), "  ", " ".join(filter(None, (person.name, person.post)))
            )
        )
    _title(console, "Decisions 決議", answer.agenda)
    for entry in answer.agenda:
        words = (HAPPENED[entry.type].both, _COLOURS.get(entry.type, "cyan"))
        console.print(padded(Text.assemble((entry.item_no or "·"), " ", (entry.name, "bold"), "  ", words), 2))
        _quotes(console, entry.quotes, 4)
    _actions(console, answer.actions)


def show_findings(findings: Iterable[Finding]) -> None:
    """What an audit found, with the words that show it and where they stand."""
    console = screen()
    for one in findings:
        colour = {"high": "red", "medium": "yellow", "low": "cyan"}[one.severity]
        console.print(Text.assemble((one.kind, f"bold {colour}"), "  ", (one.severity, colour), "  ", (one.id, "dim")))
        console.print(padded(Text(one.message.zh), 2))
        console.print(padded(Text(one.message.en, "dim"), 2))
        shown: tuple[Finding | Cited, ...] = (one, *one.evidence)
        for said in shown:
            place = f"{file_name(said.path)}:{said.line}"
            console.print(padded(Text.assemble("「", one_line(said.quote), "」", "  ", (place, "dim")), 4))


def show_sittings(sittings: Iterable[Sitting]) -> None:
    """All sittings, one a line."""
    table = _table("day 日期", "title 會議", "platform 平臺", "group 小組", "")
    for one in sittings:
        table.add_row(
            day(one.date), _called(one), one.platform or "", one.group or "", "stub 僅提及" if one.stub else ""
        )
    screen().print(table)


def show_hits(hits: Sequence[Hit]) -> None:
    """What a search found, the closest first."""
    table = _table("kind", "name 名稱", "found as 所據寫法", "platform 平臺", "day 日期")
    for hit in hits:
        thing = hit.thing
        written = "" if hit.matched == thing.name else hit.matched
        table.add_row(thing.label.value, thing.name, written, thing.platform or "", thing.date or "")
    screen().print(table)


def show_rows(rows: Sequence[dict[str, Any]]) -> None:
    """The rows of a Cypher answer as a table."""
    table = _table(*(rows[0] if rows else ("(no rows)",)))
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    screen().print(table)


def show_sheet(sheet: Sheet) -> None:
    """A table of texts: in a terminal as wide as it is, piped one line a row."""
    console = screen()
    table = _table()
    table.leading = int(console.is_terminal)
    across = widths(sheet, console.width - 2 * len(sheet.columns))
    for heading, width in zip(sheet.columns, across, strict=True):
        table.add_column(heading, overflow="fold", width=width if console.is_terminal else None)
    for row in sheet.rows:
        texts = ("" if cell is None else str(cell) for cell in row)
        table.add_row(*(Text(text if console.is_terminal else " ".join(text.split("\n"))) for text in texts))
    console.print(table)


_COLOURS = {
    EdgeType.ESTABLISHED_AT: "green",
    EdgeType.DELISTED_AT: "red",
    EdgeType.DELISTING_RECOMMENDED_AT: "yellow",
    EdgeType.REJECTED_AT: "red",
    EdgeType.RENAMED_TO: "magenta",
    EdgeType.MERGES_INTO: "magenta",
    EdgeType.SPLITS_INTO: "magenta",
}


def _head(console: Console, name: str, platform: str | None, state: str) -> None:
    console.print(Text(name, "bold underline"))
    console.print(Text(" · ".join(filter(None, (platform, state))), "dim"))


def _title(console: Console, words: str, filled: Sequence[object]) -> None:
    if filled:
        console.print()
        console.print(Text(words, "bold cyan"))


def _stands(standing: Standing | None, as_of: str | None) -> str:
    """Where a case stands, in words."""
    when = f"as of {day(as_of)}: " if as_of else ""
    if standing is None:
        return when + "nothing had happened yet 尚無紀錄"
    beside = [
        words for words, on in (("routine 例行", standing.routinised), ("deferred 暫緩", standing.deferred)) if on
    ]
    since = f"since {day(standing.since)}" if standing.since else ""
    return when + ", ".join(filter(None, (STANDS[standing.status].both, since, *beside)))


def _steps(console: Console, line: Lineage) -> None:
    """What the case came out of, and what came out of it."""
    if not line.ancestors and not line.descendants:
        return
    _title(console, "Lineage 沿革", line.ancestors or line.descendants)
    tree = Tree(Text(line.case.name, "bold"), guide_style="dim")
    _grow(tree, line.case.id, line.ancestors, back=True, seen={line.case.id})
    _grow(tree, line.case.id, line.descendants, back=False, seen={line.case.id})
    console.print(tree)


def _grow(tree: Tree, case: str, steps: tuple[Step, ...], *, back: bool, seen: set[str]) -> None:
    for step in steps:
        here, there = (step.target, step.source) if back else (step.source, step.target)
        if here.id != case:
            continue
        words = HAPPENED[step.type].both + (
            f" (inferred 推定, confidence {step.confidence:g})" if step.inferred else ""
        )
        arrow = "came out of 源自 ← " if back else "became 成為 → "
        label = Text.assemble((arrow, "cyan"), (there.name, "bold"), (_elsewhere(there, here), "dim"))
        label.append_text(Text.assemble("\n", (words, "magenta"), "  ", day(step.date or step.reported)))
        if step.meeting:
            label.append(f"  {step.meeting}")
        for quote in step.quotes:
            label.append("\n").append_text(quoted(quote))
        branch = tree.add(label)
        if there.id not in seen:
            _grow(branch, there.id, steps, back=back, seen=seen | {there.id})


def _elsewhere(case: CaseName, here: CaseName) -> str:
    """The case's platform, where it is another one."""
    return f" ({case.platform})" if case.platform and case.platform != here.platform else ""


def _lives(console: Console, line: Lineage) -> None:
    """The events of the case and of its relatives, each case under its name, generation by generation."""
    lives = [*line.relatives, Life(line.case, 0, line.standing, line.events)]
    lives.sort(key=lambda life: life.generation)
    for life in lives:
        _title(
            console,
            "Events 大事記" + (f" · {life.case.name}{_elsewhere(life.case, line.case)}" if len(lives) > 1 else ""),
            lives,
        )
        if len(lives) > 1:
            console.print(padded(Text(_stands(life.standing, line.as_of), "dim"), 2))
        for event in life.events:
            _event(console, event)


def _event(console: Console, event: Event) -> None:
    inferred = f" (inferred 推定, confidence {event.confidence:g})" if event.inferred else ""
    words = (HAPPENED[event.type].both + inferred, _COLOURS.get(event.type, "cyan"))
    when = day(event.date) if event.date or not event.reported else f"told 述於 {day(event.reported)}"
    console.print(padded(Text.assemble((when, "bold"), "  ", words, "  ", _called(event.meeting)), 2))
    _quotes(console, event.quotes, 4)


def _quotes(console: Console, quotes: Iterable[Quote], indent: int) -> None:
    for quote in quotes:
        console.print(padded(quoted(quote), indent))


def quoted(quote: Quote) -> Text:
    """The words on one line, and where they stand."""
    page = f", p. {quote.page}" if quote.page else ""
    return Text.assemble((f"“{one_line(quote.text)}”", "italic"), (f" {quote.path}:{quote.line}{page}", "dim"))


def _actions(console: Console, actions: Sequence[Action]) -> None:
    _title(console, "Tasks 待辦", actions)
    for action in actions:
        due = f"due 期限 {day(action.due)}" if action.due else action.due_text or ""
        who = "、".join(action.assignees)
        noted = "  ".join(filter(None, (who and f"→ {who}", due)))
        console.print(padded(Text.assemble("· ", one_line(action.text), "  " if noted else "", (noted, "yellow")), 2))


def _called(sitting: Sitting) -> str:
    """Its title, or what is known of a sitting that is only spoken of."""
    return sitting.name or " ".join(filter(None, (sitting.platform, sitting.group, SITS[sitting.level].both)))


def padded(text: Text, indent: int) -> Padding:
    """The text, every line of it set in."""
    return Padding(text, (0, 0, 0, indent), expand=False)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold cyan")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table

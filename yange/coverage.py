"""The account of a document as a terminal shows it, and as JSON.

Always true: everything goes to standard output; every gap has its line.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from loaders.coverage import Coverage, Gap, Gave, Part, Why
from queries.evidence import one_line
from visualizations.words import Words

PARTS = {
    "head": Words("會議資訊", "head"),
    "other": Words("議程", "agenda"),
    "outside": Words("會議之外", "outside"),
    "end": Words("散會", "end"),
    "opening": Words("致詞", "opening"),
    "previous": Words("前次紀錄", "previous minutes"),
    "motion": Words("臨時動議", "motions"),
    "resolution": Words("決議", "resolutions"),
    "conclusion": Words("主席結論", "conclusions"),
    "explanation": Words("說明", "explanations"),
    "progress": Words("辦理情形", "progress"),
    "measures": Words("擬辦", "measures"),
    "proposer": Words("提案單位", "proposer"),
    "responsible": Words("主責單位", "responsible"),
    "report": Words("報告", "reports"),
    "proposals": Words("提案", "proposals"),
    "total": Words("合計", "total"),
}
GAVE = {
    Gave.HEADER: Words("會議資訊", "header"),
    Gave.EVENT: Words("事件", "event"),
    Gave.LINEAGE: Words("沿革", "lineage"),
    Gave.TASK: Words("待辦", "task"),
    Gave.COUNT: Words("件數", "count"),
    Gave.MERGER: Words("平臺整併", "merger"),
    Gave.CASE: Words("案名", "case"),
    Gave.DECISION: Words("決議文字", "wording"),
    Gave.BODY: Words("機關", "body"),
    Gave.PROGRAM: Words("計畫", "program"),
    Gave.PLAN: Words("計畫書", "plan"),
}
WHY = {
    Why.UNDER_DECISION: Words("在決議之下", "under a decision"),
    Why.DECIDING_WORDS: Words("含決定用語", "words that decide"),
    Why.UNKNOWN_LABEL: Words("標目未識", "behind an unknown label"),
}


def as_dict(held: Coverage) -> dict[str, Any]:
    """The account as plain data."""
    parts = [_part(part) for part in held.parts]
    gaps = [{**asdict(gap), "likely": gap.likely} for gap in held.gaps]
    return {**asdict(held), "gaps": gaps, "parts": parts, "total": _part(held.total)}


def show(held: Coverage, text: str, *, lines: bool) -> None:
    """The account: parts, what was not understood, and what to do; every line where asked for."""
    total = held.total
    click.secho(f"{held.path}  {held.kind}", bold=True)
    used = f"{total.used} of {total.lines} lines used {total.share:.0%} 行有所得"
    click.echo(f"{used}; {total.gaps} of {total.decisions} decision-like sentences gave nothing 句似決議而無所得")
    if lines:
        for line in held.lines:
            gave = ", ".join(GAVE[kind].zh for kind in line.gave) or "·"
            click.echo(f"{line.number:>5}  {gave}\t{text[line.start : line.end]}")
        return
    _parts(held)
    gaps = sorted(held.gaps, key=lambda gap: (not gap.likely, gap.line))
    if gaps:
        click.secho("\nNot understood 未讀出", fg="cyan", bold=True)
    for gap in gaps:
        click.echo(f"  {gap.line:>5}  {one_line(gap.text)}", nl=False)
        click.secho(f"  ({_reason(gap)})", dim=True)
    if held.labels:
        click.secho("\nLabels that are not known 未識標目", fg="cyan", bold=True)
    for label in held.labels:
        click.echo(f"  {label.word}  (line{'s' * (len(label.lines) > 1)} {', '.join(map(str, label.lines))})")
    if gaps or held.labels:
        click.secho(
            "\nTeach Yange what it lacks with yange lexicon add (docs/lexicon.md) 以 yange lexicon add 增列", dim=True
        )


def _parts(held: Coverage) -> None:
    from yange.terminal import show_rows

    click.echo()
    show_rows(
        [
            {
                "part 部分": PARTS[part.part].both,
                "lines 行": part.lines,
                "used 有所得": part.used,
                "share": f"{part.share:.0%}",
                "decisions 似決議": part.decisions,
                "nothing 無所得": part.gaps,
            }
            for part in (*held.parts, held.total)
        ]
    )


def _part(part: Part) -> dict[str, Any]:
    return {**asdict(part), "share": part.share}


def _reason(gap: Gap) -> str:
    words = "、".join(gap.words)
    return ", ".join(WHY[why].both for why in gap.why) + (f": {words}" if words else "")

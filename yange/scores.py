"""An evaluation as a terminal shows it. Always true: the numbers are those of ``Evaluation.as_dict``."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table

from queries.evaluation import Evaluation, Score
from queries.evaluation.score import PARTS


def show_evaluation(result: Evaluation) -> None:
    """Scores by part and by edge type, then evidence, header, identity and action items in a line each."""
    console = Console(highlight=False, markup=False)
    table = Table(box=None, pad_edge=False, header_style="bold cyan", title=result.document, title_justify="left")
    for column in ("", "precision", "recall", "F1", "right", "found", "gold"):
        table.add_column(column, justify="left" if not column else "right")
    _row(table, "overall", result.part())
    for part, kinds in PARTS.items():
        score = result.part(part)
        if score.gold or score.found:
            _row(table, part, score)
            for kind in kinds:
                if kind in result.types:
                    _row(table, f"  {kind}", result.types[kind].score)
    console.print(table)
    cases, header = result.cases, result.header
    console.print(
        f"evidence  {result.evidence['right']} of {result.evidence['of']} right edges quote the words of gold"
    )
    found = result.meetings["found"]
    console.print(f"meetings  {found} of {result.meetings['gold']}; header fields {header['right']} of {header['of']}")
    wrong = ", ".join(f"{name} {len(cases[name])}" for name in ("split", "swallowed", "extra"))
    console.print(f"cases     {cases['matched']} of {cases['gold']}; {wrong}")
    tasks = Counter(result.action_items)
    due = f"due {tasks['due.right']} of {tasks['due.gold']}"
    console.print(f"tasks     {tasks['found']} of {tasks['gold']}; assignees {tasks['assignees']}, {due}")


def _row(table: Table, name: str, score: Score) -> None:
    rates = (f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1))
    table.add_row(name, *rates, str(score.right), str(score.found), str(score.gold))

"""A doubt as a terminal shows it, and the keys that answer it.

Always true: it says the same with and without colour; every quote is followed by the sitting, its day, file and line.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.judgement import Doubt, DoubtKind, Judgement, Side
from queries.evidence import one_line
from visualizations.words import day_in_both

KEYS = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "b": Judgement.BECAME, "u": Judgement.UNSURE}

_ASKS = {
    DoubtKind.IDENTITY: "One case under two names? 是否同一案",
    DoubtKind.SUCCESSION: "Did the left case become the right one? 左案是否成為右案",
}
_PIPED_WIDTH = 160


def show_doubt(doubt: Doubt, place: str) -> None:
    """Both names side by side with their quotes, then what speaks for and against."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, emoji=False, width=_PIPED_WIDTH)
    console.print()
    console.print(Text.assemble((place, "dim"), "  ", (_ASKS[doubt.kind], "bold"), f"  score 分數 {doubt.score:g}"))
    table = Table(box=None, pad_edge=False, show_header=False, expand=True, padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*_names(doubt.left.name, doubt.right.name))
    for row in zip(_told(doubt.left), _told(doubt.right), strict=True):
        table.add_row(*row)
    console.print(table)
    console.print(Text("；".join(f"{feature.chinese} {feature.english}" for feature in doubt.features), "cyan"))


def _names(left: str, right: str) -> tuple[Text, Text]:
    """Both names, with what differs marked."""
    names = Text(left, "bold"), Text(right, "bold")
    for step in Indel.opcodes(left, right):
        if step.tag != "equal":
            names[0].stylize("red", step.src_start, step.src_end)
            names[1].stylize("red", step.dest_start, step.dest_end)
    return names


def _told(side: Side) -> tuple[Text, Text, Text]:
    """What the minutes say, at which sitting, and where that stands."""
    sitting = "  ".join(filter(None, (side.meeting or side.platform, day_in_both(side.date))))
    quote = one_line(side.quote.text).replace(" ", "\u00a0")  # Chinese breaks anywhere, not at blanks alone
    return Text(f"“{quote}”", "italic"), Text(sitting), Text(f"{side.path}:{side.line}", "dim")

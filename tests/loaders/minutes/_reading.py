"""Help for the tests of minutes: a text as the rules see it, and minutes made of some lines."""

from __future__ import annotations

from graph.interchange import Decision, ParsedDocument, ParsedMinutes
from loaders.folding import Flow, flow, fold
from loaders.minutes import parse
from loaders.reading.document import Document

HEADER = """霧嶺與嵐川合作交流平臺「海洋組」114年第2次工作會議紀錄
時間：114年5月6日（星期二）下午2時
地點：嵐川市政府801會議室
主席：施副局長若梅
"""


def squeezed(text: str) -> Flow:
    """A text folded and squeezed into one flow."""
    return flow(fold(text), [(0, len(text))])


def document(*lines: str, header: str = HEADER) -> ParsedDocument:
    """Parsed minutes of some lines under a header."""
    text = header + "\n".join(lines) + "\n"
    return parse(Document(text, "minutes.txt", "minutes"))


def minutes(*lines: str, header: str = HEADER) -> ParsedMinutes:
    """The only sitting of such minutes."""
    (sitting,) = document(*lines, header=header).minutes
    return sitting


def said(sitting: ParsedMinutes) -> set[tuple[str, str, str | None]]:
    """(event or step, name of the case, name of its target) of every decision but DISCUSSED_AT."""
    names = {case.key: case.name for case in sitting.cases}

    def told(decision: Decision) -> tuple[str, str, str | None]:
        target = names.get(decision.target, decision.target) if decision.target else None
        return decision.type.value, names[decision.case], target

    return {told(decision) for decision in sitting.decisions if decision.type != "DISCUSSED_AT"}

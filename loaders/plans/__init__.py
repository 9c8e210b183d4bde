"""Plan documents: title, number, period, organisers, basis and schedule.

Always true: a plan is no minutes and yields no case and no meeting.
"""

from __future__ import annotations

from graph.interchange import ParsedPlan


def parse_plan(text: str) -> ParsedPlan | None:
    """The plan that a text is, or None. In: a document's text. Out: its plan, with quotes cut from that text."""
    # imported late: loaders.minutes, which reads programs and days, asks here in turn
    from loaders.plans.parser import read_plan

    return read_plan(text)

"""What one plan document says, as nodes and edges.

Always true: a plan is known by its title; every edge made here carries a passage of the plan's document.
"""

from __future__ import annotations

from graph.build.draft import Draft, document_id
from graph.interchange import ParsedPlan, Source
from graph.schema import allows
from graph.vocabulary import EdgeType, Label


def add_plan(draft: Draft, source: Source, plan: ParsedPlan) -> None:
    """Say everything one plan says. In: where to say it, the plan's document and the plan."""
    id = _plan(draft, plan.title)
    draft.node(
        Label.PLAN,
        id,
        document_no=plan.document_no,
        period_start=plan.period_start,
        period_end=plan.period_end,
        schedule=tuple(line for line, _ in plan.schedule) or None,
    )
    draft.edge(EdgeType.RECORDED_IN, id, document_id(source), [draft.passage(source, plan.quote)])
    for organiser in plan.organisers:
        if allows(organiser.body.label, EdgeType.ORGANISES, Label.PLAN):
            passage = draft.passage(source, organiser.quote)
            body = draft.body(organiser.body, passage)
            draft.edge(EdgeType.ORGANISES, body, id, [passage], role=organiser.role.value)
    for title, quote in plan.based_on:
        draft.edge(EdgeType.BASED_ON, id, _plan(draft, title), [draft.passage(source, quote)])
    for name, quote in plan.programs:
        draft.edge(EdgeType.INVOLVES, id, draft.named(Label.PROGRAM, name), [draft.passage(source, quote)])


def _plan(draft: Draft, title: str) -> str:
    return draft.node(Label.PLAN, f"plan:{title}", title=title)

"""A network as tables: one of its nodes with their figures, one of its edges, one of each for what changed.

Always true: names stand as the graph has them; numbers are numbers and days are days in the calendar asked for.
"""

from __future__ import annotations

from queries.network import Change, Direction, Edge, Network, Node, NodeChange, Of, Tie
from queries.network.edges import things
from queries.partners import Why
from visualizations.spreadsheet import Cell, Sheet
from visualizations.words import Calendar, Language, Words, day

OF = {Of.AGENCIES: Words("機關", "Agency"), Of.CITIES: Words("縣市", "City"), Of.GROUPS: Words("小組", "Group")}
WHY = {
    Why.SAME_CASE: Words("共同案件", "shared cases"),
    Why.SAME_ACTION_ITEM: Words("共同待辦", "shared tasks"),
    Why.HOST_AND_GUEST: Words("主辦與受邀", "host and guest"),
}
DIRECTION = {
    Direction.NEW: Words("新增", "new"),
    Direction.GONE: Words("消失", "gone"),
    Direction.STRONGER: Words("增強", "stronger"),
    Direction.WEAKER: Words("減弱", "weaker"),
    Direction.SAME: Words("不變", "as before"),
}
_TITLE = Words("合作網絡", "Network")
_COMMUNITY = Words("社群", "community")
_NODES = (
    Words("相連數", "degree"),
    Words("加權相連", "weighted"),
    Words("居間度", "betweenness"),
    _COMMUNITY,
    Words("核數", "core"),
)
_WITH, _WEIGHT, _BRIDGE = Words("對方", "with"), Words("強度", "weight"), Words("橋", "bridge")
_SINCE, _UNTIL, _ON = Words("自", "since"), Words("至", "until"), Words("事項", "on")
_BEFORE, _AFTER, _CHANGE = Words("前期", "before"), Words("後期", "after"), Words("變化", "change")


def nodes_sheet(held: Network, language: Language = Language.ZH, *, brief: bool = False) -> Sheet:
    """Its nodes and their figures; in brief without what they rest on."""
    heads = [OF[held.scope.of], *_NODES, *([] if brief else [_ON])]
    rows = [_node(held, node, brief=brief) for node in held.nodes]
    return _sheet(language, heads, rows)


def edges_sheet(
    held: Network, language: Language = Language.ZH, calendar: Calendar = Calendar.ISO, *, brief: bool = False
) -> Sheet:
    """Its edges, with how many ties of each kind they have and what those are about; in brief the first three."""
    heads = [OF[held.scope.of], _WITH, _WEIGHT, *(WHY[why] for why in Why), _BRIDGE, _SINCE, _UNTIL, _ON]
    return _sheet(language, heads, [_edge(edge, calendar, brief=brief) for edge in held.edges])


def edge_changes_sheet(
    held: Change, language: Language = Language.ZH, *, brief: bool = False, unchanged: bool = True
) -> Sheet:
    """What became of the edges; those that are as strong as before only where asked for."""
    heads = [_CHANGE, OF[held.after.scope.of], _WITH, _BEFORE, _AFTER, _ON]
    rows: list[tuple[Cell, ...]] = [
        (
            DIRECTION[one.direction].of(language),
            one.a.label,
            one.b.label,
            len(one.before),
            len(one.after),
            _named((*one.before, *one.after), brief=brief),
        )
        for one in held.edges
        if unchanged or one.direction is not Direction.SAME
    ]
    return _sheet(language, heads, rows)


def node_changes_sheet(held: Change, language: Language = Language.ZH, *, brief: bool = False) -> Sheet:
    """The figures of every node before and after; in brief one cell a figure, and none for communities."""
    if brief:
        shown = [words for words in _NODES if words is not _COMMUNITY]
        return _sheet(language, [OF[held.after.scope.of], *shown], [_node_change_in_brief(one) for one in held.nodes])
    pairs = [Words(f"{words.zh}（{at.zh}）", f"{words.en} {at.en}") for words in _NODES for at in (_BEFORE, _AFTER)]
    return _sheet(language, [OF[held.after.scope.of], *pairs], [_node_change(one) for one in held.nodes])


def _node_change(one: NodeChange) -> tuple[Cell, ...]:
    sides = (one.before, one.after)
    return (one.actor.label, *(_figures(node)[at] if node else None for at in range(len(_NODES)) for node in sides))


def _node_change_in_brief(one: NodeChange) -> tuple[Cell, ...]:
    before, after = (_figures(node) if node else ("–",) * len(_NODES) for node in (one.before, one.after))
    shown = (at for at, words in enumerate(_NODES) if words is not _COMMUNITY)
    return (one.actor.label, *(f"{before[at]} → {after[at]}" for at in shown))


def _figures(node: Node) -> tuple[Cell, ...]:
    return (node.degree, node.weighted, round(node.betweenness, 3), node.community, node.core)


def _node(held: Network, node: Node, *, brief: bool) -> tuple[Cell, ...]:
    own = [edge for edge in held.edges if node.id in edge.ends]
    on = () if brief else ("；".join(thing.name for thing in things(own)),)
    return (node.actor.label, *_figures(node), *on)


def _edge(edge: Edge, calendar: Calendar, *, brief: bool) -> tuple[Cell, ...]:
    days = (day(one, calendar) if one else None for one in (edge.since, edge.until))
    counts = (edge.count(why) for why in Why)
    bridge = "✓" if edge.bridge else None
    return (edge.a.label, edge.b.label, edge.weight, *counts, bridge, *days, _named(edge.ties, brief=brief))


def _named(ties: tuple[Tie, ...], *, brief: bool) -> str:
    """What ties are about: cases before action items and sittings; in brief the first two and how many more."""
    names = list(dict.fromkeys((tie.thing.case.name if tie.thing.case else tie.thing.name) for tie in ties))
    if brief and len(names) > 2:
        return f"{'；'.join(names[:2])} … +{len(names) - 2}"
    return "；".join(names)


def _sheet(language: Language, heads: list[Words], rows: list[tuple[Cell, ...]]) -> Sheet:
    return Sheet(_TITLE.of(language), tuple(words.of(language) for words in heads), tuple(rows))

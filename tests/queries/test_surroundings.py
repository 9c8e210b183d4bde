"""What stands around a node, ways between nodes, and texts with their passages, over the small story."""

from __future__ import annotations

import pytest

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label
from queries.documents import context, document_list, marked_text, meeting_texts
from queries.dossier import meeting_dossier
from queries.events import sittings
from queries.links import NodeName
from queries.search import find
from queries.surroundings import chains, neighbourhood


def node(store: GraphStore, name: str, label: Label) -> NodeName:
    thing = find(store, name, label).thing
    return NodeName(thing.id, thing.name, thing.label)


def test_a_neighbourhood_is_capped_and_counted(store: GraphStore) -> None:
    case = node(store, "淨灘小尖兵", Label.CASE)
    whole = neighbourhood(store, case, 1, 500)
    assert whole.shown == whole.total == len(whole.nodes) > 3
    some = neighbourhood(store, case, 1, 2)
    assert (some.shown, some.total, some.nodes) == (2, whole.total, whole.nodes[:2])
    assert all(case.id in (link.source, link.target) or link in whole.links for link in some.links)
    renamed = next(link for link in whole.links if link.type is EdgeType.RENAMED_TO)
    assert [quote.text for quote in renamed.quotes] == ["更名為「海岸守護行動」"]


def test_depth_means_the_same_from_every_node(store: GraphStore) -> None:
    """One is another's neighbour at a distance exactly when the other is the one's."""
    cases = [node(store, name, Label.CASE) for name in ("淨灘小尖兵", "植樹護坡", "海岸守護行動", "賞鳥步道")]
    for one in cases:
        for other in cases:
            there = {n.node.id: n.distance for n in neighbourhood(store, one, 2, 500).nodes}
            back = {n.node.id: n.distance for n in neighbourhood(store, other, 2, 500).nodes}
            assert there.get(other.id) == back.get(one.id)


def test_ways_between_two_nodes(store: GraphStore) -> None:
    a, b = node(store, "植樹護坡", Label.CASE), node(store, "淨灘小尖兵", Label.CASE)
    ways = chains(store, a.id, b.id, 5)
    assert ways and all(len(way.nodes) == 3 and way.nodes[0] == a and way.nodes[-1] == b for way in ways)
    through = next(way for way in ways if way.nodes[1].name == "海岸守護行動")
    assert [[link.type for link in step] for step in through.links] == [[EdgeType.MERGES_INTO], [EdgeType.RENAMED_TO]]
    assert chains(store, a.id, a.id, 5) == ()


def test_a_text_has_every_passage_and_what_it_states(store: GraphStore) -> None:
    for entry in document_list(store):
        told = marked_text(store, entry.id)
        assert told.document == entry and told.spans
        assert [span.start for span in told.spans] == sorted(span.start for span in told.spans)
        for span in told.spans:
            near = context(store, span.passage, 5)
            assert near.quote.text == told.text[span.start : span.end] and near.statements == span.statements
            assert near.before + near.quote.text + near.after == told.text[max(span.start - 5, 0) : span.end + 5]
    with pytest.raises(NotFoundError):
        marked_text(store, "document:none")
    with pytest.raises(NotFoundError):
        context(store, "passage:none", 5)


def test_the_minutes_of_a_sitting_hold_what_it_decided(store: GraphStore) -> None:
    for sitting in sittings(store):
        (text,) = meeting_texts(store, sitting.id)
        stated = {(one.type, one.source.id) for span in text.spans for one in span.statements}
        assert {(entry.type, entry.case) for entry in meeting_dossier(store, sitting.id).agenda} <= stated
    assert meeting_texts(store, "meeting:none") == ()

"""What judgements come to: the same for every order of them, undone ones count for nothing, contradictions are told."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.judgement import Judged, Judgement
from loaders.identity.ledger import Contradiction, Ledger, canonical, case_id

WHEN = "2026-03-01T09:00:00+08:00"
NAMES = tuple("山海河港田橋路塔")
IDS = [case_id("霧嵐平臺", name) for name in NAMES]

rows = st.builds(
    Judged,
    id=st.text("0123456789abcdef", min_size=6, max_size=6),
    judgement=st.sampled_from(Judgement),
    left=st.sampled_from(IDS),
    right=st.sampled_from(IDS),
    who=st.just("甲"),
    when=st.just(WHEN),
    undone=st.sampled_from(["", "", "", WHEN]),
)
ledgers = st.lists(rows.filter(lambda row: row.left != row.right), max_size=12, unique_by=lambda row: row.id)


def judged(judgement: Judgement | str, left: str, right: str, id: str = "", undone: str = "") -> Judged:
    """A judgement of two names on one platform."""
    ends = [case_id("霧嵐平臺", name) for name in (left, right)]
    return Judged(id or f"{judgement}{left}{right}", Judgement(judgement), *ends, "甲", WHEN, undone=undone)


def state(judgements: Sequence[Judged]) -> object:
    """All that a ledger answers, or that it is none."""
    try:
        ledger = Ledger.of(judgements)
    except Contradiction:
        return "contradiction"
    pairs = [(a, b) for a in IDS for b in IDS if a != b]
    return (
        [(ledger.meaning(id), sorted(ledger.foes(ledger.meaning(id))), ledger.touches(id)) for id in IDS],
        [ledger.answers(*pair) for pair in pairs],
        ledger.successions,
    )


@settings(max_examples=200, deadline=None)
@given(ledgers, st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(judgements: list[Judged], chance: random.Random) -> None:
    shuffled = chance.sample(judgements, len(judgements))
    assert state(shuffled) == state(judgements)


@settings(max_examples=200, deadline=None)
@given(ledgers)
def test_what_is_undone_is_as_if_it_had_never_been_said(judgements: list[Judged]) -> None:
    assert state(judgements) == state([one for one in judgements if not one.undone])


@settings(max_examples=200, deadline=None)
@given(ledgers)
def test_the_state_is_what_a_plain_graph_of_the_judgements_says(judgements: list[Judged]) -> None:
    live = [one for one in judgements if not one.undone]
    same: networkx.Graph[str] = networkx.Graph()
    same.add_nodes_from(IDS)
    same.add_edges_from((one.left, one.right) for one in live if one.judgement is Judgement.SAME)
    part = {id: index for index, ids in enumerate(networkx.connected_components(same)) for id in ids}
    apart = [(part[one.left], part[one.right]) for one in live if one.judgement in ("different", "became")]
    steps = {(part[one.left], part[one.right]) for one in live if one.judgement is Judgement.BECAME}
    unlike = {frozenset((part[one.left], part[one.right])) for one in live if one.judgement is Judgement.DIFFERENT}
    if (
        any(a == b for a, b in apart)
        or any((b, a) in steps for a, b in steps)
        or any(frozenset(step) in unlike for step in steps)
    ):
        assert state(judgements) == "contradiction"
        return
    ledger = Ledger.of(judgements)
    for a, b in combinations(IDS, 2):
        assert (ledger.meaning(a) == ledger.meaning(b)) == (part[a] == part[b])
        foes = ledger.meaning(b) in ledger.foes(ledger.meaning(a))
        assert foes == ((part[a], part[b]) in apart or (part[b], part[a]) in apart)
        assert foes == (ledger.meaning(a) in ledger.foes(ledger.meaning(b)))


def test_same_goes_on_by_way_of_a_third_and_so_does_different() -> None:
    ledger = Ledger.of([judged("same", "山", "海"), judged("same", "海", "河"), judged("different", "河", "港")])
    assert ledger.meaning(IDS[0]) == ledger.meaning(IDS[2])
    assert ledger.meaning(IDS[3]) in ledger.foes(ledger.meaning(IDS[0]))
    assert ledger.answers(IDS[0], IDS[2]) and ledger.answers(IDS[3], IDS[1])
    assert not ledger.answers(IDS[0], IDS[4])


def test_a_contradiction_by_way_of_a_third_names_all_that_take_part_and_no_others() -> None:
    said = [
        judged("same", "山", "海", "1"),
        judged("same", "海", "河", "2"),
        judged("same", "橋", "路", "3"),
        judged("different", "河", "山", "4"),
    ]
    with pytest.raises(Contradiction) as caught:
        Ledger.of(said)
    assert [one.id for one in caught.value.judgements] == ["4", "2", "1"]
    assert "yange undo" in str(caught.value)
    assert Ledger.of([replace(one, undone=WHEN) if one.id == "2" else one for one in said]).foes(IDS[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (judged("same", "山", "海"), judged("different", "海", "山")),
        (judged("same", "山", "海"), judged("became", "海", "山")),
        (judged("became", "山", "海"), judged("became", "海", "山")),
        (judged("became", "山", "海"), judged("different", "海", "山")),
    ],
)
def test_two_judgements_that_exclude_each_other(one: Judged, other: Judged) -> None:
    with pytest.raises(Contradiction) as caught:
        Ledger.of([one, other])
    assert {judged.id for judged in caught.value.judgements} == {one.id, other.id}


def test_left_open_is_an_answer_that_says_nothing() -> None:
    ledger = Ledger.of([judged("unsure", "山", "海"), judged("same", "山", "海")])
    assert ledger.meaning(IDS[0]) == ledger.meaning(IDS[1])
    ledger = Ledger.of([judged("unsure", "山", "海"), judged("same", "海", "河")])
    assert ledger.answers(IDS[2], IDS[0]) and not ledger.foes(IDS[0])


def test_an_id_by_hand_may_be_spelt_in_any_way() -> None:
    assert canonical("case:霧嵐平臺/「山 海巡守」合作案") == canonical("case:霧嵐平臺/山海巡守") == IDS[0] + "海巡守"
    for wrong in (
        "",
        "山海",
        "case:山海",
        "case:/山海",
        "case:霧嵐平臺/",
        "case:霧嵐平臺/「」",
        "meeting:霧嵐平臺/山海",
    ):
        with pytest.raises(ValueError, match="is no id of a case"):
            canonical(wrong)

"""Words of decision: which kind, which words, how they are meant, and whose they are. One sentence a row."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph.vocabulary import EdgeType
from loaders.lexicon.decisions import decision_words
from loaders.minutes.triggers import Mood, triggers
from tests.loaders.minutes._reading import squeezed

E = EdgeType
D, R, N, U, P = Mood.DECIDED, Mood.RECOMMENDED, Mood.NEGATED, Mood.UNDECIDED, Mood.PAST
WORDS = decision_words(("基北北桃",))


def meant(sentence: str) -> list[tuple[EdgeType, str, Mood]]:
    """(kind, words, mood) of every trigger."""
    text = squeezed(sentence).text
    return [(t.kind, text[t.start : t.end], t.mood) for t in triggers(text, WORDS)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本案已達成目標，同意解除列管。", [(E.DELISTED_AT, "解除列管", D)]),
        ("兩市均無後續需求，予以結案。", [(E.DELISTED_AT, "結案", D)]),
        ("本案持續列管。", [(E.CONTINUED_AT, "持續列管", D)]),
        ("請兩市持續推動海廢回收。", [(E.CONTINUED_AT, "持續推動", D)]),
        ("本案同意成案。", [(E.ESTABLISHED_AT, "同意成案", D)]),
        ("本案未獲共識。", [(E.REJECTED_AT, "未獲共識", D)]),
        ("請提案單位撤案。", [(E.WITHDRAWN_AT, "撤案", D)]),
        ("本案自即日起恢復列管。", [(E.REOPENED_AT, "恢復列管", D)]),
        ("本案列為例行性業務。", [(E.ROUTINISED_AT, "列為例行性業務", D)]),
    ],
)
def test_decided(sentence: str, expected: list[tuple[EdgeType, str, Mood]]) -> None:
    assert meant(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("建議本案提請副市長層級會議解除列管。", R),
        ("本案提報首長會議同意解列。", R),
        ("本案不予解除列管。", N),
        ("本案尚不宜解列。", N),
        ("本案是否解除列管，請兩市提供意見。", U),
        ("俟潮間帶調查完成後再提請解列。", U),
        ("如民眾反映良好，再行評估解除列管。", U),
        ("請研議解除列管之可行性。", U),
        ("解除列管與否，另行討論。", U),
        ("嵐川市提議解除列管，照案通過。", D),
        ("同意霧嶺市所提解除列管之建議。", D),
        ("因本案前已解除列管，不再說明。", P),
    ],
)
def test_how_a_delisting_is_meant(sentence: str, mood: Mood) -> None:
    found = [how for kind, _, how in meant(sentence) if kind is E.DELISTED_AT]
    assert found == [mood]


@pytest.mark.parametrize(
    ("sentence", "retold"),
    [
        ("依第3次副市長層級會議決議，本案解除列管。", "第3次副市長層級會議"),
        ("本案業於113年4月2日小組會議同意解列。", "113年4月2日小組會議"),
        ("前次會議決議持續列管本案。", "前次會議"),
        ("依第3次副市長層級會議決議辦理，本次同意解除列管。", ""),
        ("本案同意解除列管。", ""),
    ],
)
def test_decisions_of_other_sittings_are_told_as_theirs(sentence: str, retold: str) -> None:
    (found,) = triggers(squeezed(sentence).text, WORDS)
    assert found.mood is D
    assert found.retold.endswith(retold) and bool(found.retold) == bool(retold)


def test_words_in_quotes_decide_nothing() -> None:
    assert meant("「漁港解除列管示範計畫」由嵐川市說明。") == []


def test_a_platform_s_word_for_its_cities_expands_a_case() -> None:
    assert [kind for kind, _, _ in meant("本案擴大至基北北桃辦理。")] == [E.EXPANDED_AT]
    assert triggers(squeezed("本案擴大至霧嶺嵐川辦理。").text, WORDS) == []


def test_one_sentence_may_establish_and_expand() -> None:
    assert {kind for kind, _, mood in meant("本案同意新增為4市合作案。") if mood is D} >= {
        E.ESTABLISHED_AT,
        E.EXPANDED_AT,
    }


def test_what_a_proposal_wishes_is_decided_when_it_is_passed() -> None:
    text = squeezed("建議解除列管。").text
    assert [t.mood for t in triggers(text, WORDS)] == [R]
    assert [t.mood for t in triggers(text, WORDS.proposed())] == [D]


def test_triggers_stand_in_order_and_apart() -> None:
    found = triggers(squeezed("「甲案」解除列管，「乙案」持續列管，「丙案」撤案。").text, WORDS)
    assert [t.kind for t in found] == [E.DELISTED_AT, E.CONTINUED_AT, E.WITHDRAWN_AT]
    assert all(one.end <= other.start for one, other in pairwise(found))

"""What is asked of people: what the matcher is not sure of and what may have gone on; never what is known already."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.interchange import ParsedDocument
from graph.judgement import Doubt, DoubtKind, Judged, Judgement
from loaders.identity.doubts import doubts
from loaders.identity.ledger import Ledger, case_id
from tests.loaders.identity.documents import samples, sitting, tracked

HERE = "霧嵐合作交流平臺"
NOTHING = Ledger()


def asked(*documents: ParsedDocument, ledger: Ledger = NOTHING) -> list[tuple[DoubtKind, str, str]]:
    """The pairs of names that are asked about."""
    return [(doubt.kind, doubt.left.name, doubt.right.name) for doubt in doubts(documents, ledger)]


def judged(kind: str, left: str, right: str) -> Ledger:
    ends = case_id(HERE, left), case_id(HERE, right)
    return Ledger.of([Judged("1", Judgement(kind), *ends, "甲", "2026-03-01T09:00:00+08:00")])


def succession() -> Doubt:
    """The case of the samples that was delisted at one sitting, and the one like it of the next."""
    (doubt,) = (doubt for doubt in doubts(samples(), NOTHING) if doubt.left.name == "地熱發電廠經驗交流案")
    return doubt


def test_a_case_that_vanishes_and_a_like_one_in_the_next_sitting_are_asked_about() -> None:
    doubt = succession()
    assert (doubt.kind, doubt.right.name) == (DoubtKind.SUCCESSION, "新興能源經驗交流合作案")
    assert 0.4 < doubt.score < 1 and doubt.features
    assert (doubt.left.date, doubt.right.date) == ("2023-11-29", "2024-02-27")
    texts = {f"document:{one.source.sha256}": one.source.text for one in samples()}
    for side in (doubt.left, doubt.right):
        text, quote = texts[side.document], side.quote
        assert text[quote.start : quote.end] == quote.text and side.name in quote.text
        assert side.name in text.split("\n")[side.line - 1]


def test_nobody_is_drowned_in_questions() -> None:
    assert 1 <= len(doubts(samples(), NOTHING)) <= 10


def test_what_a_person_answered_is_not_asked_again_whatever_the_answer() -> None:
    doubt = succession()
    for kind in Judgement:
        said = Judged("1", kind, doubt.left.id, doubt.right.id, "甲", "2026-03-01T09:00:00+08:00")
        again = doubts(samples(), Ledger.of([said]))
        assert {doubt.left.id, doubt.right.id} not in [{one.left.id, one.right.id} for one in again]


def test_a_case_that_goes_on_elsewhere_in_the_list_is_not_asked_about() -> None:
    old, new = "地熱發電參訪交流", "新興能源參訪交流"
    both = [sitting(1, *tracked(old, "海廢回收")), sitting(2, *tracked("海廢回收", new))]
    assert (DoubtKind.SUCCESSION, old, new) in asked(*both)
    assert asked(*both, sitting(3, *tracked(old))) == []
    assert asked(sitting(1, *tracked(old, new)), sitting(2, *tracked(new))) == []


def test_what_a_sentence_leads_on_is_not_asked_about() -> None:
    old, new = "地熱發電參訪交流", "新興能源參訪交流"
    assert asked(sitting(1, f"「{old}」：更名為「{new}」。"), sitting(2, *tracked(new))) == []


def test_only_the_best_of_several_is_asked_about() -> None:
    documents = [
        sitting(1, *tracked("地熱發電參訪交流", "夜市行銷")),
        sitting(2, *tracked("新興能源參訪交流", "潮汐發電參訪交流")),
    ]
    assert asked(*documents) == [(DoubtKind.SUCCESSION, "地熱發電參訪交流", "潮汐發電參訪交流")]


def test_names_on_two_platforms_are_not_asked_about() -> None:
    name = "海洋廢棄物回收獎勵"
    assert asked(sitting(1, *tracked(name)), sitting(2, *tracked(f"{name}試辦"), platform="霧松")) == []


def test_a_cluster_is_asked_about_once_and_never_after_one_of_its_names_was_judged() -> None:
    documents = [sitting(1, *tracked("地熱發電參訪交流")), sitting(3, *tracked("新興能源參訪交流"))]
    (doubt,) = doubts(documents, NOTHING)
    assert doubt.left.case == case_id(HERE, "地熱發電參訪交流")
    said = judged("different", "「新興能源」參訪交流案", "地熱發電參訪交流")
    assert asked(*documents, ledger=said) == []


@settings(max_examples=5, deadline=None)
@given(st.permutations(samples()))
def test_the_order_of_documents_does_not_matter(documents: list[ParsedDocument]) -> None:
    assert doubts(documents, NOTHING) == doubts(samples(), NOTHING)

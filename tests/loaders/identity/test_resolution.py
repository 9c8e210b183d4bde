"""Which case of one sitting is which of another: the samples in every order, and small documents for each rule."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build.identity import CaseKey
from graph.interchange import ParsedCase, ParsedDocument
from graph.judgement import Judged, Judgement
from graph.vocabulary import EdgeType
from loaders.identity import resolve
from loaders.identity.ledger import Contradiction, Ledger, case_id
from tests.loaders.identity.documents import samples, sitting, tracked


def names(*documents: ParsedDocument) -> list[str]:
    """The official names of all cases."""
    return sorted(case.name for case in resolve(documents).cases.values())


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_the_order_of_documents_does_not_matter(data: st.DataObject) -> None:
    documents = samples()
    expected, found = resolve(documents), resolve(data.draw(st.permutations(documents)))
    assert expected.cases
    assert found.cases == expected.cases
    assert dict(found.case_ids) == dict(expected.case_ids)
    assert set(found.inferred) == set(expected.inferred)


def test_every_case_of_every_sitting_gets_an_id() -> None:
    identity = resolve(samples())
    keys = {
        CaseKey(document.source.sha256, at, case.key)
        for document in samples()
        for at, minutes in enumerate(document.minutes)
        for case in minutes.cases
    }
    assert keys and set(identity.case_ids) == keys
    assert set(identity.case_ids.values()) == set(identity.cases)


def test_no_sitting_has_one_case_twice() -> None:
    identity, sittings = resolve(samples()), 0
    for document in samples():
        for at, minutes in enumerate(document.minutes):
            keys = (CaseKey(document.source.sha256, at, case.key) for case in minutes.cases)
            ids = [identity.case_ids[key] for key in keys]
            assert len(ids) == len(set(ids))
            sittings += 1
    assert sittings >= 10


def test_spelling_joins_sittings() -> None:
    assert names(sitting(1, *tracked("海廢回收計畫案")), sitting(2, *tracked("海廢 回收計劃"))) == ["海廢 回收計劃"]


def test_what_only_looks_alike_stays_apart() -> None:
    found = names(sitting(1, *tracked("漁港改建第一期工程")), sitting(2, *tracked("漁港改建第二期工程")))
    assert found == ["漁港改建第一期工程", "漁港改建第二期工程"]


def test_two_words_for_one_thing_are_one_case_unless_a_sitting_lists_both() -> None:
    one, other = "山域救援共同演訓", "山域救援聯合演訓"
    assert len(names(sitting(1, *tracked(one)), sitting(2, *tracked(other)))) == 1
    assert names(sitting(1, *tracked(one, other)), sitting(2, *tracked(other))) == [one, other]


def test_platforms_keep_their_cases() -> None:
    here, there = sitting(1, *tracked("海廢回收推廣計畫")), sitting(1, *tracked("海廢回收推廣計畫"), platform="霧松")
    identity = resolve([here, there])
    assert len(identity.cases) == 2
    assert {case.platform for case in identity.cases.values()} == {"霧嵐合作交流平臺", "霧松合作交流平臺"}


def test_a_longer_form_is_the_same_case_between_neighbours_unless_a_sitting_lists_both() -> None:
    short, long = "漁村走讀推廣", "漁村走讀推廣－南岸場"
    assert names(sitting(1, *tracked(short)), sitting(2, *tracked(long))) == [long]
    assert names(sitting(1, *tracked(short, long)), sitting(2, *tracked(long))) == [short, long]


def test_the_name_that_most_sittings_list_is_the_official_one() -> None:
    documents = [sitting(n, *tracked(name)) for n, name in enumerate(("海廢回收案", "海廢回收案", "海廢回收"), 1)]
    (case,) = resolve(documents).cases.values()
    assert (case.name, case.aliases) == ("海廢回收案", ("海廢回收",))


def test_a_name_asked_for_and_then_seen_is_an_inferred_renaming() -> None:
    before = sitting(1, "「漁村走讀推廣活動」：持續列管，請重新研提案名。", *tracked("海廢回收"))
    after = sitting(2, *tracked("漁村慢遊推廣計畫", "海廢回收"))
    identity = resolve([before, after])
    (step,) = identity.inferred
    assert step.type is EdgeType.RENAMED_TO
    assert (identity.cases[step.source].name, identity.cases[step.target].name) == (
        "漁村走讀推廣活動",
        "漁村慢遊推廣計畫",
    )
    assert step.confidence < 1


def test_what_stands_in_the_place_of_a_case_in_the_next_list_is_inferred_to_be_its_new_name() -> None:
    old, new = "漁村走讀推廣活動", "漁村慢遊推廣計畫"
    before = sitting(1, *tracked("海廢回收獎勵", old, "夜航渡輪加班"))
    identity = resolve([before, sitting(2, *tracked("海廢回收獎勵", new, "夜航渡輪加班"))])
    (step,) = identity.inferred
    assert (step.type, identity.cases[step.source].name, identity.cases[step.target].name) == (
        EdgeType.RENAMED_TO,
        old,
        new,
    )
    assert step.confidence < 0.9  # less than where a sentence asks for a new name
    for other in (
        sitting(2, *tracked(new, "海廢回收獎勵", "夜航渡輪加班")),  # in another place
        sitting(2, *tracked("海廢回收獎勵", "公車動態共享平臺", "夜航渡輪加班")),  # nothing in common
        sitting(3, *tracked("海廢回收獎勵", new, "夜航渡輪加班")),  # a sitting was between
        sitting(2, *tracked("海廢回收獎勵", new, "夜航渡輪加班", old)),  # the old one goes on
    ):
        assert resolve([before, other]).inferred == ()
    ended = sitting(1, *tracked("海廢回收獎勵"), f"「{old}」：解除列管。", *tracked("夜航渡輪加班"))
    assert resolve([ended, sitting(2, *tracked("海廢回收獎勵", new, "夜航渡輪加班"))]).inferred == ()


def test_a_slip_is_one_case_where_both_stand_in_the_same_place_of_two_lists() -> None:
    before = sitting(1, *tracked("海廢回收獎勵", "海洋垃圾清除", "夜航渡輪加班"))
    there = sitting(2, *tracked("海廢回收獎勵", "海漂垃圾清除", "夜航渡輪加班"))
    assert len(resolve([before, there]).cases) == 3
    elsewhere = sitting(2, *tracked("海漂垃圾清除", "海廢回收獎勵", "夜航渡輪加班"))
    assert len(resolve([before, elsewhere]).cases) == 4


def test_a_case_and_what_it_became_are_never_one() -> None:
    document = sitting(1, "「漁村走讀推廣」：更名為「漁村走讀推廣－南岸場」。")
    identity = resolve([document, sitting(2, *tracked("漁村走讀推廣－南岸場"))])
    step = next(d for d in document.minutes[0].decisions if d.type is EdgeType.RENAMED_TO)
    ends = [identity.case_ids[CaseKey(document.source.sha256, 0, key)] for key in (step.case, step.target or "")]
    assert len(identity.cases) == len(set(ends)) == 2


def test_a_carried_over_case_is_the_old_platform_s_case() -> None:
    old = sitting(1, *tracked("海廢回收推廣"), platform="霧嵐")
    new = sitting(2, *tracked("海廢回收推廣"), platform="霧嵐松")
    (minutes,) = new.minutes
    carried: tuple[ParsedCase, ...] = tuple(replace(c, origins=("霧嵐合作交流平臺",)) for c in minutes.cases)
    assert len(resolve([old, new]).cases) == 2
    assert len(resolve([old, replace(new, minutes=(replace(minutes, cases=carried),))]).cases) == 1


# -- what people judged ------------------------------------------------------------------------------------------------

HERE = "霧嵐合作交流平臺"


def ledger(*said: tuple[str, str, str]) -> Ledger:
    """What was judged of names on the platform."""
    return Ledger.of(
        Judged(f"{n}", Judgement(kind), case_id(HERE, left), case_id(HERE, right), "甲", "2026-03-01T09:00:00+08:00")
        for n, (kind, left, right) in enumerate(said)
    )


def clusters(documents: Iterable[ParsedDocument], judged: Ledger) -> list[set[str]]:
    """The spellings of every case."""
    return sorted(({c.name, *c.aliases} for c in resolve(list(documents), judged).cases.values()), key=sorted)


def test_what_was_judged_the_same_is_one_case_even_if_one_sitting_lists_both_or_leads_from_one_to_the_other() -> None:
    one, other = "海廢回收", "漁村走讀推廣"
    documents = [sitting(1, *tracked(one, other)), sitting(2, f"「{one}」：更名為「{other}」。")]
    assert clusters(documents, ledger()) == [{one}, {other}]
    assert clusters(documents, ledger(("same", one, other))) == [{one, other}]


def test_what_was_judged_the_same_goes_on_by_way_of_a_name_that_is_not_loaded() -> None:
    documents = [sitting(1, *tracked("海廢回收", "漁村走讀推廣"))]
    said = ledger(("same", "海廢回收", "不在此處"), ("same", "不在此處", "漁村走讀推廣"))
    assert len(clusters(documents, said)) == 1


def test_what_was_judged_different_is_not_joined_by_any_rule() -> None:
    short, long = "漁村走讀推廣", "漁村走讀推廣－南岸場"
    documents = [sitting(1, *tracked(short)), sitting(2, *tracked(long))]
    assert len(clusters(documents, ledger())) == 1
    assert len(clusters(documents, ledger(("different", long, short)))) == 2


def test_what_was_judged_different_is_not_joined_by_way_of_a_third() -> None:
    """The rules join the second with either; judged apart, the first and the third stay two, and it goes with one."""
    one, two, three = "漁村走讀推廣", "漁村走讀推廣－南岸場", "漁村走讀推廣－南岸場及夜間場"
    documents = [sitting(1, *tracked(one)), sitting(2, *tracked(two)), sitting(3, *tracked(three))]
    assert clusters(documents, ledger()) == [{one, two, three}]
    found = clusters(documents, ledger(("different", one, three)))
    assert len(found) == 2 and not any({one, three} <= names for names in found)


def test_a_spelling_that_a_sitting_gives_and_a_person_judged_another_case_is_none_of_its_names() -> None:
    document = sitting(1, *tracked("漁村走讀推廣"))
    (minutes,) = document.minutes
    (case,) = minutes.cases
    both = replace(document, minutes=(replace(minutes, cases=(replace(case, aliases=("海廢回收",)),)),))
    documents = [both, sitting(2, *tracked("海廢回收"))]
    assert clusters(documents, ledger()) == [{"海廢回收", "漁村走讀推廣"}]
    assert clusters(documents, ledger(("different", "海廢回收", "漁村走讀推廣"))) == [{"海廢回收"}, {"漁村走讀推廣"}]


def test_a_case_that_became_another_is_two_cases_and_an_inferred_renaming() -> None:
    documents = [sitting(1, *tracked("漁村走讀推廣")), sitting(2, *tracked("漁村走讀推廣－南岸場"))]
    identity = resolve(documents, ledger(("became", "漁村走讀推廣", "漁村走讀推廣－南岸場")))
    (step,) = identity.inferred
    assert [identity.cases[end].name for end in (step.source, step.target)] == ["漁村走讀推廣", "漁村走讀推廣－南岸場"]
    assert step.type is EdgeType.RENAMED_TO and step.confidence < 1
    assert step.document == documents[1].source.sha256 and step.quote.text in documents[1].source.text


def test_what_was_judged_different_was_not_renamed_by_request_either() -> None:
    documents = [
        sitting(1, "「漁村走讀推廣活動」：持續列管，請重新研提案名。"),
        sitting(2, *tracked("漁村慢遊推廣計畫")),
    ]
    assert len(resolve(documents).inferred) == 1
    assert resolve(documents, ledger(("different", "漁村走讀推廣活動", "漁村慢遊推廣計畫"))).inferred == ()


def test_former_ids_lead_from_every_name_alone_to_the_one_case() -> None:
    names_ = ("漁村走讀推廣", "漁村走讀推廣－南岸場", "海廢回收")
    documents = [sitting(n, *tracked(name)) for n, name in enumerate(names_, 1)]
    identity = resolve(documents, ledger(("same", "海廢回收", "漁村走讀推廣")))
    (case,) = identity.cases.values()
    assert {case.id, *case.former_ids} == {case_id(HERE, name) for name in names_}
    assert case.former_ids == tuple(sorted(case.former_ids)) and case.id not in case.former_ids


def test_a_former_id_that_could_lead_to_two_cases_leads_to_none() -> None:
    documents = [
        sitting(1, *tracked("海廢回收", "漁村走讀")),
        sitting(2, *tracked("海廢回收", "漁村走讀", "海廢回收")),
    ]
    for identity in (resolve(documents), resolve(documents, ledger(("same", "海廢回收", "漁村走讀")))):
        former = [id for case in identity.cases.values() for id in case.former_ids]
        assert len(former) == len(set(former)) and not set(former) & identity.cases.keys()


# -- any documents, any ledger, any order ------------------------------------------------------------------------------

POOL = (
    "漁村走讀推廣",
    "漁村走讀推廣案",
    "漁村走讀推廣－南岸場",
    "漁村走讀推廣活動",
    "推廣漁村走讀",
    "漁港改建第一期工程",
    "漁港改建第二期工程",
    "海洋廢棄物回收獎勵推廣計畫",
    "海洋廢棄物回收奬勵推廣計畫",
    "海洋廢棄物回收獎勵推展計畫",
    "海廢回收",
)
rows = st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True)
corpora = st.lists(rows, min_size=1, max_size=5).map(
    lambda lists: [sitting(number, *tracked(*names)) for number, names in enumerate(lists, 1)]
)
sayings = st.lists(
    st.tuples(st.sampled_from(["same", "different", "became"]), st.sampled_from(POOL), st.sampled_from(POOL)).filter(
        lambda said: case_id(HERE, said[1]) != case_id(HERE, said[2])
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(corpora, sayings, st.data())
def test_order_never_matters_and_judgements_always_hold(
    documents: list[ParsedDocument], said: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    try:
        judged = ledger(*said)
    except Contradiction:
        return
    expected = resolve(documents, judged)
    assert resolve(data.draw(st.permutations(documents)), judged) == expected
    at: dict[str, set[str]] = {}
    for key, id in expected.case_ids.items():
        (document,) = (one for one in documents if one.source.sha256 == key.document)
        (name,) = (case.name for case in document.minutes[key.sitting].cases if case.key == key.case)
        at.setdefault(case_id(HERE, name), set()).add(id)
    for left, right in combinations(sorted(at), 2):
        if judged.meaning(left) == judged.meaning(right):
            assert at[left] & at[right]
        if judged.meaning(right) in judged.foes(judged.meaning(left)):
            assert not at[left] & at[right]


_HASH = """
import hashlib
from loaders.identity.doubts import doubts
from loaders.identity.ledger import Ledger
from tests.loaders.identity.documents import samples
from loaders.identity import resolve
identity = resolve(samples())
told = sorted(identity.case_ids.items()), sorted(identity.cases.items()), identity.inferred, doubts(samples(), Ledger())
print(hashlib.sha256(repr(told).encode()).hexdigest())
"""


def test_the_seed_of_python_s_hashes_does_not_matter() -> None:
    root = Path(__file__).parents[3]
    seen = {
        subprocess.run(
            [sys.executable, "-c", _HASH], env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}, cwd=root,
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(seen) == 1 and len(seen.pop().strip()) == 64

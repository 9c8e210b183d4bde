"""Which case of one sitting is which of another: the samples in every order, and small documents for each rule."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build.identity import CaseKey
from graph.interchange import ParsedCase, ParsedDocument
from graph.vocabulary import EdgeType
from loaders.identity import resolve
from loaders.minutes import parse
from loaders.reading.document import Document

ROOT = Path(__file__).parents[3]
HEADER = """{platform}合作交流平臺「海洋組」114年第{ordinal}次工作會議紀錄
時間：114年{month}月6日下午2時
地點：801會議室
主席：施副局長若梅
"""


@cache
def samples() -> tuple[ParsedDocument, ...]:
    paths = sorted((ROOT / "samples").glob("*.txt"))
    return tuple(parse(Document(path.read_text("utf-8"), path.name, path.stem)) for path in paths)


def sitting(ordinal: int, *rows: str, platform: str = "霧嵐") -> ParsedDocument:
    """Minutes of a sitting whose list has these rows."""
    head = HEADER.format(platform=platform, ordinal=ordinal, month=ordinal + 2)
    lines = ["壹、列管案件辦理情形", *(f"{n}、{row}" for n, row in zip("一二三四五", rows, strict=False))]
    return parse(Document(head + "\n".join(lines) + "\n", f"{platform}{ordinal}.txt", ""))


def names(*documents: ParsedDocument) -> list[str]:
    """The official names of all cases."""
    return sorted(case.name for case in resolve(documents).cases.values())


def tracked(*cases: str) -> list[str]:
    return [f"「{case}」：持續列管。" for case in cases]


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

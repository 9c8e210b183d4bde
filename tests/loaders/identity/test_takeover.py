"""Cases of a platform that went into another one."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.interchange import ParsedDocument
from loaders.identity import resolve
from loaders.minutes import parse
from loaders.reading.document import Document

CASE = "河濱自行車道英語導覽"


def sitting(platform: str, date: str, item: str, decision: str) -> ParsedDocument:
    """Minutes of a sitting with one case."""
    year = date.split("年", maxsplit=1)[0]
    text = (
        f"{platform}合作交流平臺 {year} 年度「教育文化組」第 1 次小組會議紀錄\n時間：{date}\n地點：第一會議室\n"
        f"主席：王小明\n壹、列管案件報告\n一、{item}\n決議：{decision}\n"
    )
    return parse(Document(text, f"{platform}{date}.txt", ""))


def nodes(*documents: ParsedDocument) -> set[str]:
    """The ids of the cases, the same in every order of the documents."""
    found = {frozenset(resolve(order).cases) for order in permutations(documents)}
    assert len(found) == 1
    return set(found.pop())


OLD = sitting("雙北", "111年11月18日", CASE, "持續列管。")
NEW = sitting("基北北桃", "112年9月22日", CASE, "持續列管。")


def test_a_case_goes_on_where_its_platform_went() -> None:
    assert nodes(OLD, NEW) == {f"case:基北北桃合作交流平臺/{CASE}"}
    (case,) = resolve([OLD, NEW]).cases.values()
    assert case.former_ids == (f"case:雙北合作交流平臺/{CASE}",)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(sitting("雙北", "111年11月18日", CASE, "同意解除列管。"), id="it had ended"),
        pytest.param(sitting("雙北", "113年11月18日", CASE, "持續列管。"), id="it was spoken of later"),
        pytest.param(sitting("霧嵐", "111年11月18日", CASE, "持續列管。"), id="its platform went nowhere"),
    ],
)
def test_else_they_stay_two(other: ParsedDocument) -> None:
    assert len(nodes(other, NEW)) == 2


def test_a_case_that_begins_on_the_new_platform_is_its_own() -> None:
    assert len(nodes(OLD, sitting("基北北桃", "112年9月22日", CASE, "同意新增列管。"))) == 2


def test_of_two_old_cases_neither_is_taken() -> None:
    other = sitting("北桃", "111年10月18日", CASE, "持續列管。")
    assert len(nodes(OLD, other, NEW)) == 3

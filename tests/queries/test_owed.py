"""Who owes what, what later minutes report, and what is overdue: a small story, and the minutes at hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import yange
from graph.errors import NotFoundError
from graph.store import GraphStore, open_store
from queries.actions import debtor, last_day, owed
from queries.reports import Bond, reports
from queries.sentences import sentences

HEAD = """{year}年度「基北北桃合作交流平臺」環境資源組第{n}次工作小組會議紀錄

壹、時間：{day}
貳、地點：臺北市政府
參、主席：林主任秘書小明

肆、會議決議：

"""
SPRING = (
    HEAD.format(year=113, n=1, day="113年3月6日（星期三）下午2時")
    + """一、河川水質聯合監測案：本案持續列管，請新北市政府環境保護局於113年5月31日前提送監測點位圖資。
二、淨灘志工交流案：本案持續列管，請桃園市政府環境保護局於113年4月30日前函送志工名冊。
三、廢棄漁網回收推廣案：本案持續列管，請基隆市環境保護局於113年5月15日前辦理回收說明會。
四、夜間稽查合作案：本案持續列管，請臺北市政府環境保護局於113年5月20日前研擬稽查排班表。
五、低碳校園推廣案：本案持續列管，請臺北市政府環境保護局於113年5月10日前彙整學校名單。

伍、散會：下午3時。
"""
)
SUMMER = (
    HEAD.format(year=113, n=2, day="113年6月12日（星期三）下午2時")
    + """一、河川水質聯合監測案：新北市政府環境保護局已提送監測點位圖資，本案持續列管。
二、淨灘志工交流案：桃園市政府環境保護局尚未函送志工名冊，本案持續列管，請儘速函送志工名冊。
三、廢棄漁網回收推廣案：回收說明會預計於7月辦理，本案持續列管。
四、夜間稽查合作案：本案持續列管，請臺北市政府環境保護局持續研擬稽查排班表。
五、低碳校園推廣案：本案解除列管。

伍、散會：下午3時。
"""
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """Two sittings of one group: one task reported, one still missing, one planned, one asked again, one case over."""
    folder = tmp_path_factory.mktemp("owed")
    (folder / "1.txt").write_text(SPRING, "utf-8")
    (folder / "2.txt").write_text(SUMMER, "utf-8")
    with yange.open(folder / "store.kgl") as kg:
        kg.load([folder / "1.txt", folder / "2.txt"])
    with open_store(folder / "store.kgl") as store:
        yield store


def cases(store: GraphStore, **how: object) -> list[str]:
    return [one.action.case or "" for one in owed(store, **how)]  # type: ignore[arg-type]


def test_a_task_is_reported_only_by_words_that_say_it_was_done(story: GraphStore) -> None:
    told = {one.action.case: one.report for one in owed(story) if one.report}
    assert set(told) == {"河川水質聯合監測案"}
    report = told["河川水質聯合監測案"]
    assert report and report.date == "2024-06-12" and set(report.bonds) == {Bond.CASE, Bond.AGENCY, Bond.CONTENT}
    text = next(one.source.text for one in story.documents() if one.source.path == report.quote.path)
    assert (
        text[report.quote.start : report.quote.end] == report.quote.text and "已提送監測點位圖資" in report.quote.text
    )


def test_nothing_is_reported_before_the_sitting_that_reports_it(story: GraphStore) -> None:
    assert reports(story, "2024-06-11") == {} and len(reports(story, "2024-06-12")) == 1


def test_overdue_is_what_no_words_report_and_no_end_of_the_case_explains(story: GraphStore) -> None:
    assert cases(story, overdue=True, as_of="2024-06-12") == ["淨灘志工交流案", "廢棄漁網回收推廣案", "夜間稽查合作案"]
    assert cases(story, overdue=True, as_of="2024-05-12") == ["淨灘志工交流案", "低碳校園推廣案"]
    assert cases(story, overdue=True) == cases(story, overdue=True, as_of=last_day(story))


def test_tasks_by_body_and_by_day(story: GraphStore) -> None:
    taipei = debtor(story, "台北市環保局")
    assert taipei.name == "臺北市政府環境保護局"
    assert set(cases(story, body=taipei.id)) == {"夜間稽查合作案", "低碳校園推廣案"}
    assert set(cases(story, body=debtor(story, "臺北市").id)) == {"夜間稽查合作案", "低碳校園推廣案"}
    assert cases(story, due_before="2024-05-10") == ["淨灘志工交流案"]
    with pytest.raises(NotFoundError):
        debtor(story, "星海市政府漁業局")


def test_tasks_stand_by_their_days_those_without_one_last(story: GraphStore) -> None:
    days = [one.action.due for one in owed(story)]
    known = [day for day in days if day]
    assert known == sorted(known) and days[len(known) :] == [None] * (len(days) - len(known))
    assert len(owed(story, as_of="2024-03-06")) == 5


def test_a_sentence_belongs_to_the_case_of_its_item(story: GraphStore) -> None:
    texts = {one.source.path: one.source.text for one in story.documents()}
    for said in sentences(story).values():
        ends = [(one.start, one.end) for one in said]
        assert ends == sorted(ends) and all(a[1] <= b[0] for a, b in pairwise(ends))
        for one in said:
            assert one.text in texts.values() or any(text[one.start : one.end] == one.text for text in texts.values())
    names = {one.action.case_id: one.action.case for one in owed(story)}
    (fishing,) = [
        {names.get(case) for case in one.cases}
        for said in sentences(story).values()
        for one in said
        if "預計於7月" in one.text
    ]
    assert fishing == {"廢棄漁網回收推廣案"}


def test_the_minutes_at_hand_report_few_tasks_and_rightly(tmp_path: Path, samples: list[Path]) -> None:
    with yange.open(tmp_path / "samples.kgl") as kg:
        kg.load(samples)
        told = {(one.action.case, one.report.date) for one in owed(kg.store) if one.report}
    assert ("推廣數位轉型交流活動", "2023-11-29") in told and ("地熱發電廠經驗交流案", "2023-11-29") in told
    assert len(told) <= 8

"""Invented minutes, parsed by hand: three sittings and a plan that speak of one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from graph.build import Identity
from graph.interchange import (
    ActionItem,
    Body,
    Decision,
    DocumentKind,
    MeetingRef,
    Mention,
    Organiser,
    ParsedCase,
    ParsedDocument,
    ParsedMinutes,
    ParsedPlan,
    Person,
    PlatformMerger,
    ProgramMention,
    Quote,
    Source,
)
from graph.interchange_json import sha256_of
from graph.model import Edge, Graph
from graph.vocabulary import EdgeType, Label, Level, PlanRole, Role

PLATFORM = "山海合作交流平臺"
GROUP = "河川組"


@dataclass(frozen=True)
class Script:
    """A text, and quotes cut from it by their words."""

    text: str

    def quote(self, words: str, section: str = "") -> Quote:
        start = self.text.index(words)
        return Quote(start, start + len(words), words, section)

    def document(
        self, *minutes: ParsedMinutes, plans: Sequence[ParsedPlan] = (), kind: DocumentKind = DocumentKind.MINUTES
    ) -> ParsedDocument:
        source = Source(sha256_of(self.text), self.text, "minutes.txt", "minutes", "text/plain", ((0, 1),))
        return ParsedDocument(source, kind, minutes, tuple(plans))


def group_ref(ordinal: int | None, date: str | None, year: int | None = 112) -> MeetingRef:
    return MeetingRef(PLATFORM, Level.WORKING_GROUP, GROUP, year, ordinal, date, f"第{ordinal}次小組會議")


def deputy_ref(ordinal: int | None, date: str | None = None, year: int | None = None) -> MeetingRef:
    return MeetingRef(PLATFORM, Level.DEPUTY_MAYOR, None, year, ordinal, date, f"第{ordinal}次副首長會議")


TEAL = Body("青河市", Label.CITY, "青河")
WATER = Body("青河市政府水利局", Label.AGENCY, "青河水利局", city="青河市", kind="city")


def first() -> ParsedDocument:
    s = Script(
        "山海合作河川組第1次會議 112年2月1日 主席王處長大同 紀錄李小明 地點青河市政府水利局\n"
        "案一 夜釣步道（提案單位：青河水利局）本案同意成案。請青河市於3月底前提報夜釣地圖。\n"
        "案二 河濱導覽 本案持續列管。\n"
    )
    minutes = ParsedMinutes(
        group_ref(1, "2023-02-01"),
        s.quote("山海合作河川組第1次會議"),
        start_time="09:30",
        place="青河市政府水利局",
        chairs=(Person("王大同", "處長"),),
        recorder=Person("李小明"),
        hosts=(TEAL, WATER),
        header_quotes={"chairs": s.quote("主席王處長大同"), "recorder": s.quote("紀錄李小明")},
        members=("青河市", "白石市"),
        cases=(
            ParsedCase("c1", "夜釣步道", PLATFORM, s.quote("夜釣步道"), item="案一", position=1),
            ParsedCase("c2", "河濱導覽", PLATFORM, s.quote("河濱導覽"), item="案二", position=2),
        ),
        decisions=(
            Decision(EdgeType.ESTABLISHED_AT, "c1", s.quote("本案同意成案", "案一"), item="案一"),
            Decision(EdgeType.DISCUSSED_AT, "c1", s.quote("本案同意成案"), text="本案同意成案。"),
            Decision(EdgeType.CONTINUED_AT, "c2", s.quote("本案持續列管")),
        ),
        mentions=(
            Mention(WATER, "c1", Role.PROPOSER, s.quote("青河水利局）")),
            Mention(WATER, "c1", Role.MENTIONED, s.quote("提案單位：青河水利局")),
            Mention(TEAL, "c1", Role.RESPONSIBLE, s.quote("請青河市於3月底前提報")),
        ),
        programs=(ProgramMention("夜釣地圖", "c1", s.quote("夜釣地圖"), written="夜釣地圖", kind="scheme"),),
        action_items=(ActionItem(s.quote("請青河市於3月底前提報夜釣地圖"), "c1", (TEAL,), "2023-03-31", "3月底前"),),
    )
    return s.document(minutes)


def second() -> ParsedDocument:
    s = Script(
        "山海合作河川組第2次會議 112年6月1日\n"
        "夜釣步道業依第4次副首長會議決議解列。河濱導覽更名為河濱漫遊，持續辦理。\n"
        "海灣平臺併入山海合作交流平臺。\n"
    )
    minutes = ParsedMinutes(
        group_ref(2, "2023-06-01"),
        s.quote("山海合作河川組第2次會議"),
        online=True,
        cases=(
            ParsedCase("a", "夜釣步道", PLATFORM, s.quote("夜釣步道")),
            ParsedCase("b", "河濱導覽", PLATFORM, s.quote("河濱導覽")),
            ParsedCase("c", "河濱漫遊", PLATFORM, s.quote("河濱漫遊")),
        ),
        decisions=(
            Decision(EdgeType.DELISTED_AT, "a", s.quote("業依第4次副首長會議決議解列"), meeting=deputy_ref(4)),
            Decision(EdgeType.RENAMED_TO, "b", s.quote("河濱導覽更名為河濱漫遊"), target="c"),
            Decision(EdgeType.CONTINUED_AT, "c", s.quote("持續辦理")),
        ),
        mergers=(PlatformMerger("海灣平臺", PLATFORM, s.quote("海灣平臺併入山海合作交流平臺")),),
    )
    return s.document(minutes)


def deputy() -> ParsedDocument:
    s = Script("山海合作112年第4次副首長會議 112年4月1日 夜釣步道解除列管。")
    minutes = ParsedMinutes(
        deputy_ref(4, "2023-04-01", 112),
        s.quote("山海合作112年第4次副首長會議"),
        cases=(ParsedCase("c1", "夜釣步道", PLATFORM, s.quote("夜釣步道")),),
        decisions=(Decision(EdgeType.DELISTED_AT, "c1", s.quote("夜釣步道解除列管")),),
    )
    return s.document(minutes)


def plan() -> ParsedDocument:
    s = Script("青河市智慧河川計畫 依據：國家河川計畫 主辦：青河市政府水利局 夜釣地圖")
    said = ParsedPlan(
        "青河市智慧河川計畫",
        s.quote("青河市智慧河川計畫"),
        organisers=(Organiser(WATER, PlanRole.LEAD, s.quote("主辦：青河市政府水利局")),),
        based_on=(("國家河川計畫", s.quote("國家河川計畫")),),
        programs=(("夜釣地圖", s.quote("夜釣地圖")),),
    )
    return s.document(plans=[said], kind=DocumentKind.PLAN)


@pytest.fixture(scope="session")
def documents() -> tuple[ParsedDocument, ...]:
    """All four documents."""
    return (first(), second(), deputy(), plan())


@pytest.fixture(scope="session")
def without_deputy() -> tuple[ParsedDocument, ...]:
    """The documents without the sitting of the deputies, of which the second one speaks."""
    return (first(), second(), plan())


@pytest.fixture(scope="session")
def script() -> type[Script]:
    """For a test's own minutes."""
    return Script


@pytest.fixture(scope="session")
def identify() -> Callable[[Sequence[ParsedDocument]], Identity]:
    """One case a name."""
    return Identity.by_name


@pytest.fixture(scope="session")
def edges() -> Callable[[Graph, EdgeType], list[Edge]]:
    """The edges of one type."""
    return lambda graph, kind: [edge for edge in graph.edges.values() if edge.type is kind]

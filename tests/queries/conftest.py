"""A store with a small story of our own: one case renamed, two merged into it, one delisted, one that vanished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import Identity, build
from graph.interchange import (
    ActionItem,
    Body,
    Decision,
    DocumentKind,
    MeetingRef,
    Mention,
    ParsedCase,
    ParsedDocument,
    ParsedMinutes,
    Person,
    ProgramMention,
    Quote,
    Source,
)
from graph.interchange_json import sha256_of
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Label, Level, Role

PLATFORM = "山海合作交流平臺"
GROUP = "環境組"

SPRING = """山海合作「環境組」第1次小組會議紀錄
時間：112年3月1日
主席：林森處長
一、「淨灘小尖兵」案：同意成案，由甲市政府環保局主責。
二、「植樹護坡」案：同意成案。
三、「賞鳥步道」案：持續列管。
四、「夜市減塑」案：同意成案。
"""
SUMMER = """山海合作「環境組」第2次小組會議紀錄
時間：112年6月1日
一、「淨灘小尖兵」案：更名為「海岸守護行動」，持續列管，請乙市於7月31日前提送成果。
二、「植樹護坡」案：併入「海岸守護行動」。
三、「賞鳥步道」案：同意解列。
"""
AUTUMN = """山海合作「環境組」第3次小組會議紀錄
時間：112年9月1日
一、「海岸守護行動」案：持續列管。
"""


class Writer:
    """Makes a ParsedDocument of one sitting from its text; every quote is looked up in it."""

    def __init__(self, text: str, ordinal: int, date: str) -> None:
        self.text, self.date = text, date
        self.meeting = MeetingRef(PLATFORM, Level.WORKING_GROUP, GROUP, 112, ordinal, date, text.split("\n")[0])
        self.cases: dict[str, ParsedCase] = {}
        self.decisions: list[Decision] = []

    def quote(self, words: str) -> Quote:
        start = self.text.index(words)
        return Quote(start, start + len(words), words)

    def case(self, name: str) -> str:
        key = next((c.key for c in self.cases.values() if c.name == name), f"c{len(self.cases) + 1}")
        self.cases.setdefault(key, ParsedCase(key, name, PLATFORM, self.quote(name)))
        return key

    def say(self, kind: EdgeType, name: str, words: str, target: str | None = None) -> Writer:
        after = self.case(target) if target else None
        self.decisions.append(Decision(kind, self.case(name), self.quote(words), after))
        return self

    def document(self, mentions: tuple[Mention, ...] = (), **more: object) -> ParsedDocument:
        source = Source(sha256_of(self.text), self.text, f"minutes/{self.date}.txt", self.meeting.title, "text/plain")
        minutes = ParsedMinutes(
            self.meeting,
            self.quote(self.meeting.title),
            header_quotes={"date": self.quote("時間")},
            cases=tuple(self.cases.values()),
            decisions=tuple(self.decisions),
            mentions=mentions,
            **more,  # type: ignore[arg-type]
        )
        return ParsedDocument(source, DocumentKind.MINUTES, (minutes,))


def story() -> list[ParsedDocument]:
    """Three sittings of one group."""
    spring, summer, autumn = (
        Writer(SPRING, 1, "2023-03-01"),
        Writer(SUMMER, 2, "2023-06-01"),
        Writer(AUTUMN, 3, "2023-09-01"),
    )
    bureau = Body("甲市政府環保局", Label.AGENCY, "甲市政府環保局", city="甲市")
    other = Body("乙市政府環保局", Label.AGENCY, "", city="乙市")
    spring.say(EdgeType.ESTABLISHED_AT, "淨灘小尖兵", "同意成案").say(EdgeType.ESTABLISHED_AT, "植樹護坡", "同意成案")
    spring.say(EdgeType.CONTINUED_AT, "賞鳥步道", "持續列管").say(EdgeType.ESTABLISHED_AT, "夜市減塑", "同意成案")
    spring.say(EdgeType.DISCUSSED_AT, "淨灘小尖兵", "同意成案")
    both = tuple(
        Mention(body, spring.case("淨灘小尖兵"), role, spring.quote("由甲市政府環保局主責"))
        for body, role in ((bureau, Role.RESPONSIBLE), (bureau, Role.PROPOSER), (other, Role.MENTIONED))
    )
    summer.say(EdgeType.RENAMED_TO, "淨灘小尖兵", "更名為「海岸守護行動」", "海岸守護行動")
    summer.say(EdgeType.MERGES_INTO, "植樹護坡", "併入「海岸守護行動」", "海岸守護行動")
    summer.say(EdgeType.CONTINUED_AT, "海岸守護行動", "持續列管").say(EdgeType.DELISTED_AT, "賞鳥步道", "同意解列")
    autumn.say(EdgeType.CONTINUED_AT, "海岸守護行動", "持續列管")
    asked = ActionItem(
        summer.quote("請乙市於7月31日前提送成果"), summer.case("海岸守護行動"), (other,), "2023-07-31", "7月31日前"
    )
    program = ProgramMention("世界海洋日", spring.case("淨灘小尖兵"), spring.quote("淨灘小尖兵"))
    return [
        spring.document(both, chairs=(Person("林森", "處長"),), programs=(program,)),
        summer.document(action_items=(asked,)),
        autumn.document(),
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The story in a store, open for reading."""
    path: Path = tmp_path_factory.mktemp("store") / "story.kgl"
    documents = story()
    with open_store(path, write=True) as writing:
        writing.replace(build(documents, Identity.by_name(documents)))
    with open_store(path) as reading:
        yield reading

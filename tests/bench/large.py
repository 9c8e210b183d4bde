"""A large graph of invented cases, for measuring and for looking at pictures of many pages.

Always true: equal arguments give equal graphs; six groups sit four times a year from 2013 on, every sitting has a
document of its own, and their cases are established, continued, merged, renamed and delisted as in minutes.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from io import SEEK_END, StringIO
from random import Random

from graph.interchange_json import sha256_of
from graph.model import Edge, Graph, Node, Value
from graph.store import open_store
from graph.vocabulary import EdgeType, Label

PLATFORM = "基北北桃合作交流平臺"
GROUPS = ("教育文化組", "產業民生組", "交通組", "環境資源組", "觀光組", "安全組")
CITIES = ("臺北市", "新北市", "基隆市", "桃園市")
_FIRST = (
    "智慧",
    "青年",
    "觀光",
    "食農",
    "電競",
    "水質",
    "防災",
    "公車",
    "圖書館",
    "濕地",
    "創業",
    "長照",
    "減碳",
    "自行車",
    "職訓",
)
_LAST = ("交流合作案", "聯合行銷活動", "推動計畫", "參訪觀摩", "資料共享平臺建置及後續維運精進案", "經驗交流")
_BUREAUS = ("教育局", "環境保護局", "交通局", "經濟發展局", "觀光旅遊局", "消防局", "社會局", "農業局")
_WORDS = "本案同意持續列管，請各市配合辦理。"
_YEARS = range(2013, 2025)
E = EdgeType


class Corpus:
    """The graph while it is made."""

    def __init__(self, cases: int, seed: int = 7) -> None:
        self._chance = Random(seed)
        self._minutes: dict[str, StringIO] = {}
        self.nodes: list[Node] = []
        self.edges: dict[tuple[str, str, str, str], Edge] = {}
        self._bodies()
        sat = {group: self._sittings(group) for group in GROUPS}
        lives = [self._case(number, sat[GROUPS[number % len(GROUPS)]]) for number in range(cases)]
        self._succession(lives)
        self._documents()

    def graph(self) -> Graph:
        """All of it."""
        return Graph.of(self.nodes, self.edges.values())

    def _bodies(self) -> None:
        self._node("platform:1", Label.PLATFORM, name=PLATFORM, aliases=())
        for city in CITIES:
            self._node(f"city:{city}", Label.CITY, name=city, aliases=())
            for bureau in _BUREAUS:
                name = f"{city}政府{bureau}"
                self._node(f"agency:{name}", Label.AGENCY, name=name, aliases=())
                self._edge(E.PART_OF, f"agency:{name}", f"city:{city}", None, None)

    def _sittings(self, group: str) -> list[tuple[str, str]]:
        """Ids and days."""
        found = []
        for year in _YEARS:
            for ordinal in range(1, 5):
                day = (date(year, ordinal * 3 - 1, 1) + timedelta(self._chance.randrange(25))).isoformat()
                id = f"meeting:{group}:{year}-{ordinal}"
                title = f"{year - 1911}年度「{PLATFORM}」{group}第{ordinal}次工作小組會議"
                held: dict[str, Value] = {"level": "working_group", "online": False, "stub": False}
                self._node(
                    id,
                    Label.MEETING,
                    title=title,
                    platform=PLATFORM,
                    group=group,
                    roc_year=year - 1911,
                    ordinal=ordinal,
                    date=day,
                    **held,
                )
                self._minutes[id] = StringIO(f"{title}紀錄\n時間：{day}\n")
                self._minutes[id].seek(0, SEEK_END)
                self._edge(E.HOSTS, f"city:{self._chance.choice(CITIES)}", id, id, day)
                found.append((id, day))
        return found

    def _case(self, number: int, sat: list[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
        """A case and the sittings that spoke of it."""
        chance = self._chance
        begin = chance.randrange(len(sat) - 3)
        own = sat[begin : begin + chance.randrange(1, 14)]
        id = f"case:{number}"
        name = (
            chance.choice(_FIRST)
            + chance.choice(_FIRST)
            + chance.choice(_LAST)
            + (f"第{number}期" if number % 3 else "")
        )
        kinds = [E.ESTABLISHED_AT, *[E.CONTINUED_AT] * (len(own) - 1)]
        if len(own) > 1 and chance.random() < 0.6:
            kinds[-1] = chance.choice([E.DELISTED_AT, E.DELISTED_AT, E.DELISTING_RECOMMENDED_AT])
        status = {E.DELISTED_AT: "delisted", E.DELISTING_RECOMMENDED_AT: "delisting_recommended"}.get(
            kinds[-1], "continued"
        )
        self._node(
            id,
            Label.CASE,
            name=name,
            aliases=(),
            platform=PLATFORM,
            status=status,
            first_seen=own[0][1],
            last_seen=own[-1][1],
        )
        for kind, (meeting, day) in zip(kinds, own, strict=True):
            self._edge(kind, id, meeting, meeting, day)
        for part, role in enumerate(("proposer", "responsible", "participant")[: chance.randrange(1, 4)]):
            body = f"agency:{chance.choice(CITIES)}政府{_BUREAUS[(number + part) % len(_BUREAUS)]}"
            kind, more = (E.PROPOSES, {}) if role == "proposer" else (E.INVOLVED_IN, {"role": role})
            self._edge(kind, body, id, own[0][0], own[0][1], **more)
        return id, own

    def _succession(self, lives: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Some cases go into later ones that the same sitting spoke of."""
        spoken: dict[str, list[str]] = {}
        for id, own in lives:
            for meeting, _ in own[1:]:
                spoken.setdefault(meeting, []).append(id)
        for id, own in lives:
            meeting, day = own[-1]
            others = [one for one in spoken.get(meeting, ()) if int(one[5:]) > int(id[5:])]
            if others and len(own) > 2 and self._chance.random() < 0.15:
                kind = self._chance.choice((E.MERGES_INTO, E.RENAMED_TO))
                self._edge(kind, id, self._chance.choice(others), meeting, day)

    def _node(self, id: str, label: Label, /, **held: Value) -> None:
        self.nodes.append(Node(id, label, held))

    def _edge(
        self, kind: EdgeType, source: str, target: str, meeting: str | None, day: str | None, **more: Value
    ) -> None:
        when = {"date": day} if day else {}
        said = self._passage(meeting) if meeting else ()
        edge = Edge(
            kind, source, target, meeting, {"passages": said, "inferred": False, "confidence": 1.0, **when, **more}
        )
        self.edges[edge.key] = edge

    def _passage(self, meeting: str) -> tuple[str]:
        """A line of the sitting's minutes, after some talk."""
        minutes = self._minutes[meeting]
        minutes.write("各市說明辦理情形，並就後續推動方式、分工及期程交換意見。\n" * self._chance.randrange(3))
        start = minutes.tell()
        minutes.write(_WORDS + "\n")
        id = f"passage:{meeting}:{start}"
        place: dict[str, Value] = {"start": start, "end": start + len(_WORDS)}
        self._node(id, Label.PASSAGE, document=f"document:{meeting}", text=_WORDS, **place)
        return (id,)

    def _documents(self) -> None:
        """The minutes of every sitting."""
        for meeting, minutes in self._minutes.items():
            id, text = f"document:{meeting}", minutes.getvalue()
            held: dict[str, Value] = {"path": f"{meeting[8:]}.txt", "page_offsets": (), "page_numbers": ()}
            self._node(id, Label.DOCUMENT, sha256=sha256_of(text), title=text.split("\n")[0], text=text, **held)
            self._edge(E.RECORDED_IN, meeting, id, None, None)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make a store of a large graph of invented cases.")
    parser.add_argument("store")
    parser.add_argument("--cases", type=int, default=300)
    given = parser.parse_args()
    graph = Corpus(given.cases).graph()
    with open_store(given.store, write=True) as store:
        store.replace(graph)
    print(f"{len(graph.nodes):,} nodes and {len(graph.edges):,} edges")

"""A large graph of invented cases, for measuring and for looking at pictures of many pages.

Always true: equal arguments give equal graphs; six groups sit four times a year from 2013 on, and their cases are
established, continued, merged, renamed and delisted as in minutes.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from random import Random

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
_YEARS = range(2013, 2025)
E = EdgeType


class Corpus:
    """The graph while it is made."""

    def __init__(self, cases: int, seed: int = 7) -> None:
        self._chance = Random(seed)
        self._lines = [f"第{n}段：本案同意持續列管，請各市配合辦理。\n" for n in range(12 * cases + 1)]
        self._passages = 0
        self._offset = 0
        self.nodes: list[Node] = []
        self.edges: dict[tuple[str, str, str, str], Edge] = {}
        self._bodies()
        sat = {group: self._sittings(group) for group in GROUPS}
        lives = [self._case(number, sat[GROUPS[number % len(GROUPS)]]) for number in range(cases)]
        self._succession(lives)
        text = "".join(self._lines)
        self._node(
            "document:1",
            Label.DOCUMENT,
            sha256="0" * 64,
            path="minutes.txt",
            text=text,
            page_offsets=(0,),
            page_numbers=(1,),
        )

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
        held = {"passages": self._passage(), "inferred": False, "confidence": 1.0, **when, **more}
        edge = Edge(kind, source, target, meeting, held)
        self.edges[edge.key] = edge

    def _passage(self) -> tuple[str]:
        line = self._lines[self._passages % len(self._lines)]
        if self._passages % len(self._lines) == 0:
            self._offset = 0
        id = f"passage:{self._passages}"
        words = line.rstrip("\n")
        self._node(
            id, Label.PASSAGE, document="document:1", start=self._offset, end=self._offset + len(words), text=words
        )
        self._passages += 1
        self._offset += len(line)
        return (id,)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make a store of a large graph of invented cases.")
    parser.add_argument("store")
    parser.add_argument("--cases", type=int, default=300)
    given = parser.parse_args()
    graph = Corpus(given.cases).graph()
    with open_store(given.store, write=True) as store:
        store.replace(graph)
    print(f"{len(graph.nodes):,} nodes and {len(graph.edges):,} edges")

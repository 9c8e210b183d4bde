"""Who takes part in what, who works together: a small store by hand, graphs by chance beside the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import views
from graph.errors import NotFoundError
from graph.model import Edge, Graph, Node, Value
from graph.store import GraphStore, open_store
from graph.vocabulary import EdgeType, Label, Role
from queries.catalogue import ask
from queries.collaboration import collaboration, pairs
from queries.labels import labels
from queries.participation import participation
from tests.contract.random_graphs import random_graph

SEA, HILL = "山海合作交流平臺", "山林合作交流平臺"
TEXT = "甲局主責。乙局參與。丙處提案。丁局受邀。"
AGENCIES = {
    "甲市環保局": "甲市",
    "甲市環保局海岸科": "甲市環保局",
    "乙市環保局": "乙市",
    "丙縣農業處": "丙縣",
    "海洋署": None,
}


def body(name: str) -> str:
    return f"agency:{name}"


def edge(kind: EdgeType, agency: str, case: str, sitting: int, words: str, role: Role | None = None) -> Edge:
    held: dict[str, Value] = {"passages": (f"passage:{words}",), "inferred": False, "confidence": 1.0}
    held |= {"date": f"2023-0{sitting}-01"} | ({"role": role.value} if role else {})
    return Edge(kind, body(agency), f"case:{case}", f"meeting:{sitting}", held)


def discussed(case: str, sitting: int, held: dict[str, Value]) -> Edge:
    day = {"date": f"2023-0{sitting}-01"}
    return Edge(EdgeType.DISCUSSED_AT, f"case:{case}", f"meeting:{sitting}", f"meeting:{sitting}", held | day)


def story() -> Graph:
    """Four agencies around three cases: two of the sea, one of the hills."""
    nodes = [
        Node(
            "document:1",
            Label.DOCUMENT,
            {"path": "minutes/a.txt", "text": TEXT, "sha256": "0" * 64, "page_offsets": (), "page_numbers": ()},
        ),
        *(Node(f"city:{name}", Label.CITY, {"name": name, "aliases": ()}) for name in ("甲市", "乙市", "丙縣")),
        *(Node(body(name), Label.AGENCY, {"name": name, "aliases": ()}) for name in AGENCIES),
        *(Node(f"platform:{name}", Label.PLATFORM, {"name": name, "aliases": ()}) for name in (SEA, HILL)),
        Node("group:環境組", Label.GROUP, {"name": "環境組", "aliases": (), "platform": SEA}),
    ]
    for words in ("甲局主責", "乙局參與", "丙處提案", "丁局受邀"):
        start = TEXT.index(words)
        held = {"document": "document:1", "start": start, "end": start + 4, "text": words}
        nodes.append(Node(f"passage:{words}", Label.PASSAGE, held))
    for n, platform in enumerate((SEA, SEA, HILL, HILL), 1):
        held = {
            "title": f"第{n}次會議",
            "level": "working_group",
            "platform": platform,
            "date": f"2023-0{n}-01",
            "online": False,
            "stub": False,
        }
        nodes.append(Node(f"meeting:{n}", Label.MEETING, held | ({"group": "環境組"} if n == 1 else {})))
    for case, platform in (("淨灘", SEA), ("賞鯨", SEA), ("護林", HILL)):
        nodes.append(
            Node(f"case:{case}", Label.CASE, {"name": case, "aliases": (), "platform": platform, "status": "continued"})
        )
    lasting: dict[str, Value] = {"passages": ("passage:甲局主責",), "inferred": False, "confidence": 1.0}
    edges = [
        edge(EdgeType.INVOLVED_IN, "甲市環保局", "淨灘", 1, "甲局主責", Role.RESPONSIBLE),
        edge(EdgeType.INVOLVED_IN, "甲市環保局", "淨灘", 3, "乙局參與", Role.PARTICIPANT),
        edge(EdgeType.INVOLVED_IN, "乙市環保局", "淨灘", 2, "乙局參與", Role.PARTICIPANT),
        edge(EdgeType.PROPOSES, "丙縣農業處", "賞鯨", 2, "丙處提案"),
        edge(EdgeType.INVOLVED_IN, "丙縣農業處", "賞鯨", 2, "丙處提案", Role.PROPOSER),
        edge(EdgeType.INVOLVED_IN, "甲市環保局", "賞鯨", 2, "甲局主責", Role.MENTIONED),
        edge(EdgeType.INVOLVED_IN, "乙市環保局", "護林", 3, "乙局參與", Role.HOST),
        edge(EdgeType.INVOLVED_IN, "海洋署", "護林", 4, "丁局受邀", Role.INVITED),
        *(discussed(case, n, lasting) for case, n in (("淨灘", 1), ("賞鯨", 2), ("護林", 3))),
    ]  # fmt: skip
    for name, above in AGENCIES.items():
        if above:
            target = body(above) if above in AGENCIES else f"city:{above}"
            edges.append(Edge(EdgeType.PART_OF, body(name), target, None, lasting))
    return Graph.of(nodes, edges)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    path: Path = tmp_path_factory.mktemp("parts") / "story.kgl"
    with open_store(path, write=True) as writing:
        writing.replace(story())
    with open_store(path) as reading:
        yield reading


def told(store: GraphStore, **scope: str) -> set[str]:
    """Parts as the first characters of agency and case."""
    return {part.agency.name[0] + part.case.name[0] for part in participation(store, **scope).parts}


def test_a_part_has_roles_days_and_the_words_that_say_so(store: GraphStore) -> None:
    held = participation(store)
    parts = {part.id: part for part in held.parts}
    first = parts["agency:甲市環保局|case:淨灘"]
    assert (first.roles, first.since, first.until, first.leads) == (
        (Role.RESPONSIBLE, Role.PARTICIPANT), "2023-01-01", "2023-03-01", True,
    )  # fmt: skip
    assert [(m.meeting, m.date, [q.text for q in m.quotes]) for m in first.mentions] == [
        ("第1次會議", "2023-01-01", ["甲局主責"]), ("第3次會議", "2023-03-01", ["乙局參與"]),
    ]  # fmt: skip
    assert not parts["agency:甲市環保局|case:賞鯨"].leads
    assert (held.cities, [one.city for one in held.agencies]) == (
        ("甲市", "丙縣", "乙市"),
        ["丙縣", "乙市", None, "甲市"],
    )
    assert {case.name for case in held.cases} == {"淨灘", "賞鯨", "護林"}


def test_a_proposal_told_by_two_edges_is_one_mention(store: GraphStore) -> None:
    (part,) = (part for part in participation(store).parts if part.agency.name == "丙縣農業處")
    assert [mention.role for mention in part.mentions] == [Role.PROPOSER] and part.leads


@pytest.mark.parametrize(
    ("scope", "parts"),
    [
        ({}, {"甲淨", "乙淨", "丙賞", "甲賞", "乙護", "海護"}),
        ({"platform": "山海"}, {"甲淨", "乙淨", "丙賞", "甲賞"}),
        ({"platform": "山海", "group": "環境"}, {"甲淨", "乙淨"}),
        ({"agency": "丙縣農業處"}, {"丙賞", "甲賞"}),
        ({"agency": "海洋署", "since": "2023-01-01", "until": "2023-03-01"}, set()),
        ({"since": "2023-03-01"}, {"甲淨", "乙護", "海護"}),
        ({"until": "2023-01-01"}, {"甲淨"}),
    ],
)
def test_it_can_be_limited(store: GraphStore, scope: dict[str, str], parts: set[str]) -> None:
    assert told(store, **scope) == parts


@pytest.mark.parametrize("name", ["platform", "group", "agency"])
def test_a_name_that_nothing_answers_to_is_told(store: GraphStore, name: str) -> None:
    with pytest.raises(NotFoundError):
        participation(store, **{name: "無此名稱"})


def test_pairs_say_why(store: GraphStore) -> None:
    first, second, third = pairs(participation(store))
    assert [{pair.a.name, pair.b.name} for pair in (first, second, third)] == [
        {"甲市環保局", "丙縣農業處"}, {"乙市環保局", "海洋署"}, {"甲市環保局", "乙市環保局"},
    ]  # fmt: skip
    (shared,) = third.shared
    assert {part.agency.name: part.roles for part in (shared.a, shared.b)} == {
        "甲市環保局": (Role.RESPONSIBLE, Role.PARTICIPANT), "乙市環保局": (Role.PARTICIPANT,),
    }  # fmt: skip
    assert (third.since, third.until, third.platforms, third.names) == ("2023-02-01", "2023-03-01", (SEA,), ("淨灘",))
    asked = pairs(participation(store, agency="丙縣農業處"))
    assert [{pair.a.name, pair.b.name} for pair in asked] == [{"甲市環保局", "丙縣農業處"}]
    assert len(collaboration(store, limit=2)) == 2


def test_the_number_of_questions_does_not_grow(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    whole: Callable[..., object] = type(store).query

    def counted(self: GraphStore, cypher: str, *args: object, **more: object) -> object:
        asked.append(cypher)
        return whole(self, cypher, *args, **more)

    monkeypatch.setattr(type(store), "query", counted)
    monkeypatch.setattr(type(store), "edition", lambda self: None)
    participation(store, until="2023-01-01")
    few = len(asked)
    participation(store)
    assert 0 < len(asked) - few <= few <= 6


@pytest.mark.parametrize(
    ("agencies", "short"),
    [
        ([("1", "新北市政府經濟發展局", ["新北市經發局", "經發局"], "新北市")], ["新北經發局"]),
        ([("1", "臺北市市場處", ["台北市場處"], "臺北市")], ["臺北市場處"]),
        ([("1", "教育部國民及學前教育署", ["國教署"], None)], ["國教署"]),
        ([("1", "新北市政府", [], "新北市")], ["新北市政府"]),
        ([("1", "新北", ["新北水利局"], "新北市")], ["新北"]),
        (
            [("1", "新竹市政府文化局", [], "新竹市"), ("2", "新竹縣政府文化局", [], "新竹縣")],
            ["新竹市文化局", "新竹縣文化局"],
        ),
        ([("1", "基隆市環境保護局", ["基隆環保", "基隆市稅務局"], "基隆市")], ["基隆環境保護局"]),
    ],
)
def test_short_names_are_those_of_minutes(
    agencies: list[tuple[str, str, list[str], str | None]], short: list[str]
) -> None:
    assert list(labels(agencies).values()) == short


names = st.text("甲乙市縣政府環保局處台臺 ", min_size=1, max_size=9)


@given(
    st.lists(
        st.tuples(names, st.lists(names, max_size=3), st.sampled_from(["甲市", "乙縣", "臺北市", None])), max_size=6
    )
)
def test_no_two_short_names_are_equal_but_of_equal_names(held: list[tuple[str, list[str], str | None]]) -> None:
    named = [(str(n), name, aliases, city) for n, (name, aliases, city) in enumerate(held)]
    short = labels(named)
    for one, name, _, _ in named:
        for other, same, _, _ in named:
            assert one == other or short[one] != short[other] or name == same or short[one] in (name, same)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_python_catalogue_and_view_agree(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    graph = random_graph(seed)
    path = tmp_path_factory.mktemp("graph") / "yange.kgl"
    with open_store(path, write=True) as writing:
        writing.replace(graph)
    with open_store(path) as reading:
        found = pairs(participation(reading))
        rows = ask(reading, "collaboration", limit=10_000)
    assert [(p.a.id, p.b.id, p.cases, list(p.names), p.since, p.until) for p in found] == [
        (row["a_id"], row["b_id"], row["cases"], sorted(row["names"]), row["since"], row["until"]) for row in rows
    ]
    view = views.collaboration(graph)
    assert {frozenset((p.a.id, p.b.id)): (p.cases, p.since, p.until) for p in found} == {
        frozenset(ends[:2]): (ends[2]["weight"], ends[2].get("since"), ends[2].get("until"))
        for ends in view.edges(data=True)
    }

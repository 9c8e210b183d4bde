"""Participations made by hand and by chance, for pictures without a store."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from graph.vocabulary import Role
from queries.evidence import Quote
from queries.participation import Agency, Mention, Part, Participation, Scope
from queries.steps import CaseName

CITIES = ("甲市", "乙市", "丙縣", "丁市", "戊市", "己縣", "庚市", "辛市", "壬縣", "癸市")
_DAYS = (None, "2013-03-01", "2019-06-28", "2022-12-31", "2024-02-27")
PLAIN = st.text("沿革環教小尖兵淨零行動智慧城市交流合作案第一二期ABab12（）、/・ -「」", min_size=1, max_size=40)
HOSTILE = st.text(min_size=1, max_size=30) | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        "<b>粗</b>&amp;",
        'a"b\\N',
        "end",
        "`*_#",
        "x" * 300,
        "案" * 400,
        "\n\r\t\u2028",
        "\u202e倒",
    ]
)


def agency(number: int, name: str = "", city: str | None = "甲市") -> Agency:
    """An agency; its label is its name."""
    name = name or f"{city or ''}第{number}局"
    return Agency(f"agency:{number}", name, name, city)


def quote(number: int, text: str = "請環保局主責") -> Quote:
    """A passage of a document of our own."""
    return Quote(f"passage:{number}", text, "document:1", "minutes.txt", number, None, number, number + 6, None)


def part(
    who: Agency, case: CaseName, number: int, *roles: Role, day: str | None = "2023-03-01", text: str = "請環保局主責"
) -> Part:
    """A part with one mention for each role."""
    said = [Mention(role, "第1次會議", day, (quote(10 * number + n, text),)) for n, role in enumerate(roles)]
    return Part(who, case, tuple(said))


def held(*parts: Part, cities: tuple[str, ...] = CITIES, scope: Scope | None = None) -> Participation:
    """Some parts."""
    ordered = sorted(parts, key=lambda one: (one.agency.id, one.case.id))
    return Participation(scope or Scope(), cities, tuple(ordered))


def small() -> Participation:
    """Two cities and a body of the state around three cases; two agencies share two of them."""
    sea, whale, wood = (CaseName(f"case:{name}", name, "山海合作交流平臺") for name in ("淨灘小尖兵", "賞鯨", "護林"))
    one, two = agency(1, "甲市環保局"), agency(2, "乙市環保局", "乙市")
    three, four = agency(3, "海洋署", None), agency(4, "甲市農業局")
    return held(
        part(one, sea, 1, Role.RESPONSIBLE, text="請甲市環保局主責"),
        part(two, sea, 2, Role.PARTICIPANT, text="乙市環保局參與"),
        part(one, whale, 3, Role.MENTIONED, day="2023-06-01"),
        part(two, whale, 4, Role.HOST, day="2023-06-01"),
        part(three, whale, 5, Role.INVITED, day="2023-06-01"),
        part(four, wood, 6, Role.PROPOSER, day="2023-09-01"),
    )


def crowd(seed: int, agencies: int = 40, cases: int = 60) -> Participation:
    """Many agencies of eight cities around many cases, by chance."""
    chance = Random(seed)
    words = (
        "沿革",
        "環教",
        "小尖兵",
        "淨零行動",
        "智慧城市",
        "（第二期）",
        "2024",
        "IEYI",
        "、",
        "合作交流案",
        "-",
        "12",
    )
    bodies = [
        agency(n, "".join(chance.choices(words[:5], k=3)) + f"{n}局", chance.choice([*CITIES[:8], None]))
        for n in range(agencies)
    ]
    things = [CaseName(f"case:{n}", "".join(chance.choices(words, k=chance.randint(1, 8))), None) for n in range(cases)]
    parts = []
    for thing in things:
        for who in chance.sample(bodies, min(agencies, chance.randint(1, 6))):
            number, role = chance.randrange(200), chance.choice(list(Role))
            parts.append(
                part(who, thing, number, role, day=chance.choice(_DAYS), text="請" + who.name + "主責" * number)
            )
    return held(*parts)


@st.composite
def participations(draw: st.DrawFn, names: st.SearchStrategy[str] = PLAIN) -> Participation:
    """Up to fourteen agencies of up to ten cities around up to sixteen cases; passages now and then state several."""
    agencies = [
        agency(n, draw(names), draw(st.sampled_from([*CITIES[: draw(st.integers(1, 10))], None])))
        for n in range(draw(st.integers(1, 14)))
    ]
    cases = [CaseName(f"case:{n}", draw(names), "山海合作交流平臺") for n in range(draw(st.integers(1, 16)))]
    joined = draw(st.sets(st.tuples(st.sampled_from(agencies), st.sampled_from(cases)), min_size=1, max_size=40))
    parts = []
    for who, case in sorted(joined, key=lambda pair: (pair[0].id, pair[1].id)):
        roles = draw(st.lists(st.sampled_from(Role), min_size=1, max_size=2, unique=True))
        day, text = draw(st.sampled_from(_DAYS)), draw(names)
        parts.append(part(who, case, draw(st.integers(0, 60)), *roles, day=day, text=text))
    return held(*parts)

"""Collaboration in words: title lines, descriptions for those who do not see a picture, legends and source notes.

Always true: a description names every agency and every case that the picture shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from graph.vocabulary import Role
from queries.collaboration import Pair
from queries.participation import LEADING, Agency, Part, Scope
from queries.steps import CaseName
from visualizations.collaboration.signs import Signs
from visualizations.drawing.legend import Sign
from visualizations.drawing.shapes import Shape
from visualizations.words import DOES, Calendar, Language, Words, day

_NAMED = 30
"""How many files a source note names before it only counts them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a picture speaks."""

    language: Language = Language.ZH
    calendar: Calendar = Calendar.ROC

    def say(self, zh: str, en: str) -> str:
        """What is said in this language."""
        return Words(zh, en).of(self.language)

    def listed(self, words: Iterable[str]) -> str:
        """Some words in a row."""
        return self.say("、", ", ").join(words)

    def span(self, since: str | None, until: str | None) -> str:
        """From when to when; empty where nobody knows."""
        return "–".join(dict.fromkeys(day(one, self.calendar) for one in (since, until) if one))


def subtitle(scope: Scope, parts: Iterable[Part], options: Options) -> str:
    """Of what, from when to when, how much of it."""
    held = list(parts)
    days = [day for part in held for day in (part.since, part.until) if day]
    span = options.span(min(days, default=None), max(days, default=None))
    era = options.say("民國 ", "ROC ") if options.calendar is Calendar.ROC and span else ""
    agencies, cases = (len({one.id for one in ends}) for ends in ([p.agency for p in held], [p.case for p in held]))
    count = options.say(f"{agencies} 機關 ・ {cases} 案", f"{agencies} agencies ・ {cases} cases")
    whose = scope.agency.name if scope.agency else ""
    return " ・ ".join(filter(None, (" ".join(filter(None, (scope.platform, scope.group))), whose, era + span, count)))


def roles_words(roles: Iterable[Role], options: Options) -> str:
    """Roles, the strongest first."""
    return options.listed(DOES[role].of(options.language) for role in roles)


def part_words(part: Part, options: Options) -> str:
    """Who has to do with which case, as what, from when to when."""
    span = options.span(part.since, part.until)
    when = options.say(f"（{span}）", f" ({span})") if span else ""
    colon = options.say("：", ": ")
    return f"{part.agency.name} × {part.case.name}{colon}{roles_words(part.roles, options)}{when}"


def pair_words(pair: Pair, options: Options) -> str:
    """Which two agencies share how many cases, since when, which ones."""
    since = day(pair.since, options.calendar) if pair.since else ""
    when = options.say(f"，自 {since} 起", f" since {since}") if since else ""
    count = options.say(f"共同 {pair.cases} 案", f"{pair.cases} shared cases")
    colon = options.say("：", ": ")
    names = options.listed(one.case.name for one in pair.shared)
    return f"{pair.a.name} × {pair.b.name}{colon}{count}{when}{options.say('（', ' (')}{names}{options.say('）', ')')}"


def agency_words(agency: Agency, parts: Iterable[Part], options: Options) -> str:
    """In which cases an agency takes part, and as what."""
    told = [
        f"{part.case.name}{options.say('（', ' (')}{roles_words(part.roles, options)}{options.say('）', ')')}"
        for part in parts
    ]
    count = options.say(f"{len(told)} 案", f"{len(told)} cases")
    return f"{agency.name}{options.say('：', ': ')}{count}{options.say('，', ', ')}{options.listed(told)}"


def parts_description(parts: Iterable[Part], cases: Iterable[CaseName], options: Options) -> str:
    """Every case with those who take part in it, one line each."""
    by_case: dict[str, list[Part]] = {}
    for part in parts:
        by_case.setdefault(part.case.id, []).append(part)
    lines = []
    for case in cases:
        told = (
            f"{part.agency.name}{options.say('（', ' (')}{roles_words(part.roles, options)}{options.say('）', ')')}"
            for part in by_case[case.id]
        )
        lines.append(case.name + options.say("：", ": ") + options.listed(told) + options.say("。", "."))
    return "\n".join(lines)


def source_note(files: Iterable[str], options: Options) -> str:
    """Where it comes from and who is counted."""
    known = sorted(set(files))
    named = options.listed(known) if len(known) <= _NAMED else ""
    count = options.say(f"資料來源：會議紀錄 {len(known)} 件", f"Sources: {len(known)} minutes")
    bracket = options.say(f"（{named}）", f" ({named})") if named else ""
    counted = options.say(
        "。計入於案件中具名之機關；僅以縣市名義參與者不計。",
        ". Agencies that minutes name with a case are counted, cities named as such are not.",
    )
    return count + bracket + counted


def count_note(options: Options) -> str:
    """How to read the counts of a matrix on several pages."""
    return options.say("計數 2/5 即本頁 2、全部 5。", " A count of 2/5: 2 on this page, 5 in all.")


def city_signs(signs: Signs, agencies: Iterable[Agency], profile_text: float, options: Options) -> list[Sign]:
    """The legend of the cities that occur."""
    radius = 0.42 * profile_text
    found = {one.city for one in agencies}
    told = [city for city in signs.cities if city in found] + ([None] if None in found else [])
    return [
        Sign(
            2.6 * radius + 4,
            city or options.say("中央機關或未載縣市", "the state, or no city known"),
            partial(_sign, signs, city, radius, True),
        )
        for city in told
    ]


def role_signs(signs: Signs, parts: Iterable[Part], profile_text: float, options: Options) -> list[Sign]:
    """The legend of solid and hollow signs, as far as they occur."""
    radius = 0.42 * profile_text
    held = list(parts)
    found = {part.agency.city for part in held}
    city = next((city for city in signs.cities if city in found), None)
    told = []
    for solid, zh, en in ((True, "實心：", "solid: "), (False, "空心：", "hollow: ")):
        roles = [role for role in Role if (role in LEADING) is solid]
        if any(part.leads is solid for part in held):
            words = options.say(zh, en) + roles_words(roles, options)
            told.append(Sign(2.6 * radius + 4, words, partial(_sign, signs, city, radius, solid)))
    return told


def _sign(signs: Signs, city: str | None, radius: float, solid: bool, x: float, y: float) -> tuple[Shape, ...]:
    return signs.sign(city, x + 1.3 * radius, y, radius, solid=solid)

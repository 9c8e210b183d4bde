"""Text → ParsedPlan: whether it is a plan, and everything it says of itself.

Always true: a plan has a plan's title above its first heading and at least two of the parts that plans have (依據,
目的, 辦理單位, 期程, 預期成效); minutes and letters never are plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.interchange import Body, ParsedPlan, Quote
from graph.vocabulary import Label
from loaders.bodies import NOWHERE, BodyFinder
from loaders.folding import Flow, flow, fold
from loaders.lexicon.plans import Part
from loaders.lexicon.programs import program_words
from loaders.minutes.programs import programs
from loaders.outline.markup import prepare, unsigned
from loaders.outline.sittings import sittings
from loaders.plans.basis import based_on
from loaders.plans.bodies import ListReader
from loaders.plans.organisers import OrganiserReader, first_named
from loaders.plans.parts import PlanPart, parts, physical_lines
from loaders.plans.period import Period, period, whole
from loaders.plans.schedule import schedule, scheduled
from loaders.plans.title import document_no, title, written

_NEEDED = frozenset({Part.BASIS, Part.AIM, Part.ORGANISERS, Part.PERIOD, Part.EFFECT})
_LETTER = re.compile(r"^[^\S\n]*(?:受文者|正本|副本|主[^\S\n]*旨)[^\S\n]*：", re.MULTILINE)
_OTHER_TIMES = re.compile(r"報名|收件|受理|繳交|申請|送件|截止|審查")


def read_plan(text: str) -> ParsedPlan | None:
    """The plan that a text is, or None."""
    view = unsigned(prepare(fold(text)))
    found = parts(view)
    named = title(view, found) if len({part.kind for part in found} & _NEEDED) > 1 else None
    if named is None or _LETTER.search(view) or sittings(text):
        return None
    finder = BodyFinder(fold(text))
    city, agency = _home(finder, text, named, found)
    organisers = OrganiserReader(text, ListReader(finder, city, agency)).read(found)
    name = written(text, named)
    entries = schedule(view, text, found)
    when = _period(found, named, entries)
    return ParsedPlan(
        title=name,
        quote=_quote(text, named),
        document_no=document_no(view, found[0].end, text),
        period_start=when.start if when else None,
        period_end=when.end if when else None,
        organisers=organisers,
        based_on=based_on(text, found, name, city, agency),
        programs=tuple(_programs(view, text, named)),
        schedule=entries,
    )


def _home(finder: BodyFinder, text: str, named: Flow, found: tuple[PlanPart, ...]) -> tuple[str | None, str | None]:
    """The plan's city and agency: its title's, else its lead's."""
    spots = finder.find(named.text, NOWHERE)
    bodies = [b for spot in spots if not spot.collective for b in spot.bodies]
    lead = first_named(OrganiserReader(text, ListReader(finder, None, None)).read(found))
    bodies += [lead] if lead else []
    city = next((c for b in bodies if (c := _city(b))), None)
    agencies = (b.name for b in bodies if b.label is Label.AGENCY and b.city == city)
    return city, next((name for name in agencies if name != f"{city}政府"), None)


def _city(body: Body) -> str | None:
    return body.name if body.label is Label.CITY else body.city


def _period(found: tuple[PlanPart, ...], named: Flow, entries: tuple[tuple[str, Quote], ...]) -> Period | None:
    """What a heading about time says itself, else the title's years, else what the schedule spans."""
    for part in found:
        if part.kind is Part.PERIOD and part.rest and not _OTHER_TIMES.search(part.label):
            stated = period(part.rest.flow.text)
            if stated:
                return stated
    return period(named.text) or whole(scheduled(entries))


def _programs(view: str, text: str, named: Flow) -> Iterator[tuple[str, Quote]]:
    """Programs at their first mention: listed ones anywhere, others only in the title or in quotation marks."""
    seen: set[str] = set()
    listed = {name for name, _ in program_words().known.values()}
    for line in (named, *(flow(view, [span]) for span in physical_lines(view, 0, len(view)))):
        for program in programs(line.text):
            marked = line.text[program.start - 1 : program.start] in "「『《" and program.start > 0
            if program.name not in seen and (program.name in listed or marked or line is named):
                seen.add(program.name)
                yield program.name, _quote(text, line.cut(program.start, program.end))


def _quote(text: str, words: Flow) -> Quote:
    start, end = words.span(0, len(words.text))
    return Quote(start, end, text[start:end])

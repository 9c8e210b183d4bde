"""Which later words of the minutes report that a task was done.

Always true: a task counts as reported only by words of a later sitting of its platform, which are quoted; they say that
something was done (not that it is planned, asked again or still missing), and are bound to the task by its case, by who
was asked and by what was asked; where that is not plain, nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.store import GraphStore
from graph.vocabulary import Level
from queries.catalogue import Row, ask
from queries.events import Sitting
from queries.evidence import Quote
from queries.memory import remembered
from queries.sentences import Sentence, sentences
from queries.spelling import bare


class Bond(StrEnum):
    """What binds a report to a task."""

    CASE = "case"
    AGENCY = "agency"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Report:
    """The first words that report a task."""

    meeting: str
    """Id of the sitting."""
    title: str
    date: str | None
    bonds: tuple[Bond, ...]
    quote: Quote


_DONE = re.compile(
    r"已|業[於經]|完成|辦(?:竣|畢|妥)|結束|圓滿|(?:感謝|謝謝)[^，。；]*(?:辦理|舉辦|規劃|提供|協助|安排)|如期|(?:函[復覆]|回[復覆])(?!表)|收[獲到悉]|經確認"
)
_NOT_DONE = re.compile(
    r"[未尚俟擬]|[^建]請(?!詳)|^請|應於|預[計定]|[將如若倘]|仍待|待(?!命)|無法|刻正|規劃中|辦理中|儘速|盡快|後再|已於[^，。；]*會議[^，。；]*同意|(?<!完成後)解除?列管?$|目標"
)
_WHOLE = re.compile(
    r"(?:本案|活動|工作|事項|業務|參訪|交流|合作|研習|課程)[^，。；]{0,6}?[均皆業]?已[^，。；]{0,6}?(?:完成|完畢|結束|辦[竣畢])|(?:均|皆|業)已辦理完(?:畢|成)"
)
_HOLDING = re.compile(r"辦理|舉辦|規劃|安排|參[與加訪]|邀|觀摩|交流|推動|配合|擺攤|推廣|行銷|辦完")
_HANDING = re.compile(
    r"提[送報供出交]|函[復覆送轉]|回[復覆]|彙整|提案|填報|檢送|研[擬議]|評估|確認|納入|修正|訂定|查|統計|說明"
)
_YEARS = 3
"""How long a report is looked for."""
_CITY = re.compile(r"^([\u3400-\u9fff]{2}[市縣])(?:政府)?(?=.)")
_FILLER = re.compile(
    r"請|於|並|及|與|之|前|將|應|由|以|為|本案|各縣市|各市|四市|兩市|4市|3市|其他|相關|持續|繼續|協助|辦理|合作|下次|會議|小組|會後|單位|市政府|縣政府|政府|\d+年度?|年度?|\d+月|\d+日|底|內"
)


def reports(store: GraphStore, as_of: str | None = None) -> dict[str, Report]:
    """Which tasks some later sitting reports, up to and including a day.

    In: a store; an ISO day (None: the end of all that is known). Out: by the id of the action item, the first report of
    it; what has none is not in it. The audit and ``queries.actions`` both take it from here.
    """
    found = remembered(store, _reports)
    return {item: report for item, report in found.items() if as_of is None or (report.date or "9999") <= as_of}


@dataclass(frozen=True, slots=True)
class _Task:
    """An action item as it is looked for."""

    id: str
    text: str
    cases: frozenset[str]
    """Its case, and what that became."""
    agencies: tuple[str, ...]
    content: frozenset[str]
    sitting: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that says that something was done."""

    sentence: Sentence
    words: str
    """Its clauses that say so, bare."""
    whole: bool
    """Whether all that a case asked for was done."""


def _reports(store: GraphStore) -> dict[str, Report]:
    said = {meeting: found for meeting, found in sentences(store).items() if found}
    told = {meeting: [one for sentence in found if (one := _told(sentence))] for meeting, found in said.items()}
    known = {meeting: found[0].sitting for meeting, found in said.items()}
    later: dict[str | None, list[Sitting]] = {}
    for sitting in sorted(known.values(), key=lambda one: (one.date or "", one.id)):
        later.setdefault(sitting.platform, []).append(sitting)
    found = {}
    for task in _tasks(store):
        asked = known.get(task.sitting)
        for sitting in _after(asked, later) if asked else ():
            report = next((one for one in told[sitting.id] if _bonds(task, one)), None)
            if report:
                quote = report.sentence.quote(store)
                found[task.id] = Report(sitting.id, sitting.name, sitting.date, _bonds(task, report), quote)
                break
    return found


def _after(asked: Sitting, by_platform: dict[str | None, list[Sitting]]) -> Iterator[Sitting]:
    """The sittings that could report what a sitting asked: of its body or a higher one, within a few years."""
    if asked.date is None:
        return
    last = f"{int(asked.date[:4]) + _YEARS}{asked.date[4:]}"
    for one in by_platform.get(asked.platform, ()):
        same = one.group == asked.group or Level.WORKING_GROUP not in (one.level, asked.level)
        if asked.date < (one.date or "") <= last and (same or one.level in (Level.MAYOR, Level.DEPUTY_MAYOR)):
            yield one


def _told(sentence: Sentence) -> _Told | None:
    done = [clause for clause in _clauses(sentence.text) if _DONE.search(clause) and not _NOT_DONE.search(clause)]
    return _Told(sentence, bare("／".join(done)), any(map(_WHOLE.search, done))) if done else None


def _bonds(task: _Task, told: _Told) -> tuple[Bond, ...]:
    """What binds a sentence to a task that it reports; nothing where it does not."""
    words, cases = told.words, told.sentence.cases
    case = bool(task.cases & cases)
    if cases and not case:
        return ()
    agency = any(name in words for name in task.agencies)
    if not case and not agency:
        return ()
    shared = sum(pair in words for pair in task.content)
    share = shared / len(task.content) if task.content else 0.0
    whole = told.whole and _HOLDING.search(task.text) and not _HANDING.search(task.text)
    near = (share >= 0.3 and shared >= 3) or whole or (agency and share >= 0.15 and shared >= 2)
    if case and len(cases) == 1 and near:
        return (Bond.CASE, *([Bond.AGENCY] if agency else []), *([Bond.CONTENT] if shared >= 2 else []))
    return (Bond.AGENCY, Bond.CONTENT) if agency and share >= 0.5 and shared >= 4 else ()


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in re.split(r"[，,。；：:\n]", text) if clause.strip()]


def _tasks(store: GraphStore) -> Iterator[_Task]:
    """Every action item, once."""
    after: dict[str, set[str]] = {}
    for row in ask(store, "steps"):
        after.setdefault(row["source"]["id"], set()).add(row["target"]["id"])
    by_item: dict[str, list[Row]] = {}
    for row in ask(store, "actions", body=None, to=None, **{"from": None}):
        by_item.setdefault(row["id"], []).append(row)
    for id, rows in by_item.items():
        first = rows[0]
        names = dict.fromkeys(short for row in rows if row["assignee"] for short in _called(row["assignee"]))
        content = _content(first["text"], first["due_text"] or "", first["case"] or "", tuple(names))
        yield _Task(id, first["text"], _line(first["case_id"], after), tuple(names), content, first["meeting_id"])


def _line(case: str | None, after: dict[str, set[str]]) -> frozenset[str]:
    """A case and all that it became."""
    found: set[str] = set()
    ahead = {case} if case else set()
    while ahead:
        found |= ahead
        ahead = {one for before in ahead for one in after.get(before, ())} - found
    return frozenset(found)


def _called(name: str) -> Iterator[str]:
    """How later minutes may call who was asked: in full, without the city's government, and by the city."""
    yield bare(name)
    city = _CITY.match(name)
    if city:
        yield bare(name[city.end() :])
        yield bare(city[1])


def _content(text: str, due: str, case: str, names: tuple[str, ...]) -> frozenset[str]:
    """Pairs of characters that say what is asked, without who, when and the case's name."""
    words = bare(text)
    for part in (bare(due), bare(case), *sorted(names, key=len, reverse=True)):
        words = words.replace(part, "／") if part else words
    parts = re.split(r"[^\u3400-\u9fffa-z0-9]+", _FILLER.sub("／", words))
    return frozenset(part[at : at + 2] for part in parts for at in range(len(part) - 1))

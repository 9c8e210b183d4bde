"""A lineage picture in words: title lines, the description for those who do not see it, the notes beneath.

Always true: the description of a page names every case that it shows, with what happened to it and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from visualizations.citations import Citations, Source, numbers
from visualizations.lineage.chart import PLAIN, Arrow, Chart, Lane, Mark
from visualizations.lineage.header import series
from visualizations.lineage.symbols import ARROWS
from visualizations.words import HAPPENED, Language, Words, day

_NAMED = 30
"""How many files a source note names before it only counts them."""


def subtitle(chart: Chart) -> str:
    """Of what, from when to when, how much of it."""
    options = chart.options
    lanes = (*chart.lanes, *chart.predecessors.values(), *chart.brief)
    days = sorted({mark.day for lane in lanes for mark in lane.marks})
    sittings = len({mark.sitting.id for lane in lanes for mark in lane.marks})
    platforms = list(dict.fromkeys(lane.section[0] for lane in chart.lanes if lane.section[0]))
    span = " – ".join(dict.fromkeys(day(one, options.calendar) for one in (days[:1] + days[-1:])))
    count = Words(f"{sittings} 次會議 ・ {len(lanes)} 案", f"{sittings} sittings ・ {len(lanes)} cases").of(
        options.language
    )
    era = Words("民國 ", "ROC ").of(options.language) if options.calendar.value == "roc" and span else ""
    return " ・ ".join(filter(None, (platforms[0] if len(platforms) == 1 else "", era + span, count)))


def description(chart: Chart, lanes: Iterable[Lane]) -> str:
    """What happened to these cases, one sentence each."""
    return "\n".join(_sentence(chart, lane) for lane in lanes)


def event_words(chart: Chart, mark: Mark) -> str:
    """When, at which sitting, what."""
    language = chart.options.language
    what = Words("、", ", ").of(language).join(HAPPENED[kind].of(language) for kind in mark.kinds)
    sitting = series(mark.sitting) or mark.sitting.name
    inferred = Words("（推論）", " (inferred)").of(language) if mark.inferred else ""
    return f"{day(mark.day, chart.options.calendar)} {sitting} {what}{inferred}".replace("  ", " ")


def arrow_words(chart: Chart, arrow: Arrow) -> str:
    """Which case became which, and when."""
    names = {lane.case.id: lane.case.name for lane in (*chart.lanes, *chart.predecessors.values())}
    language = chart.options.language
    inferred = Words("（推論）", " (inferred)").of(language) if arrow.inferred else ""
    when = day(arrow.day, chart.options.calendar) if arrow.dated else Words("日期不詳", "no date").of(language)
    word = ARROWS[arrow.kind][1].of(language)
    return f"{when} {names[arrow.source]} {word} {names[arrow.target]}{inferred}"


def _sentence(chart: Chart, lane: Lane) -> str:
    language = chart.options.language
    came = [arrow_words(chart, arrow) for arrow in chart.arrows if arrow.target == lane.case.id]
    happened = [event_words(chart, mark) for mark in lane.marks]
    goes = [arrow_words(chart, arrow) for arrow in chart.arrows if arrow.source == lane.case.id]
    comma, stop, colon = (words.of(language) for words in (Words("；", "; "), Words("。", "."), Words("：", ": ")))
    return lane.case.name + colon + comma.join([*came, *happened, *goes]) + stop


@dataclass(frozen=True, slots=True)
class Remark:
    """A note in parts, each with what it rests on."""

    parts: tuple[tuple[str, tuple[Source, ...]], ...]

    def words(self, cited: Citations) -> str:
        """The note as one line, with the numbers of its sources."""
        held = ((text, numbers(cited.of(sources))) for text, sources in self.parts)
        return "".join(f"{text}[{told}]" if told else text for text, told in held)


def remarks(chart: Chart) -> list[Remark]:
    """What the picture does not draw: cases that one sitting took up and ended, cases without a day."""
    language, calendar = chart.options.language, chart.options.calendar
    comma, stop = Words("、", ", ").of(language), Words("。", ".").of(language)
    told = sorted(((_ending(lane), lane) for lane in chart.brief), key=lambda one: (one[0], one[1].case.name))
    found = []
    for (when, sitting, kinds), same in groupby(told, key=lambda one: one[0]):
        lanes = [lane for _, lane in same]
        what = "・".join(HAPPENED[kind].of(language) for kind in kinds)
        head = Words(
            f"另 {sitting}（{day(when, calendar)}）{what} {len(lanes)} 案，未繪入：",
            f"Not drawn, {what} at {sitting} ({day(when, calendar)}): ",
        ).of(language)
        named = [(comma * bool(n) + lane.case.name, tuple(chart.sources([lane]))) for n, lane in enumerate(lanes)]
        found.append(Remark(((head, ()), *named, (stop, ()))))
    return found + [Remark(((line, ()),)) for line in undated(chart)]


def _ending(lane: Lane) -> tuple[str, str, tuple[str, ...]]:
    mark = lane.marks[-1]
    kinds = tuple(kind for kind in mark.kinds if kind not in PLAIN)
    return mark.day, series(mark.sitting) or mark.sitting.name, kinds


def undated(chart: Chart) -> list[str]:
    """Cases that cannot stand on an axis of days."""
    if not chart.undated:
        return []
    names = "、".join(case.name for case in chart.undated)
    head = Words(f"另 {len(chart.undated)} 案無日期可據，未繪入：", f"{len(chart.undated)} without a day, not drawn: ")
    return [head.of(chart.options.language) + names + Words("。", ".").of(chart.options.language)]


def source_note(chart: Chart) -> str:
    """Where it comes from, how to read the axis, as of when."""
    language, told = chart.options.language, list[Words]()
    files = sorted({source.quote.file for source in chart.sources((*chart.lanes, *chart.brief))})
    zh, en = ("、".join(files), ", ".join(files)) if 0 < len(files) <= _NAMED else ("", "")
    plural = "s" * (len(files) != 1)
    named = Words(f"（{zh}）" * bool(zh), f" ({en})" * bool(en))
    told.append(
        Words(f"資料來源：會議紀錄 {len(files)} 件{named.zh}。", f"Sources: {len(files)} document{plural}{named.en}.")
    )
    if chart.as_of:
        when = day(chart.as_of, chart.options.calendar)
        told.append(Words(f"截至 {when}。", f"As of {when}."))
    told.append(
        Words("時間軸依實際日期比例繪製，數字為出處編號。", "Days stand to scale; numbers are those of the sources.")
    )
    if chart.options.inferred:
        told.append(Words("含推論關係（虛線，非原文明示）。", "Inferred steps are dashed."))
    return Words("", " ").of(language).join(words.of(language) for words in told)


def empty(language: Language) -> str:
    """What a picture without a lane says."""
    return Words("此範圍內沒有可繪的案件。", "There is no case to draw here.").of(language)

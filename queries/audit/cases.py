"""Cases that the minutes lose: vanished, recommended for delisting and left, delisted and listed again.

Always true: what any sitting, of whatever level, decides about a case explains what comes after; a sitting that leaves
cases unnamed (其餘各案, 照案通過) is no witness that one was passed over; neither is one before which another sitting
of its series may have sat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from graph.vocabulary import EdgeType, Level
from queries.audit.corpus import Case, Corpus, Happening, Sitting
from queries.audit.findings import Cited, Finding, Kind, finding
from queries.audit.messages import message
from queries.audit.reading import fold, normal
from queries.audit.series import broken, days_between, follows, usual_gap

E = EdgeType
_LONG = 400
"""The longest line that is quoted whole."""
_ENDS = frozenset(
    {
        E.DELISTED_AT, E.ROUTINISED_AT, E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO, E.WITHDRAWN_AT, E.REJECTED_AT,
        E.REFERRED_TO, E.DEFERRED_AT, E.DELISTING_RECOMMENDED_AT,
    }
)  # fmt: skip
_CLOSES = _ENDS - {E.DELISTING_RECOMMENDED_AT, E.ROUTINISED_AT, E.DEFERRED_AT}
_TRACKS = frozenset({E.CONTINUED_AT, E.ESTABLISHED_AT, E.REOPENED_AT, E.EXPANDED_AT})
_OPEN_ENDED = re.compile(
    r"其餘(?:[^，。；]{0,6}案|均|皆|依|照|洽|請?[持繼賡]續)|其他[^，。；]{0,4}案|(?<![多剩業])餘(?:均|皆|依|照|案|[\d一二三四五六七八九十]+案)"
    r"|各案均?(?:持續|繼續|依|照|賡續)|均(?:予)?持續列管|未列(?:示|舉)"
)
_PUT_OFF = re.compile(
    r"(?:至|於|俟|待)[^，。；]{0,10}(?:第[\d一二三四]+[次季]|明年|次年|下半年|下年度|年度大會|年底)[^，。；]{0,12}(?:再行?(?:提|報|檢|討|研|議)|(?:會議|大會)(?:提|報))"
    r"|每(?:半年|年)[^，。；]{0,6}(?:提報|報告|檢視|追蹤)|(?:暫停|停止)(?:討論|列管|追蹤)|移(?:由|請|至|交)[^，。；]{0,14}(?:組|列管|追蹤|辦理)"
)
_BULK = re.compile(
    r"(?:照案|如擬|附件|附表|清單|一覽|各(?:議題)?小?組|所提|所報|提報|建議|各案|全數|均|皆)[^。；「」]{0,24}(?:解列|解除列管)"
    r"|(?:解列|解除列管)[^。；「」]{0,24}(?:照案|如擬|附件|附表|清單|一覽|全數)"
)
_DELISTED = re.compile(r"解列|解除(?:列管|追蹤)|結案|銷案|除管")
_BACK = re.compile(r"恢復|重新|再(?:次|行|予)?(?:列管|列案|提案|納入)|復列|重啟|改列|撤銷解列|回復")
_REFERENCE = re.compile(
    r"(?:已|歷[次年]|前)[^，。；]{0,10}(?:解列|解除列管|結案)|成果(?:回顧|彙整|總表)|參考|回顧|備查|不再列管|後續(?:追蹤|維運)"
)


def vanished(corpus: Corpus) -> Iterator[Finding]:
    """Cases that were tracked and that their group's next two sittings do not speak of, with nothing to explain it."""
    gaps = broken(corpus)
    for sittings in corpus.series.values():
        if sittings[0].level is not Level.WORKING_GROUP:
            continue
        gap = usual_gap(sittings)
        for at in range(len(sittings) - 2):
            here, first, second = sittings[at : at + 3]
            if {(here.id, first.id), (first.id, second.id)} & gaps:
                continue
            if _witness(here, first, corpus, gap) and _witness(first, second, corpus, gap):
                for id in corpus.discussed.get(here.id, ()):
                    yield from _vanished(corpus, corpus.cases[id], here, first, second)


def recommended(corpus: Corpus) -> Iterator[Finding]:
    """Cases recommended for delisting that the higher sitting did not delist, with no word on why."""
    for id, events in sorted(corpus.happened.items()):
        case = corpus.cases[id]
        for asked in events:
            sitting = corpus.by_id.get(asked.meeting or "")
            if asked.type is not E.DELISTING_RECOMMENDED_AT or sitting is None or asked.reported:
                continue
            quotes = corpus.cited_at(asked)
            higher = _higher(corpus, sitting, "".join(fold(q.quote) for q in quotes))
            if higher is None or not quotes or not _left_undecided(corpus, case, events, sitting, higher):
                continue
            told = message(
                "recommended_not_delisted",
                case=case.name,
                recommended=sitting.date,
                held=f"{higher.name} {higher.date}",
            )
            evidence = [*_naming(case, sitting), *quotes, higher.title]
            yield finding(
                Kind.RECOMMENDED_NOT_DELISTED, case.subject, _telling(case, sitting, quotes), sitting.at, told, evidence
            )


def relisted(corpus: Corpus) -> Iterator[Finding]:
    """Cases that were delisted and are on the list again, though no sitting put them back."""
    for id, events in sorted(corpus.happened.items()):
        case = corpus.cases[id]
        off = next((e for e in events if e.type is E.DELISTED_AT), None)
        if off is None or not off.day:
            continue
        for again in events:
            sitting = corpus.by_id.get(again.meeting or "")
            if again.day > off.day and again.type in (E.REOPENED_AT, E.ESTABLISHED_AT, E.PROPOSED_AT):
                break
            if sitting is None or again.type is not E.CONTINUED_AT or again.reported or again.day <= off.day:
                continue
            if _silently(corpus, case, off, again, sitting):
                quotes = corpus.cited_at(again)
                told = message("relisted", case=case.name, delisted=off.day, listed=again.day)
                naming = _naming(case, sitting)
                evidence = [*quotes, *naming, *corpus.cited(off.passages)]
                yield finding(Kind.RELISTED, case.subject, _telling(case, sitting, quotes), sitting.at, told, evidence)
                break


# -- vanished ----------------------------------------------------------------------------------------------------------


def _vanished(corpus: Corpus, case: Case, here: Sitting, first: Sitting, second: Sitting) -> Iterator[Finding]:
    events = corpus.happened[case.id]
    tracked = [e for e in events if e.meeting == here.id and e.type in _TRACKS]
    if not tracked or not case.spellings or any(case.named_in(s.words) for s in (first, second)):
        return
    since = [e for e in events if e.type in _ENDS and _explains_absence(corpus, e, here, second)]
    between = [e for e in events if (here.date or "") < e.day <= (second.date or "")]
    elsewhere = any(
        case.named_in(s.words) for s in corpus.sittings if (here.date or "") < (s.date or "") <= (second.date or "")
    )
    before = [e for e in events if e.type is E.DELISTED_AT and e.day <= (here.date or "")]
    quotes = [quote for e in tracked for quote in corpus.cited_at(e)]
    said = "".join(fold(q.quote) for q in quotes) + _item(case, here)
    if since or between or elsewhere or before or not quotes or _PUT_OFF.search(said):
        return
    if any(_alike(case, corpus.cases[other]) for s in (first, second) for other in corpus.discussed.get(s.id, ())):
        return
    told = message(
        "vanished_case", case=case.name, first=f"{first.name} {first.date}", second=f"{second.name} {second.date}"
    )
    evidence = [*_naming(case, here), *quotes, first.title, second.title]
    yield finding(Kind.VANISHED_CASE, case.subject, _telling(case, here, quotes), here.at, told, evidence)


def _explains_absence(corpus: Corpus, end: Happening, here: Sitting, second: Sitting) -> bool:
    """Whether an end of a case came in time, on a day nobody knows, or from a higher sitting later on."""
    if end.date is None or (here.date or "") <= end.date <= (second.date or ""):
        return True
    sitting = corpus.by_id.get(end.meeting or "")
    return end.date > (second.date or "") and (sitting is None or sitting.level is not Level.WORKING_GROUP)


def _witness(before: Sitting, sitting: Sitting, corpus: Corpus, gap: int) -> bool:
    """Whether a sitting follows another one at once and names the cases that it lists."""
    listed = [id for id in corpus.discussed.get(sitting.id, ()) if corpus.cases[id].named_in(sitting.words)]
    return bool(listed) and follows(before, sitting, gap) and not _OPEN_ENDED.search(sitting.text)


def _alike(case: Case, other: Case) -> bool:
    """Whether two names are so close that one case may go by both."""
    return case.id != other.id and any(
        fuzz.ratio(one, two) >= 60 or (len(one) > 5 and fuzz.partial_ratio(one, two) >= 85)
        for one in case.spellings
        for two in other.spellings
    )


def _item(case: Case, sitting: Sitting) -> str:
    """The lines of a sitting that name a case, and those below them."""
    found = []
    for line in sitting.lines:
        if case.named_in(normal(line.text)):
            found += [line.text, *(child.text for child in line.children)]
    return "\n".join(found)


# -- recommended -------------------------------------------------------------------------------------------------------


def _higher(corpus: Corpus, sitting: Sitting, words: str) -> Sitting | None:
    """The first sitting of the level that was asked after a recommendation, if none can have sat before it unseen."""
    if sitting.level is Level.WORKING_GROUP:
        deputy = "副" in words
        levels = {Level.DEPUTY_MAYOR} if deputy else {Level.MAYOR} if re.search("市長|首長|縣長", words) else {
            Level.DEPUTY_MAYOR, Level.MAYOR,
        }  # fmt: skip
    elif sitting.level is Level.DEPUTY_MAYOR:
        levels = {Level.MAYOR}
    else:
        return None
    later = [
        s for s in corpus.by_id.values()
        if s.platform == sitting.platform and s.level in levels and (s.date or "") > (sitting.date or "9")
    ]  # fmt: skip
    if not later:
        return None
    found = min(later, key=lambda s: s.date or "")
    return found if _nothing_before(corpus, sitting, found) else None


def _nothing_before(corpus: Corpus, sitting: Sitting, higher: Sitting) -> bool:
    """Whether no other higher sitting can lie between the two unseen."""
    last = [s for s in corpus.by_id.values() if s.series == higher.series and (s.date or "9") <= (sitting.date or "")]
    stub = any(
        (row["platform"], row["level"]) == (higher.platform, higher.level.value)
        and (sitting.date or "") < (row["date"] or "") < (higher.date or "")
        for row in corpus.stubs
    )
    if stub:
        return False
    days = days_between(sitting, higher)
    if days <= 550 and any(s.ordinal == (higher.ordinal or 0) - 1 for s in last):
        return True
    deputy = higher.level is Level.DEPUTY_MAYOR
    if higher.ordinal in (None, 1):
        return days <= (215 if deputy else 395)
    return days <= (120 if deputy else 215)


def _left_undecided(corpus: Corpus, case: Case, events: list[Happening], sitting: Sitting, higher: Sitting) -> bool:
    """Whether the higher sitting says nothing of a case, and nothing else explains what became of it."""
    asked, held = sitting.date or "", higher.date or ""
    if case.named_in(higher.words) or _BULK.search(_unnamed(higher)):
        return False
    for event in events:
        if event.meeting == higher.id:
            return False
        if (event.day >= asked or not event.day) and event.type in _CLOSES:
            return False
        if asked < event.day <= held and event.type is not E.DISCUSSED_AT:
            return False  # taken back, or asked anew, before the higher sitting came
    return not any(_explains(case, s) for s in corpus.sittings if (s.date or "") >= held)


def _unnamed(sitting: Sitting) -> str:
    """The lines of a sitting that delist without naming what."""
    lines = (line.text for line in sitting.lines if _DELISTED.search(line.text) and not line.items())
    return "\n".join(text for text in lines if "「" not in text and "裁示事項" not in text)


def _explains(case: Case, sitting: Sitting) -> bool:
    """Whether a later sitting tells what the higher one decided about the case."""
    return any(
        case.named_in(normal(line.text)) and re.search(r"副?(?:市長|首長|縣長)", line.text) is not None
        and re.search(r"解列|解除列管|列管", line.text) is not None
        for line in sitting.lines
    )  # fmt: skip


# -- relisted ----------------------------------------------------------------------------------------------------------


def _silently(corpus: Corpus, case: Case, off: Happening, again: Happening, sitting: Sitting) -> bool:
    """Whether a case stands on a list again as if it had never been delisted."""
    delisting = corpus.by_id.get(off.meeting or "")
    higher = (Level.WORKING_GROUP, Level.DEPUTY_MAYOR, Level.MAYOR)
    levels = [higher.index(s.level) for s in (delisting, sitting) if s and s.level in higher]
    if len(levels) == 2 and levels[1] > levels[0]:
        return False  # the higher sitting has the last word
    naming = [line for line in sitting.lines if case.named_in(normal(line.text))]
    if not naming:
        return False
    quotes = "".join(fold(q.quote) for q in corpus.cited_at(again))
    for line in naming:
        around = [line.text, *(child.text for child in line.children), *(up.text for up in line.above())]
        if any(_BACK.search(words) for words in around[: 1 + len(line.children)]):
            return False
        if any(_REFERENCE.search(words) for words in around) or _DELISTED.search(line.text):
            return False
    return not (_DELISTED.search(quotes) or _BACK.search(quotes) or _REFERENCE.search(quotes))


# -- words -------------------------------------------------------------------------------------------------------------


def _telling(case: Case, sitting: Sitting, quotes: list[Cited]) -> Cited:
    """The line that names a case and decides on it, else the words that say most of it."""
    for quote in quotes:
        for line in sitting.lines:
            start, end = line.span(0, len(line.text))
            if start <= quote.start < end and case.named_in(normal(line.text)) and end - start < _LONG:
                return sitting.cite(start, max(end, quote.end))
    return max(quotes, key=lambda quote: (len(quote.quote), -quote.start))


def _naming(case: Case, sitting: Sitting) -> list[Cited]:
    """Where a sitting first names a case."""
    for parsed in sitting.minutes.cases:
        if normal(parsed.name) in case.spellings:
            return [sitting.cite(parsed.quote.start, parsed.quote.end)]
    return []

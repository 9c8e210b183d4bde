"""How a sentence says that cases go into another: A與B合併為C, A併入B, 與「B」併案，由該案填報, C（由A及B合併）.

Always true: a merger is returned only when the sentence asserts it; None stands for the case of the item (本案).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.lexicon.lineage import lineage_words
from loaders.minutes.beside import (
    Asserted,
    bare_after,
    bare_before,
    in_quotes,
    name_before,
    names_before,
    names_behind,
    names_between,
    new_name,
    verbs_asserted,
)
from loaders.minutes.names import Name, quoted
from loaders.row_numbers import BEFORE, FIRST, ROW, row

_WITH_ROW = re.compile(
    rf"[與和]({ROW})$|(?:^|[，；：將])(?:({ROW})[與及和、]本案|本案[與及和、]({ROW}))(?![0-9-])[^「」。；]{{0,24}}$"
)
"""The row that the item's own case is put together with (與第6案合併; 第5案與本案目標一致，合併為「C」)."""
_BESIDE = re.compile(
    r"(?:(?:^|[，；：])(?:本案|並|擬|爰|請|同意|應)*(?:與|和|同|併同)[^，。；「」]{0,24}|(?:建議|提議)(?:本案)?(?:與|和|併同))$"
)
_AND_OWN = re.compile("(?:一?案)?[、與及和]本案(?:同意|准予|予以)?")
_WITH = re.compile(
    r"(?:一?案)?(?:自[^，。；「」]{1,8}起|擬|建議|建請|爰|應|宜|同意|將|可|，)*[與和同跟][^，。；「」]{0,10}"
)
_TAKES_IN = re.compile("將「[^」]*」(?:[一乙]?案)?$")
"""將「A」併入，…: what goes into the item's own case."""
_ALREADY = re.compile("(?:已|業經)$")
_INTO = re.compile("(?:等)?[0-9二兩三四五六]?(?:項|個)?案?[為成]")
"""What stands between cases and what they are put together as."""
_FROM = re.compile(r"(?:由|自)$")
_CASES = re.compile(rf"(?:(?<!本)案|二者|兩者|{ROW})(?:同意|准予|予以|均|應|爰|即|亦|業)*$")
"""Cases right before a verb; 表單業已整併為單一版本 is about none."""
_NO_CASE = re.compile(r".{0,4}平臺|.{1,8}組|.{0,6}合作(?:交流)?平臺")


@dataclass(frozen=True, slots=True)
class Merger:
    """Sources that go into a target. ``target`` None: the sentence leaves the new name to another one.

    ``source_row`` and ``target_row`` are rows of the list that the sentence points to (項次5併入項次2).
    ``if_known``: the target is words without quotes, which name a case only where the sitting knows it.
    ``aforesaid``: the target is the case that was spoken of before (併入該案).
    """

    sources: tuple[Name, ...]
    target: Name | None
    start: int
    end: int
    subject_is_source: bool = False
    subject_is_target: bool = False
    source_row: str = ""
    target_row: str = ""
    if_known: bool = False
    aforesaid: bool = False


def mergers(text: str, asserted: Asserted) -> list[Merger]:
    """Every merger that a sentence asserts; the most telling form that it uses wins."""
    names = quoted(text)
    return _composed(text, names) or _absorbing(text, names, asserted) or _merging(text, names, asserted)


def _composed(text: str, names: list[Name]) -> list[Merger]:
    """C（由A及B合併）."""
    found = []
    for said in lineage_words().composed.finditer(text):
        sources = names_between(text, names, *said.span("sources"))
        target = name_before(names, said.start()) or bare_before(text, said.start())
        if len(sources) >= 2 and target:
            found.append(Merger(tuple(sources), target, said.start(), said.end()))
    return found


def _absorbing(text: str, names: list[Name], asserted: Asserted) -> list[Merger]:
    """A併入B, 併入項次5, B-02併入本案, 與「B」性質相近，併至該案."""
    found = []
    for verb in verbs_asserted(lineage_words().absorb, text, names, asserted):
        start, end = verb.span()
        sources, before = tuple(names_before(text, names, start)), BEFORE.search(text[:start])
        row_before = row(before[1]) if before else ""
        row_after = FIRST.match(text, end)
        target = _near_after(text, names, end)
        sources = _others(text, names, _of_two(text[:start], sources), target)
        pointed = lineage_words().that_case.match(text, end) if target is None else None
        if not sources and (
            _is_aside(text[:start]) or (target and lineage_words().within.match(text, target.outer_end))
        ):
            continue  # 成果併入「A」網頁, 俾利併入整合地圖: what goes in is no case
        earlier = [n for n in names if n.outer_end <= start] if pointed else []
        opens = len(earlier) == 1 and earlier[0].outer_start == 0  # 「B」併入前案 speaks of B
        aforesaid = earlier[-1] if earlier and not opens else None
        aforesaid = aforesaid or (_kept_by_name(text, names) if pointed else None)
        if aforesaid:
            found.append(Merger((), aforesaid, start, end, subject_is_source=True))
        elif pointed:
            found.append(Merger(sources, None, start, end, not sources, source_row=row_before, aforesaid=True))
        elif text.startswith("本案", end) or (
            sources and _TAKES_IN.search(text[:start]) and text[end : end + 1] in "，。；"
        ):
            found.append(Merger(sources, None, start, end, subject_is_target=True, source_row=row_before))
        elif (
            row_after
            and (named := lineage_words().named_after.search(text, row_after.end()))
            and (new := next((name for name in names if name.outer_start == named.end()), None))
        ):  # 併項次5，合併後名稱為「C」
            found.append(Merger(sources, new, start, new.outer_end, True, source_row=row(row_after[1])))
        elif row_after:
            own = not sources and not row_before
            found.append(Merger(sources, target, start, end, own, False, row_before, row(row_after[1])))
        elif target is None and _ALREADY.search(text[:start]):
            continue  # 已併入某署系統運作: what happened to it, in words that are no name
        elif (target := target or bare_after(text, end)) and not _NO_CASE.fullmatch(target.text):
            own = not sources and not row_before
            loose = not target.quoted and not text.startswith(("案", "一案", "乙案"), target.outer_end)
            found.append(Merger(sources, target, start, target.outer_end, own, source_row=row_before, if_known=loose))
    return found


def _of_two(ahead: str, row: tuple[Name, ...]) -> tuple[Name, ...]:
    """「A」、「B」2案，前者…，後者併入「C」: the one of two that the verb's clause is about."""
    clause = re.split("[，；。]", ahead)[-1]
    if len(row) != 2 or not clause.startswith(("前者", "後者")):
        return row
    return row[:1] if clause.startswith("前者") else row[1:]


def _others(text: str, names: list[Name], sources: tuple[Name, ...], target: Name | None) -> tuple[Name, ...]:
    """A與B性質相同，併入B: the sources without the target, else those before the place that names it."""
    others = tuple(name for name in sources if target is None or name.text != target.text)
    return others if others or not sources else tuple(names_before(text, names, sources[0].outer_start))


def _is_aside(ahead: str) -> bool:
    """Whether what goes in is no case but what its clause speaks of."""
    return lineage_words().aside.search(re.split("[，；。：]", ahead)[-1]) is not None


def _near_after(text: str, names: list[Name], at: int) -> Name | None:
    """The quoted name right behind a verb, or behind whoever runs that case (併臺東縣政府所管「B」)."""
    near = next((n for n in names if n.outer_start >= at), None)
    between = text[at : near.outer_start] if near else ""
    return near if len(between) < 6 or lineage_words().run_by.fullmatch(between) else None


def _merging(text: str, names: list[Name], asserted: Asserted) -> list[Merger]:
    """A與B合併為C."""
    found: list[Merger] = []
    for verb in verbs_asserted(lineage_words().merge, text, names, asserted):
        if lineage_words().put_together.search(text[: verb.start()]):
            continue
        sources = names_before(text, names, verb.start())
        sources = [*_joined(text, names, sources), *sources]
        target = new_name(text, names, verb.end())
        keeping = _keeping(text, names, verb, sources) if sources and not (target or found) else None
        if keeping:
            return [keeping]
        if sources and target is None and _FROM.search(text[: sources[0].outer_start]):
            return [Merger(tuple(sources), None, sources[0].outer_start, verb.end(), subject_is_target=True)]
        with_row = _WITH_ROW.search(text[: verb.start()])
        if with_row:
            other = row(with_row[with_row.lastindex or 0])
            return [Merger((), target, with_row.start(), _end(target, verb), True, source_row=other)]
        beside = sources and target and _BESIDE.search(text[: sources[0].outer_start])
        beside = beside or (sources and target and _AND_OWN.fullmatch(text[sources[-1].outer_end : verb.start()]))
        if beside and target:  # 與「B」合併，名稱定為「C」; 「B」與本案合併為「C」
            return [Merger(tuple(sources), target, verb.start(), target.outer_end, subject_is_source=True)]
        ahead = _put_ahead(text, names, verb)
        if ahead:
            return [ahead]
        if sources or target or re.search(r"(?:案|二者|兩者|併)$", text[: verb.start()]):
            loose = bool(target and not (target.quoted or len(sources) > 1 or _is_told_of_cases(text, verb, target)))
            end = _end(target, verb)
            found.append(Merger(tuple(sources), target, verb.start(), end, not sources, if_known=loose))
    return found[:1] if len(found) > 1 and not found[0].target else found


def _put_ahead(text: str, names: list[Name], verb: re.Match[str]) -> Merger | None:
    """整併「A」及「B」2案為「C」: what goes in stands behind the verb, and behind it what comes out."""
    row = names_behind(text, [name for name in names if name.outer_start >= verb.end()], verb.end())
    if len(row) < 2 or row[0].outer_start != verb.end():
        return None
    target = next((name for name in names if name.outer_start > row[-1].outer_end), None)
    between = text[row[-1].outer_end : target.outer_start] if target else ""
    return Merger(tuple(row), target, verb.start(), target.outer_end) if target and _INTO.fullmatch(between) else None


def _joined(text: str, names: list[Name], row: list[Name]) -> list[Name]:
    """The name that opens a sentence and is put together with the row behind it (「A」擬與「B」併案)."""
    first = next((name for name in names if row and name.outer_end < row[0].outer_start), None)
    opens = first and _WITH.fullmatch(text, first.outer_end, row[0].outer_start)
    return [first] if first and opens else []


def _is_told_of_cases(text: str, verb: re.Match[str], target: Name) -> bool:
    """Whether words without quotes are what cases go into: those before are counted, or these are called one."""
    return bool(_CASES.search(text[: verb.start()])) or text.startswith(("案", "一案", "乙案"), target.end)


def _keeping(text: str, names: list[Name], verb: re.Match[str], together: list[Name]) -> Merger | None:
    """與「B」併案，由該案填報; A與B合併，以後者為案名: one of them goes on and takes the others in."""
    said = lineage_words().kept.search(text)
    if not said or in_quotes(names, said.start()) or not lineage_words().whole.match(text, verb.end()):
        return None
    start, end, which = verb.start(), verb.end(), said[said.lastindex or 0]
    if which == "本案" or (which == "前者" and len(together) == 1):
        return Merger(tuple(together), None, start, end, subject_is_target=True)
    if which.startswith("項次") and len(together) > 1:
        return None  # which of them that row is cannot be told here
    by_name = _kept_by_name(text, names)
    target = by_name or together[0 if which == "前者" else -1]
    others = tuple(name for name in together if name.text != target.text)
    if len(others) == len(together):  # a name of its own: what they go on as
        return Merger(others, target, start, target.outer_end, subject_is_source=len(others) == 1)
    return Merger(others, target, start, end, subject_is_source=not others)


def _kept_by_name(text: str, names: list[Name]) -> Name | None:
    """The quoted name of the case that a sentence says goes on (爾後以「B」單一案件填報)."""
    said = lineage_words().kept.search(text)
    return next((name for name in names if said and name.outer_start == said.start(said.lastindex or 0)), None)


def _end(target: Name | None, verb: re.Match[str]) -> int:
    return target.outer_end if target else verb.end()

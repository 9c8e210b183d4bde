"""Tasks with a day: due before they were asked (date_backwards), and over with nothing said of them (overdue_action).

Always true: when no day is asked for, a task counts as of the last sitting of its own series, which alone could have
told of it; only a deadline counts, not the day of an event; a task is reported when a later sitting of its platform
tells of its case what was asked, or by its words and who was asked; a case that is over takes its tasks with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from graph.vocabulary import EdgeType, Label, Level
from queries.audit.corpus import Case, Corpus, Sitting
from queries.audit.findings import Cited, Finding, Kind, Subject, finding
from queries.audit.messages import message
from queries.audit.reading import NUMERAL, fold, normal, numeral, squeeze
from queries.audit.series import broken, follows, usual_gap

E = EdgeType
_OVER = frozenset(
    {E.DELISTED_AT, E.WITHDRAWN_AT, E.REJECTED_AT, E.REFERRED_TO, E.ROUTINISED_AT, E.DELISTING_RECOMMENDED_AT}
)
_GOES_ON = frozenset({E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO})
_DEADLINE = re.compile(r"(?:前|止|內|底|止前|結束|完成)$")
_HANDING = re.compile(
    r"^[，、]?(?:將|就|以|由|正式|書面|主動|先行?|再|彙整|一併)?"
    r"(?:提[送報供出交具]|函[復覆報送]|回[復覆報傳]|送|繳交|填[報復妥]|完成|報送|彙送|檢送|交付)"
)
_PAST = re.compile(
    r"(?:前|底|止)?(?:已|之|以前之|前之|完成者|辦理之|所|既有|發生|受理|核定|執行情形|辦理情形|統計|資料)"
)
_FULL = re.compile(
    rf"(?P<y>\d{{2,4}}|[{NUMERAL}]{{3,4}})(?:年度?|[./-])(?P<m>[{NUMERAL}]{{1,3}})(?:月(?:份)?|[./-])(?P<d>[{NUMERAL}]{{1,3}})?"
)
_THIS = re.compile(rf"[本今]（(?P<y>\d{{2,4}})）年(?P<m>[{NUMERAL}]{{1,3}})月(?P<d>[{NUMERAL}]{{1,3}})?")
_REPORTING = re.compile(
    r"已|業[於經已]|完成|辦[竣畢]|辦理完|函[復覆送]|提[送報供出交]|所[提送報]|回[復覆報]|洽悉|備查|收悉|繳交|確認|公布|如期|報告|說明|彙整|訂定|出爐|啟用|上線|"
    r"無意見|仍未|尚未|逾期|展延|延[至長後]|未能"
)
_REQUEST = re.compile(r"^(?:並|另|及|仍|惟|爰|本案)?(?:再|續)?(?:請|應|由)")
_FILLER = re.compile(
    rf"請|於|並|及|與|之|前|將|應|本案|相關|各市|各縣市|四市|提送|提報|提供|提出|回復|函送|彙整|函復|辦理|完成|持續|繼續|列管|會議|小組|市政府|縣政府|政府|年|月|日|底|[{NUMERAL}]|下次|進行|後續|市|縣|局|處"
)


@dataclass(frozen=True, slots=True)
class _Task:
    """An action item with a deadline."""

    id: str
    text: str
    due: str
    said: str
    case: str | None
    agencies: tuple[str, ...]
    sitting: Sitting
    cited: Cited

    @property
    def subject(self) -> Subject:
        """The action item as the subject of a finding."""
        return Subject(self.id, Label.ACTION_ITEM, " ".join(self.text.split()))


def overdue(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines that were over by the day of the audit, and that no later sitting reports."""
    gaps = broken(corpus)
    for task in _tasks(corpus):
        day = corpus.asked or _last_of_series(corpus, task.sitting)
        if task.due >= day or task.due < (task.sitting.date or ""):
            continue
        if _backwards(task) or _is_over(corpus, task) or _unwitnessed(corpus, task, gaps) or _report(corpus, task):
            continue
        told = message("overdue_action", due=task.due, day=day)
        evidence = [task.sitting.title]
        yield finding(Kind.OVERDUE_ACTION, task.subject, task.cited, task.sitting.at, told, evidence)


def backward_dues(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines that were over before the sitting that sets them."""
    for task in _tasks(corpus):
        day = _backwards(task)
        if day and task.sitting.date:
            told = message("due_backwards", due=day.isoformat(), date=task.sitting.date)
            head = task.sitting.minutes.header_quotes.get("date")
            dated = [task.sitting.cite(head.start, head.end)] if head else []
            evidence = [*dated, task.sitting.title]
            yield finding(Kind.DATE_BACKWARDS, task.subject, task.cited, task.sitting.at, told, evidence)


def _last_of_series(corpus: Corpus, sitting: Sitting) -> str:
    """The last day on which a sitting's own body could have spoken of a task."""
    return max(s.date or "" for s in corpus.sittings if s.series == sitting.series)


def _tasks(corpus: Corpus) -> Iterator[_Task]:
    """Every action item that names a deadline, once."""
    seen: set[str] = set()
    asked: dict[str, list[str]] = {}
    for row in corpus.tasks:
        asked.setdefault(row["id"], []).extend([row["assignee"]] if row["assignee"] else [])
    for row in corpus.tasks:
        sitting = corpus.by_id.get(row["meeting_id"])
        if row["id"] in seen or sitting is None or not row["due"]:
            continue
        seen.add(row["id"])
        quotes = corpus.cited(tuple(row["passages"] or ()))
        if quotes and _is_deadline(row["text"], row["due_text"] or "", sitting, quotes[0]):
            names = tuple(dict.fromkeys(asked[row["id"]]))
            owner = corpus.sitting_of(quotes[0]) or sitting
            yield _Task(
                row["id"], row["text"], row["due"], row["due_text"] or "", row["case_id"], names, owner, quotes[0]
            )


def _is_deadline(text: str, said: str, sitting: Sitting, cited: Cited) -> bool:
    """Whether the words that give a day set a deadline: 於7月10日前函復, and not 10月25日博覽會."""
    before, _ = squeeze(sitting.source[max(0, cited.start - 30) : cited.start])
    words, _ = squeeze(text)
    said, _ = squeeze(said)
    at = words.find(said) if said else -1
    if at < 0:
        return bool(said) and before.endswith(said) and _DEADLINE.search(said) is not None
    if re.match(
        rf"[本今下]?(?:一|（\d+）)?(?:年度|年|季)$|第?[{NUMERAL}]+[季次]|[上下]半年", said
    ) and not said.endswith(("前", "底", "內")):
        return False
    behind = words[at + len(said) :]
    if re.match(r"(?:召開|之?第?[^，。]{0,6}(?:會議|小組))", behind) or _PAST.match(behind):
        return False
    if _DEADLINE.search(said):
        return True
    return behind.startswith(("前", "止", "底前", "以前", "內")) or _HANDING.match(behind) is not None


def _backwards(task: _Task) -> date | None:
    """The day of a deadline whose own year sets it before the sitting; None when it lies behind it or names no year."""
    said = squeeze(task.said)[0]
    found = _THIS.search(said) or _THIS.search(squeeze(task.text)[0]) or _FULL.search(said)
    held = task.sitting.date
    if found is None or held is None:
        return None
    year, month = numeral(found["y"]) or 0, numeral(found["m"]) or 0
    number = numeral(found["d"] or "")
    year += 1911 if year < 1000 else 0
    if not number:
        number = 28  # a month is over only with its last day
        if (year, month) >= (int(held[:4]), int(held[5:7])):
            return None
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    return day if day.isoformat() < held else None


def _cases(corpus: Corpus, task: _Task) -> list[Case]:
    """The case that a task serves, and those that it went on as."""
    found = [task.case] if task.case else []
    for id in found:
        found += [e.target for e in corpus.happened.get(id, ()) if e.type in _GOES_ON and e.target not in found]
    return [corpus.cases[id] for id in found if id in corpus.cases]


def _is_over(corpus: Corpus, task: _Task) -> bool:
    """Whether the case that a task serves ended when it was asked, or by the first sitting that spoke of it since."""
    asked, cases = task.sitting.date or "", _cases(corpus, task)
    spoke = [
        s.date or "" for s in corpus.sittings
        if s.series == task.sitting.series and (s.date or "") > max(task.due, asked)
        and any(case.named_in(s.words) for case in cases)
    ]  # fmt: skip
    last = min(spoke, default="9999")
    events = (e for case in cases for e in corpus.happened.get(case.id, ()))
    return any(e.type in _OVER and (asked <= e.day <= last or not e.day) for e in events)


def _unwitnessed(corpus: Corpus, task: _Task, gaps: frozenset[tuple[str, str]]) -> bool:
    """Whether a sitting that could have told of a task may be missing from the corpus."""
    sittings = corpus.series.get(task.sitting.series, [])
    gap = usual_gap(sittings)
    after = [s for s in sittings if (s.date or "") >= (task.sitting.date or "")]
    for one, other in pairwise(after):
        if (one.id, other.id) in gaps or not follows(one, other, gap):
            return True
        if (other.date or "") > task.due:
            return False
    return False


def _report(corpus: Corpus, task: _Task) -> Cited | None:
    """The words of a later sitting that report a task."""
    cases = _cases(corpus, task)
    content = _content(task, cases)
    asked = [_short(name) for name in task.agencies]
    for sitting in corpus.sittings:
        if sitting.platform != task.sitting.platform or (sitting.date or "") <= (task.sitting.date or ""):
            continue
        near = sitting.level is not Level.WORKING_GROUP or sitting.series == task.sitting.series
        for line in sitting.lines if near else ():
            heads = [normal(up.text[:90]) for up in (line, *line.above())] if cases else []
            about = None if not cases else any(case.named_in(head) for case in cases for head in heads)
            if _reports(_without(line.text, cases), content, asked, about):
                return sitting.cite_line(line)
    return None


def _without(text: str, cases: list[Case]) -> str:
    """A line without the names of the cases, which hold words of their own."""
    for case in cases:
        text = text.replace(fold(case.name).replace(" ", ""), "／")
    return text


def _reports(text: str, content: set[str], asked: list[str], about: bool | None) -> bool:
    """Whether a line tells what became of a task; ``about``: whether of its case, None for a task without one."""
    if not content:
        return about is True
    told = "，".join(clause for clause in re.split("[，。；：]", text) if not _REQUEST.match(clause))
    if _REPORTING.search(told) is None:
        return False
    shared = sum(pair in told for pair in content) / len(content)
    owner = any(name in told for name in asked)
    if about is None:
        return shared >= (0.35 if owner else 0.5)
    return shared >= ((0.15 if owner else 0.25) if about else 0.6)


def _content(task: _Task, cases: list[Case]) -> set[str]:
    """Pairs of characters that say what is asked, without who, when and the case's name."""
    text = squeeze(task.text)[0].replace(squeeze(task.said)[0], "／")
    for name in task.agencies:
        text = text.replace(name, "／").replace(_short(name), "／")
    for case in cases:
        text = text.replace(fold(case.name).replace(" ", ""), "／")
    words = re.split(r"[^\u3400-\u9fffA-Za-z]+", _FILLER.sub("／", text))
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}


def _short(name: str) -> str:
    """An agency without its city's government: 新北市政府經濟發展局 → 經濟發展局."""
    return re.sub(r"^[\u3400-\u9fff]{2,3}[市縣](?:政府)?(?=.)", "", name) or name

"""Agenda items → what each says of its cases: events and steps of lineage, before contradictions are settled.

Always true: every statement carries the words that make it; a statement about a case that another sitting decided names
that sitting; nothing is stated of a case that the item does not name or stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.interchange import MeetingRef, Quote
from graph.vocabulary import EdgeType
from loaders.folding import Flow
from loaders.identity.normal import normal_form
from loaders.lexicon.decisions import DecisionWords
from loaders.minutes.agenda import AgendaItem, Kind, NamedCase, Speech
from loaders.minutes.casebook import CaseBook
from loaders.folding import fold
from loaders.minutes.lineage import Asserted, Merger, mergers, renaming_requested, renamings, same_named, splittings
from loaders.minutes.names import Name, called_cases, groups, listed, quoted, stated_count
from loaders.minutes.sittings import MeetingResolver
from loaders.minutes.title import platform_name
from loaders.minutes.triggers import Mood, Trigger, triggers

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_NEVER = re.compile(r"(?!)")
_STATES = frozenset({EdgeType.DELISTED_AT, EdgeType.CONTINUED_AT, EdgeType.ESTABLISHED_AT, EdgeType.REJECTED_AT, EdgeType.DEFERRED_AT, EdgeType.REOPENED_AT})
_ORIGIN = re.compile(r"原(?P<words>[\u3400-\u9fff、及與和]{2,14}?)(?:合作案|合作平臺|合作交流平臺|平臺|合作|提案|分別|案)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of one case. ``weight`` orders what contradicts: text beats heading."""

    kind: EdgeType
    case: str
    quote: Quote
    mood: Mood = Mood.DECIDED
    target: str | None = None
    meeting: MeetingRef | None = None
    from_heading: bool = False
    inferred: bool = False
    also: tuple[Quote, ...] = ()
    """Further passages that say it: the line that passes a proposal, the line that stands under a heading."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence and the cases it speaks of. ``named``: the sentence itself names them."""

    speech: Speech
    keys: tuple[str, ...]
    proposes: bool = False
    named: bool = False


@dataclass(slots=True)
class Told:
    """What one item said, with the keys of the cases it stands for at its end."""

    item: AgendaItem
    subjects: list[str]
    olds: list[str]
    statements: list[Statement]
    spoken: list[Spoken] = field(default_factory=list)
    passed: bool = False


class LifecycleReader:
    """Reads the items of one sitting into a CaseBook and statements."""

    def __init__(self, book: CaseBook, words: DecisionWords, resolver: MeetingResolver, known: frozenset[str]) -> None:
        self.book = book
        self.words = words
        self.proposed_words = replace(words, wish=_NEVER, recommend_bare=_NEVER)
        self.resolver = resolver
        self.known = known

    def read(self, item: AgendaItem) -> Told:
        """Everything one item says."""
        told = Told(item, [], [], [])
        self._subjects(told)
        speeches = list(item.decision)
        if self._passes(item):
            told.passed = True
            self._passed(told)
        self._retold_background(told)
        for speech in speeches:
            for start, end in _sentences(speech.text):
                self._sentence(told, Speech(speech.flow.cut(start, end), speech.path), self.words)
        self._headings(told)
        return told

    # -- who the item is about -------------------------------------------------------------------------------------

    def _subjects(self, told: Told) -> None:
        item = told.item
        for case in item.names:
            text = case.speech.text
            lead = text[case.name.outer_start : case.name.outer_end + 14]
            if re.search(r"合併|整併|併案|併入", re.sub(r"「[^」]*」", "", lead)) and len(item.names) == 1 and self._merged_head(told, case):
                continue
            origin = self._origin(case.remark)
            key = self.book.add(case.name, case.speech.flow, item.path, listed=item.listed, origins=origin)
            if item.number:
                self.book.numbers[item.number] = key
            told.subjects.append(key)
            if item.subject and re.search(r"（[^（）]*(?:合併|整併|原名|原案名|舊名|併)", item.subject.text):
                changed = self._lineage(told, item.subject, self.words)
                told.subjects = changed if changed is not None else told.subjects

    def register(self, items: list[AgendaItem]) -> None:
        """Enter every listed name before anything is read, so that a row may point to a later one."""
        for item in items:
            for case in item.names:
                text = case.speech.text
                if item.listed and not re.search(r"合併|整併|併案|併入", text[case.name.outer_start : case.name.outer_end + 14]):
                    key = self.book.add(case.name, case.speech.flow, item.path, listed=True, origins=self._origin(case.remark))
                    if item.number:
                        self.book.numbers[item.number] = key

    def _origin(self, remark: str) -> tuple[str, ...]:
        found = _ORIGIN.search(remark)
        if not found:
            return ()
        return tuple(platform_name(w) for w in re.split(r"[、及與和]|原", found["words"]) if 1 < len(w) <= 8)

    def _merged_head(self, told: Told, case: NamedCase) -> bool:
        """A及B合併為C： / A（原雙北及北桃分別辦理之合作案）合併： at the head of an item."""
        speech, item = case.speech, told.item
        colon = speech.text.find("：", case.name.start)
        head = speech.flow.cut(0, colon if colon > 0 else len(speech.text))
        twins = same_named(head.text) if head.text.endswith("合併") or "同名" in head.text else ()
        target: str | None
        if len(twins) >= 2:
            bare = Name(0, len(re.sub(r"（[^（）]*）(?:合併)?$", "", head.text)), "", 0, 0)
            target = self.book.add(bare, head, item.path, listed=True)
            for twin in twins:
                source = self.book.add(bare, head, item.path, platform=platform_name(twin), fresh=True)
                self._state(told, EdgeType.MERGES_INTO, source, speech, 0, len(head.text), target=target)
                told.olds.append(source)
            told.subjects.append(target)
            return True
        parts = _merged_parts(head.text)
        if parts is None:
            return False
        sources, new = parts
        if new is None:
            new, new_flow, new_path = self._later_name(item)
        else:
            new_flow, new_path = head, item.path
        if new is None:
            return False
        target = self.book.add(new, new_flow, new_path, listed=True)
        common = self._origin(head.text[sources[-1].outer_end - 24 :] if "均" in head.text else "")
        for name in sources:
            home = self._origin(head.text[name.end : name.end + 24]) or common
            source = self.book.add(name, head, item.path, platform=home[0] if home else "")
            self._state(told, EdgeType.MERGES_INTO, source, speech, 0, len(head.text), target=target)
            told.olds.append(source)
        told.subjects.append(target)
        return True

    def _later_name(self, item: AgendaItem) -> tuple[Name | None, Flow, str]:
        """The new name that a line beneath a merger gives (方案名稱更名為「C」)."""
        for speech in item.decision:
            for step in renamings(speech.text, lambda *_: True):
                return step.new, speech.flow, speech.path
        return None, item.decision[0].flow if item.decision else Flow("", ()), item.path

    # -- what is said ----------------------------------------------------------------------------------------------

    def _state(self, told: Told, kind: EdgeType, case: str, speech: Speech, start: int, end: int, **more: object) -> None:
        lines = tuple(self.quote(told.item.subject, 0, len(told.item.subject.text)) for _ in (0,) if told.item.subject and told.item.subject.text)
        told.statements.append(Statement(kind, case, self.quote(speech, start, end), also=lines, **more))  # type: ignore[arg-type]

    def quote(self, speech: Speech, start: int, end: int) -> Quote:
        """The passage of some words of a speech."""
        while end > start and speech.text[end - 1] in "。；，：":
            end -= 1
        while start < end and speech.text[start] in "，：；。、":
            start += 1
        s, e = speech.flow.span(start, end)
        return Quote(s, e, self.book.text[s:e], speech.path)

    def _names_in(self, text: str) -> list[tuple[int, int]]:
        """Where unquoted names of known cases stand: words inside them decide nothing."""
        spellings = {fold(s).replace(" ", "") for e in self.book.entries.values() for s in (e.name, *e.aliases)}
        return [m.span() for s in spellings if len(s) >= 4 for m in re.finditer(re.escape(s), text)]

    def _asserted(self, words: DecisionWords, names: list[tuple[int, int]] | None = None) -> Asserted:
        def check(text: str, start: int, end: int) -> bool:
            if any(s <= start and end <= e and (s, e) != (start, end) for s, e in names or ()):
                return False
            clause_at = max(text.rfind(sign, 0, start) for sign in "，；") + 1
            clause = re.sub(r"「[^」]*」", "〇", text[clause_at:start])
            ahead = re.sub(r"「[^」]*」", "〇", text[:start])
            if words.negated.search(clause) or words.undecided.search(clause) or words.undecided_after.match(text[end:]):
                return False
            if words.wish.search(clause) or re.search(r"研提|研議|評估|考量", clause):
                return False
            return not any(words.condition.search(part) and (part == clause or words.condition.search(part).start() <= 8) for part in re.split(r"[，；]", ahead))  # type: ignore[union-attr]

        return check

    def _sentence(self, told: Told, speech: Speech, words: DecisionWords) -> None:
        """Lineage first, then events bound to the names beside them or to the item's cases."""
        text = speech.text
        rows = self._rows(told, speech)
        changed = self._lineage(told, speech, words)
        if changed is not None:
            told.subjects = changed
        elif rows and not told.item.names and len(rows) == 1 and not told.subjects:
            told.subjects = list(rows[0][2]) if len(rows[0][2]) == 1 else []
        if words is self.words:
            told.spoken += _spoken(speech, rows, changed, told)
        request = renaming_requested(text)
        if request and changed is None and told.subjects:
            self.book.entries[told.subjects[0]].renaming_requested = self.quote(speech, 0, len(text))
        if self._exception(told, speech, words):
            return
        found = triggers(text, words)
        for at, trigger in enumerate(found):
            for key in self._bound(told, speech, trigger, found, at, rows, changed):
                self._event(told, key, speech, trigger)
        self._referral(told, speech, words)

    def _event(self, told: Told, key: str, speech: Speech, trigger: Trigger) -> None:
        start, end = _clause(speech.text, trigger.start, trigger.end)
        meeting = self.resolver.resolve(trigger.retold) if trigger.retold else None
        if trigger.retold and meeting is None:
            return
        kind = trigger.kind
        if kind is EdgeType.DELISTED_AT and trigger.mood is Mood.RECOMMENDED:
            kind = EdgeType.DELISTING_RECOMMENDED_AT
        told.statements.append(Statement(kind, key, self.quote(speech, start, end), trigger.mood, meeting=meeting))

    def _rows(self, told: Told, speech: Speech) -> list[tuple[int, int, list[str]]]:
        """Enumerations of case names in a sentence: (start, end, keys). Quotes that are no cases are left out."""
        text = speech.text
        found: list[tuple[int, int, list[str]]] = []
        for row in groups(text, quoted(text)):
            if not self._is_case_row(text, row, told):
                continue
            keys = [self.book.add(name, speech.flow, speech.path) for name in row]
            found.append((row[0].outer_start, row[-1].outer_end, keys))
        if not found:
            found += self._bare_rows(told, speech)
        return found

    def _is_case_row(self, text: str, row: list[Name], told: Told) -> bool:
        row[:] = [n for n in row if not re.fullmatch(r".{1,8}組|成案", n.text) and len(n.text) >= 3]
        if not row:
            return False
        if any(self.book.find(n.text) or _form(n.text) in self.known for n in row):
            return True
        if called_cases(text, row) and not told.subjects:
            return True
        if told.subjects and told.item.names:
            return False
        before, after = text[max(0, row[0].outer_start - 14) : row[0].outer_start], text[row[-1].outer_end :]
        return bool(
            re.search(r"(?:同意新增|新增|解除列管|解列|同意|准予|恢復列管|撤案|列管|追蹤|成案)(?:[^「，。]{0,8})$", before)
            or re.search(r"(?:[0-9一二三四五六七八九十兩]+(?:個|項|件)?案|者|案件|如下)(?:，)?(?:計有|為|即|如下|包括|分別為|：)?$", before)
            or row[0].outer_start <= 4 and bool(triggers(text, self.words))
            or re.search(r"[局處會所府組]提$|(?:：|組|部分：)$", before) and bool(triggers(text, self.words))
            or not told.item.names and len(row) == 1 and any(re.search(r"列管|追蹤|解列|結案|成案", text[t.start : t.end]) for t in triggers(text, self.words))
            or re.match(r"(?:一案|案|等|均|皆|，?(?:同意|准予|予以|持續|繼續|解除|解列|提請|暫|不予|撤案|未獲|列為|轉為))", after)
        )

    def _bare_rows(self, told: Told, speech: Speech) -> list[tuple[int, int, list[str]]]:
        """有5個議案持續列管，分別是A、B及C: names enumerated without quotes after a number of cases."""
        text = speech.text
        found: list[tuple[int, int, list[str]]] = []
        at = 0
        while row := self._bare_row(told, speech, at):
            found.append(row)
            at = row[1]
        return found or self._directives(speech)

    def _directives(self, speech: Speech) -> list[tuple[int, int, list[str]]]:
        """同意解除列管第10次副市長層級會議關於…案: a directive of an earlier sitting, named after 關於."""
        text = speech.text
        if not re.search(r"指（?裁?）?示|會議", text) or "「" in text:
            return []
        return [
            (n.start(1), n.end(1), [self.book.add(Name(n.start(1), n.end(1), n[1], n.start(1), n.end(1), quoted=False), speech.flow, speech.path)])
            for n in re.finditer(r"會議[^，。；]{0,8}?(?:關於|有關)([^，。；「」]{4,40}?)(?:等?[0-9一二三四五六七八九十]+案|(?:一|乙)?案)(?=，|。|；|$)", text)
        ]

    def _bare_row(self, told: Told, speech: Speech, at: int) -> tuple[int, int, list[str]] | None:
        """The next enumeration without quotes after ``at``."""
        text = speech.text
        lead = re.compile(r"(?:[0-9一二三四五六七八九十]+)(?:個|項|件)?(?:合作|議|提|列管)*(?:案|方案|提案|議案)[^，。：]{0,12}(?:，|：)?(?:分別(?:是|為)|即(?:為)?|包括|包含|計有|如下|為|：|，)(?P<list>[^。；]+)").search(text, at)
        if not lead or told.item.names or "「" in lead["list"] and "『" not in lead["list"]:
            return None
        stop = lead.end("list")
        end = re.search(r"等[0-9一二三四五六七八九十]+(?:項|個)?(?:議|合作)?案|，(?=新增|同次|共計|合計|均|皆|其)", lead["list"])
        stop = lead.start("list") + end.start() if end else stop
        names = [n for n in listed(text, lead.start("list"), stop, stated_count(lead[0])) if len(n.text) >= 4]
        if len(names) < 2 and not (names and stated_count(lead[0]) == 1):
            return None
        return lead.start("list"), stop, [self.book.add(n, speech.flow, speech.path) for n in names]

    def _bound(
        self, told: Told, speech: Speech, trigger: Trigger, found: list[Trigger], at: int, rows: list[tuple[int, int, list[str]]], changed: list[str] | None
    ) -> list[str]:
        """The cases that a trigger speaks of: named right after it, named before it, else the item's own."""
        text = speech.text
        if re.match(r"[^，。；「]{0,3}(?:[\u3400-\u9fff]{2,4}(?:市|縣)(?:政府)?[\u3400-\u9fff]{0,10}(?:局|處|會))", text[trigger.end :]) and trigger.kind is EdgeType.DELISTED_AT:
            return []
        if re.match(r"(?:其餘|其他)", text[trigger.start :]):
            return []
        if changed is not None:
            return changed if not trigger.retold else []
        following = found[at + 1].start if at + 1 < len(found) else len(text)
        after = [r for r in rows if trigger.end <= r[0] < following]
        if after and not re.search(r"[，；。]", re.sub(r"（[^）]*）", "", text[trigger.end : after[0][0]])[:1] or "") and after[0][0] - trigger.end <= 40:
            between = text[trigger.end : after[0][0]]
            own_before = [r for r in rows if r[1] <= trigger.start and not re.search(r"[；。]", text[r[1] : trigger.start])]
            if "，" not in between and (not own_before or _used(own_before[-1], found[:at], text)):
                return [k for r in after for k in r[2]] if len(after) == 1 else after[0][2]
            if "，" in between and not own_before and re.search(r"(?:分別|即|為|包括|：|計有|如下)", between):
                return after[0][2]
        previous = found[at - 1].end if at else 0
        before = [r for r in rows if r[1] <= trigger.start]
        if before and told.item.names and re.search(r"[，；]", text[before[-1][1] : trigger.start]):
            return list(told.subjects)
        if before:
            fresh = [r for r in before if r[0] >= previous]
            if re.search(r"以上|上述|前述|均|皆|各案", text[(fresh or before)[-1][1] : trigger.start]) and len(fresh) > 1:
                return [k for r in fresh for k in r[2]]
            return (fresh or before)[-1][2]
        if re.search(r"其餘(?:各)?(?:案)?", text[: trigger.start]):
            return []
        if rows and after:
            return after[0][2]
        return list(told.subjects)

    # -- lineage ---------------------------------------------------------------------------------------------------

    def _lineage(self, told: Told, speech: Speech, words: DecisionWords) -> list[str] | None:
        """Steps of lineage in a sentence; the keys that the item goes on as, or None when nothing changed."""
        text, check = speech.text, self._asserted(words, self._names_in(speech.text))
        if told.olds:
            return None
        for merger in mergers(text, check):
            twins = self._twins(text, merger.sources, speech) if merger.target else []
            own = merger.subject_is_source or "，" in text[merger.sources[-1].outer_end : merger.start] and bool(told.item.names)
            sources = twins or ([] if own else self._sources(merger, speech)) or list(told.subjects)
            target = self._target(merger, speech)
            if target is None and merger.target is None:
                later, flow, path = self._later_name(told.item)
                target = self.book.add(later, flow, path) if later else None
            sources = [s for s in sources if s != target]
            if not sources or target is None:
                continue
            for source in sources:
                start, end = _clause(text, merger.start, merger.end, wide=True)
                self._state(told, EdgeType.MERGES_INTO, source, speech, start, end, target=target)
                told.olds.append(source)
            return [target]
        for split in splittings(text, check):
            parts = [self.book.add(n, speech.flow, speech.path) for n in split.parts]
            origin = [self.book.add(split.source, speech.flow, speech.path)] if split.source else list(told.subjects[:1])
            for source in origin:
                for part in parts:
                    if part != source:
                        start, end = _clause(text, split.start, split.end, wide=True)
                        self._state(told, EdgeType.SPLITS_INTO, source, speech, start, end, target=part)
            told.olds += origin
            return parts
        for step in renamings(text, check):
            new = self.book.add(step.new, speech.flow, speech.path, fresh=self.book.find(step.new.text) in (told.subjects or [None]) and step.old is None and bool(told.subjects))
            old = self.book.add(step.old, speech.flow, speech.path) if step.old else (told.subjects[0] if told.subjects else None)
            if old is None or old == new:
                continue
            start, end = _clause(text, step.start, step.end, wide=True)
            self._state(told, EdgeType.RENAMED_TO, old, speech, start, end, target=new)
            told.olds.append(old)
            return [new]
        return None

    def _target(self, merger: Merger, speech: Speech) -> str | None:
        """The case that takes others in: named, numbered (項次5), or pointed to (併入後者)."""
        if merger.target and re.match(r"後者|該案|前揭|前開|上開|同案", merger.target.text):
            named = [n for n in quoted(speech.text) if n.outer_end <= merger.start]
            return self.book.add(named[-1], speech.flow, speech.path) if named else None
        if merger.target:
            return self.book.add(merger.target, speech.flow, speech.path)
        return self.book.numbers.get(merger.reference or -1)

    def _sources(self, merger: Merger, speech: Speech) -> list[str]:
        """The cases that go in; names that two platforms share are told apart by their origin."""
        names = merger.sources
        if merger.target and re.match(r"後者", merger.target.text):
            names = tuple(n for n in quoted(speech.text) if n.outer_end <= merger.start)[:-1]
        forms = [_form(n.text) for n in names]
        keys = []
        for name, form in zip(names, forms, strict=True):
            home = self._origin(re.match(r"[^「]{0,24}", speech.text[name.outer_end :])[0]) if forms.count(form) > 1 else ()  # type: ignore[index]
            keys.append(self.book.add(name, speech.flow, speech.path, platform=home[0] if home else "", fresh=bool(home)))
        return keys

    def _twins(self, text: str, sources: tuple[Name, ...], speech: Speech) -> list[str]:
        """原雙北合作案及原北桃合作案各有「A」: one name, a case on each platform."""
        if len(sources) != 1:
            return []
        homes = re.search(r"原([\u3400-\u9fff]{2,6}?)(?:合作)?(?:交流)?(?:平臺|案|合作案)[^「。；]{0,4}?(?:及|與|和|、)原?([\u3400-\u9fff]{2,6}?)(?:合作)?(?:交流)?(?:平臺|案|合作案)[^「。；]{0,8}?(?:各|均|皆|分別)", text[: sources[0].start])
        if not homes:
            return []
        return [self.book.add(sources[0], speech.flow, speech.path, platform=platform_name(h), fresh=True) for h in homes.groups()]

    def _referral(self, told: Told, speech: Speech, words: DecisionWords) -> None:
        found = re.search(
            r"(?:改(?:於|由|至|提|送|列)?|移(?:請|送|由|交|至|列)?|轉(?:請|送|由|交|至|列)?|交由|送請|另提|改請|函請)[^，。；]{0,14}?(?P<quote>「?(?P<group>[\u3400-\u9fff]{2,6}組)」?)(?:(?:工作|小組|議題)*會議)?(?:提案|討論|研議|研處|辦理|主政|主辦|列管|續處|處理|審議|接續|卓處|另案|納入|追蹤|評估)?",
            speech.text,
        )
        if not found or not told.subjects:
            return
        clause = speech.text[max(speech.text.rfind(sign, 0, found.start()) for sign in "，；。") + 1 : found.start()]
        if words.negated.search(clause) or words.undecided.search(clause) or re.search(r"擬|是否|若|如|俟|待", clause):
            return
        group = re.sub(r"^(?:基北北桃|雙北|本平臺|平臺|由|請|於|至|回)", "", found["group"])
        if group in ("本小組", "小組", "工作小組", "議題小組", "本組", "各組", "專案小組", "相關小組") or group.endswith("小組"):
            return
        start, end = _clause(speech.text, found.start(), found.end())
        for key in told.subjects:
            self._state(told, EdgeType.REFERRED_TO, key, speech, start, end, target=group)

    def _retold_background(self, told: Told) -> None:
        """說明 may report what another, named sitting decided; nothing else in it is an event."""
        for speech in told.item.background:
            for start, end in _sentences(speech.text):
                sentence = Speech(speech.flow.cut(start, end), speech.path)
                for trigger in triggers(sentence.text, self.words):
                    if trigger.retold and trigger.mood is Mood.DECIDED and len(told.subjects) == 1:
                        self._event(told, told.subjects[0], sentence, trigger)

    # -- what was put before the sitting ---------------------------------------------------------------------------

    def _passes(self, item: AgendaItem) -> bool:
        if not item.subject and not item.measures:
            return False
        return any(self.words.passing.match(re.sub(r"^(?:本案|決議|經討論後?|經與會[^，]{0,8}|[，：])+", "", s.text)) for s in item.decision[:1]) or any(
            self.words.except_.search(s.text) for s in item.decision
        )

    def _passed(self, told: Told) -> None:
        """照案通過 takes its meaning from 擬辦, else 案由, else 說明."""
        item = told.item
        own = " ".join(s.text for s in item.decision)
        if triggers(own, self.words) and not self.words.except_.search(own):
            return
        before = len(told.statements)
        passing = tuple(self.quote(s, 0, len(s.text)) for s in item.decision[:1])
        for part in ((item.subject, *item.measures) if item.subject else item.measures, item.background):
            for speech in part:
                for start, end in _sentences(speech.text):
                    self._sentence(told, Speech(speech.flow.cut(start, end), speech.path), self.proposed_words)
            if len(told.statements) > before:
                told.statements[before:] = [replace(s, also=(*s.also, *passing)) for s in told.statements[before:]]
                return

    def _exception(self, told: Told, speech: Speech, words: DecisionWords) -> bool:
        """除「A」不予解列外，其餘照案通過: what is said of A, and of the item's other cases."""
        found = words.except_.search(speech.text)
        if not found:
            return False
        inner = Speech(speech.flow.cut(found.start("excepted"), found.end("excepted")), speech.path)
        excepted = [k for _, _, keys in self._rows(told, inner) for k in keys]
        if not excepted:
            return False
        rest = [k for k in dict.fromkeys((*told.subjects, *(s.case for s in told.statements))) if k not in excepted]
        if not rest:
            rest = [k for k, e in self.book.entries.items() if e.listed and k not in excepted]
        told.statements = [s for s in told.statements if s.case not in excepted]
        at = len(told.statements)
        for trigger in triggers(inner.text, words):
            for key in excepted:
                self._event(told, key, inner, trigger)
        whole = self.quote(speech, 0, len(speech.text))
        if not any(s.case in excepted for s in told.statements):
            told.statements += [Statement(EdgeType.CONTINUED_AT, key, whole, inferred=True) for key in excepted]
        after = Speech(speech.flow.cut(found.start("rest")), speech.path)
        for trigger in triggers(after.text, words):
            for key in rest:
                self._event(told, key, after, trigger)
        told.statements = [replace(s, also=(*s.also, whole)) if i >= at or s.case in rest else s for i, s in enumerate(told.statements)]
        return True

    def _lines(self, told: Told) -> tuple[Quote, ...]:
        """The lines that name an item's cases."""
        return tuple(self.quote(n.speech, 0, len(n.speech.text)) for n in told.item.names[:1])

    def _headings(self, told: Told) -> None:
        """What the headings above a list say of every case in it, innermost first."""
        if not told.item.names:
            return
        seen: set[EdgeType] = set()
        stated = False
        for heading in reversed(told.item.headings):
            found = triggers(heading.text, self.words)
            for trigger in found:
                kind = trigger.kind
                if kind is EdgeType.DELISTED_AT and trigger.mood is Mood.RECOMMENDED:
                    kind = EdgeType.DELISTING_RECOMMENDED_AT
                family = EdgeType.DELISTED_AT if kind is EdgeType.DELISTING_RECOMMENDED_AT else kind
                if family in seen or trigger.mood not in (Mood.DECIDED, Mood.RECOMMENDED):
                    continue
                seen.add(family)
                if family in _STATES:
                    if len({t.kind for t in found if t.kind in _STATES}) > 1 or stated:
                        continue  # a heading that sums up several lists, or an outer list's heading
                    stated = True
                for key in told.subjects:
                    quote = self.quote(heading, 0, len(heading.text))
                    told.statements.append(Statement(kind, key, quote, trigger.mood, from_heading=True, also=self._lines(told)))


def _spoken(speech: Speech, rows: list[tuple[int, int, list[str]]], changed: list[str] | None, told: Told) -> list[Spoken]:
    """A sentence with the cases it speaks of; one that names several rows of cases is cut before each."""
    former, latter = speech.text.find("前者"), speech.text.find("後者")
    two = changed if changed is not None else told.subjects
    if len(two) == 2 and 0 <= former < latter:
        cut = lambda s, e: Speech(speech.flow.cut(s, e), speech.path)  # noqa: E731
        return [Spoken(cut(former, latter), (two[0],)), Spoken(cut(latter, len(speech.text)), (two[1],))]
    if told.item.names or not rows:
        return [Spoken(speech, tuple(changed if changed is not None else told.subjects), named=bool(rows))]
    return _by_row(speech, rows, changed)


def _by_row(speech: Speech, rows: list[tuple[int, int, list[str]]], changed: list[str] | None) -> list[Spoken]:
    if len(rows) == 1:
        return [Spoken(speech, tuple(changed if changed is not None else rows[0][2]), named=True)]
    cuts = [0, *(r[0] for r in rows[1:]), len(speech.text)]
    return [
        Spoken(Speech(speech.flow.cut(start, end), speech.path), tuple(row[2]), named=True)
        for row, start, end in zip(rows, cuts, cuts[1:], strict=False)
    ]


def _form(text: str) -> str:
    return normal_form(text)


def _used(row: tuple[int, int, list[str]], earlier: list[Trigger], text: str) -> bool:
    """Whether a trigger before already took an enumeration."""
    return any(t.start >= row[1] or t.end <= row[0] and "，" not in text[t.end : row[0]] for t in earlier)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of sentences; full stops inside quotes do not end one."""
    start, depth = 0, 0
    for i, char in enumerate(text):
        if char in "「『（":
            depth += 1
        elif char in "」』）":
            depth = max(0, depth - 1)
        elif char in "。；！？" and depth == 0:
            yield start, i + 1
            start = i + 1
    if start < len(text):
        yield start, len(text)


def _clause(text: str, start: int, end: int, wide: bool = False) -> tuple[int, int]:
    """The clause around some words; ``wide`` takes the whole sentence."""
    if wide or len(text) <= 60:
        return 0, len(text)
    left = max(text.rfind(sign, 0, start) for sign in "，；。") + 1
    right = min((i for i in (text.find(sign, end) for sign in "，；。") if i >= 0), default=len(text))
    return left, right


def _merged_parts(head: str) -> tuple[list[Name], Name | None] | None:
    """(sources, new name or None) of A及B合併為C."""
    verb = re.search(r"(?:（[^（）]*）)?(?:等?[0-9一二三四五六七八九十兩]+案)?(?:予以)?(?:合併|整併|併案)(?:為|成)?(?P<new>.*)$", head)
    if not verb:
        return None
    names = quoted(head[: verb.start()])
    sources = names if len(names) >= 2 else [_cleaned(head, n) for n in listed(head, 0, verb.start(), 2)]
    if len(sources) < 2:
        return None
    new = verb["new"].strip()
    if len(new) < 4:
        return sources, None
    marks = [n for n in quoted(head) if n.outer_start >= verb.start("new")]
    if marks:
        return sources, marks[0]
    return sources, Name(verb.start("new"), verb.end("new"), new, verb.start("new"), verb.end("new"), quoted=False)


def _cleaned(head: str, name: Name) -> Name:
    remark = re.search(r"（[^（）]*）$", name.text)
    end = name.start + remark.start() if remark else name.end
    return Name(name.start, end, head[name.start : end], name.outer_start, name.outer_end, quoted=False)



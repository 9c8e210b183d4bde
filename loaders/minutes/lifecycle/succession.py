"""Steps of lineage in a sentence: cases that merge, split or go on under another name, with the case book.

Always true: a step is stated once, of two different cases; its quote is the whole sentence.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from graph.vocabulary import EdgeType
from loaders.folding import Flow
from loaders.identity.normal import normal_form
from loaders.lexicon.decisions import DecisionWords
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.lineage import lineage_words
from loaders.lexicon.platforms import official_platform
from loaders.minutes.agenda import AgendaItem, Speech
from loaders.minutes.agenda.case_names import is_no_case, whole_line
from loaders.minutes.beside import Asserted
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle.statements import Told, passage, step
from loaders.minutes.lineage import Renaming, renamings, splittings
from loaders.minutes.mergers import Merger, mergers
from loaders.minutes.names import Name, counted, groups, home, quoted
from loaders.minutes.title import platform_name
from loaders.numerals import numeral
from loaders.row_numbers import ROW, SEVERAL, row, rows_of

_GROUP_BEHIND = re.compile(r"^(.{2,4}?)(?:.{4}|.{2})組$")
_REMARK_BEHIND = re.compile(r"[」』]?(?:一?案)?（([^（）]{0,30})）")
_BARE_ORIGIN = re.compile("(?=原|.*平臺$)原?([\u3400-\u9fff]{2,6}?)(?:平臺)?")
"""A platform by its short name and no more (原雙北, 雙北平臺), where that is one."""
_NUMBER_ALONE = re.compile(f"(?:^|[；。])(?:另|惟|其中|至)?({ROW})$")
"""A number with which a statement opens that goes on with a new name (編號4案名修正為「B」)."""
_REASON = re.compile("(?:因|由於|考量|鑑於|配合|依)$")
_OF_SEVERAL = re.compile("(?:合併|整併|併案)後")
"""A new name that several cases share."""
_QUOTED = re.compile(r"「[^」]*」")


def succeed(book: CaseBook, told: Told, speech: Speech, words: DecisionWords) -> list[str] | None:
    """State the steps of a sentence. Out: the keys that the item goes on as, or None when nothing changed."""
    check = _asserted(words, book, speech.text)
    if told.olds and not lineage_words().anew.search(speech.text):
        for merger in mergers(speech.text, check):  # 「A」更名為「B」；「C」併入更名後之「B」
            if merger.sources and merger.target and book.find(merger.target.text) in told.subjects:
                _merge(book, told, speech, merger, set(told.olds))
            elif merger.subject_is_source and not merger.sources:  # 前更名為「B」。今併入「C」
                target = _merge(book, told, speech, merger, set(told.olds))
                return [target] if target else None
        return None
    _split_before(book, told, speech)
    excepted = words.except_.search(speech.text)
    targets = []
    for merger in mergers(speech.text, check):
        behind = excepted and merger.start >= excepted.end("excepted")
        kept = {book.find(name.text) for name in quoted(excepted["excepted"])} if excepted and behind else set()
        targets += [target] if (target := _merge(book, told, speech, merger, kept)) else []
    if targets:
        _rename(book, told, speech, check, named=True)
        return list(dict.fromkeys(targets))
    if _led_here(book, told, speech):
        return None
    _formerly(book, told, speech)
    parts = _split(book, told, speech, check)
    if parts is not None:
        return parts
    return _rename(book, told, speech, check) or None


def later_name(item: AgendaItem) -> tuple[Name, Flow, str] | None:
    """The new name that a line beneath a merger gives (方案名稱更名為「C」), where it stands."""
    for speech in item.decision:
        for renaming in renamings(speech.text, _always):
            return renaming.new, speech.flow, speech.path
    return None


def origins(remark: str, document: str = "") -> tuple[str, ...]:
    """The platforms that a remark says a case comes from (原雙北及北桃合作案).

    Of a short name alone (原雙北) it takes one that the lexicon or the document has.
    """
    bare = _BARE_ORIGIN.fullmatch(remark)
    if bare and (official_platform(bare[1]) or re.search(f"{bare[1]}(?:合作|交流){{1,2}}[平論]", document)):
        return (platform_name(bare[1]),)
    words = lifecycle_words().succession
    if words.platform.fullmatch(remark):
        return (platform_name(remark.removeprefix("原")),)
    found = words.origin.search(remark)
    if not found:
        return ()
    of = _GROUP_BEHIND.sub(r"\1", found["words"])
    return tuple(platform_name(word) for word in re.split(r"[、及與和]|原", of) if 1 < len(word) <= 8)


def list_of(heading: str) -> str:
    """The platform whose cases a heading says are listed beneath it (中彰合作平臺列管案); "" where it names none."""
    found = lifecycle_words().succession.list_of.match(heading)
    return platform_name(found["platform"]) if found else ""


def origins_behind(text: str, name: Name) -> tuple[str, ...]:
    """The platforms that a remark in brackets behind a name says it comes from."""
    remark = _REMARK_BEHIND.match(text, name.end)
    return origins(remark[1]) if remark else ()


def _always(_text: str, _start: int, _end: int) -> bool:
    return True


def _asserted(words: DecisionWords, book: CaseBook, sentence: str) -> Asserted:
    """Whether words of a sentence are asserted: not denied, left open, wished for, or bound to a condition."""
    names = cache(lambda: book.spans(sentence))  # most sentences are never asked

    def check(text: str, start: int, end: int) -> bool:
        if any(s <= start and end <= e and (s, e) != (start, end) for s, e in names()):
            return False
        ahead = _QUOTED.sub("〇", text[:start])
        clause = _QUOTED.sub("〇", text[max(text.rfind(sign, 0, start) for sign in "，；") + 1 : start])
        behind = _QUOTED.sub("", text[end:])
        if lifecycle_words().succession.asked_for.search(behind):
            return False
        # 同意文化局建議更名為「B」; 文化局建議更名為「B」，兩市同意
        agreed = words.agreed.search(clause) or lifecycle_words().succession.agreed_behind.match(behind)
        wished = () if agreed else (words.wish,)
        doubts = (words.negated, words.undecided, *wished, lifecycle_words().succession.open)
        if any(doubt.search(clause) for doubt in doubts) or (words.undecided_after.match(behind) and not agreed):
            return False
        conditions = ((part, words.condition.search(part)) for part in re.split(r"[，；]", ahead))
        return not any(found and (part == clause or found.start() <= 8) for part, found in conditions)

    return check


def _merge(book: CaseBook, told: Told, speech: Speech, merger: Merger, kept: set[str | None]) -> str | None:
    """State a merger; the key of the case that takes the others in, or None when it cannot be told.

    ``kept``: cases that go nowhere (除「A」仍單獨列管外，其餘均併入「B」).
    """
    text = speech.text
    if merger.target and is_no_case(merger.target):
        return None  # 「觀光組」及「文創組」合併為「觀光文創組」
    sources = _twins(book, speech, merger.sources) if merger.target else []
    own = merger.subject_is_source or (
        bool(told.item.names and len(merger.sources) == 1) and "，" in text[merger.sources[-1].outer_end : merger.start]
    )
    if not sources and not own:
        sources = _sources(book, speech, merger)
    if merger.subject_is_source and merger.sources:
        sources = [*told.subjects, *_sources(book, speech, merger)]
    elif merger.subject_is_source and merger.target and not told.subjects:
        sources = _beside(book, speech, merger.target)
    placed = merger.target or merger.target_row
    enumerated = [] if sources or not placed else _enumerated(book, text[: merger.start])
    enumerated = enumerated or ([] if sources or not merger.target else _counted(book, speech, merger.start))
    if enumerated:
        sources = enumerated
    from_row = book.numbers.get(merger.source_row)
    if merger.subject_is_source or not (merger.subject_is_target or from_row):
        sources = sources or _aforesaid(book, told, text[: merger.start]) or _explained(book, told, speech, merger)
    sources = [*sources, from_row] if from_row and from_row not in sources else sources
    target = (
        next(iter(told.subjects), None) if merger.subject_is_target else _target(book, told, speech, merger, sources)
    )
    target = target or (book.became.get(from_row) if from_row and merger.target is None else None)
    later = later_name(told.item) if target is None and merger.target is None else None
    target = book.add(*later) if later else target
    sources = [source for source in sources if source != target and source not in kept]
    sources = sources or _rest_of_row(told, text[: merger.start], {target, *kept})
    if target is None or not sources:
        return None
    for source in sources:
        step(book, told, EdgeType.MERGES_INTO, source, target, passage(book, speech))
    told.olds += sources
    return target


def _rest_of_row(told: Told, ahead: str, apart: set[str | None]) -> list[str]:
    """The cases enumerated that a sentence does not except, as many as it says (除「A」外，其餘3案合併為「D」)."""
    rest = lifecycle_words().binding.rest.search(ahead)
    left = [key for key in told.enumerated if key not in apart]
    return left if rest and rest["count"] and numeral(rest["count"]) == len(left) else []


def _beside(book: CaseBook, speech: Speech, target: Name) -> list[str]:
    """The cases named in the row before the one that takes them in (「A」因與「B」性質相近，併入後者)."""
    rows = groups(speech.text, [name for name in quoted(speech.text) if name.outer_end <= target.outer_start])
    return [book.add(name, speech.flow, speech.path) for name in rows[-1]] if rows else []


def _enumerated(book: CaseBook, ahead: str) -> list[str]:
    """The cases that numbers right before a merger point to (A-4、A-5整合為「C」); none when one points nowhere."""
    words, numbers = lifecycle_words().succession, list(SEVERAL.finditer(ahead))
    runs = [run for run in numbers if run.start() == 0 or words.of_them.fullmatch(ahead, run.end())]
    counted = words.counted.search(ahead)  # 項次一、三標的相同，兩案歸併
    keys = [book.numbers.get(number) for run in (runs or numbers)[-1:] for number in rows_of(run[0])]
    agree = runs or (counted and numeral(counted["count"]) == len(keys))
    return [key for key in keys if key] if agree and len(keys) > 1 and all(keys) else []


def _counted(book: CaseBook, speech: Speech, end: int) -> list[str]:
    """The cases that a sentence lists without quotes and counts, before a merger (A、B及C等三案，…，合併為「D」)."""
    names, _ = next(counted(speech.text, end), ([], None))
    return [book.add(name, speech.flow, speech.path, enumerated=True) for name in names]


def _aforesaid(book: CaseBook, told: Told, ahead: str) -> list[str]:
    """The item's case, with those listed right before it where a sentence counts them in (上開2案, 兩案)."""
    both = lifecycle_words().succession.together.search(ahead)
    if both and numeral(both["count"]) == len(told.waiting) + len(told.subjects) > 1:
        return [*told.waiting, *told.subjects]
    said = lifecycle_words().succession.aforesaid.search(ahead)
    count = (numeral(said["count"]) or 0) if said else 0
    if count and not told.item.names:  # 三、前開2案合併為「C」
        above = told.item.path.rpartition("/")[0]
        beside = [e.key for e in book.entries.values() if e.listed and e.item.rpartition("/")[0] == above]
        return beside[-count:] if len(beside) >= count else []
    number = told.item.number or 0
    before = [book.numbers.get(str(n)) for n in range(number - count + 1, number)]
    return [*(key for key in before if key and all(before)), *told.subjects]


def _explained(book: CaseBook, told: Told, speech: Speech, merger: Merger) -> list[str]:
    """The cases that 案由 and 說明 quote, where a sentence counts just as many (兩案合併為「C」)."""
    said = lifecycle_words().succession.counted.search(speech.text[: merger.start])
    count = (numeral(said["count"]) or 0) if said else 0
    put = (told.item.subject, *told.item.background)
    named = {n.text: (n, line) for line in put if line for n in quoted(line.text) if not is_no_case(n, line.text)}
    keys = dict.fromkeys(book.add(n, line.flow, line.path) for n, line in named.values()) if len(named) == count else ()
    return list(keys)


def _target(book: CaseBook, told: Told, speech: Speech, merger: Merger, sources: list[str]) -> str | None:
    """The case that takes others in: named, numbered (項次5), or pointed to (併入後者, 併入該案)."""
    if merger.aforesaid:
        return _spoken_of(book, told, speech.text[: merger.start], {*sources, *told.subjects})
    if merger.target is None:
        row = book.numbers.get(merger.target_row)
        return book.became.get(row, row) if row else None
    name = merger.target
    if lifecycle_words().succession.pointing.match(name.text):
        named = [n for n in quoted(speech.text) if n.outer_end <= merger.start]
        return book.add(named[-1], speech.flow, speech.path) if named else None
    if merger.if_known and book.find(name.text) is None:
        return None  # 併入中央系統
    return book.add(name, speech.flow, speech.path)


def _spoken_of(book: CaseBook, told: Told, ahead: str, own: set[str]) -> str | None:
    """The case that words before 併入該案 name without quotes, or else the one that the sentence before was about."""
    named = [key for start, end in book.spans(ahead) if (key := book.find(ahead[start:end]))]
    said = dict.fromkeys(key for key in named if key not in own)
    before = told.spoken[-1].keys if told.spoken and not said else tuple(said)
    return before[0] if len(before) == 1 else None


def _sources(book: CaseBook, speech: Speech, merger: Merger) -> list[str]:
    """The cases that go in; names that two platforms share are told apart by their origin."""
    names = merger.sources
    if merger.target and merger.target.text.startswith("後者"):
        names = tuple(n for n in quoted(speech.text) if n.outer_end <= merger.start)[:-1]
    forms = [normal_form(name.text) for name in names]
    keys = []
    for name, form in zip(names, forms, strict=True):
        old = origins_behind(speech.text, name) or origins(home(speech.text, name), book.text)
        own = old[0] if old and forms.count(form) > 1 else ""
        keys.append(book.add(name, speech.flow, speech.path, platform=own, fresh=bool(own), origins=old))
    return keys


def _twins(book: CaseBook, speech: Speech, sources: tuple[Name, ...]) -> list[str]:
    """原雙北合作案及原北桃合作案各有「A」: one name, a case on each platform."""
    if len(sources) != 1:
        return []
    homes = lifecycle_words().succession.twins.search(speech.text[: sources[0].start])
    if not homes:
        return []
    return [
        book.add(sources[0], speech.flow, speech.path, platform=platform_name(home), fresh=True)
        for home in homes.groups()
    ]


def _split(book: CaseBook, told: Told, speech: Speech, check: Asserted) -> list[str] | None:
    """State a split; the keys of the parts, or of the case that only loses one."""
    for split in splittings(speech.text, check):
        parts = [book.add(name, speech.flow, speech.path, exact=True) for name in split.parts]
        own = split.source and _REASON.search(speech.text[: split.source.outer_start])  # 因「甲」與乙不同，分為…
        source = next(iter(told.subjects), None)
        source = book.add(split.source, speech.flow, speech.path) if split.source and not own else source
        if source is not None:
            for part in parts:
                if part != source:
                    step(book, told, EdgeType.SPLITS_INTO, source, part, passage(book, speech))
            if split.goes_on:
                return [source]
            told.olds.append(source)
        return parts
    return _split_beneath(book, told, speech, check)


def _split_beneath(book: CaseBook, told: Told, speech: Speech, check: Asserted) -> list[str] | None:
    """同意分案為以下3案：, and the names of the parts on as many lines beneath."""
    said = lineage_words().split_beneath.search(speech.text)
    if said is None or len(told.subjects) != 1 or not check(speech.text, *said.span()):
        return None
    lines = told.item.decision
    at = next(
        (at for at, line in enumerate(lines) if line.path == speech.path and speech.text in line.text), len(lines)
    )
    count = (numeral(said["count"]) if said["count"] else None) or len(lines) - at - 1
    named = [case for line in lines[at + 1 : at + 1 + count] if (case := whole_line(line))]
    if len(named) != count or count < 2:
        return None
    (source,) = told.subjects
    parts = [book.add(case.name, case.speech.flow, case.speech.path, exact=True) for case in named]
    for part in parts:
        step(book, told, EdgeType.SPLITS_INTO, source, part, passage(book, speech))
    told.olds.append(source)
    return parts


def _is_spelt(renaming: Renaming) -> bool:
    """Whether the new name is the old one written otherwise."""
    return renaming.old is not None and normal_form(renaming.old.text) == normal_form(renaming.new.text)


def _is_of_something_else(book: CaseBook, told: Told, speech: Speech, old: Name, new: Name) -> bool:
    """Whether it is a city's park or house that is called otherwise (甲市「乙公園」更名為「丙公園」), and no case."""
    known = any(book.find(name.text) for name in (old, new))
    words = lifecycle_words().succession
    if is_no_case(old) or is_no_case(new):
        return True  # 本組原名「教育文化組」，更名為「教育青年組」
    owned = words.owned.search(speech.text[: old.outer_start])
    return not known and bool(owned or all(words.premises.search(name.text) for name in (old, new)))


def _formerly(book: CaseBook, told: Told, speech: Speech) -> None:
    """本案原名「A」: state that the item's case was called otherwise before."""
    said = lineage_words().formerly.search(speech.text)
    old = next((name for name in quoted(speech.text) if said and name.outer_start == said.end()), None)
    if old and len(told.subjects) == 1:
        former = book.add(old, speech.flow, speech.path)
        if former != told.subjects[0]:
            step(book, told, EdgeType.RENAMED_TO, former, told.subjects[0], passage(book, speech))


def _led_here(book: CaseBook, told: Told, speech: Speech) -> bool:
    """本案最初名為「A」，111年改名為「B」，112年再改為現名: state every step that led to the present name."""
    said = lineage_words().to_present.search(speech.text) if len(told.subjects) == 1 else None
    names = [name for name in quoted(speech.text) if said and name.outer_end <= said.start()]
    keys = [book.add(name, speech.flow, speech.path) for name in names]
    for old, new in pairwise([*keys, *told.subjects] if keys else ()):
        if old != new:
            step(book, told, EdgeType.RENAMED_TO, old, new, passage(book, speech))
    return bool(keys)


def _split_before(book: CaseBook, told: Told, speech: Speech) -> None:
    """二案係111年由「A」拆分而來: state what the item's cases were before."""
    said = lineage_words().split_from.search(speech.text) if told.subjects else None
    whole = next((name for name in quoted(speech.text) if said and name.outer_start == said.end()), None)
    if whole:
        source = book.add(whole, speech.flow, speech.path)
        for part in (key for key in told.subjects if key != source):
            step(book, told, EdgeType.SPLITS_INTO, source, part, passage(book, speech))


def _rename(book: CaseBook, told: Told, speech: Speech, check: Asserted, *, named: bool = False) -> list[str]:
    """State changes of name, or that several cases share a new one; the keys of the new ones.

    ``named``: only those of cases that the sentence itself names, beside what it says of others.
    """
    own, found, said = next(iter(told.subjects), None), list[str](), list[str]()
    for renaming in renamings(speech.text, check):
        if renaming.old and _is_of_something_else(book, told, speech, renaming.old, renaming.new):
            continue
        chained = renaming.old and any(renaming.old.text == name or renaming.new.text == name for name in said)
        again = renaming.old and lineage_words().once_more.search(speech.text[: renaming.start])
        same = renaming.old is None and book.spells(own, renaming.new.text)  # 提報更名：「A」
        if same or (renaming.old is None and (named or found)) or (found and chained and not again):
            continue  # 對外名稱定為「B」，列管名稱更名為「C」
        said += [name.text for name in (renaming.old, renaming.new) if name]
        number = _NUMBER_ALONE.search(speech.text[: renaming.start])
        old = book.numbers.get(row(number[1]), own) if number else own
        old = book.add(renaming.old, speech.flow, speech.path) if renaming.old else old
        already = old is not None and book.find(renaming.new.text) == old and not _is_spelt(renaming)
        if already and renaming.old and book.spells(old, renaming.new.text):
            old = book.add(renaming.old, speech.flow, speech.path, fresh=True)  # the list has the new name only
            already = False
        new = book.add(renaming.new, speech.flow, speech.path, fresh=already)
        if _OF_SEVERAL.match(speech.text, renaming.start) and len(told.subjects) > 1:
            # 「A」、「B」：兩案合併辦理。合併後案名為「C」
            for source in (key for key in told.subjects if key != new):
                step(book, told, EdgeType.MERGES_INTO, source, new, passage(book, speech))
            told.olds += told.subjects
            return [new]
        if old is not None and old != new and old not in told.olds:
            step(book, told, EdgeType.RENAMED_TO, old, new, passage(book, speech))
            told.olds.append(old)
            found = [*(key for key in found if key != old), new]  # 前更名為「B」，本次再更名為「C」
    return found

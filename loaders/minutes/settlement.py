"""What was said of a case at one sitting, settled: contradictions resolved, what follows from the kind of list added.

Always true: of one case at one sitting a delisting and a continuation never stand together, a recommendation to delist
stands before a delisting, and a new proposal that is not accepted is PROPOSED_AT. Ontology sections 3 and 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.interchange import Decision, Quote
from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import agenda_words
from loaders.minutes.agenda import Kind, Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import Statement, Told
from loaders.minutes.triggers import Mood

E = EdgeType
_LINEAGE = frozenset({E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO, E.REFERRED_TO})
_ENDS = frozenset({E.DELISTED_AT, E.DELISTING_RECOMMENDED_AT})
_REFUSALS = frozenset({E.REJECTED_AT, E.WITHDRAWN_AT})
_TAKEN_UP = frozenset({E.ESTABLISHED_AT}) | _ENDS | _REFUSALS


@dataclass(slots=True)
class _Case:
    """Everything said of one case at this sitting by this sitting."""

    key: str
    said: list[Statement]
    tolds: list[Told]


def settle(tolds: list[Told], book: CaseBook, earlier: frozenset[str]) -> list[Decision]:
    """The decisions of a sitting. ``earlier`` are keys of cases that an earlier sitting of the document already knew."""
    decisions: list[Decision] = []
    cases: dict[str, _Case] = {}
    for told in tolds:
        for key in (*told.subjects, *told.olds):
            cases.setdefault(key, _Case(key, [], []))
        for key in told.subjects:
            cases[key].tolds.append(told)
        for statement in told.statements:
            if statement.kind in _LINEAGE:
                first = _decision(statement, told.item.path)
                decisions += [replace(first, quote=q) for q in dict.fromkeys((statement.quote, *statement.also))]
            elif statement.meeting is not None:
                decisions.append(_decision(statement, told.item.path))
            else:
                cases.setdefault(statement.case, _Case(statement.case, [], [])).said.append(statement)
    for case in cases.values():
        old = any(d.case == case.key and d.type in (E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO) for d in decisions)
        referred = next((d for d in decisions if d.case == case.key and d.type is E.REFERRED_TO), None)
        decisions += _settled(case, book, case.key in earlier, old, referred)
        decisions += _discussed(case)
    return _once(decisions)


def _settled(case: _Case, book: CaseBook, known: bool, old: bool, referred: Decision | None) -> list[Decision]:
    chosen = _decided(case.said)
    proposal = _is_proposal(case, known, chosen)
    if chosen.keys() & _ENDS or E.REOPENED_AT in chosen:
        _drop(chosen, E.CONTINUED_AT)
    if E.DELISTING_RECOMMENDED_AT in chosen:
        _drop(chosen, E.DELISTED_AT)
    if E.REJECTED_AT in chosen and not proposal and not re.search(r"案|列管|共識|新增", chosen[E.REJECTED_AT].quote.text):
        del chosen[E.REJECTED_AT]
    if chosen.keys() & _REFUSALS:
        _drop(chosen, E.CONTINUED_AT, E.ESTABLISHED_AT, E.DEFERRED_AT)
    tracked = any(t.item.kind is Kind.TRACKED for t in case.tolds)
    if E.DEFERRED_AT in chosen and (tracked and not proposal or E.ESTABLISHED_AT in chosen):
        _drop(chosen, E.DEFERRED_AT)
    if proposal:
        _settle_proposal(chosen, case, book)
    if referred and E.CONTINUED_AT in chosen:
        _drop(chosen, E.CONTINUED_AT)
    if not proposal and not old and not referred and not chosen.keys() - {E.EXPANDED_AT, E.ROUTINISED_AT}:
        kept = _kept(case, book)
        if kept and (E.ROUTINISED_AT not in chosen):
            chosen[E.CONTINUED_AT] = kept
    return [d for s in chosen.values() for d in _decisions(s, case)]


def _decisions(statement: Statement, case: _Case) -> list[Decision]:
    """A statement with every passage that makes it."""
    said = [s for s in case.said if s.kind is statement.kind and s.mood is statement.mood and s is not statement]
    quotes = dict.fromkeys(q for s in (statement, *said) for q in (s.quote, *s.also))
    first = _decision(statement, _item(case))
    return [replace(first, quote=q) for q in quotes][:4]


def _decided(said: Iterable[Statement]) -> dict[EdgeType, Statement]:
    """The first firm statement of each kind; the item's own words before those of a heading."""
    chosen: dict[EdgeType, Statement] = {}
    for statement in sorted(said, key=lambda s: s.from_heading):
        if statement.mood in (Mood.DECIDED, Mood.RECOMMENDED) and (statement.mood is Mood.DECIDED or statement.kind is E.DELISTING_RECOMMENDED_AT):
            chosen.setdefault(statement.kind, statement)
    denied = {s.kind for s in said if not s.from_heading and s.mood in (Mood.NEGATED, Mood.UNDECIDED)}
    for kind in denied & chosen.keys():
        if chosen[kind].from_heading:
            del chosen[kind]
    return chosen


def _is_proposal(case: _Case, known: bool, chosen: dict[EdgeType, Statement]) -> bool:
    words = agenda_words()
    for told in case.tolds:
        item = told.item
        if told.olds or any(s.meeting for s in told.statements):
            continue
        if item.kind is Kind.NEW:
            return not (known and E.CONTINUED_AT in chosen and E.ESTABLISHED_AT not in chosen)
        if item.kind is Kind.PROPOSAL and not known:
            subject = item.subject.text if item.subject else ""
            if words.new.search(subject) or E.ESTABLISHED_AT in chosen:
                return True
            changes = words.lifecycle.search(subject)
            if not changes and (item.proposers or "提案" in subject or item.kind is Kind.PROPOSAL) and not chosen.keys() & (_ENDS | {E.CONTINUED_AT, E.REOPENED_AT}):
                return True
            if not changes and item.proposers and not chosen.keys() & (_ENDS | {E.REOPENED_AT}):
                return True
    return False


def _settle_proposal(chosen: dict[EdgeType, Statement], case: _Case, book: CaseBook) -> None:
    """A new proposal: accepted, or put forward only."""
    told = case.tolds[0]
    if told.passed and not chosen.keys() & (_TAKEN_UP | {E.DEFERRED_AT, E.CONTINUED_AT}):
        line = told.item.decision[0] if told.item.decision else None
        if line:
            start, end = line.flow.span(0, len(line.text))
            chosen[E.ESTABLISHED_AT] = Statement(E.ESTABLISHED_AT, case.key, Quote(start, end, book.text[start:end], line.path))
    continued = chosen.get(E.CONTINUED_AT)
    if continued and not any(word in continued.quote.text for word in ("列管", "追蹤")):
        _drop(chosen, E.CONTINUED_AT)
    if E.ESTABLISHED_AT not in chosen and not chosen.keys() & _ENDS:
        chosen[E.PROPOSED_AT] = Statement(E.PROPOSED_AT, case.key, _naming(case, book), also=tuple(_putting(told, book)))


def _naming(case: _Case, book: CaseBook) -> Quote:
    """The passage that puts a case forward: its 案由, else the line that names it."""
    told = case.tolds[0]
    speech = told.item.subject or (told.item.names[0].speech if told.item.names else None)
    if speech is None or not speech.text:
        return book.entries[case.key].quote
    return _quote(speech, book)


def _putting(told: Told, book: CaseBook) -> Iterator[Quote]:
    """The heading under which a proposal stands, and the sentences that send it on."""
    item = told.item
    for heading in item.headings[-1:]:
        yield _quote(heading, book)
    for speech in (*item.proposers[:1], *(s.speech for s in told.spoken)):
        if re.search(r"提|列管|納入", speech.text) and len(speech.text) > 3:
            yield _quote(speech, book)


def _quote(speech: Speech, book: CaseBook) -> Quote:
    start, end = speech.flow.span(len(speech.text) - len(speech.text.lstrip("，：；。")), len(speech.text.rstrip("。；，：")))
    return Quote(start, end, book.text[start:end], speech.path)


def _kept(case: _Case, book: CaseBook) -> Statement | None:
    """A case on the tracked list of which nothing firm is said goes on (inferred)."""
    soft = next((s for s in case.said if s.mood in (Mood.NEGATED, Mood.UNDECIDED) and s.kind in (E.DELISTED_AT, E.ROUTINISED_AT, E.DELISTING_RECOMMENDED_AT, E.REOPENED_AT)), None)
    if soft:
        if soft.kind is E.REOPENED_AT:
            return None
        return Statement(E.CONTINUED_AT, case.key, soft.quote, inferred=True)
    if case.said:
        return Statement(E.CONTINUED_AT, case.key, case.said[0].quote, inferred=True)
    for told in case.tolds:
        if told.item.listed and told.item.kind is Kind.TRACKED:
            line = next((x for x in told.item.decision if len(x.text) > 1), None)
            if line:
                return Statement(E.CONTINUED_AT, case.key, _quote(line, book), inferred=True)
    return None


def _discussed(case: _Case) -> list[Decision]:
    found = []
    for told in case.tolds:
        words = "".join(s.text for s in told.item.decision).strip("：，")
        quote = next((s.quote for s in case.said if s.meeting is None), None)
        if quote is not None:
            found.append(Decision(E.DISCUSSED_AT, case.key, quote, item=told.item.path, text=words))
            break
    return found


def _item(case: _Case) -> str:
    return case.tolds[0].item.path if case.tolds else ""


def _drop(chosen: dict[EdgeType, Statement], *kinds: EdgeType) -> None:
    for kind in kinds:
        chosen.pop(kind, None)


def _decision(statement: Statement, item: str) -> Decision:
    return Decision(
        type=statement.kind,
        case=statement.case,
        quote=statement.quote,
        target=statement.target,
        meeting=statement.meeting,
        inferred=statement.inferred,
        confidence=0.7 if statement.inferred else 1.0,
        item=item,
    )


def _once(decisions: list[Decision]) -> list[Decision]:
    """Without repetitions."""
    seen: dict[tuple[object, ...], Decision] = {}
    for d in decisions:
        seen.setdefault((d.type, d.case, d.target, d.meeting, d.quote.start), d)
    return list(seen.values())

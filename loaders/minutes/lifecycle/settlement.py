"""What was said of a case at one sitting, settled: contradictions resolved, what follows from the kind of list added.

Always true: of one case at one sitting a delisting and a continuation never stand together, a recommendation to delist
stands before a delisting, and a new proposal that is not accepted is PROPOSED_AT. Ontology sections 3 and 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.interchange import Decision, Quote
from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import AgendaItem, Kind
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle.records import Chosen, SaidOfCase, decision, discussed, once, quoted, stated, words_of
from loaders.minutes.lifecycle.statements import Statement, Told, passage
from loaders.minutes.triggers import Mood

E = EdgeType
_GOING_ON = frozenset({E.RENAMED_TO, E.MERGES_INTO, E.SPLITS_INTO})
_LINEAGE = _GOING_ON | {E.REFERRED_TO}
_ENDS = frozenset({E.DELISTED_AT, E.DELISTING_RECOMMENDED_AT})
_REFUSALS = frozenset({E.REJECTED_AT, E.WITHDRAWN_AT})
_TAKEN_UP = frozenset({E.ESTABLISHED_AT}) | _ENDS | _REFUSALS
_STATES = _ENDS | _REFUSALS | {E.CONTINUED_AT, E.ESTABLISHED_AT, E.DEFERRED_AT, E.REOPENED_AT}
"""Events of which a case has one; what its own words say stands before what a list's heading says."""
_BESIDE = frozenset({E.EXPANDED_AT, E.ROUTINISED_AT})
"""Events that say nothing of whether a case stays on the list."""
_NOT_TAKEN_UP = _REFUSALS | {E.DEFERRED_AT}
"""What becomes of one of the new cases of a sentence (新增案件：「A」同意成案；「B」暫不列管)."""
_LEFT_OPEN = _ENDS | {E.ROUTINISED_AT, E.REOPENED_AT}
_DOUBTFUL = frozenset({Mood.NEGATED, Mood.UNDECIDED})
_NOT_LISTED = _REFUSALS | {E.DEFERRED_AT}
_BARE_WORD = 8
"""The longest decision that is nothing but its word (再議)."""


def settle(tolds: Iterable[Told], book: CaseBook, earlier: frozenset[str]) -> list[Decision]:
    """The decisions of a sitting. ``earlier`` are keys of cases that an earlier sitting of the document knew."""
    decisions: list[Decision] = []
    cases: dict[str, SaidOfCase] = {}
    for told in tolds:
        for key in (*told.subjects, *told.olds):
            cases.setdefault(key, SaidOfCase(key))
        for key in told.subjects:
            cases[key].tolds.append(told)
        for statement in told.statements:
            case = cases.setdefault(statement.case, SaidOfCase(statement.case))
            if statement.kind in _LINEAGE:
                decisions += quoted(statement, told.item.path, (statement.quote, *statement.also))
                case.steps += [] if statement.meeting else [statement]
            elif statement.meeting is not None:
                decisions.append(decision(statement, told.item.path))
                case.elsewhere.add(statement.kind)
            else:
                case.said.append(statement)
                if _names_new_ones(told) and statement.kind in _NOT_TAKEN_UP and told not in case.tolds:
                    case.tolds.append(told)
        for statement in _renamed_as_accepted(told, book, earlier):
            cases.setdefault(statement.case, SaidOfCase(statement.case)).said.append(statement)
    for case in cases.values():
        chosen = _settled(case, book, case.key in earlier)
        decisions += stated(case, chosen)
        decisions += discussed(case, chosen)
    return once(decisions)


def _names_new_ones(told: Told) -> bool:
    """Whether an item has no name of its own and tells new cases in prose."""
    return told.item.kind is Kind.NEW and not told.item.names and told.item.subject is None


def _settled(case: SaidOfCase, book: CaseBook, known: bool) -> Chosen:
    """What stands of a case at the end of the sitting."""
    chosen, lineage = _decided(case.said), {step.kind for step in case.steps}
    proposal = _is_proposal(case, known, chosen)
    ended = chosen.get(E.DELISTED_AT)
    told_after = ended and lifecycle_words().settlement.off_after.search(words_of(ended))
    if ended and told_after and E.DELISTED_AT in case.elsewhere:
        _drop(chosen, E.DELISTED_AT)  # 前次會議已解列; 「A」解除列管後，…
        case.said.remove(ended)
    _resolve(chosen, case, proposal)
    if proposal:
        _settle_proposal(chosen, case, book, known)
    asked = chosen.get(E.DELISTING_RECOMMENDED_AT)
    if E.MERGES_INTO in lineage and asked and asked.from_heading:
        _drop(chosen, E.DELISTING_RECOMMENDED_AT)  # 提報解除列管：A, and 決議：A併入「B」
    listed = chosen.get(E.ESTABLISHED_AT)
    if E.MERGES_INTO in lineage and listed and listed.from_heading:
        chosen[E.PROPOSED_AT] = replace(listed, kind=E.PROPOSED_AT)
        _drop(chosen, E.ESTABLISHED_AT)  # 新增提案2案：「A」、「B」, and 決議：「B」併入「C」
    if E.REFERRED_TO in lineage:
        here = chosen.get(E.CONTINUED_AT)
        if here is None or not lifecycle_words().settlement.kept_here.search(words_of(here)):
            _drop(chosen, E.CONTINUED_AT)
        only_here = E.DELISTED_AT in chosen and _handed_over(chosen[E.DELISTED_AT])
        _drop(chosen, *((E.DELISTED_AT,) if only_here else ()))
    if not proposal and not lineage & _LINEAGE and not chosen.keys() - _BESIDE:
        kept = _kept(case, book)
        if kept and E.ROUTINISED_AT not in chosen:
            chosen[E.CONTINUED_AT] = kept
    return chosen


def _handed_over(delisted: Statement) -> bool:
    """Whether a group only says that it tracks no more what goes on in another (移請該組列管，本組不再追蹤)."""
    return lifecycle_words().settlement.only_here.search(words_of(delisted)) is not None


def _decided(said: Iterable[Statement]) -> Chosen:
    """The first firm statement of each kind; the item's own words before those of a heading, and before a guess."""
    statements = sorted(said, key=lambda statement: (statement.from_heading, statement.inferred))
    denied = {s.kind for s in statements if not s.from_heading and s.mood in _DOUBTFUL}
    chosen: Chosen = {}
    for statement in statements:
        recommended = statement.mood is Mood.RECOMMENDED and statement.kind is E.DELISTING_RECOMMENDED_AT
        if statement.mood is Mood.DECIDED or recommended:
            chosen.setdefault(statement.kind, statement)
    about_list = lifecycle_words().settlement.about_list
    own = {
        kind
        for kind, s in chosen.items()
        if not s.from_heading and kind in _STATES and (kind is not E.CONTINUED_AT or about_list.search(words_of(s)))
    }
    beaten = _STATES - own if own else frozenset()
    return {kind: s for kind, s in chosen.items() if not (s.from_heading and (kind in denied or kind in beaten))}


def _resolve(chosen: Chosen, case: SaidOfCase, proposal: bool) -> None:
    """Leave one of what contradicts."""
    words = lifecycle_words().settlement
    asked, kept = chosen.get(E.DELISTING_RECOMMENDED_AT), chosen.get(E.CONTINUED_AT)
    there = words_of(asked).rpartition("，")[2] if asked else ""
    alone = asked is not None and not words.higher.search(there) and E.DELISTED_AT not in chosen
    firm = kept is not None and asked is not None and kept.quote.start > asked.quote.start
    about = kept is not None and words.about_list.search(words_of(kept)) is not None
    about = about or bool(asked and kept and asked.from_heading and not kept.from_heading)
    about = about and not (kept and kept.inferred and "除" not in words_of(kept))
    if asked and kept and (words.kept_though_asked.search(words_of(kept)) or (alone and firm and about)):
        _drop(chosen, E.DELISTING_RECOMMENDED_AT)  # 某組提請解列，惟…，仍請列管
    ended = chosen.get(E.DELISTED_AT)
    later = (s for s in case.said if s.kind is E.DELISTED_AT and s.mood is Mood.NEGATED and not s.from_heading)
    if ended and any(s.quote.start > ended.quote.end for s in later):
        _drop(chosen, E.DELISTED_AT)  # a row's 解列, then 決議：項次5不予解列
    listed = chosen.get(E.ESTABLISHED_AT)
    overruled = listed and any(chosen[kind].quote.start > listed.quote.end for kind in chosen.keys() & _NOT_LISTED)
    if listed and overruled and len(listed.quote.text) <= _BARE_WORD:
        _drop(chosen, E.ESTABLISHED_AT)  # a row's 新增, then 決議：項次5退回研議
    if listed and kept and listed.quote == kept.quote and not words.on_list.search(words_of(kept)):
        _drop(chosen, E.CONTINUED_AT)  # 同意續辦，同意成案; 同意成案，並與「B」分別列管
    if ended and kept and _overrules(kept, ended):
        _drop(chosen, E.DELISTED_AT)  # a row's 解列, then 決議：除「A」仍請續管外，其餘依建議通過
    if chosen.keys() & (_ENDS | {E.REOPENED_AT}):
        _drop(chosen, E.CONTINUED_AT)
    if E.DELISTING_RECOMMENDED_AT in chosen:
        refused = any(s.kind is E.DELISTED_AT and s.mood is Mood.NEGATED and not s.from_heading for s in case.said)
        asks_nobody = not words.higher.search(words_of(chosen[E.DELISTING_RECOMMENDED_AT])) and E.DELISTED_AT in chosen
        _drop(chosen, E.DELISTING_RECOMMENDED_AT if refused or asks_nobody else E.DELISTED_AT)
    about_case, about_list = words.about_case, words.about_list
    _settle_refusal(chosen, case, proposal)
    if E.REJECTED_AT in chosen and not proposal and not about_case.search(words_of(chosen[E.REJECTED_AT])):
        _drop(chosen, E.REJECTED_AT)
    asked_back = any(s.kind is E.REOPENED_AT and s.mood in _DOUBTFUL for s in case.said)
    if not proposal and (asked_back or E.CONTINUED_AT in chosen):  # what is refused is not the case
        _drop(chosen, E.REJECTED_AT)
    if proposal and chosen.keys() & _REFUSALS:  # 本案毋須另列合作案，免予列管
        _drop(chosen, *_ENDS)
    withdrawn, goes_on = chosen.get(E.WITHDRAWN_AT), chosen.get(E.CONTINUED_AT)
    if withdrawn and goes_on and withdrawn.quote == goes_on.quote and about_list.search(words_of(goes_on)):
        _drop(chosen, E.WITHDRAWN_AT)  # 同意其收回，案件續管: what is taken back was asked of the case
    if E.WITHDRAWN_AT in chosen:  # 已撤回，免議: nothing is left to refuse
        _drop(chosen, E.REJECTED_AT)
    if chosen.keys() & _REFUSALS:
        _drop(chosen, E.CONTINUED_AT, E.ESTABLISHED_AT, E.DEFERRED_AT)
    tracked = any(told.item.kind is Kind.TRACKED for told in case.tolds)
    deferred, continued = chosen.get(E.DEFERRED_AT), chosen.get(E.CONTINUED_AT)
    if deferred and continued and not about_list.search(words_of(continued)):
        _drop(chosen, E.CONTINUED_AT)
    of_detail = deferred and (len(deferred.quote.text) > _BARE_WORD or E.CONTINUED_AT in chosen)
    stays = tracked or (continued is not None and about_list.search(words_of(continued)) is not None)
    of_detail = of_detail and not words.not_yet_listed.search(words_of(deferred)) if deferred else False
    if (stays and not proposal and of_detail) or E.ESTABLISHED_AT in chosen:
        _drop(chosen, E.DEFERRED_AT)


def _overrules(kept: Statement, ended: Statement) -> bool:
    """Whether a sentence behind a table keeps a case on the list that its row, in a bare word, takes off."""
    words = lifecycle_words()
    bare = len(ended.quote.text) <= _BARE_WORD < len(kept.quote.text)
    bare = bare or words.settlement.announced.search(words_of(ended)) is not None  # 解列「A」、「B」，計2案；「B」續管
    about = words.settlement.about_list.search(words_of(kept)) and not words.binding.rest.search(words_of(kept))
    return bare and bool(about) and not kept.from_heading and kept.quote.start > ended.quote.end


def _settle_refusal(chosen: Chosen, case: SaidOfCase, proposal: bool) -> None:
    """不列入追蹤 takes a tracked case off the list; 未獲共識，下次再議 puts a new one off and does not refuse it."""
    words, refused = lifecycle_words().settlement, chosen.get(E.REJECTED_AT)
    if refused is None:
        return
    tracked = any(told.item.is_row and told.item.kind is Kind.TRACKED for told in case.tolds)
    if tracked and not proposal and words.off_list.search(words_of(refused)) and not chosen.keys() & _ENDS:
        chosen[E.DELISTED_AT] = replace(refused, kind=E.DELISTED_AT)
        _drop(chosen, E.REJECTED_AT)
    elif E.DEFERRED_AT in chosen and words.not_yet.search(words_of(refused)):
        _drop(chosen, E.REJECTED_AT)


def _drop(chosen: Chosen, *kinds: EdgeType) -> None:
    for kind in kinds:
        chosen.pop(kind, None)


# -- new proposals -----------------------------------------------------------------------------------------------------


def _is_proposal(case: SaidOfCase, known: bool, chosen: Chosen) -> bool:
    """Whether a case is put before the sitting as a new one."""
    listed = any(told.item.is_row and told.item.kind is Kind.TRACKED for told in case.tolds)
    for told in case.tolds:
        if told.olds or any(statement.meeting and statement.case == case.key for statement in told.statements):
            continue
        if E.REOPENED_AT in chosen or (E.EXPANDED_AT in chosen and told.item.kind is Kind.PROPOSAL):
            return False
        continued = chosen.get(E.CONTINUED_AT)
        on_list = continued and lifecycle_words().settlement.on_list.search(words_of(continued))
        if told.item.kind is Kind.NEW and on_list and E.ESTABLISHED_AT not in chosen and E.DEFERRED_AT not in chosen:
            continue  # 新增1案、持續列管1案
        if told.item.kind is Kind.NEW:
            return not (known and E.CONTINUED_AT in chosen and E.ESTABLISHED_AT not in chosen)
        sent_on = not chosen and any(s.kind is E.REFERRED_TO for s in case.steps)
        refused = bool(chosen) and chosen.keys() <= {E.REJECTED_AT, E.DEFERRED_AT, E.WITHDRAWN_AT}
        if told.item.kind is Kind.OPEN and not known and (sent_on or refused) and _is_proposed(told.item):
            return True  # （甲局提案）：請改於乙組提案
        if told.item.kind is Kind.PROPOSAL and not known and sent_on and _only_puts(told.item):
            return True  # 案由二：A，提請審議。 決議：移請乙組研議
        moved = told.item.kind is Kind.MOTION and not listed and _is_proposed(told.item)
        if on_list:
            continue
        if (told.item.kind is Kind.PROPOSAL or moved) and not known and _puts_forward(told.item, chosen):
            return True
    return not known and _is_not_yet_listed(case, chosen)


def _renamed_as_accepted(told: Told, book: CaseBook, earlier: frozenset[str]) -> Iterator[Statement]:
    """修正通過，案名修正為「B」: the new case A was put forward, and B is what was accepted."""
    item = told.item
    names = {s.case: s.target for s in told.statements if s.kind is E.RENAMED_TO}
    put = item.subject is not None and agenda_words().lists.new.search(item.subject.text) is not None
    if item.kind is Kind.NEW or put:  # 併入「B」，不另立新案
        merged = (s.case for s in told.statements if s.kind is E.MERGES_INTO and s.case not in earlier)
        yield from (Statement(E.PROPOSED_AT, case, book.entries[case].quote) for case in merged)
    for statement in told.statements:
        renamed = names.get(statement.case) if statement.kind in (E.ESTABLISHED_AT, E.CONTINUED_AT) else None
        if renamed and statement.mood is Mood.DECIDED and not statement.meeting:
            yield replace(statement, case=renamed)  # 同意新增；案名修正為「B」
    new = item.kind is Kind.NEW or (item.subject and agenda_words().lists.new.search(item.subject.text))
    if not (new and told.passed and item.decision) or not set(told.olds).isdisjoint(earlier):
        return
    if any(statement.kind in _TAKEN_UP | {E.DEFERRED_AT} for statement in told.statements):
        return
    accepted = passage(book, item.decision[0])
    yield from (Statement(E.PROPOSED_AT, old, book.entries[old].quote) for old in told.olds)
    yield from (Statement(E.ESTABLISHED_AT, key, accepted) for key in told.subjects if told.olds)


def _is_not_yet_listed(case: SaidOfCase, chosen: Chosen) -> bool:
    """Whether a sitting puts off or refuses that a case comes onto its list (「A」本次暫不列管): so it was proposed."""
    put_off = chosen.get(E.DEFERRED_AT) or chosen.get(E.REJECTED_AT)
    words = lifecycle_words().settlement
    told_new = any(words.newly.search(said.text) for told in case.tolds for said in told.item.decision)
    signed = put_off is not None and words.no_new.search(words_of(put_off)) is not None
    listed = (told for told in case.tolds if not (signed and told.item.proposers))  # a row with 提案單位: 不同意成案
    tracked = any((told.item.kind is Kind.TRACKED and not told_new) or told.olds for told in listed)
    if put_off is None or tracked or len(chosen) > 1:
        return False
    return told_new or signed or words.not_yet_listed.search(words_of(put_off)) is not None


def _puts_forward(item: AgendaItem, chosen: Chosen) -> bool:
    """Whether an item put before the sitting is about a new case and not about what becomes of an old one."""
    words, subject = agenda_words(), item.subject.text if item.subject else ""
    for named in item.names:
        subject = subject.replace(named.name.text, "")  # a name may hold such a word itself
    if words.lists.new.search(subject) or E.ESTABLISHED_AT in chosen:
        return True
    if words.subjects.lifecycle.search(subject) or chosen.keys() & (_ENDS | {E.REOPENED_AT}):
        return False
    return _is_proposed(item) or bool(chosen.keys() & (_REFUSALS | {E.DEFERRED_AT}))


def _only_puts(item: AgendaItem) -> bool:
    """Whether a 案由 is a name without quotes that is put to the vote, or stands among proposals, and says no more."""
    if item.subject is None or len(item.names) != 1 or "「" in item.subject.text:
        return False
    rest = item.subject.text.replace(item.names[0].name.text, "", 1)
    put = "提請" in rest or any("提案" in heading.text for heading in item.headings)
    return put and lifecycle_words().settlement.put_only.fullmatch(rest) is not None


def _asks_to_add(item: AgendaItem) -> bool:
    """Whether a 案由 asks for a new case (「A」提請新增。)."""
    return item.subject is not None and agenda_words().lists.new.search(item.subject.text) is not None


def _is_proposed(item: AgendaItem) -> bool:
    """Whether an item says who proposes it."""
    said = agenda_words().names.proposer_remark
    if item.proposers or (item.subject and said.search(item.subject.text.rstrip("："))):
        return True
    proposing = lifecycle_words().settlement.proposing
    if item.kind in (Kind.MOTION, Kind.OPEN) and item.subject and proposing.search(item.subject.text):
        return True
    return any(proposing.search(speech.text) for speech in item.decision)


def _settle_proposal(chosen: Chosen, case: SaidOfCase, book: CaseBook, known: bool) -> None:
    """A new proposal: accepted, or put forward only."""
    if not case.tolds:  # 甲縣新提「A」、「B」兩案，…後者不予成案
        chosen[E.PROPOSED_AT] = Statement(E.PROPOSED_AT, case.key, book.entries[case.key].quote)
        return
    told, words = case.tolds[0], lifecycle_words().settlement
    sent_on = any(step.kind is E.REFERRED_TO for step in case.steps)
    passed = told.passed and not sent_on and not chosen.keys() & (_TAKEN_UP | {E.DEFERRED_AT, E.CONTINUED_AT})
    if passed and told.item.decision:
        chosen[E.ESTABLISHED_AT] = Statement(E.ESTABLISHED_AT, case.key, passage(book, told.item.decision[0]))
    continued = chosen.get(E.CONTINUED_AT)
    if continued and not words.about_list.search(words_of(continued)):
        _drop(chosen, E.CONTINUED_AT)
    told_new = told.item.kind is Kind.NEW and E.ESTABLISHED_AT not in chosen and not chosen.keys() & _REFUSALS
    if continued and told_new and E.CONTINUED_AT in chosen and not words.on_list.search(words_of(continued)):
        _drop(chosen, E.CONTINUED_AT)  # 四市均支持，列管
        chosen[E.ESTABLISHED_AT] = replace(continued, kind=E.ESTABLISHED_AT)
    refused_again = known and chosen.keys() & _REFUSALS
    new = any(one.item.kind is Kind.NEW or _is_proposed(one.item) or _asks_to_add(one.item) for one in case.tolds)
    taken_back = E.WITHDRAWN_AT in chosen and not new
    if E.ESTABLISHED_AT not in chosen and not chosen.keys() & _ENDS and not (refused_again or taken_back):
        putting = tuple(_putting(told, book))
        chosen[E.PROPOSED_AT] = Statement(E.PROPOSED_AT, case.key, _naming(case, book), also=putting)


def _naming(case: SaidOfCase, book: CaseBook) -> Quote:
    """The passage that puts a case forward: its 案由, else the line that names it."""
    item = case.tolds[0].item
    speech = item.subject or next((named.speech for named in item.names), None)
    return passage(book, speech) if speech and speech.text else book.entries[case.key].quote


def _putting(told: Told, book: CaseBook) -> Iterator[Quote]:
    """The heading under which a proposal stands, and the sentences that send it on."""
    yield from (passage(book, heading) for heading in told.item.headings[-1:])
    for speech in (*told.item.proposers[:1], *(spoken.speech for spoken in told.spoken)):
        if len(speech.text) > 3 and lifecycle_words().settlement.putting.search(speech.text):
            yield passage(book, speech)


# -- tracked cases -----------------------------------------------------------------------------------------------------


def _kept(case: SaidOfCase, book: CaseBook) -> Statement | None:
    """A case on the tracked list of which nothing firm is said goes on (inferred)."""
    doubt = next((s for s in case.said if s.mood in _DOUBTFUL and s.kind in _LEFT_OPEN), None)
    if (doubt and doubt.kind is E.REOPENED_AT) or _gone(case):
        return None
    if doubt or case.said:
        return Statement(E.CONTINUED_AT, case.key, (doubt or case.said[0]).quote, inferred=True)
    for told in case.tolds:
        if told.item.listed and told.item.kind is Kind.TRACKED:
            line = next((speech for speech in told.item.decision if len(speech.text) > 1), None)
            if line and not lifecycle_words().settlement.noted.fullmatch(line.text):
                return Statement(E.CONTINUED_AT, case.key, passage(book, line), inferred=True)
    return None


def _gone(case: SaidOfCase) -> bool:
    """Whether the item only reports that the case was delisted before, by another sitting or nobody says by which."""
    said = (s for told in case.tolds for s in told.statements if s.case == case.key and s.kind is E.DELISTED_AT)
    off = lifecycle_words().settlement.off_before
    return E.DELISTED_AT in case.elsewhere or any(
        s.meeting or (s.mood is Mood.PAST and off.search(words_of(s))) for s in said
    )

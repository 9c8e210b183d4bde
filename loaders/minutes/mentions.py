"""Who is named in a case's item, and as what: INVOLVED_IN, PROPOSES, CONCERNS.

Always true: names inside a case's own title are no mentions; a body's role is read from the words around it, the
strongest of an item wins later, in the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.interchange import Body, Mention, ProgramMention, Quote
from graph.vocabulary import EdgeType, Label, Role
from loaders.bodies import BodyFinder, Found, Setting
from loaders.folding import fold
from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.lexicon.platforms import official_platform
from loaders.lexicon.programs import program_words
from loaders.lexicon.roles import role_words
from loaders.minutes.agenda import Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import Spoken, Told, passage, sentences
from loaders.minutes.names import quoted
from loaders.minutes.programs import programs, programs_in_name
from loaders.minutes.title import platform_name
from loaders.numerals import NUMERAL, numeral

_REMARK = re.compile("案?（[^（）]*）")
_NAMES_ALONE = re.compile(r"[、，,；;及與和/（）()：:\s主協辦]*")
_JOINED = re.compile(r"[、，/及與和暨]|以及")
_STEM = 3
"""Characters with which a name opens that tell it from the others of its item."""
_OWN_NUMBER = re.compile(rf"(?:政府)?(?:所提)?提案([{NUMERAL}]{{1,3}})")
_INNER_BLANK = re.compile(r"\s(?![A-Za-z])|(?<![A-Za-z])\s")


@lru_cache(maxsize=4096)
def _bare(spelling: str) -> str:
    """A name as it stands in squeezed text."""
    return _INNER_BLANK.sub("", fold(spelling))


class MentionReader:
    """Reads bodies and programs out of the sentences of one sitting."""

    def __init__(self, finder: BodyFinder, setting: Setting, book: CaseBook) -> None:
        self.finder = finder
        self.setting = setting
        self.book = book

    def mentions(self, told: Told) -> Iterator[Mention]:
        """Every body that one item names, once for each case it stands for."""
        for spoken in self._sentences(told):
            text = self.masked(spoken.speech.text)
            for found, row in _in_rows(text, self.bodies(text, spoken)):
                if found.collective and _means_nobody(text, found):
                    continue
                proposes = spoken.proposes and not _sends_in(text, found)
                role = Role.PROPOSER if proposes else spoken.role or _role(text, found, row)
                quote = self._sentence(spoken.speech, text, found)
                keys = self._quoted_behind(text, spoken, found) if role is Role.PROPOSER else spoken.keys
                keys = self._remarked(spoken, found) or self._part(spoken, text, found) or keys
                for body in found.bodies:
                    for key in keys:
                        yield Mention(body, key, role, quote)
            yield from self._group(spoken)

    def programs(self, told: Told) -> Iterator[ProgramMention]:
        """Every program that an item or its cases' names name."""
        spoken_of = (key for spoken in told.spoken for key in spoken.keys)
        for key in dict.fromkeys((*told.subjects, *spoken_of)):
            entry = self.book.entries[key]
            for found in programs_in_name(entry.name):
                yield ProgramMention(found.name, key, entry.quote, entry.name[found.start : found.end], found.kind)
        for spoken in self._sentences(told):
            for found in programs(self.masked(spoken.speech.text)):
                quote = spoken.speech.quote(self.book.text, found.start, found.end)
                for key in (k for k in spoken.keys if found.listed or found.name not in self.book.entries[k].name):
                    yield ProgramMention(found.name, key, quote, quote.text, found.kind)

    def masked(self, text: str) -> str:
        """A text with case names blanked at equal length, so that what is inside them counts for nothing."""
        for name in quoted(text):
            if self.book.find(name.text):
                text = text[: name.start] + "〇" * (name.end - name.start) + text[name.end :]
        for entry in self.book.entries.values():
            for spelling in sorted((entry.name, *entry.aliases), key=len, reverse=True):
                bare = _bare(spelling)
                if len(bare) >= 4:
                    text = text.replace(bare, "〇" * len(bare))
        return text

    def bodies(self, text: str, spoken: Spoken) -> tuple[Found, ...]:
        """The bodies of a sentence; 兩市 are those of the platforms that its cases come from, 本局 who speaks."""
        origins = [origin for key in spoken.keys for origin in self.book.entries[key].origins]
        cities = tuple(dict.fromkeys(city for origin in origins for city in self.finder.members(origin, None)))
        text = program_words().spellings.sub(lambda said: "〇" * len(said[0]), text)  # TPASS行政院通勤月票
        found = self.finder.find(text, self.setting, cities)
        speaker = found[0].bodies[0] if found and found[0].start == 0 and text.startswith("：", found[0].end) else None
        if speaker is None or not speaker.city:
            return found
        host = speaker.name if speaker.label is Label.AGENCY else None
        return self.finder.find(text, replace(self.setting, host_city=speaker.city, host_agency=host), cities)

    def _sentences(self, told: Told) -> Iterator[Spoken]:
        """The item's sentences with the cases they speak of; 提案單位 lines and background go to all of them."""
        keys = tuple(dict.fromkeys((*self._old(told), *told.subjects)))
        if told.subjects:
            proposed = self._proposed(told, keys)
            for speech in stated_proposers(told):
                charged = self._is_charged(speech)
                yield Spoken(speech, keys if charged else proposed, proposes=not charged)
            remarked = [case for case in told.item.names if case.remark]
            for case in remarked:
                key = self.book.find(case.name.text) if len(remarked) > 1 else None
                yield from _proposer_remark(case.speech, case.remark, (key,) if key in proposed else proposed)
            if told.item.subject:
                yield Spoken(told.item.subject, proposed)
            own = self._old(told) if self._taken_in(told) or _states(told, EdgeType.SPLITS_INTO) else keys
            for speech in (*told.item.background, *told.item.measures):
                role = self._field_role(told, speech)
                yield from (
                    Spoken(said, named, role=role) for said, named in self._by_name(speech, own, listed=not told.olds)
                )
        else:
            yield from (one for speech in told.item.background for one in self._quoting(speech))
        yield from (spoken for spoken in told.spoken if spoken.keys)

    def _quoting(self, speech: Speech) -> Iterator[Spoken]:
        """The sentences of what somebody said before the ruling that quote a case (某局：「A」已設置六處)."""
        for said in sentences(speech):
            keys = dict.fromkeys(key for name in quoted(said.text) if (key := self.book.find(name.text)))
            if keys:
                yield Spoken(said, tuple(keys), named=True)

    def _by_name(
        self, speech: Speech, keys: tuple[str, ...], *, listed: bool
    ) -> Iterator[tuple[Speech, tuple[str, ...]]]:
        """A text by those of several cases that its sentences name; all of them where a sentence names none.

        ``listed``: cases of one list, of which the opening characters of a name tell one.
        """
        if len(keys) < 2:
            yield speech, keys
            return
        for said in sentences(speech):
            quotes = {self.book.find(name.text) for name in quoted(said.text)}
            names = {key: _bare(self.book.entries[key].name) for key in keys}
            named = tuple(key for key in keys if key in quotes or names[key] in said.text)
            opened = tuple(key for key in keys if listed and names[key][:_STEM] in said.text)
            yield said, named or (opened if len(opened) == 1 else keys)

    def _old(self, told: Told) -> tuple[str, ...]:
        """The cases that an item names, where they go on as another, else the first that does."""
        named = {self.book.find(case.name.text) for case in told.item.names}
        return tuple(dict.fromkeys(key for key in told.olds if key in named)) or tuple(told.olds[:1])

    def is_row_of_names(self, speech: Speech) -> bool:
        """Whether a field holds nothing but bodies (主辦機關：A、B)."""
        if "。" in speech.text:
            return False
        rest, at = "", 0
        for one in self.finder.find(speech.text, self.setting):
            rest, at = rest + speech.text[at : one.start], one.end
        return at > 0 and _NAMES_ALONE.fullmatch(rest + speech.text[at:]) is not None

    def _field_role(self, told: Told, speech: Speech) -> Role | None:
        """The role of those whom a field or a table's cell names alone: they help where its label says so."""
        if not self.is_row_of_names(speech):
            return None
        start = speech.quote(self.book.text).start
        helps = role_words().helps_before.search(_bare(self.book.text[max(0, start - 12) : start]))
        return Role.PARTICIPANT if helps or speech in told.item.assisting else Role.RESPONSIBLE

    def _is_charged(self, speech: Speech) -> bool:
        """Whether a name's brackets say that an agency is in charge of it (主辦：A, A主辦)."""
        words, text, quote = role_words(), self.book.text, speech.quote(self.book.text)
        within = words.charged_before.search(fold(text[max(0, quote.start - 8) : quote.start]))
        return bool(within or words.charged_after.match(fold(text[quote.end : quote.end + 8])))

    def _quoted_behind(self, text: str, spoken: Spoken, found: Found) -> tuple[str, ...]:
        """What somebody proposes: the case quoted right behind (本案與乙市所提「B」合併), or told by its number in
        the list of whoever it is (雲林縣提案一), else what is spoken of."""
        numbered = _OWN_NUMBER.match(text, found.end)
        own = self.book.numbers.get(f"{found.bodies[0].name}{numeral(numbered[1])}") if numbered else None
        if own:
            return (own,)
        said = role_words().proposes_quoted.match(text, found.end)
        name = next((n for n in quoted(spoken.speech.text) if said and n.outer_start == said.end()), None)
        key = self.book.find(name.text) if name else None
        return (key,) if key else spoken.keys

    def _remarked(self, spoken: Spoken, found: Found) -> tuple[str, ...]:
        """The one of several cases behind whose name a body stands in brackets (「A」（甲局）、「B」（乙局）)."""
        text = spoken.speech.text
        remarks = [(self.book.find(n.text), said) for n in quoted(text) if (said := _REMARK.match(text, n.outer_end))]
        own = tuple(key for key, said in remarks if key and said.start() < found.start < said.end())
        return own if len(remarks) > 1 and (len(spoken.keys) > 1 or not set(own) & set(spoken.keys)) else ()

    def _part(self, spoken: Spoken, text: str, found: Found) -> tuple[str, ...]:
        """The one of several cases of which a sentence speaks by part of its name (其中二仁溪部分，甲局…)."""
        parts = lifecycle_words().rows.part
        said = next(reversed([*parts.finditer(text, 0, found.start)]), None) if len(spoken.keys) > 1 else None
        named = [key for key in spoken.keys if said and said["name"] in _bare(self.book.entries[key].name)]
        return tuple(named) if len(named) == 1 else ()

    def _taken_in(self, told: Told) -> bool:
        """Whether the item's case goes into one that has an item of its own, which says who is about it."""
        entries = (self.book.entries[key] for key in told.subjects)
        own = (told.item.path, told.item.number)
        return bool(told.olds) and all(entry.listed and (entry.item, entry.number) != own for entry in entries)

    def _proposed(self, told: Told, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Who proposes an item proposes what went into a merger or a rename, not what came out; of rows its own."""
        if not _states(told, EdgeType.MERGES_INTO):
            became = _states(told, EdgeType.RENAMED_TO) or len(told.subjects) > 1
            return tuple(told.olds) if told.olds and became else keys
        named = {self.book.find(case.name.text) for case in told.item.names}
        own = tuple(key for key in told.olds if key in named)
        return own or tuple(told.olds)

    def _sentence(self, speech: Speech, text: str, found: Found) -> Quote:
        """The sentence in which a body is named."""
        left = max(text.rfind(sign, 0, found.start) for sign in "。；") + 1
        right = min((i for i in (text.find(sign, found.end) for sign in "。；") if i >= 0), default=len(text))
        return passage(self.book, speech, left, right)

    def _group(self, spoken: Spoken) -> Iterator[Mention]:
        """原雙北教育文化組提案, 教育文化組提「…」: a group that proposes."""
        words, speech = role_words(), spoken.speech
        if spoken.proposes:
            said = words.proposing_group.search(speech.text)
            if not said:
                return
            known = said[0].startswith("原") or (said[1] and _is_platform(said[1], self.setting.platform))
            home = said[1] if said[1] and known else ""
            platform = platform_name(home) if home else self.setting.platform
            name = said[2] if home else (said[1] or "") + said[2]  # 衛生社福組
            body = Body(name, Label.GROUP, written=said[0].lstrip("原"), platform=platform)
            quote = speech.quote(self.book.text, *said.span())
        else:
            said = words.group_proposes.match(speech.text)
            if not said:
                return
            body = Body(said[1], Label.GROUP, written=said[1], platform=self.setting.platform)
            quote = speech.quote(self.book.text, *said.span(1))
        yield from (Mention(body, key, Role.PROPOSER, quote) for key in spoken.keys)


def _is_platform(words: str, here: str | None) -> bool:
    """Whether the words before a group are its platform's, by the lexicon or by the one that sits."""
    return official_platform(words) is not None or bool(here and here.startswith(words))


def _states(told: Told, kind: EdgeType) -> bool:
    """Whether the item says such a thing of a case (of what a split makes, nothing but the decision tells)."""
    return any(statement.kind is kind for statement in told.statements)


def stated_proposers(told: Told) -> tuple[Speech, ...]:
    """What an item says of who proposes it, else what the heading above it does."""
    return told.item.proposers or _heading_proposer(told)


def _heading_proposer(told: Told) -> tuple[Speech, ...]:
    """The city or agency whose proposals the innermost heading gathers (桃園市主提)."""
    form = agenda_words().headings.proposer
    found = ((heading, said) for heading in told.item.headings[-1:] if (said := form.match(heading.text)))
    return tuple(heading.cut(*said.span("agency")) for heading, said in found)


def _proposer_remark(speech: Speech, remark: str, keys: tuple[str, ...]) -> Iterator[Spoken]:
    """A proposer in brackets behind a name: （臺北市動物保護處提案）."""
    at = speech.text.find(remark) if remark else -1
    if at >= 0 and not remark.startswith("原") and role_words().proposer_remark.search(remark):
        yield Spoken(speech.cut(at, at + len(remark)), keys, proposes=True)


def _in_rows(text: str, bodies: Sequence[Found]) -> Iterator[tuple[Found, tuple[int, int]]]:
    """Bodies, each with the stretch of the enumeration that it stands in (甲局、乙局及丙局)."""
    for at, found in enumerate(bodies):
        first = last = at
        while first and _JOINED.fullmatch(text, bodies[first - 1].end, bodies[first].start):
            first -= 1
        while last + 1 < len(bodies) and _JOINED.fullmatch(text, bodies[last].end, bodies[last + 1].start):
            last += 1
        yield found, (bodies[first].start, bodies[last].end)


def _role(text: str, found: Found, row: tuple[int, int]) -> Role:
    """The role that the words around a body, or around the row that it stands in, give it."""
    words, (start, end) = role_words(), row
    before, after = text[max(0, start - 16) : start], text[end : end + 20]
    own_before, own_after = text[max(0, found.start - 16) : found.start], text[found.end : found.end + 20]
    together = words.proposes_together.match(after)
    if together or words.proposer_after.match(own_after) or words.proposer_before.search(own_before):
        return Role.PROPOSER
    if words.helps_before.search(before) or words.helps_after.match(after):
        return Role.PARTICIPANT
    alone = before.endswith("（") and after.startswith("）")  # A（甲局）：續管
    if alone or words.leads_before.search(before) or words.leads_after.match(after):
        return Role.RESPONSIBLE
    if words.invited_before.search(before):
        return Role.INVITED
    if words.responsible_before.search(before):
        return Role.RESPONSIBLE
    if found.collective and found.bodies[0].label is Label.CITY:
        return Role.PARTICIPANT
    if words.host_after.match(after):
        return Role.HOST
    if words.participant.search(before) or words.participant.match(after):
        return Role.PARTICIPANT
    works = found.bodies[0].label is Label.AGENCY and words.does.match(after)
    return Role.RESPONSIBLE if works else Role.MENTIONED


def _means_nobody(text: str, found: Found) -> bool:
    """Whether a word for several cities is only a word (雙方), or names those that may come in (是否邀請其他縣市)."""
    words = role_words()
    word = words.nobody.fullmatch(text[found.start : found.end])
    return word is not None or words.undecided_before.search(text[: found.start]) is not None


def _sends_in(text: str, found: Found) -> bool:
    """Whether a body stands in the brackets behind a proposer that say who sends its papers in."""
    remarks = (said for said in _REMARK.finditer(text) if said.start() > 0 and role_words().sends_in.search(said[0]))
    return any(said.start() < found.start < said.end() for said in remarks)


def merged(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without repetitions of the same body, case, role and passage."""
    seen: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        at = (mention.body.name, mention.body.label, mention.case, mention.role, mention.quote.start)
        if at in seen and mention.body.written and not seen[at].body.written:
            seen[at] = replace(seen[at], body=mention.body)
        seen.setdefault(at, mention)
    return tuple(seen.values())

"""Who is named in a case's item, and as what: INVOLVED_IN, PROPOSES, CONCERNS.

Always true: names inside a case's own title are no mentions; a body's role is read from the words around it, the
strongest of an item wins later, in the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.interchange import Body, Mention, ProgramMention, Quote
from graph.vocabulary import Label, Role
from loaders.minutes.agenda import Speech
from loaders.bodies import BodyFinder, Found, Setting
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import Spoken, Told
from loaders.minutes.names import quoted
from loaders.minutes.programs import programs
from loaders.minutes.title import platform_name

_EITHER = frozenset({"雙方", "雙邊", "兩造", "彼此", "大家"})
"""Words that speak of whoever takes part; they name nobody."""
_PROPOSER = re.compile(r"^提$|^提）|^(?:建議)?提案|^提(?=「)|^提(?:請納入|請討論)")
_PROPOSER_BEFORE = re.compile(r"提案(?:單位|機關|者|市|人|縣市|來源)(?:（|：|為)?$")
_ASKED = re.compile(r"(?:請|由|函請|洽請|責成|應由|委請|敬請|交由|並由|續由|改由|統由)(?:[^，。；請由]{0,2})$")
_HOST = re.compile(r"^[^，。；]{0,12}?(?:辦理|舉辦|主辦|承辦|召開|開設|啟用|規劃|主政|主責|籌辦|辦有|設置|排定|排在|訂於|預計|擔任|場域)")
_INVITED = re.compile(r"(?:邀請?|邀集|邀約|歡迎|函送|函知|通知|函邀|發函|轉知|擴大邀請|請函邀|開放(?:予|給)?|提供(?:予|給)?|供|予)(?:[^，。；]{0,6})$")
_PARTICIPANT = re.compile(r"(?:納入|加入|成員|參與|會同|結合|協同|與|同|和|向|赴|至|協助|跨|串聯|擴大至|擴及|以)(?:[^，。；]{0,4})$|^[^，。；]{0,6}?(?:參與|加入|共同|合作|均|皆|師生|表態|同意|支持)")


class MentionReader:
    """Reads bodies and programs out of the sentences of one sitting."""

    def __init__(self, finder: BodyFinder, setting: Setting, book: CaseBook) -> None:
        self.finder = finder
        self.setting = setting
        self.book = book

    def mentions(self, told: Told) -> Iterator[Mention]:
        """Every body that one item names, once for each case it stands for."""
        for spoken in self._spoken(told):
            text = self.masked(spoken.speech.text)
            for found in self._found(text, spoken):
                if found.collective and text[found.start : found.end] in _EITHER:
                    continue
                role = Role.PROPOSER if spoken.proposes else _role(text, found)
                quote = self._quote(spoken.speech, text, found)
                for body in found.bodies:
                    for key in spoken.keys:
                        yield Mention(body, key, role, quote)
            yield from self._groups(spoken)

    def programs(self, told: Told) -> Iterator[ProgramMention]:
        """Every program that an item or its cases' names name."""
        for key in dict.fromkeys(told.subjects):
            entry = self.book.entries[key]
            for found in programs(entry.name):
                yield ProgramMention(found.name, key, entry.quote, entry.name[found.start : found.end], found.kind)
        for spoken in self._spoken(told):
            text = self.masked(spoken.speech.text)
            for found in programs(text):
                start, end = spoken.speech.flow.span(found.start, found.end)
                quote = Quote(start, end, self.book.text[start:end], spoken.speech.path)
                for key in spoken.keys:
                    yield ProgramMention(found.name, key, quote, self.book.text[start:end], found.kind)

    def _spoken(self, told: Told) -> Iterator[Spoken]:
        """The item's sentences with the cases they speak of; 提案單位 lines and background go to all of them."""
        keys = tuple(dict.fromkeys((*told.olds[:1], *told.subjects)))
        if told.subjects:
            split = len(told.subjects) > 1
            proposed = tuple(told.olds) if told.olds and split else keys
            for speech in told.item.proposers:
                yield Spoken(speech, proposed, proposes=True)
            for case in told.item.names:
                yield from self._remark(case.speech, case.remark, proposed)
            if told.item.subject:
                yield Spoken(told.item.subject, proposed)
            for speech in (*told.item.background, *told.item.measures):
                yield Spoken(speech, keys)
        yield from (s for s in told.spoken if s.keys)

    def _remark(self, speech: Speech, remark: str, keys: tuple[str, ...]) -> Iterator[Spoken]:
        """A proposer in brackets behind a name: （臺北市動物保護處提案）."""
        at = speech.text.find(remark) if remark else -1
        if at >= 0 and re.search(r"提案|提報單位|提出|提$", remark) and not re.match(r"原", remark):
            yield Spoken(Speech(speech.flow.cut(at, at + len(remark)), speech.path), keys, proposes=True)

    def masked(self, text: str) -> str:
        """A text with case names blanked at equal length, so that what is inside them counts for nothing."""
        for name in quoted(text):
            if self.book.find(name.text):
                text = text[: name.start] + "〇" * (name.end - name.start) + text[name.end :]
        for entry in self.book.entries.values():
            for spelling in sorted((entry.name, *entry.aliases), key=len, reverse=True):
                bare = re.sub(r"\s(?![A-Za-z])|(?<![A-Za-z])\s", "", _folded(spelling))
                if len(bare) >= 4:
                    text = text.replace(bare, "〇" * len(bare))
        return text

    def _found(self, text: str, spoken: Spoken) -> tuple[Found, ...]:
        origins = [o for key in spoken.keys for o in self.book.entries[key].origins]
        subject = tuple(dict.fromkeys(c for o in origins for c in self.finder.members(o, None)))
        return self.finder.find(text, self.setting, subject)

    def _quote(self, speech: Speech, text: str, found: Found) -> Quote:
        left = max((text.rfind(sign, 0, found.start) for sign in "。；"), default=-1) + 1
        right = min((i for i in (text.find(sign, found.end) for sign in "。；") if i >= 0), default=len(text))
        start, end = speech.flow.span(left, right)
        return Quote(start, end, self.book.text[start:end], speech.path)

    def _groups(self, spoken: Spoken) -> Iterator[Mention]:
        """原雙北教育文化組提案: a group that proposes."""
        if not spoken.proposes and not re.match(r"[\u3400-\u9fff]{2,6}組提(?:報|出)?「", spoken.speech.text):
            return
        said_by = re.match(r"([\u3400-\u9fff]{2,8}組)提(?:報|出)?「", spoken.speech.text)
        if said_by and not spoken.proposes:
            body = Body(said_by[1], Label.GROUP, written=said_by[1], platform=self.setting.platform)
            start, end = spoken.speech.flow.span(0, said_by.end(1))
            yield from (Mention(body, key, Role.PROPOSER, Quote(start, end, self.book.text[start:end], spoken.speech.path)) for key in spoken.keys)
            return
        for said in re.finditer(r"原?([\u3400-\u9fff]{2,6}?)?(?:合作)?(?:交流)?(?:平臺)?「?([\u3400-\u9fff]{4}組|[\u3400-\u9fff]{2}組)」?", spoken.speech.text):
            platform = platform_name(said[1]) if said[1] else self.setting.platform
            body = Body(said[2], Label.GROUP, written=said[0].lstrip("原"), platform=platform)
            start, end = spoken.speech.flow.span(said.start(), said.end())
            for key in spoken.keys:
                yield Mention(body, key, Role.PROPOSER, Quote(start, end, self.book.text[start:end], spoken.speech.path))
            return


def _folded(text: str) -> str:
    from loaders.folding import fold

    return fold(text)


def _role(text: str, found: Found) -> Role:
    """The role that the words around a body give it."""
    before, after = text[max(0, found.start - 16) : found.start], text[found.end : found.end + 20]
    chain = re.sub(r"(?:[\u3400-\u9fff]{2,4}(?:市|縣)(?:政府)?[\u3400-\u9fff]{0,12}?(?:局|處|會|所|中心)?[、及與和]|以及)+$", "", before)
    if _PROPOSER.match(after) or _PROPOSER_BEFORE.search(before):
        return Role.PROPOSER
    if _INVITED.search(before):
        return Role.INVITED
    if _ASKED.search(before) or _ASKED.search(chain):
        return Role.RESPONSIBLE
    if _HOST.match(after):
        return Role.HOST
    if _PARTICIPANT.search(before) or _PARTICIPANT.match(after):
        return Role.PARTICIPANT
    return Role.MENTIONED


def merged(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without repetitions of the same body, case, role and passage."""
    seen: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        at = (mention.body.name, mention.body.label, mention.case, mention.role, mention.quote.start)
        if at in seen and mention.body.written and not seen[at].body.written:
            seen[at] = replace(seen[at], body=mention.body)
        seen.setdefault(at, mention)
    return tuple(seen.values())

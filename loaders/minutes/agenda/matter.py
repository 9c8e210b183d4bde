"""One item's section, seen by its labels: the matter itself, who puts it, what explains it, what decides it.

Always true: every line stands under one label; a remark right behind what decides belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.lexicon.agenda import agenda_words, asked_outcome_of, outcome_of
from loaders.lexicon.decisions import decides, decision_words
from loaders.lexicon.headings import Heading
from loaders.minutes.agenda.case_names import is_no_case, quotes_case
from loaders.minutes.agenda.items import Speech, speeches
from loaders.minutes.names import head, quoted, stated_count
from loaders.outline.marks import Style
from loaders.outline.tree import Section

_PUT = re.compile("(?:提請|報請|請)(?:討論|審議|公鑒|公決|核示|備查|確認)|「|[合併]討論")
"""How a line puts a matter, and does not tell of it."""
_SPEAKS = re.compile(
    "案件|案由|[計共][0-9]+案|(?:局|處|會|府|市|縣|中心|公司|大學|學校|組|工作圈|單位|主席|長|委員|代表)(?:報告|說明|提議|提案|發言|建議|補充|口頭報告)*：?$"
)
"""Who speaks, or what is counted, before a colon that makes no name."""
_HEADINGS_ONLY = frozenset({Heading.PROPOSALS, Heading.REPORT, Heading.MOTION})
BACKGROUND = (Heading.EXPLANATION, Heading.PROGRESS, Heading.RESPONSIBLE)
"""Parts of an item that explain and do not decide."""


@dataclass(frozen=True)
class Matter:
    """One item's section, seen by its labels."""

    section: Section

    def parts(self, *kinds: Heading) -> tuple[Section, ...]:
        """Parts under some labels, label by label."""
        return tuple(child for kind in kinds for child in self.section.children if child.heading is kind)

    def said(self, *kinds: Heading) -> tuple[Speech, ...]:
        """All lines under some labels."""
        return lines_of(self.parts(*kinds))

    @cached_property
    def line(self) -> Speech:
        """The 案由 itself, without what is decided or reported on its line (A：同意成案; A：已辦理2場。)."""
        return self.whole.cut(0, self._named_until) if self._named_until else self.whole

    @cached_property
    def _named_until(self) -> int:
        """Where a line that opens with the name goes on with what is told of it; 0 where it does not."""
        opening = head(self.whole.flow)
        rest = self.whole.text[opening.rest :] if opening and opening.colon else ""
        ahead = self.whole.text[: len(self.whole.text) - len(rest)]
        reported = rest.endswith("。") and not (_PUT.search(rest) or _SPEAKS.search(ahead))
        told = reported if self.resolutions else decides(rest)
        return opening.rest if opening and told else 0

    @cached_property
    def whole(self) -> Speech:
        """The line that puts the matter."""
        subject = self.section.first(Heading.SUBJECT) or self.section
        if self.plain and (subject.heading in _HEADINGS_ONLY or not subject.rest.text or self._sort or self._heads_one):
            return self.plain[0]  # 討論案, and the matter itself on the next line
        told = [part for part in self.parts(Heading.EXPLANATION) if part.rest.text and not subject.rest.text]
        if told and subject.heading is Heading.MOTION:
            return Speech(told[0].rest, told[0].path)  # 臨時動議 提案人：甲局 內容：…
        return Speech(subject.rest, subject.path)

    @cached_property
    def _sort(self) -> tuple[Speech, ...]:
        """The heading that only says what is asked of the cases that the line beneath it quotes (撤案：)."""
        asked = asked_outcome_of(self.section.body.text) is not None
        return (Speech(self.section.body, self.section.path),) if asked and "「" in self.plain[0].text else ()

    @property
    def _heads_one(self) -> bool:
        """Whether the heading counts one case, and the line beneath it quotes that (擴大辦理案（1案）)."""
        text = self.section.body.text
        counted = agenda_words().headings.counted.search(text) is not None and stated_count(text) == 1
        return counted and "「" not in text and self.plain[0].text.startswith("「")

    @property
    def opens_with_case(self) -> bool:
        """Whether the matter calls something a case, or opens with something in quotes."""
        first = next(iter(quoted(self.line.text)), None)
        named = first is not None and first.outer_start == 0 and not is_no_case(first, self.line.text)
        return quotes_case(self.line.text) or named

    @property
    def titled(self) -> bool:
        """Whether the matter is labelled as a name (案名)."""
        subject = self.section.first(Heading.SUBJECT) or self.section
        return "名" in subject.label

    @property
    def plain(self) -> tuple[Speech, ...]:
        """Lines without label and number."""
        unlabelled = (c for c in self.section.children if c.heading is None)
        return lines_of(tuple(c for c in unlabelled if c.style is Style.PLAIN and not _heads(c)))

    @property
    def points(self) -> tuple[Section, ...]:
        """Numbered lines and rows without label, those under 案由 included."""
        unlabelled = [c for c in self.section.children if c.heading in (None, Heading.PROPOSALS)]
        subject = self.section.first(Heading.SUBJECT)
        under = [c for c in subject.children if c.heading is None] if subject else []
        return (*(c for c in unlabelled if c.style is not Style.PLAIN or c.cells or _heads(c)), *under)

    @property
    def background(self) -> tuple[Speech, ...]:
        decided = self.resolutions
        own = (self.whole.cut(self._named_until),) if decided and self._named_until else ()
        return (*own, *lines_of(tuple(part for part in self.parts(*BACKGROUND) if part not in decided)))

    @property
    def measures(self) -> tuple[Speech, ...]:
        decided = self.resolutions
        advice = (part for part in self.parts(Heading.RESOLUTION) if part not in decided)
        put = lines_of((*(part for part in self.parts(Heading.MEASURES) if part not in decided), *advice))
        return (*put, *self._sort) if self.plain else put

    @property
    def proposers(self) -> tuple[Speech, ...]:
        by = agenda_words().subjects.put_by.match(self.line.text)
        own = (self.line.cut(*by.span("agency")),) if by else ()
        opening = own_lines((self.section,) if self.section.heading is Heading.PROPOSER else ())
        behind = agenda_words().subjects.put_behind.search(self.line.text)
        last = (self.line.cut(*behind.span("agency")),) if behind else ()
        return self.said(Heading.PROPOSER) or opening or own or last

    @property
    def resolutions(self) -> tuple[Section, ...]:
        """The parts that decide, and right behind them remarks and what a form ticks (補充說明, 管考建議：解除列管)."""
        at, remark = -1, agenda_words().headings.remark
        found: list[Section] = []
        for place, child in enumerate(self.section.children):
            ticked = child.heading is Heading.MEASURES and outcome_of(child.rest.text) is not None
            behind = place == at + 1 and found and (ticked or remark.fullmatch(child.label))
            if child.heading is Heading.RESOLUTION or behind:
                found.append(child)
                at = place
        firm = tuple(part for part in found if not self._advises(part))
        rules = any(decides(said.text) or decision_words().passing.match(said.text) for said in lines_of(firm))
        return firm if rules else tuple(found)

    def _advises(self, part: Section) -> bool:
        """Whether a label like 追蹤意見 stands before a 決議 and only says what is advised."""
        ruled = [c for c in self.section.children if c.heading is Heading.RESOLUTION]
        return part is not ruled[-1] and agenda_words().headings.advice.fullmatch(part.label) is not None


def _heads(line: Section) -> bool:
    """Whether an unnumbered line is the heading of numbered ones (嘉義縣政府提案：), and not a case (「A」：)."""
    opening = head(line.body)
    return any(child.ordinal for child in line.children) and not (opening and opening.name.quoted)


def lines_of(sections: tuple[Section, ...]) -> tuple[Speech, ...]:
    """All lines of some sections."""
    return tuple(speech for section in sections for speech in speeches(section))


def own_lines(sections: tuple[Section, ...]) -> tuple[Speech, ...]:
    """What stands on the lines of some labels themselves."""
    return tuple(Speech(section.rest, section.path) for section in sections if section.rest.text)


def decides_quoted(said: Speech) -> bool:
    """Whether words of decision stand in a line beside something in quotes."""
    return "「" in said.text and decides(said.text)

"""What a part or a pair rests on.

Always true: every part is cited by the first passage of each of its roles, so that each sign of a picture, and whether
it is solid, can be looked up; the number stands at the case (a column, a row, a box), never at each sign: two agencies
are shown together because one case names both, so the case is what is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from queries.collaboration import Pair, Shared
from queries.participation import Agency, Part
from visualizations.citations import Citations, Source, numbers
from visualizations.collaboration.telling import Options, roles_words


def of_part(part: Part) -> tuple[Source, ...]:
    """The first passage of each role of an agency in a case."""
    first = {mention.role: mention for mention in reversed(part.mentions) if mention.quotes}
    told = [first[role] for role in part.roles if role in first]
    return tuple(Source(mention.meeting, mention.date, mention.quotes[0]) for mention in told)


def of_parts(parts: Iterable[Part]) -> tuple[Source, ...]:
    """What several parts rest on, each source once, in the order of their days."""
    found = dict.fromkeys(source for part in parts for source in of_part(part))
    return tuple(sorted(found, key=lambda one: (one.day or "9999", one.quote.path, one.quote.start)))


def of_pair(pair: Pair) -> tuple[Source, ...]:
    """What a pair rests on, case by case."""
    return tuple(dict.fromkeys(source for one in pair.shared for source in of_parts((one.a, one.b))))


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence behind a picture: words, each with what they rest on, under a short head."""

    head: str
    parts: tuple[tuple[str, tuple[Source, ...]], ...]

    def words(self, cited: Citations) -> str:
        """The sentence with the numbers of its sources in brackets."""
        told = ((text, numbers(cited.of(sources))) for text, sources in self.parts)
        return "".join(f"{text}[{held}]" if held else text for text, held in told)


def pair_remarks(told: Iterable[Pair], alone: Sequence[Agency], options: Options) -> list[Remark]:
    """Why agencies are pairs: each pair with its cases, and the roles of both.

    Then, in one sentence, the agencies that share no case with another one.
    """
    remarks = [_pair(pair, options) for pair in told]
    if alone:
        names = options.listed(agency.label for agency in alone)
        words = options.say(f"另 {len(alone)} 機關未與他機關同列一案：", f"{len(alone)} agencies share no case: ")
        remarks.append(Remark("", ((words + names + options.say("。", "."), ()),)))
    return remarks


def _pair(pair: Pair, options: Options) -> Remark:
    count = options.say(f"{pair.cases} 案", f"{pair.cases} cases")
    head = f"{pair.a.label} × {pair.b.label}　{count}　{options.span(pair.since, pair.until)}"
    between = ["", *[options.say("；", "; ")] * (pair.cases - 1)]
    parts = [
        (mark + _shared(one, options), of_parts((one.a, one.b))) for mark, one in zip(between, pair.shared, strict=True)
    ]
    return Remark(head.strip(), tuple(parts))


def _shared(one: Shared, options: Options) -> str:
    """A case with the roles of both."""
    roles = " / ".join(roles_words(part.roles, options) for part in (one.a, one.b))
    return f"{one.case.name}（{roles}）"

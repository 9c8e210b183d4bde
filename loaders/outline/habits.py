"""What a text itself shows of how it numbers its items and labels their parts, where the lexicon knows no such word.

Always true: a word is learnt from its neighbours alone: one that numbers lines (課題一、課題二) when labels of an
agenda item stand beneath each, a label when it stands in such items; what the lexicon knows is never learnt anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from loaders.lexicon.agenda import agenda_words
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading, heading
from loaders.numerals import numeral
from loaders.outline.marks import BARE, NUMBERED, Style, mark

_LABEL = re.compile(r"((?:[\u3400-\u9fff]\s*){2,6})：")
_AGENCIES = re.compile(r"(?:[\u3400-\u9fff]{2,24}?[府局處會所縣市部署][、及與和。]?)+")
_PROPOSES = re.compile(r"提|發起|倡")
_REVIEW = re.compile(r"(?:審[查核議]|處理|研處)(?:意見|建議|情形)$")
"""Labels of what is suggested, with which some offices open what is decided."""
_SPEAKER = re.compile(r"(?:[局處市縣府長會組案科員署部]|代表|委員|教授|顧問|老師|先生|女士)$")
_PARTS = AGENDA_LABELS | {Heading.SUBJECT}
_WITHIN = frozenset(
    {
        Style.PLAIN,
        Style.BULLET,
        Style.DIGIT,
        Style.PAREN_DIGIT,
        Style.CIRCLED,
        Style.LETTER,
        Style.SMALL_LETTER,
    }
)
"""Lines that do not end an item."""
_NEAR, _REACH = 4, 12
GAPPED = re.compile(
    r"([\u3400-\u9fff]{2,8}|[\u3400-\u9fff]\s+[\u3400-\u9fff])(?:\s*(?:-{1,2}|[/→⇒])\s*|\s+)(?=[^\s：])"
)
"""A label that a blank, a dash or an arrow parts from its text (決議　同意)."""
_DECIMAL = re.compile(r"(\d{1,2})\.\d{1,2}[\s、]")


@dataclass(frozen=True, slots=True)
class Habits:
    """The words of one text: ``items`` number its agenda items, ``labels`` open their parts.

    ``gapped``: blanks part its labels from their texts. ``bare``: what its numbers open that only blanks follow.
    """

    items: frozenset[str] = frozenset()
    labels: dict[str, Heading] = field(default_factory=dict)
    gapped: bool = False
    bare: Style | None = None

    def heading(self, words: str) -> Heading | None:
        """The kind of part that a heading opens, by this text's habit or by the lexicon."""
        return self.labels.get(words) or heading(words)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: ``kind`` of a known label, ``word`` of an unknown one, the ``item`` word that numbers it."""

    text: str
    kind: Heading | None = None
    word: str = ""
    item: str = ""
    ordinal: int = 0
    loose: bool = False
    """Whether nothing but blanks stands behind the number."""
    style: Style = Style.PLAIN

    @property
    def opens(self) -> bool:
        """Whether an agenda item or a known part of one begins here."""
        return self.kind is not None or self.style is Style.CASE


def habits(view: str) -> Habits:
    """What a prepared view shows of its own words."""
    texts = [text.strip() for text in view.split("\n") if text.strip() and "\t" not in text]
    gapped = _are_gapped(texts)
    lines = [_line(text, gapped) for text in texts]
    items, bare = _item_words(lines), _bare(texts, lines)
    lines = [replace(line, style=Style.CASE) if line.item in items else line for line in lines]
    return Habits(items, _labels(lines), gapped, bare)


def _are_gapped(texts: list[str]) -> bool:
    """Whether blanks part the labels of items from their texts: several do, one that decides among them."""
    kinds = [kind for text in texts if (kind := _gapped_kind(text)) in _PARTS]
    return len(kinds) > 1 and Heading.RESOLUTION in kinds


def _gapped_kind(text: str) -> Heading | None:
    number = mark(text)
    found = GAPPED.match(text, number.length if number else 0)
    return heading(re.sub(r"\s", "", found[1])) if found else None


def _bare(texts: list[str], lines: list[_Line]) -> Style | None:
    """What numbers open behind which only blanks stand: items with labels beneath, or parts of the agenda."""
    found = [(at, int(number[1])) for at, text in enumerate(texts) if (number := BARE.match(text))]
    if not found or found[0][1] != 1 or any(n not in (1, m + 1) for (_, m), (_, n) in pairwise(found)):
        return None
    ends = [at for at, _ in found[1:]] + [len(lines)]
    if len(found) > 1 and all(_labelled(lines[at + 1 : end][:_NEAR]) for (at, _), end in zip(found, ends, strict=True)):
        return Style.DIGIT
    parts = {int(part[1]) for text in texts if (part := _DECIMAL.match(text))}
    headed = sum(heading(re.sub(r"\s|：.*", "", BARE.sub("", texts[at], count=1))) is not None for at, _ in found)
    ordered = [number for _, number in found] == list(range(1, len(found) + 1))
    return Style.FORMAL if ordered and (parts & {n for _, n in found} or headed > 1) else None


def _line(text: str, gapped: bool = False) -> _Line:
    number = mark(text)
    body = text[number.length :] if number else text
    label = _LABEL.match(body)
    parted = GAPPED.match(body) if gapped and not label else None
    words = re.sub(r"\s", "", label[1] if label else parted[1] if parted else body[:24])
    kind = heading(words)
    bullet = number.length if number and number.style is Style.BULLET else 0
    item = NUMBERED.match(text, bullet) if (number is None or bullet) and not (label and kind) else None
    called = agenda_words().headings.item.fullmatch(words) is not None
    unknown = kind is None and (called or not _SPEAKER.search(words))
    free = not number or number.style is Style.BULLET
    opens = label and (called or free) and (unknown or _REVIEW.search(words))
    return _Line(
        text=body,
        kind=kind,
        word=words if opens else "",
        item=item[1] if item else "",
        ordinal=(numeral(item[2]) or 0) if item else 0,
        loose=bool(item and item["blank"]),
        style=number.style if number else Style.PLAIN,
    )


def _item_words(lines: list[_Line]) -> frozenset[str]:
    """Words with numbers from 1 on (two where only blanks follow), labels of an agenda item close beneath each."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.ordinal and heading(line.item) not in HEADER:
            places[line.item].append(at)
    codes = frozenset(word for word, found in places.items() if _is_code(word, [lines[at] for at in found], lines))
    return codes | frozenset(
        word
        for word, found in places.items()
        if lines[found[0]].ordinal == 1
        and (len(found) > 1 or not lines[found[0]].loose)
        and all(lines[b].ordinal in (1, lines[a].ordinal + 1) for a, b in pairwise(found))
        and all(_labelled(lines[at + 1 : min(until, at + 1 + _NEAR)]) for at, until in pairwise((*found, len(lines))))
    )


def _is_code(word: str, numbered: list[_Line], lines: list[_Line]) -> bool:
    """Whether a character counts the cases of a group from 1 on (交1, 交2), by which another line speaks of them."""
    counts = [line.ordinal for line in numbered] == list(range(1, len(numbered) + 1))
    pointed = re.compile(f"{re.escape(word)}(?:{'|'.join(str(line.ordinal) for line in numbered)})(?![0-9])")
    bare = len(word) == 1 and counts and all(line.loose for line in numbered)
    return bare and any(pointed.search(line.text) for line in lines if line.item != word)


def _labelled(lines: list[_Line]) -> bool:
    return any(line.kind in _PARTS for line in lines)


def _labels(lines: list[_Line]) -> dict[str, Heading]:
    """Unknown labels that stand in agenda items, by what stands behind them."""
    told: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.word:
            told[line.word].append(at)
    found = dict.fromkeys(_conclusions(lines), Heading.RESOLUTION)
    undecided = not any(line.kind is Heading.RESOLUTION for line in lines)
    for word, places in told.items():
        texts = [_text(lines, at) for at in places]
        if all(_names_item(lines, at) for at in places):
            found[word] = Heading.SUBJECT
        elif not heading(word) and agenda_words().headings.ruling.fullmatch(word) and all(map(_decides, texts)):
            found[word] = Heading.RESOLUTION
        if word in found or not _mostly(_in_item(lines, at) for at in places):
            continue
        if all(_AGENCIES.fullmatch(text) for text in texts):
            found[word] = Heading.PROPOSER if _PROPOSES.search(word) else Heading.RESPONSIBLE
        elif (undecided and len(places) > 1 and all(map(_decides, texts))) or _mostly(
            _closes_item(lines, at) and _decides(text) for at, text in zip(places, texts, strict=True)
        ):
            found[word] = Heading.RESOLUTION
        elif heading(word) is None and all(_precedes_resolution(lines, at) for at in places) and all(texts):
            found[word] = Heading.EXPLANATION
    return found


def _conclusions(lines: list[_Line]) -> Iterable[str]:
    """Labels of conclusions (主席結論) that each of several items has: they are no conclusion of the sitting."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.kind is Heading.CONCLUSION and line.style in (Style.PLAIN, Style.BULLET):
            places[re.sub(r"\s", "", line.text.partition("：")[0])].append(at)
    for word, found in places.items():
        between = [lines[a + 1 : b] for a, b in pairwise(found)]
        if between and all(any(_numbers(line) for line in part) for part in between):
            yield word


def _numbers(line: _Line) -> bool:
    return line.style not in (Style.PLAIN, Style.BULLET, Style.FORMAL)


def _names_item(lines: list[_Line], at: int) -> bool:
    """Whether a label stands where an item's name does, above its other parts: behind a bare number, or called so."""
    above, below = lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None
    if above is None or below is None or below.kind not in AGENDA_LABELS or _decides(_text(lines, at)):
        return False
    numbered = above.style is Style.CASE and not above.text.strip("： ")
    called = agenda_words().headings.item.fullmatch(lines[at].word) is not None
    return bool(lines[at].text.partition("：")[2].strip()) and (numbered or called)


def _in_item(lines: list[_Line], at: int) -> bool:
    """Whether the last line that opens anything above is an item's number or a part of it."""
    above = next((line for line in reversed(lines[max(0, at - _REACH) : at]) if line.opens), None)
    return above is not None and (above.kind in _PARTS or above.style is Style.CASE)


def _closes_item(lines: list[_Line], at: int) -> bool:
    """Whether no part follows a label in its item, and no 決議 stands above it there."""
    behind = next((i for i in range(at + 1, len(lines)) if lines[i].opens), None)
    fresh = behind is not None and behind - 1 > at and _numbers(lines[behind - 1])  # a label beneath the next number
    below = None if behind is None or fresh else lines[behind]
    above = takewhile(lambda line: line.style in _WITHIN and line.kind is not Heading.SUBJECT, reversed(lines[:at]))
    decided = any(line.kind is Heading.RESOLUTION for line in above)
    return not decided and (below is None or below.kind not in AGENDA_LABELS)


def _precedes_resolution(lines: list[_Line], at: int) -> bool:
    """Whether a label stands behind an item's line or a part of it, and the next part that opens is the 決議."""
    below = next((line for line in lines[at + 1 : at + 1 + _REACH] if line.opens or line.style not in _WITHIN), None)
    return below is not None and below.kind is Heading.RESOLUTION and lines[at - 1].opens


def _text(lines: list[_Line], at: int) -> str:
    """What stands behind a label, or on the line beneath it."""
    own = lines[at].text.partition("：")[2].strip()
    beneath = lines[at + 1] if at + 1 < len(lines) else None
    return own or (beneath.text if beneath and not beneath.kind and not beneath.word else "")


def _decides(text: str) -> bool:
    return agenda_words().headings.decides.search(text) is not None


def _mostly(found: Iterable[bool]) -> bool:
    """Whether a thing is so in at least half of all places."""
    places = list(found)
    return 2 * sum(places) >= len(places)

"""Rows of a tracking table → one item a row.

Always true: a table counts only when its head names a column of cases; a row without a case continues the row above; a
blank cell repeats the cell above only where the table says so (同上列) or the column is one that clerks merge (組別).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.vocabulary import EdgeType
from loaders.folding import Flow
from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.decisions import decides
from loaders.lexicon.lineage import lineage_words
from loaders.lexicon.tables import Column, column
from loaders.minutes.agenda.case_names import signed
from loaders.minutes.agenda.items import AgendaItem, Kind, NamedCase, Place, Speech
from loaders.minutes.names import Name, listed, quoted
from loaders.numerals import numeral
from loaders.outline.tree import Section
from loaders.row_numbers import OWN_CODE, code
from loaders.row_numbers import row as pointed_row

Cells = dict[Column, list[Flow]]
_TICK = re.compile(r"[VvＶ✓✔√○●◎■☑◆·]|是")
_WAYS = ((EdgeType.MERGES_INTO, "併"), (EdgeType.SPLITS_INTO, "拆"), (EdgeType.SPLITS_INTO, "分"))
"""How a row changes its cases, by a word that says so."""
_SAME = re.compile(r"^(?:同上(?:列)?|〃|″|同前|同左)。?$")
_CARRIED = (Column.GROUP, Column.PROPOSER, Column.DECISION, Column.RESPONSIBLE, Column.ASSISTING)
"""Columns whose cells may speak for the rows beneath."""
_TELLING = frozenset({Column.DECISION, Column.ADVICE, Column.NEW_NAME, Column.REMARK, Column.PROGRESS, Column.PROPOSER})
_CONTINUING = frozenset({Column.DECISION, Column.REMARK, Column.PROGRESS, Column.RESPONSIBLE, Column.ASSISTING})
"""Columns by which a row without a name goes on with the case above."""
_BESIDE_NUMBER = frozenset({Column.GROUP, Column.RESPONSIBLE, Column.ASSISTING})
"""Columns that tell of cases where another one numbers them."""
_WIDEST_HEAD = 16
_NO_NAME = re.compile(r"[。；：]|(?:局|處|會|府|市|縣|中心|公司|大學)$")
_ENOUGH = 3
"""Rows by which a column is known."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One case's cells, with those of the rows that continue it."""

    cells: Cells
    path: str


def rows_as_items(rows: Iterable[Section], place: Place) -> Iterator[AgendaItem]:
    """The items of consecutive rows; the heading above may say what blank cells mean (空白欄位同上列)."""
    note = place.headings[-1].text if place.headings else ""
    cases = _cases(rows, _repeated(note))
    new = Counter("".join(cell.text for cell in row.cells.get(Column.NEW_NAME, ())) for row in cases)
    shared = frozenset(name for name, count in new.items() if count > 1)
    for row in cases:
        if Column.NEW_NAME in row.cells:
            yield from _renamed(row, place, shared)
        elif item := _item(row, place):
            yield item


def _cases(rows: Iterable[Section], repeats: frozenset[Column]) -> list[_Row]:
    columns: dict[int, Column] | None = None
    head: Section | None = None
    found: list[_Row] = []
    carry: Cells = {}
    rows = tuple(rows)
    beside = {at: heads for at, row in enumerate(rows) if (heads := _head_beside(row))}
    last = max(beside, default=0)
    for at, row in enumerate(rows):
        below = rows[at + 1 : at + 1 + _ENOUGH]
        heads = _head(row, below, goes_on=at < last) or _head_by_content(row, below)
        if heads:
            columns, head = heads, row
            kinds = list(heads.values())
            merged = Column.DECISION in kinds and kinds.index(Column.DECISION) < kinds.index(Column.NAME)
            repeats |= {Column.DECISION} if merged else set()  # results that stand first are merged over their rows
        elif found and at in beside:
            columns, head = beside[at], None
        elif columns is not None and row.cells:
            _take(row, columns, found, carry, repeats)
            if head and found and (ticked := _ticked(row, head)):
                found[-1].cells[Column.DECISION] = ticked
    return list(_together(found))


def _together(rows: list[_Row]) -> Iterator[_Row]:
    """Rows whose decision is one cell (二案併為「C」) as one row of several cases."""
    at = 0
    while at < len(rows):
        row, said = rows[at], rows[at].cells.get(Column.DECISION)
        together = agenda_words().lists.together.match(said[0].text) if said else None
        count = (numeral(together["count"]) or 1) if together else 1
        spanned = rows[at : at + count]
        if count > 1 and len(spanned) == count and all(Column.DECISION not in r.cells for r in spanned[1:]):
            names = [name for r in spanned for name in r.cells[Column.NAME][:1]]
            yield _Row(_without(row.cells, Column.PROPOSER) | {Column.NAME: names}, row.path)
            proposed = (r for r in spanned if Column.PROPOSER in r.cells)  # each by its own agency
            yield from (_Row(_without(r.cells, Column.DECISION), r.path) for r in proposed)
            at += count
        else:
            yield row
            at += 1


def _without(cells: Cells, kind: Column) -> Cells:
    return {column: flows for column, flows in cells.items() if column is not kind}


def _kinds(row: Section) -> dict[int, Column]:
    """Column index → kind, of the cells that the lexicon knows as heads."""
    return {i: kind for i, cell in enumerate(row.cells) if (kind := column(cell.text))}


def _head_beside(row: Section) -> dict[int, Column] | None:
    """Column index → kind, when a row is the head of further columns of the table above, whose rows their numbers name.

    項次｜決議 behind 項次｜案名: a table that a page was too narrow for.
    """
    kinds = _kinds(row)
    told = {Column.DECISION, Column.ADVICE, Column.PROGRESS} & set(kinds.values())
    beside = told and kinds.get(0) is Column.NUMBER and len(kinds) == len(row.cells)
    return kinds if beside and Column.NAME not in kinds.values() else None


def _head(row: Section, below: tuple[Section, ...], goes_on: bool) -> dict[int, Column] | None:
    """Column index → kind, when a row is the head of a table of cases; ``goes_on``: further columns stand beneath."""
    kinds = _kinds(row)
    if row.cells and numeral(row.cells[0].text):
        return None  # a row may hold what elsewhere heads a column (1｜A｜新提案｜同意新增)
    if row.cells and not row.cells[0].text:
        kinds[0] = Column.NUMBER  # clerks leave the head of the numbers blank
    if Column.NAME in kinds.values() and Column.DECISION not in kinds.values():
        kinds |= dict.fromkeys(_by_way(row, kinds) or _deciding(row, kinds, below), Column.DECISION)
    ticking = Column.NUMBER in kinds.values() and sum(decides(cell.text) for cell in row.cells) > 1
    held = set(kinds.values())
    charging = sum(kind in (Column.RESPONSIBLE, Column.ASSISTING) for kind in kinds.values()) > 1  # 主辦 and 協辦
    telling = goes_on or ticking or charging or _TELLING & held or (Column.NUMBER in held and _BESIDE_NUMBER & held)
    telling = telling or (held == {Column.NUMBER, Column.NAME} and _counts_off(below))
    if Column.NAME not in kinds.values() or len(kinds) < 2 or not telling:
        return None
    if any(len(cell.text) > _WIDEST_HEAD for cell in row.cells):
        return None
    first = next(i for i, kind in kinds.items() if kind is Column.NAME)
    if Column.DECISION not in kinds.values():
        kinds = {i: Column.DECISION if kind is Column.ADVICE else kind for i, kind in kinds.items()}
    second = {i: _second(row.cells[i].text) for i, kind in kinds.items() if kind is Column.NAME and i != first}
    return kinds | second


def _counts_off(below: tuple[Section, ...]) -> bool:
    """Whether rows are nothing but numbers and names, which a resolution speaks of by number (編號1、4：同意解列)."""
    numbers = [numeral(row.cells[0].text) for row in below if len(row.cells) == 2]
    return len(below) > 1 and numbers == list(range(1, len(below) + 1))


def _head_by_content(row: Section, below: tuple[Section, ...]) -> dict[int, Column] | None:
    """The head of a table that calls the column of cases otherwise: the only one beneath which names stand."""
    kinds = _kinds(row)
    if not {Column.NUMBER, Column.DECISION} <= set(kinds.values()) or Column.NAME in kinds.values() or not below:
        return None
    unknown = [i for i, cell in enumerate(row.cells) if i not in kinds and cell.text]
    named = [i for i in unknown if all(i < len(other.cells) and _may_name(other.cells[i].text) for other in below)]
    return kinds | {named[0]: Column.NAME} if len(named) == 1 else None


def _by_way(row: Section, kinds: dict[int, Column]) -> list[int]:
    """The column 處理方式, where no other has new names or advice: it tells what was decided."""
    told = {Column.NEW_NAME, Column.ADVICE} & set(kinds.values())
    return [i for i, kind in kinds.items() if kind is Column.SORT and row.cells[i].text.endswith("方式") and not told]


def _deciding(row: Section, kinds: dict[int, Column], below: tuple[Section, ...]) -> list[int]:
    """The one column of an unknown head beneath which nothing but decisions stand (處理: 解列, 續管)."""
    unknown = [i for i, cell in enumerate(row.cells) if cell.text and i not in kinds]
    deciding = [i for i in unknown if all(i < len(row.cells) and outcome_of(row.cells[i].text) for row in below)]
    return deciding if len(deciding) == 1 and len(below) > 1 else []


def _may_name(words: str) -> bool:
    """Whether a cell may hold a case's name: a few words that tell nothing."""
    return 4 <= len(words) <= 40 and not _NO_NAME.search(words) and not decides(words)


def _second(words: str) -> Column:
    """A second column that may hold names tells of the case; 提案 alone, who proposes it."""
    return Column.PROPOSER if words == "提案" else Column.PROGRESS


def _ticked(row: Section, heads: Section) -> list[Flow]:
    """The heads of the columns that a row ticks (持續列管: Ｖ)."""
    return [
        head
        for head, cell in zip(heads.cells, row.cells, strict=False)
        if _TICK.fullmatch(cell.text) and decides(head.text)
    ]


def _take(
    row: Section, columns: dict[int, Column], found: list[_Row], carry: Cells, repeats: frozenset[Column]
) -> None:
    """Add a row to those found, or its cells to the row that it continues."""
    cells: Cells = {}
    for i, cell in enumerate(row.cells):
        kind = columns.get(i)
        if kind and cell.text:
            cells.setdefault(kind, []).append(cell)
    number = None if Column.NAME in columns.values() else _number(cells)
    same = next((one for one in found if _number(one.cells) == number), None) if number else None
    if same:
        same.cells.update(_without(cells, Column.NUMBER))
    elif Column.NAME in cells:
        _carry(cells, carry, repeats)
        found.append(_Row(cells, row.path))
    elif found and cells.keys() & _CONTINUING:
        for kind, flows in cells.items():
            above = found[-1].cells.setdefault(kind, [])
            if above and not above[-1].text.endswith(("。", "；")):
                above[-1], *flows = above[-1].joined(flows[0]), *flows[1:]  # a cell that a page's end parts
            above.extend(flows)


def _number(cells: Cells) -> int | None:
    numbers = cells.get(Column.NUMBER)
    return numeral(numbers[0].text.strip("（）.、")) or numeral(pointed_row(numbers[0].text)) if numbers else None


def _carry(cells: Cells, carry: Cells, repeats: frozenset[Column]) -> None:
    """Fill cells that repeat the cell above; remember the others."""
    for kind in _CARRIED:
        flows = cells.get(kind)
        if (flows and _SAME.match(flows[0].text)) or (not flows and kind in repeats):
            if kind in carry:
                cells[kind] = carry[kind]
        elif flows:
            carry[kind] = flows


def _repeated(note: str) -> frozenset[Column]:
    """The columns whose blank cells repeat the cell above."""
    said = re.search(r"([\u3400-\u9fff]{0,4}?)(?:欄)?空(?:白|欄)[^，。；]{0,6}同上", note)
    if not said:
        return frozenset({Column.GROUP, Column.PROPOSER})
    kind = column(said[1])
    return frozenset({Column.GROUP, Column.PROPOSER, kind}) if kind else frozenset(_CARRIED)


def _item(row: _Row, place: Place) -> AgendaItem | None:
    said = (Speech(cell, row.path) for cell in row.cells[Column.NAME])
    named, signs = signed(tuple(case for speech in said if (case := _named(speech))), place)
    if not named:
        return None
    origin = row.cells.get(Column.ORIGIN)
    if origin:  # 原平臺: 雙北
        named = tuple(replace(case, remark=case.remark or f"原{origin[0].text}平臺") for case in named)
    groups, numbers = row.cells.get(Column.GROUP), row.cells.get(Column.NUMBER)
    steps = tuple(said for said in _said(row, Column.REMARK) if Column.DECISION in row.cells and _tells_step(said.text))
    return AgendaItem(
        kind=Kind.NEW if _is_new(named) else _kind(row, place),
        path=row.path,
        names=named,
        subject=named[0].speech,
        decision=(*_said(row, Column.DECISION), *steps),
        measures=_said(row, Column.ADVICE, Column.SORT),
        background=_said(row, Column.PROGRESS, Column.REMARK, Column.RESPONSIBLE, Column.ASSISTING),
        assisting=_said(row, Column.ASSISTING),
        proposers=(*_said(row, Column.PROPOSER), *signs),
        headings=place.headings,
        group=groups[0].text if groups and groups[0].text.endswith("組") else place.group,
        listed=True,
        number=_number(row.cells),
        code=_code(numbers[0].text) if numbers else "",
    )


def _code(written: str) -> str:
    """What numbers a row when it is no mere number (A-01, 農1)."""
    own = re.fullmatch(OWN_CODE, written)
    return code(written) or (own[0] if own else "")


def _tells_step(remark: str) -> bool:
    """Whether a remark says what a case goes on as (併項次1辦理, 案名調整為「B」)."""
    words = lineage_words()
    return any(
        form.search(remark) for form in (words.absorb, words.rename, words.rename_as, words.split, words.formerly)
    )


def _is_new(named: tuple[NamedCase, ...]) -> bool:
    """Whether a remark behind a name says that it is new (A（新提）)."""
    return any(agenda_words().names.new_remark.search(case.speech.text) for case in named)


def _renamed(row: _Row, place: Place, shared: frozenset[str]) -> Iterator[AgendaItem]:
    """A row that says what cases go on as: its old names, its new ones, and how (更名, 合併, 拆分).

    Cases whose new name is ``shared`` by several rows are merged where the row does not say how.
    """
    way = "".join(cell.text for cell in row.cells.get(Column.SORT, ()))
    told = "".join(cell.text for cell in row.cells[Column.NEW_NAME])
    unsaid = EdgeType.MERGES_INTO if told in shared else EdgeType.RENAMED_TO
    kind = next((kind for kind, words in _WAYS if words in way), unsaid)
    old = _names(row, Column.NAME, several=kind is EdgeType.MERGES_INTO)
    new = _names(row, Column.NEW_NAME, several=kind is EdgeType.SPLITS_INTO)
    plain = AgendaItem(
        Kind.TRACKED, row.path, tuple(old), decision=_said(row, Column.DECISION), headings=place.headings, listed=True
    )
    unchanged = replace(plain, measures=_said(row, Column.SORT))
    same = {case.name.text for case in old} == {case.name.text for case in new}
    if same or all(lineage_words().no_new_name.search(case.name.text) for case in new):
        yield unchanged
    else:
        yield from (replace(plain, outcome=kind, becomes=case) for case in new)


def _names(row: _Row, column: Column, *, several: bool) -> list[NamedCase]:
    """The names in a cell; ``several``: it may enumerate those that go into one, or that one is split into."""
    found = []
    for cell in row.cells.get(column, ()):
        speech = Speech(cell, row.path)
        parts = listed(cell.text, 0, len(cell.text)) if several else []
        named = _named(speech)
        found += [NamedCase(name, speech) for name in parts] or ([named] if named else [])
    return found


def _kind(row: _Row, place: Place) -> Kind:
    """The kind of list a row stands in; a column may say of each row that it is new."""
    sorts = [cell.text for cell in row.cells.get(Column.SORT, ())]
    told = (*row.cells.get(Column.PROGRESS, ()), *row.cells.get(Column.REMARK, ()))
    openings = (re.split("[，。；]", cell.text)[0] for cell in told)
    if any(agenda_words().lists.new.search(words) for words in (*sorts, *(o for o in openings if len(o) < 5))):
        return Kind.NEW
    results = [cell.text for column in (Column.DECISION, Column.ADVICE) for cell in row.cells.get(column, ())]
    if any(outcome_of(said) is EdgeType.ESTABLISHED_AT and agenda_words().lists.new.search(said) for said in results):
        return Kind.NEW  # 新增
    if any(agenda_words().lists.new.match(said) and "，" in said for said in results):
        return Kind.NEW  # 新提案，請水利組再議
    sorted_as_tracked = any(agenda_words().lists.tracked.search(words) for words in sorts)
    return Kind.TRACKED if sorted_as_tracked or place.kind is Kind.OPEN else place.kind


def _said(row: _Row, *kinds: Column) -> tuple[Speech, ...]:
    return tuple(Speech(flow, row.path) for kind in kinds for flow in row.cells.get(kind, ()))


def _named(speech: Speech) -> NamedCase | None:
    """The name in a cell, without its number, quotes and remark; None when the cell is too short to name a case."""
    text = speech.text
    number = re.match(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、]\s*(?!\d)", text)
    start = number.end() if number else 0
    remark = re.search(r"（([^（）]*(?:提案|主辦|原|案名)[^（）]*)）$", text) or agenda_words().names.new_remark.search(
        text
    )
    end = remark.start() if remark else len(text)
    marks = quoted(text)
    alone = len(marks) == 1 and marks[0].outer_start <= start
    if alone and re.fullmatch(r"(?:一|計畫)?案?", text[marks[0].outer_end : end]):
        start, end = marks[0].start, marks[0].end
    if end - start < 3 or "。" in text[start:end]:
        return None
    name = Name(start, end, text[start:end], 0, len(text), quoted=True)
    return NamedCase(name, speech, remark[0].strip("（）") if remark else "")

"""Names of one sitting and the cases they mean: looked up by their characters, answered as if each were compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.folding import flow, fold
from loaders.identity.matching import Verdict, abbreviates, continues, same_case
from loaders.minutes.casebook import CaseBook, Entry, ListRow
from loaders.minutes.names import Name

WORDS = ("青創", "交流", "合作", "平臺", "第一期", "第二期", "公車", "地圖", "推廣", "：")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("".join).filter(lambda name: name.strip("："))
ROWS = st.tuples(NAMES, st.sampled_from(["海洋", "山林"]), st.sampled_from([None, 1, 2]), st.booleans())
ORIGINS = st.sampled_from([(), ("雙北",), ("高屏",)])


def book_of(rows: Sequence[tuple[str, str, int | None, bool]], origins: Sequence[tuple[str, ...]]) -> CaseBook:
    """A book of rows: name, platform, number in a list (None: in a sentence), whether like names are other cases."""
    text = "".join(name for name, *_ in rows)
    ends = list(accumulate(len(name) for name, *_ in rows))
    book = CaseBook(text, "海洋")
    for at, (end, (name, platform, number, exact)) in enumerate(zip(ends, rows, strict=True)):
        stretch = flow(fold(text), [(end - len(name), end)])
        whole = Name(0, len(name), name, 0, len(name), quoted=False)
        path, listed = f"{at % 2}/{number}", number is not None
        book.add(
            whole, stretch, path, platform=platform, listed=listed, number=number, exact=exact, origins=origins[at]
        )
    return book


def compared(book: CaseBook, written: str, platform: str, row: ListRow | None, origins: tuple[str, ...]) -> str | None:
    """What comparing a name with every spelling of every entry gives: one that is the same before one that is like."""
    entries = [entry for entry in book.entries.values() if entry.platform == platform]
    entries = [entry for entry in entries if not (origins and entry.origins and origins != entry.origins)]
    same = [e.key for e in entries if any(same_case(name, written) is Verdict.SAME for name in (e.name, *e.aliases))]
    like = [e.key for e in entries if any(_like(e, row, name, written) for name in (e.name, *e.aliases))]
    return next(iter(same + like), None)


def _like(entry: Entry, row: ListRow | None, spelling: str, written: str) -> bool:
    if len(written.replace("：", "")) < 5:
        return False
    if row is None or not entry.listed:
        return abbreviates(spelling, written)
    other = row.path.split("/")[0] != entry.item.split("/")[0]
    if row.number is not None and row.number == entry.number and other:
        return continues(spelling, written) or abbreviates(spelling, written, 6)
    if not row.listed:
        return abbreviates(spelling, written)
    return other and (row.number is None or entry.number is None) and continues(spelling, written)


@settings(max_examples=300, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=8), st.data())
def test_a_name_finds_what_comparing_it_with_every_entry_finds(
    rows: list[tuple[str, str, int | None, bool]], data: st.DataObject
) -> None:
    book = book_of(rows, [data.draw(ORIGINS) for _ in rows])
    written, platform, number, _ = data.draw(ROWS)
    row = data.draw(st.sampled_from([None, ListRow("0/9", number, True), ListRow("0/9", number, False)]))
    origins = data.draw(ORIGINS)
    assert book.find(written, platform, row, origins) == compared(book, written, platform, row, origins)
    for name, home, *_ in rows:
        assert book.find(name, home, None, origins) == compared(book, name, home, None, origins)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("公車地圖推廣", "c1"),
        ("公車推廣地圖", "c1"),
        ("公車地圖推廣：第一期工程", None),
        ("公車地圖推廣：校園場", "c1"),
        ("青創", "c2"),
        ("青", None),
        ("海龜救傷", None),
        ("步道指標", None),
    ],
)
def test_spellings_of_a_known_name(written: str, key: str | None) -> None:
    names = ("公車地圖推廣", "青創", "步道指標：校園場")
    book = book_of([(name, "海洋", None, False) for name in names], [()] * 3)
    assert book.find(written, "海洋") == key


def test_a_later_spelling_of_a_case_is_found_too() -> None:
    rows = [("公車地圖推廣：校園場", "海洋", None, False), ("公車地圖推廣", "海洋", None, False)]
    book = book_of(rows, [(), ()])
    assert book.entries["c1"].aliases == {"公車地圖推廣": None}
    assert book.find("公車推廣地圖", exact=True) == "c1"


def test_who_asks_for_the_very_name_gets_no_like_one() -> None:
    book = book_of([("公車地圖推廣", "海洋", None, False)], [()])
    assert book.find("公車地圖推廣：校園場") == "c1"
    assert book.find("公車地圖推廣：校園場", exact=True) is None


def test_one_name_of_two_platforms_is_two_cases() -> None:
    book = book_of([("公車地圖推廣", "海洋", None, False)], [("雙北",)])
    assert book.find("公車地圖推廣", "山林") is None
    assert book.find("公車地圖推廣", "海洋", origins=("高屏",)) is None
    assert book.find("公車地圖推廣", "海洋", origins=("雙北",)) == "c1"

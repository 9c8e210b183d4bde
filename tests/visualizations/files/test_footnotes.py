"""Numbers of footnotes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visualizations.files.footnotes import Footnotes
from visualizations.report.blocks import Note


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=4), max_size=12))
def test_equal_notes_are_one_numbered_by_first_mention(texts: list[list[str]]) -> None:
    footnotes = Footnotes()
    marks = [mark for group in texts for mark in footnotes.mentions(map(Note, group))]
    whole = [text for group in texts for text in group]
    order = list(dict.fromkeys(whole))
    assert [mark.text for mark in marks] == whole
    assert [mark.number for mark in marks] == [order.index(text) + 1 for text in whole]
    assert [mark.first for mark in marks] == [text not in whole[:place] for place, text in enumerate(whole)]
    assert [(mark.number, mark.text, mark.time) for mark in footnotes.mentioned()] == [
        (number, text, whole.count(text)) for number, text in enumerate(order, 1)
    ]

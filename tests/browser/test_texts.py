"""Texts that pages cut into pieces lose nothing by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.excerpts import excerpts
from api.pages.reading import lines
from api.pages.view import View
from graph.store import open_store
from queries.catalogue import ask
from queries.documents import Span
from queries.evidence import Quotes
from visualizations.words import Language

TEXT = st.text("甲乙丙 \n，。", min_size=1, max_size=60)


@given(TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_the_segments_are_the_text_and_every_passage_begins_one(text: str, edges: list[tuple[int, int]]) -> None:
    held = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in edges]
    spans = [Span(f"passage:{a}-{b}", a, b, None, text[a:b], ()) for a, b in held if text[a:b].strip("\n")]
    told = lines(text, [], 0, len(text))
    assert "\n".join("".join(one.text for one in line.segments) for line in told) == text
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.pages.reading.hue", lambda span: None)  # spans of this test state nothing
        cut = lines(text, spans, 0, len(text))
    assert "\n".join("".join(one.text for one in line.segments) for line in cut) == text
    marked = {id for line in cut for one in line.segments for id in one.passages}
    assert marked == {span.passage for span in spans}
    for line in cut:
        for one in line.segments:
            assert text[one.start : one.start + len(one.text)] == one.text


def test_an_excerpt_is_a_part_of_its_document_with_the_quote_marked(filled: Path) -> None:
    with open_store(filled) as store:
        ids = [row["id"] for row in store.query("MATCH (p:Passage) RETURN p.id AS id ORDER BY p.id").records()]
        texts = {
            row["id"]: row["text"]
            for row in store.query("MATCH (d:Document) RETURN d.id AS id, d.text AS text").records()
        }
        for id in ids[::7]:
            (quote,) = Quotes(store, [id]).of([id])
            (shown,) = excerpts(store, [quote])
            first = shown.pieces[0].start
            whole = "".join(piece.text for piece in shown.pieces)
            assert texts[quote.document][first : first + len(whole)] == whole
            assert [piece.text for piece in shown.pieces if piece.passage] == [quote.text]
        assert ask(store, "passages", ids=ids[:1])[0]["id"] == ids[0]


@given(st.text(max_size=20), st.booleans())
def test_an_address_gives_back_what_was_put_into_it(text: str, english: bool) -> None:
    from urllib.parse import parse_qs, urlsplit

    view = View("/search", Language.EN if english else Language.ZH)
    if not text.isprintable() or not text:
        return
    told = parse_qs(urlsplit(view.to("/search", ("q", text))).query, keep_blank_values=True)
    assert told["q"] == [text]
    assert told.get("lang") == (["en"] if english else None)


def test_equal_views_have_equal_addresses() -> None:
    view = View("/cases/case:甲", inferred=False, as_of="2024-01-01", own=(("group", "一"),))
    assert view.here(as_of=None, inferred=None) == "?group=一"
    assert view.here() == "/cases/case:甲?group=一&as_of=2024-01-01&inferred=0"
    assert view.here(group="二") == "?as_of=2024-01-01&inferred=0&group=二"

"""HTML and Markdown."""

from __future__ import annotations

import time

import pytest

from graph.errors import InputError
from loaders.reading import Limits, read_bytes


def page(body: str, head: str = "") -> str:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html").text


def test_blocks_are_lines_and_unseen_parts_are_left_out() -> None:
    body = (
        "<!-- no --><h1>會議\n  紀錄</h1><p>一<b>二</b> 三<br>四</p><script>no</script><style>no</style>尾"
        "<p hidden>no</p><div style='display: none'>no</div><noscript>no</noscript>"
    )
    assert page(body, "<title>no</title>") == "會議 紀錄\n一二 三\n四\n尾"


def test_ordered_lists_are_numbered() -> None:
    body = (
        "<ol start=3><li>甲<li><p>乙</p><ol type=a><li>子</ol><li value=9>丙</ol>"
        "<ol style='list-style-type: trad-chinese-informal'><li>丁</ol><ol reversed><li>戊<li>己</ol><ul><li>庚</ul>"
    )
    assert page(body).split("\n") == ["3. 甲", "4. 乙", "a. 子", "9. 丙", "一、丁", "2. 戊", "1. 己", "• 庚"]


def test_tables_are_rows_with_tabs() -> None:
    body = (
        "<table><caption>表一</caption><tr><th rowspan=2>案名<th colspan=2>單位</tr>"
        "<tr><td>新北<br>市<td><p>續</p><p>管</p></tr><tr><td>完</tr></table>"
    )
    assert page(body).split("\n") == ["表一", "案名\t單位\t", "\t新北 市\t續 管", "完"]


def test_layout_tables_are_blocks() -> None:
    assert page("<table><tr><td><p>框一</p><p>框二</p></table>") == "框一\n框二"
    assert page("<table><tr><td>側<td><table><tr><td>甲<td>乙</table></table>") == "側\n甲\t乙"


def test_preformatted_text_keeps_its_lines() -> None:
    assert page("<pre>  甲\n  乙</pre>丙") == "  甲\n  乙\n丙"


@pytest.mark.parametrize(
    ("codec", "head"),
    [
        ("cp950", '<meta charset="big5">'),
        ("cp950", "<meta http-equiv=Content-Type content='text/html; charset=BIG5'>"),
        ("gb18030", "<meta charset=gb2312>"),
        ("utf-16", ""),
        ("utf-8-sig", "<meta charset=big5>"),
        ("utf-8", "<meta charset=big5>"),
        ("cp950", "<meta charset=utf-8>"),
    ],
)
def test_charsets(codec: str, head: str) -> None:
    data = f"<html><head>{head}</head><body><p>會議紀錄：同意解列</p></body></html>".encode(codec)
    assert read_bytes(data, "a.htm").text == "會議紀錄：同意解列"


@pytest.mark.parametrize(
    "body", ["<div>" * 100_000, "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">", "<ol><li>" * 50_000]
)
def test_hostile_nesting_is_refused_at_once(body: str) -> None:
    began = time.perf_counter()
    with pytest.raises(InputError, match="nests its tags too deep"):
        page(body + "會議")
    assert time.perf_counter() - began < 3


def test_a_page_of_nothing_but_tags_is_refused_at_once() -> None:
    began = time.perf_counter()
    with pytest.raises(InputError, match="more than 1,000,000 tags"):
        page("<p>" * 2_000_000)
    assert time.perf_counter() - began < 1


def test_deep_but_bearable_nesting_is_read() -> None:
    assert page("<div>" * 3_000 + "會議") == "會議"
    assert page("<table><tr><td colspan=99999999>甲<td>乙</table>").startswith("甲\t\t")
    with pytest.raises(InputError, match="of HTML"):
        read_bytes(b"<html>" + b"x" * 200, "a.html", limits=Limits(markup_bytes=100))


def markdown(text: str) -> str:
    document = read_bytes(text.encode(), "a.md")
    assert document.media_type == "text/markdown"
    return document.text


def test_pipe_tables_are_rows_and_the_rest_stays() -> None:
    text = "# 標題\n\n| 案名 | 決議 |\n|:-----|:----:|\n| 甲\\|乙<br>丙 |  |\n丁 | **續管**\n\n- 項 | 不是表\n---\n"
    assert markdown(text) == "# 標題\n\n案名\t決議\n甲|乙 丙\t\n丁\t**續管**\n\n- 項 | 不是表\n---\n"


def test_code_and_loose_pipes_are_no_tables() -> None:
    text = "```\n| a | b |\n|---|---|\n```\n甲 | 乙\n丙 | 丁\n| a | b |\n|---|"
    assert markdown(text) == text


def test_two_tables_and_short_rows() -> None:
    assert markdown("|a|b|\n|-|-|\n|1|\n\n|c|\n|-|\n|2|") == "a\tb\n1\t\n\nc\n2"

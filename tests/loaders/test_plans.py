"""Plans are read with quotes; what is no plan yields none. All plans here are invented but for the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.interchange import ParsedPlan, Quote
from graph.vocabulary import Label, PlanRole
from loaders.plans import parse_plan
from loaders.plans.period import Period, period

LEAD, UNDERTAKING, ASSISTING, GUIDING = PlanRole.LEAD, PlanRole.UNDERTAKING, PlanRole.ASSISTING, PlanRole.GUIDING

FLAT = """附件一
　　基隆市113學年度國民中小學
　　　海洋教育推廣實施計畫
　　113年7月15日基府教學貳字第1130234567號函核定
一、依據：
（一）教育部「海洋教育政策白皮書」。
（二）基隆市政府113年度海洋教育推動計畫辦理。
（三）國民教育法第五條。
（四）教育部113年4月2日臺教國署國字第1130045678號函。
二、目的：
（一）增進學生親海、愛海之素養。
（二）辦理潮間帶體驗活動。
三、指導單位：教育部國民及學前教育署
四、主辦單位：基隆市政府教育處（以下簡稱本處）
五、承辦單位：八斗國小
六、協辦單位：正濱國中、國立臺灣海洋大學、
　　　基隆市海洋教育資源中心
七、辦理期程：自113年8月1日起至114年7月31日止。
八、實施內容
（一）由協辦單位派員入校，每校至多3場。
九、預期效益
（一）參與學生達800人次。
十、本計畫經核定後實施，修正時亦同。
"""

TABLE = """桃園市青年創業陪伴方案（草案）

【計畫緣起】
為協助青年創業，爰規劃本方案。

【辦理單位】
指導機關	經濟部中小及新創企業署
主辦機關	桃園市政府青年事務局
執行單位	財團法人資訊工業策進會
協辦單位	桃園市政府經濟發展局、桃園市青創協會

【計畫期程】113年3月至11月

時間	工作項目
3月	公告徵件
4月至6月	業師輔導
11月	成果發表

【預期成效】
輔導團隊30組。
"""

SENTENCES = """新北市114年度「閱讀起飛」推動計畫
壹、計畫依據
一、依據教育部113年9月1日臺教授國字第1130098765號函核定之「國民中小學閱讀推動計畫（113-116年）」辦理。
二、依據「新北市政府所屬學校圖書設備補助要點」。
三、本局114年度施政計畫。
貳、計畫目標：每校每月一書。
參、組織及分工
本計畫由新北市政府教育局主辦，委由市立新莊高級中學承辦，新北市教師會協辦。
肆、實施期間：114年度
伍、經費：由本局相關預算支應。
"""

ONE_LINE = """臺北市「城市路跑嘉年華」實施計畫
一、目的：推廣全民運動。
二、主辦單位：臺北市政府體育局　　承辦單位：臺北市體育總會　　協辦單位：臺北市立大學
三、活動時間：113年11月3日（星期日）上午6時
四、報名期間：113年8月1日至9月15日
"""

MARKDOWN = """# 臺中市112至115年雙語教育中程計畫

**核定文號：** 府授教小字第1120301234號

## 壹、緣起
依社會需求擬定。

## 貳、辦理單位

| 主辦單位 | 承辦學校 | 協辦單位 |
| --- | --- | --- |
| 臺中市政府教育局 | 大勇國小 | 市立圖書館 |

## 參、預期成果
全市國小達七成。
"""

LISTS = """嘉義市學校午餐精進實施計畫
壹、目的
提升午餐品質。
貳、主辦單位：嘉義市政府教育處
參、承辦學校
一、崇文國小
二、嘉義市北興國中
肆、協辦單位
嘉義市政府衛生局
社團法人嘉義市營養師公會
伍、執行期程
一、規劃階段：113年1月至2月
二、執行階段：113年3月至10月
三、檢討階段：113年11月至12月
"""


def organisers(plan: ParsedPlan | None) -> dict[str, PlanRole]:
    assert plan is not None
    return {o.body.name: o.role for o in plan.organisers}


def quotes(plan: ParsedPlan) -> Iterator[Quote]:
    yield plan.quote
    yield from (o.quote for o in plan.organisers)
    yield from (quote for pairs in (plan.based_on, plan.programs, plan.schedule) for _, quote in pairs)


def read(text: str) -> ParsedPlan:
    plan = parse_plan(text)
    assert plan is not None
    assert all(text[q.start : q.end] == q.text and q.text for q in quotes(plan))
    return plan


def test_the_plan_of_the_seeds(shared: Path) -> None:
    plan = read(next((shared / "seeds").glob("004*.txt")).read_text("utf-8"))
    assert plan.title.endswith("教師專業發展社群工作坊實施總計畫(103-104年)") and "\n" not in plan.title
    assert plan.document_no is not None and plan.document_no.startswith("北市教資字第10335708000號")
    assert (plan.period_start, plan.period_end) == ("2014-01-01", "2015-12-31")
    assert organisers(plan) == {
        "臺北市政府教育局": LEAD,
        "臺北市南湖國小": UNDERTAKING,
        "臺北市南港國小": ASSISTING,
        "臺北市玉成國小": ASSISTING,
        "臺北市瑠公國中": ASSISTING,
    }
    assert {o.body.written for o in plan.organisers} >= {"南湖國小", "瑠公國中"}
    assert [title for title, _ in plan.based_on] == ["教育雲端應用及平臺服務推動計畫"]
    assert len(plan.schedule) == 10 and plan.schedule[0][0].startswith("103年3-4月：")
    assert plan.schedule[-1][0].startswith("104年1-12月：") and "經費核銷" in plan.schedule[-1][1].text


def test_the_plan_of_the_samples(root: Path) -> None:
    plan = read((root / "samples" / "臺北市-教育雲端計畫-2014.txt").read_text("utf-8"))
    assert (plan.period_start, plan.period_end) == ("2014-01-01", "2015-12-31")
    assert len(plan.organisers) == 5 and len(plan.schedule) == 10
    assert [name for name, _ in plan.programs] == ["教育雲"]
    assert plan.schedule[1][1].text.startswith("103 年 5 月\n· 工作小組說明會") and plan.schedule[1][1].section == "陸"


def test_a_plan_whose_roles_are_headings() -> None:
    plan = read(FLAT)
    assert plan.title == "基隆市113學年度國民中小學海洋教育推廣實施計畫"
    assert plan.document_no == "基府教學貳字第1130234567號函"
    assert (plan.period_start, plan.period_end) == ("2024-08-01", "2025-07-31")
    assert organisers(plan) == {
        "教育部國民及學前教育署": GUIDING,
        "基隆市政府教育處": LEAD,
        "基隆市八斗國小": UNDERTAKING,
        "基隆市正濱國中": ASSISTING,
        "國立臺灣海洋大學": ASSISTING,
        "基隆市海洋教育資源中心": ASSISTING,
    }
    assert [title for title, _ in plan.based_on] == ["海洋教育政策白皮書", "基隆市政府113年度海洋教育推動計畫"]
    assert plan.based_on[0][1].section == "一/（一）"


def test_a_plan_whose_organisers_are_a_table() -> None:
    plan = read(TABLE)
    assert plan.title == "桃園市青年創業陪伴方案（草案）"
    assert organisers(plan) == {
        "經濟部中小及新創企業署": GUIDING,
        "桃園市政府青年事務局": LEAD,
        "財團法人資訊工業策進會": UNDERTAKING,
        "桃園市政府經濟發展局": ASSISTING,
        "桃園市青創協會": ASSISTING,
    }
    assert (plan.period_start, plan.period_end) == ("2024-03-01", "2024-11-30")
    assert [words for words, _ in plan.schedule] == [
        "113年3月至11月",
        "3月：公告徵件",
        "4月至6月：業師輔導",
        "11月：成果發表",
    ]


def test_a_plan_that_tells_its_organisers_in_a_sentence() -> None:
    plan = read(SENTENCES)
    assert organisers(plan) == {
        "新北市政府教育局": LEAD,
        "新北市立新莊高級中學": UNDERTAKING,
        "新北市教師會": ASSISTING,
    }
    assert [title for title, _ in plan.based_on] == ["國民中小學閱讀推動計畫", "新北市政府教育局114年度施政計畫"]
    assert (plan.period_start, plan.period_end) == ("2025-01-01", "2025-12-31")
    assert plan.document_no is None


def test_labels_that_share_a_line() -> None:
    plan = read(ONE_LINE)
    assert organisers(plan) == {"臺北市政府體育局": LEAD, "臺北市體育總會": UNDERTAKING, "臺北市立大學": ASSISTING}
    assert (plan.period_start, plan.period_end) == ("2024-11-03", "2024-11-03")
    assert [name for name, _ in plan.programs] == ["城市路跑嘉年華"]


def test_a_plan_in_markdown_with_roles_as_columns() -> None:
    plan = read(MARKDOWN)
    assert plan.title == "臺中市112至115年雙語教育中程計畫"
    assert plan.document_no == "府授教小字第1120301234號"
    assert organisers(plan) == {"臺中市政府教育局": LEAD, "臺中市大勇國小": UNDERTAKING, "臺中市立圖書館": ASSISTING}
    assert (plan.period_start, plan.period_end) == ("2023-01-01", "2026-12-31")


def test_lists_under_a_role() -> None:
    plan = read(LISTS)
    assert organisers(plan) == {
        "嘉義市政府教育處": LEAD,
        "嘉義市崇文國小": UNDERTAKING,
        "嘉義市北興國中": UNDERTAKING,
        "嘉義市政府衛生局": ASSISTING,
        "社團法人嘉義市營養師公會": ASSISTING,
    }
    assert (plan.period_start, plan.period_end) == ("2024-01-01", "2024-12-31")
    assert len(plan.schedule) == 3
    listed = next(o for o in plan.organisers if o.body.name.endswith("崇文國小"))
    assert listed.quote.text.startswith("承辦學校") and listed.body.label is Label.ORGANIZATION


def test_a_city_as_organiser_is_its_government() -> None:
    roles = "二、主辦單位：臺南市政府\n三、協辦單位：各級學校、本市各區公所\n"
    plan = read("臺南市水岸環境營造計畫\n一、目的：改善水質。\n" + roles)
    assert organisers(plan) == {"臺南市政府": LEAD}
    assert plan.organisers[0].body.label is Label.AGENCY


NO_PLANS = {
    "nothing": "",
    "blanks": " \n\t\n",
    "press release": """【新聞稿】臺中市推動雙語閱讀計畫
發布日期：114年3月5日
臺中市政府教育局今日宣布啟動雙語閱讀計畫，目的在提升學童興趣。
主辦單位：臺中市政府教育局
""",
    "press release with headings": """臺中市教育局新聞稿：雙語閱讀計畫
一、目的：提升興趣。
二、主辦單位：臺中市政府教育局
""",
    "minutes": """臺中市雙語教育推動計畫審查會議紀錄
時間：114年3月5日
地點：市政大樓
主席：王局長大明
一、依據：計畫。
二、目的：審查。
""",
    "agenda": """雙語教育推動計畫工作會議議程
一、依據：計畫。
二、目的：討論。
""",
    "letter": """臺中市雙語閱讀推動計畫
受文者：各國小
主旨：檢送計畫一份。
一、依據：本局函。
二、目的：提升。
三、主辦單位：臺中市政府教育局
""",
    "statistics": """114年度各校雙語閱讀推動計畫統計
學校	人數
大勇國小	120
一、依據：本局函
二、目的：統計
""",
    "report on a plan": """臺中市雙語閱讀推動計畫成果報告
壹、依據：計畫。
貳、目的：彙整成果。
參、主辦單位：臺中市政府教育局
""",
    "novel": """第一章　計畫
他說：「我有一個計畫。」
一、依據什麼？她問。
二、目的又是什麼？
""",
    "rule without parts": """臺中市雙語教學補助要點
一、為推動雙語教學，特訂定本要點。
二、補助對象為本市國小。
三、本要點自發布日施行。
""",
    "one part only": """臺中市雙語閱讀推動計畫
一、目的：提升興趣。
二、內容：書箱。
""",
    "title only": "臺中市雙語閱讀推動計畫\n",
    "no title": """一、依據：臺中市中程計畫。
二、目的：提升。
三、主辦單位：臺中市政府教育局
""",
}


@pytest.mark.parametrize("text", NO_PLANS.values(), ids=NO_PLANS.keys())
def test_what_is_no_plan(text: str) -> None:
    assert parse_plan(text) is None


def test_of_the_samples_only_the_plan_is_one(samples: list[Path]) -> None:
    assert [path.stem for path in samples if parse_plan(path.read_text("utf-8"))] == ["臺北市-教育雲端計畫-2014"]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("實施總計畫（103-104年）", "2014-01-01", "2015-12-31"),
        ("114年度", "2025-01-01", "2025-12-31"),
        ("113學年度第2學期", "2025-02-01", "2025-07-31"),
        ("113、114學年度", "2024-08-01", "2026-07-31"),
        ("自113年1月1日起至同年6月底止", "2024-01-01", "2024-06-30"),
        ("民國一百一十三年三月至十一月", "2024-03-01", "2024-11-30"),
        ("113.5.1～113.12.31", "2024-05-01", "2024-12-31"),
        ("2024/9/1-2025/1/31", "2024-09-01", "2025-01-31"),
        ("113年7月1日至8日", "2024-07-01", "2024-07-08"),
        ("即日起至114年2月", None, "2025-02-28"),
    ],
)
def test_periods(words: str, start: str | None, end: str | None) -> None:
    assert period(words) == Period(start, end)


@pytest.mark.parametrize("words", ["", "五年計畫", "3月", "113年13月1日", "114年5月6日至113年1月1日", "核定後實施"])
def test_no_period(words: str) -> None:
    assert period(words) is None


PLAN_SIGNS = "一二壹貳、：。「」（）計畫依據目的主協辦單位臺北市政府教育局國小期程113年月日至-\t\n 　"


@given(st.text(alphabet=st.sampled_from(PLAN_SIGNS), max_size=200))
def test_every_quote_is_cut_from_the_text(words: str) -> None:
    text = "臺北市資訊教育推動計畫\n一、依據：\n二、主辦單位：" + words
    plan = parse_plan(text)
    assert plan is None or all(text[q.start : q.end] == q.text for q in quotes(plan))

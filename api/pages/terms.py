"""How labels and edges are said on pages, beside what pictures say (``visualizations.words``).

Always true: every label and every edge type has its words.
"""

from __future__ import annotations

from graph.vocabulary import EdgeType, Label
from visualizations.words import HAPPENED, Words

E = EdgeType

LABELS: dict[Label, Words] = {
    Label.CITY: Words("城市", "city"),
    Label.AGENCY: Words("機關", "agency"),
    Label.ORGANIZATION: Words("團體", "organisation"),
    Label.PLATFORM: Words("平臺", "platform"),
    Label.GROUP: Words("小組", "group"),
    Label.MEETING: Words("會議", "sitting"),
    Label.CASE: Words("案件", "case"),
    Label.PROGRAM: Words("方案", "program"),
    Label.PLAN: Words("計畫", "plan"),
    Label.PERSON: Words("人員", "person"),
    Label.ACTION_ITEM: Words("辦理事項", "action item"),
    Label.DOCUMENT: Words("文件", "document"),
    Label.PASSAGE: Words("段落", "passage"),
}
TERMS: dict[EdgeType, Words] = {
    **HAPPENED,
    E.PROPOSES: Words("提案", "proposes"),
    E.INVOLVED_IN: Words("參與", "takes part in"),
    E.CONCERNS: Words("關於", "concerns"),
    E.HELD_BY: Words("召開者", "held by"),
    E.PART_OF: Words("屬於", "part of"),
    E.MEMBER_OF: Words("成員", "member of"),
    E.FOLLOWS: Words("接續", "follows"),
    E.ASSIGNED_TO: Words("交辦", "asks"),
    E.ABOUT: Words("事關", "is about"),
    E.DECIDED_AT: Words("辦理事項", "action item"),
    E.RECORDED_IN: Words("載於", "recorded in"),
    E.ORGANISES: Words("辦理", "organises"),
    E.BASED_ON: Words("依據", "based on"),
    E.INVOLVES: Words("運用", "makes use of"),
}

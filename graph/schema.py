"""The one table of the graph: labels, edge types, what may stand between what, and every property.

Always true: the store, the export, the checks, the documentation and the tests read this table and no other. A name is
written in it once as the ontology and the export write it; where a store needs another key, ``stored`` says which:
``title`` is stored as ``name`` (so that every stored node has a ``name``), ``end`` as ``stop`` and the title of a chair
as ``post``, because ``title`` and ``end`` are words that a Cypher engine keeps for itself.
"""

from __future__ import annotations

from graph.rules import EdgeRule, Kind, NodeRule, Property
from graph.vocabulary import EdgeType, Label, Level, PlanRole, Role, Status

VERSION = 1
"""Goes up when a store written before can no longer be read as this table says."""

EVENTS: tuple[EdgeType, ...] = (
    EdgeType.PROPOSED_AT, EdgeType.ESTABLISHED_AT, EdgeType.CONTINUED_AT, EdgeType.DELISTING_RECOMMENDED_AT,
    EdgeType.DELISTED_AT, EdgeType.ROUTINISED_AT, EdgeType.DEFERRED_AT, EdgeType.REJECTED_AT, EdgeType.WITHDRAWN_AT,
    EdgeType.REOPENED_AT, EdgeType.EXPANDED_AT,
)  # fmt: skip
"""What can happen to a case at a sitting."""

LINEAGE: tuple[EdgeType, ...] = (EdgeType.RENAMED_TO, EdgeType.MERGES_INTO, EdgeType.SPLITS_INTO)
"""How one case comes out of another."""

_NAME = Property("name", "official name where known, else as written", required=True)
_ALIASES = Property("aliases", "other spellings seen, sorted", Kind.STRINGS, required=True)
_TITLE = Property("title", "what it is called", stored="name")
_KIND = Property("kind", "what kind of one it is")
_TEXT = Property("text", "its words", required=True)

NODES: dict[Label, NodeRule] = {
    rule.label: rule
    for rule in (
        NodeRule(Label.CITY, "a city or county", (_NAME, _ALIASES, Property("code", "ISO 3166-2:TW"))),
        NodeRule(
            Label.AGENCY,
            "a public body",
            (
                _NAME,
                _ALIASES,
                Property("level", "city or central"),
                _KIND,
                Property("since", "first day of its being, where known", Kind.DAY),
                Property("until", "last day of its being, where known", Kind.DAY),
                Property("became", "name of what took over from it"),
            ),
        ),
        NodeRule(Label.ORGANIZATION, "a school, company, association or foundation", (_NAME, _ALIASES, _KIND)),
        NodeRule(Label.PLATFORM, "a cooperation platform", (_NAME, _ALIASES)),
        NodeRule(
            Label.GROUP, "an issue group of a platform", (_NAME, _ALIASES, Property("platform", "its platform's name"))
        ),
        NodeRule(
            Label.MEETING,
            "one sitting",
            (
                _TITLE,
                Property("platform", "name of the platform"),
                Property("group", "name of the group, for a sitting of one"),
                Property("level", "level of the sitting", required=True, values=Level),
                Property("roc_year", "year of the series, ROC calendar", Kind.INTEGER),
                Property("ordinal", "number within the year", Kind.INTEGER),
                Property("date", "day it was held", Kind.DAY),
                Property("start_time", "when it began", Kind.TIME),
                Property("end_time", "when it ended", Kind.TIME),
                Property("place", "where it was held"),
                Property("online", "held by video", Kind.BOOLEAN, required=True),
                Property("stub", "only spoken of; its own minutes are not here", Kind.BOOLEAN, required=True),
            ),
            caption="title",
        ),
        NodeRule(
            Label.CASE,
            "one cooperation case under one official name",
            (
                _NAME,
                _ALIASES,
                Property("platform", "name of its platform"),
                Property("status", "status as of the last day in the graph", values=Status),
                Property("first_seen", "day of the first sitting that speaks of it", Kind.DAY),
                Property("last_seen", "day of the last sitting that speaks of it", Kind.DAY),
                Property("former_ids", "ids that its spellings would have alone, sorted; they lead here", Kind.STRINGS),
            ),
        ),
        NodeRule(Label.PROGRAM, "a named scheme, service or event that outlives a case", (_NAME, _ALIASES, _KIND)),
        NodeRule(
            Label.PLAN,
            "the subject of a plan document",
            (
                _TITLE,
                Property("document_no", "its number"),
                Property("period_start", "first day of its period", Kind.DAY),
                Property("period_end", "last day of its period", Kind.DAY),
                Property("schedule", "its schedule, line by line", Kind.STRINGS),
            ),
            caption="title",
        ),
        NodeRule(Label.PERSON, "a chair or recorder", (_NAME,)),
        NodeRule(
            Label.ACTION_ITEM,
            "one thing that a decision asks someone to do",
            (_TEXT, Property("due", "day it is due", Kind.DAY), Property("due_text", "the words that say so")),
            caption="text",
        ),
        NodeRule(
            Label.DOCUMENT,
            "one source file",
            (
                Property("sha256", "SHA-256 of its text in UTF-8", required=True),
                Property("path", "where it was read from"),
                _TITLE,
                Property("media_type", "what kind of file it was"),
                Property("kind", "minutes, plan or other"),
                Property("edited", "a person corrected what was read of it, and that counts", Kind.BOOLEAN),
                Property("text", "its text", required=True),
                Property("page_offsets", "offset at which each page begins", Kind.INTEGERS, required=True),
                Property("page_numbers", "number of each of those pages", Kind.INTEGERS, required=True),
                Property("parsed", "what it was read to say (JSON); kept in stores only", exported=False),
            ),
            caption="title",
        ),
        NodeRule(
            Label.PASSAGE,
            "a span of a document that states something",
            (
                Property("document", "id of the document", required=True),
                Property("start", "offset of its first character", Kind.INTEGER, required=True),
                Property("end", "offset after its last character", Kind.INTEGER, required=True, stored="stop"),
                _TEXT,
                Property("section", "its place in the outline"),
            ),
            caption="text",
        ),
    )
}

COMMON: tuple[Property, ...] = (
    Property("passages", "ids of the passages that state it", Kind.STRINGS, required=True),
    Property("date", "day it came about", Kind.DAY),
    Property("inferred", "no sentence states it", Kind.BOOLEAN, required=True),
    Property("confidence", "1 when stated", Kind.FLOAT, required=True),
)
"""What every edge has, beside ``meeting``; the rules below hold what is theirs alone."""

_REPORTED = Property("reported", "day of the sitting that tells of it, when another one decided", Kind.DAY)
_PART = (
    (Label.AGENCY, Label.AGENCY),
    (Label.AGENCY, Label.CITY),
    (Label.ORGANIZATION, Label.CITY),
    (Label.GROUP, Label.PLATFORM),
)
_ACTORS = (Label.AGENCY, Label.CITY, Label.ORGANIZATION)


def _event(kind: EdgeType, says: str, *properties: Property) -> EdgeRule:
    return EdgeRule(kind, says, ((Label.CASE, Label.MEETING),), (_REPORTED, *properties))


def _between_cases(kind: EdgeType, says: str, *others: tuple[Label, Label]) -> EdgeRule:
    return EdgeRule(kind, says, ((Label.CASE, Label.CASE), *others), (_REPORTED,))


EDGES: dict[EdgeType, EdgeRule] = {
    rule.type: rule
    for rule in (
        EdgeRule(
            EdgeType.PROPOSES, "puts the case forward", tuple((a, Label.CASE) for a in (*_ACTORS[:2], Label.GROUP))
        ),
        _event(EdgeType.PROPOSED_AT, "first put forward, not yet accepted"),
        _event(EdgeType.ESTABLISHED_AT, "accepted as a case"),
        _event(EdgeType.CONTINUED_AT, "kept on the list"),
        _event(EdgeType.DELISTING_RECOMMENDED_AT, "a higher sitting is asked to delist it"),
        _event(EdgeType.DELISTED_AT, "taken off the list"),
        _event(EdgeType.ROUTINISED_AT, "becomes routine"),
        _event(EdgeType.DEFERRED_AT, "not listed for now"),
        _event(EdgeType.REJECTED_AT, "not agreed to"),
        _event(EdgeType.WITHDRAWN_AT, "taken back by its proposer"),
        _event(EdgeType.REOPENED_AT, "back on the list after a delisting"),
        _event(EdgeType.EXPANDED_AT, "opened to more cities"),
        _event(
            EdgeType.DISCUSSED_AT,
            "spoken of under an item of its own or decided on",
            Property("item_no", "number of its item as written"),
            Property("decision", "the decision's words"),
        ),
        EdgeRule(EdgeType.REFERRED_TO, "sent to another group", ((Label.CASE, Label.GROUP),), (_REPORTED,)),
        _between_cases(EdgeType.RENAMED_TO, "goes on under a new official name"),
        _between_cases(EdgeType.MERGES_INTO, "absorbed", (Label.PLATFORM, Label.PLATFORM)),
        _between_cases(EdgeType.SPLITS_INTO, "goes on as two or more"),
        EdgeRule(
            EdgeType.INVOLVED_IN,
            "named in the text of the case's item",
            tuple((a, Label.CASE) for a in _ACTORS),
            (Property("role", "the strongest role there", required=True, values=Role),),
        ),
        EdgeRule(EdgeType.CONCERNS, "its name or item names the program", ((Label.CASE, Label.PROGRAM),)),
        EdgeRule(
            EdgeType.CHAIRS,
            "in the chair",
            ((Label.PERSON, Label.MEETING),),
            (Property("title", "the chair's office", stored="post"),),
        ),
        EdgeRule(EdgeType.RECORDS, "writes the minutes", ((Label.PERSON, Label.MEETING),)),
        EdgeRule(
            EdgeType.HOSTS, "has the chair and the room", ((Label.CITY, Label.MEETING), (Label.AGENCY, Label.MEETING))
        ),
        EdgeRule(
            EdgeType.HELD_BY,
            "the body that sat",
            ((Label.MEETING, Label.GROUP), (Label.MEETING, Label.PLATFORM)),
            most_out=1,
        ),
        EdgeRule(EdgeType.PART_OF, "belongs to", _PART),
        EdgeRule(
            EdgeType.MEMBER_OF,
            "takes part in",
            ((Label.CITY, Label.PLATFORM),),
            (Property("since", "first day", Kind.DAY), Property("until", "last day", Kind.DAY)),
        ),
        EdgeRule(
            EdgeType.FOLLOWS,
            "the next sitting of the series after the target",
            ((Label.MEETING, Label.MEETING),),
            most_out=1,
            most_in=1,
        ),
        EdgeRule(EdgeType.ASSIGNED_TO, "who is asked", tuple((Label.ACTION_ITEM, a) for a in _ACTORS)),
        EdgeRule(EdgeType.ABOUT, "which case it serves", ((Label.ACTION_ITEM, Label.CASE),), most_out=1),
        EdgeRule(
            EdgeType.DECIDED_AT, "which sitting asks", ((Label.ACTION_ITEM, Label.MEETING),), least_out=1, most_out=1
        ),
        EdgeRule(
            EdgeType.RECORDED_IN,
            "the document that tells of it",
            ((Label.MEETING, Label.DOCUMENT), (Label.PLAN, Label.DOCUMENT)),
        ),
        EdgeRule(
            EdgeType.ORGANISES,
            "stands behind the plan",
            ((Label.AGENCY, Label.PLAN), (Label.ORGANIZATION, Label.PLAN)),
            (Property("role", "the strongest role there", required=True, values=PlanRole),),
        ),
        EdgeRule(EdgeType.BASED_ON, "drawn up under", ((Label.PLAN, Label.PLAN),)),
        EdgeRule(EdgeType.INVOLVES, "makes use of", ((Label.PLAN, Label.PROGRAM),)),
    )
}

NODE_PROPERTIES = {rule.label: {p.name: p for p in rule.properties} for rule in NODES.values()}
"""Properties of each label by name."""

EDGE_PROPERTIES = {rule.type: {p.name: p for p in (*COMMON, *rule.properties)} for rule in EDGES.values()}
"""Properties of each edge type by name, the common ones among them."""


def allows(source: Label, kind: EdgeType, target: Label) -> bool:
    """Whether an edge of this type may lead from the one label to the other.

    >>> allows(Label.ORGANIZATION, EdgeType.PROPOSES, Label.CASE)
    False
    """
    return (source, target) in EDGES[kind].ends

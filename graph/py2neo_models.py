"""py2neo OGM classes for notebooks, over a graph that Yange keeps on a Neo4j server. Needs the extra ``yange[py2neo]``.

Always true: the classes only read; labels, keys and relationship types are those of ``graph.schema``. py2neo does not
look at the label of what a relationship leads to: where an agency, a city or an organization may stand, the name says
``bodies``. It is no longer maintained: nothing of Yange depends on it, and what it cannot do the official driver does.
"""

from __future__ import annotations

from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo

from graph.vocabulary import EdgeType, Label


class _Named(Model):
    """A node with an id and a name."""

    __primarykey__ = "id"

    id = Property()
    name = Property()
    aliases = Property()


class City(_Named):
    """A city or county; ``bodies`` belong to it."""

    __primarylabel__ = Label.CITY.value

    code = Property()
    bodies = RelatedFrom("Agency", EdgeType.PART_OF.value)


class Agency(_Named):
    """A public body; ``proposed`` and ``cases`` are those it puts forward and those whose items name it."""

    __primarylabel__ = Label.AGENCY.value

    level = Property()
    kind = Property()
    city = RelatedTo("City", EdgeType.PART_OF.value)
    proposed = RelatedTo("Case", EdgeType.PROPOSES.value)
    cases = RelatedTo("Case", EdgeType.INVOLVED_IN.value)


class Case(_Named):
    """A cooperation case, with what it came out of and what became of it; ``bodies`` are named in its items."""

    __primarylabel__ = Label.CASE.value

    platform = Property()
    status = Property()
    first_seen = Property()
    last_seen = Property()
    proposers = RelatedFrom("Agency", EdgeType.PROPOSES.value)
    bodies = RelatedFrom("Agency", EdgeType.INVOLVED_IN.value)
    sittings = RelatedTo("Meeting", EdgeType.DISCUSSED_AT.value)
    programs = RelatedTo("Program", EdgeType.CONCERNS.value)
    renamed_to = RelatedTo("Case", EdgeType.RENAMED_TO.value)
    renamed_from = RelatedFrom("Case", EdgeType.RENAMED_TO.value)
    merges_into = RelatedTo("Case", EdgeType.MERGES_INTO.value)
    merged_from = RelatedFrom("Case", EdgeType.MERGES_INTO.value)
    splits_into = RelatedTo("Case", EdgeType.SPLITS_INTO.value)
    split_from = RelatedFrom("Case", EdgeType.SPLITS_INTO.value)


class Meeting(_Named):
    """One sitting; ``cases`` are those it spoke of, ``follows`` is the sitting of its series before."""

    __primarylabel__ = Label.MEETING.value

    platform = Property()
    group = Property()
    level = Property()
    date = Property()
    cases = RelatedFrom("Case", EdgeType.DISCUSSED_AT.value)
    follows = RelatedTo("Meeting", EdgeType.FOLLOWS.value)


class Program(_Named):
    """A named scheme, service or event; ``cases`` concern it."""

    __primarylabel__ = Label.PROGRAM.value

    kind = Property()
    cases = RelatedFrom("Case", EdgeType.CONCERNS.value)

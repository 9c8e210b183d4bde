"""The closed vocabularies of the ontology. A word that is not here cannot enter the graph."""

from enum import StrEnum


class Label(StrEnum):
    """Node labels (ontology section 2)."""

    CITY = "City"
    AGENCY = "Agency"
    ORGANIZATION = "Organization"
    PLATFORM = "Platform"
    GROUP = "Group"
    MEETING = "Meeting"
    CASE = "Case"
    PROGRAM = "Program"
    PLAN = "Plan"
    PERSON = "Person"
    ACTION_ITEM = "ActionItem"
    DOCUMENT = "Document"
    PASSAGE = "Passage"


class EdgeType(StrEnum):
    """Edge types (ontology section 3)."""

    PROPOSES = "PROPOSES"
    PROPOSED_AT = "PROPOSED_AT"
    ESTABLISHED_AT = "ESTABLISHED_AT"
    CONTINUED_AT = "CONTINUED_AT"
    DELISTING_RECOMMENDED_AT = "DELISTING_RECOMMENDED_AT"
    DELISTED_AT = "DELISTED_AT"
    ROUTINISED_AT = "ROUTINISED_AT"
    DEFERRED_AT = "DEFERRED_AT"
    REFERRED_TO = "REFERRED_TO"
    REJECTED_AT = "REJECTED_AT"
    WITHDRAWN_AT = "WITHDRAWN_AT"
    REOPENED_AT = "REOPENED_AT"
    EXPANDED_AT = "EXPANDED_AT"
    DISCUSSED_AT = "DISCUSSED_AT"
    RENAMED_TO = "RENAMED_TO"
    MERGES_INTO = "MERGES_INTO"
    SPLITS_INTO = "SPLITS_INTO"
    INVOLVED_IN = "INVOLVED_IN"
    CONCERNS = "CONCERNS"
    CHAIRS = "CHAIRS"
    RECORDS = "RECORDS"
    HOSTS = "HOSTS"
    HELD_BY = "HELD_BY"
    PART_OF = "PART_OF"
    MEMBER_OF = "MEMBER_OF"
    FOLLOWS = "FOLLOWS"
    ASSIGNED_TO = "ASSIGNED_TO"
    ABOUT = "ABOUT"
    DECIDED_AT = "DECIDED_AT"
    RECORDED_IN = "RECORDED_IN"
    ORGANISES = "ORGANISES"
    BASED_ON = "BASED_ON"
    INVOLVES = "INVOLVES"


class Level(StrEnum):
    """Levels of a platform's sittings."""

    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    WORKING_GROUP = "working_group"
    OTHER = "other"


class Role(StrEnum):
    """What a body does in a case's item, strongest first."""

    PROPOSER = "proposer"
    RESPONSIBLE = "responsible"
    HOST = "host"
    INVITED = "invited"
    PARTICIPANT = "participant"
    MENTIONED = "mentioned"


class PlanRole(StrEnum):
    """What a body does for a plan."""

    LEAD = "lead"
    UNDERTAKING = "undertaking"
    ASSISTING = "assisting"
    GUIDING = "guiding"


class Status(StrEnum):
    """What a case is as of a day (ontology section 9)."""

    PROPOSED = "proposed"
    ESTABLISHED = "established"
    CONTINUED = "continued"
    DELISTING_RECOMMENDED = "delisting_recommended"
    DELISTED = "delisted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    LAPSED = "lapsed"

// Every event and every step of cases: what a case was as of a day is read from these.
//
// parameters:
//   cases: ids of the cases
// columns:
//   case: id of the case
//   name: its official name
//   platform: its platform
//   type: edge type
//   meeting: id of the sitting, or null
//   date: day of the event, or null
//   reported: day of the sitting that tells of it, when another one decided, or null
// example: {"cases": ["case:1"]}
UNWIND $cases AS one
MATCH (c:`Case` {id: one})-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|RENAMED_TO|MERGES_INTO|SPLITS_INTO]->()
RETURN c.id AS `case`, c.name AS name, c.platform AS platform, type(e) AS type, e.meeting AS meeting,
       e.date AS date, e.reported AS reported
ORDER BY `case`, date, type, meeting, reported

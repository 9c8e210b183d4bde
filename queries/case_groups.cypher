// Which working groups spoke of cases, the one that did so last first.
//
// parameters:
//   cases: ids of the cases
//   day: ISO day as of which to ask, or null for all that is known
// columns:
//   case: id of the case
//   group: name of the group
//   last: last day on which one of its sittings spoke of the case; empty when none has a day
// example: {"cases": ["case:1"], "day": null}
UNWIND $cases AS one
MATCH (c:`Case` {id: one})-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting {level: 'working_group'})
WHERE m.group IS NOT NULL AND ($day IS NULL OR coalesce(e.date, e.reported) <= $day)
RETURN c.id AS `case`, m.group AS group, max(coalesce(e.date, e.reported, '')) AS last
ORDER BY `case`, last DESC, group

// What happened to cases on the days that a table tells of: the first, the last that decided, and the last that recommended a delisting.
//
// parameters:
//   cases: ids of the cases
//   day: ISO day as of which to ask, or null for all that is known
// columns:
//   case: id of the case
//   type: edge type (ESTABLISHED_AT, CONTINUED_AT, DISCUSSED_AT …)
//   date: day on which it came about, ISO 8601, or null
//   reported: day of the sitting that tells of it, when another one decided, or null
//   meeting: id of the sitting
//   decision: the whole wording of the decision, or null
//   inferred: true when no sentence states it
//   passages: ids of the passages that state it
// example: {"cases": ["case:1"], "day": null}
UNWIND $cases AS one
MATCH (c:`Case` {id: one})-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(:Meeting)
WHERE $day IS NULL OR coalesce(e.date, e.reported) <= $day
WITH c, type(e) AS kind, coalesce(e.date, e.reported) AS day
WITH c, min(day) AS first, max(CASE WHEN kind <> 'DISCUSSED_AT' THEN coalesce(day, '') END) AS last,
     max(CASE WHEN kind = 'DELISTING_RECOMMENDED_AT' THEN coalesce(day, '') END) AS recommended
MATCH (c)-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting)
WHERE coalesce(e.date, e.reported, '') IN [first, last, recommended]
RETURN c.id AS `case`, type(e) AS type, e.date AS date, e.reported AS reported, m.id AS meeting, e.decision AS decision,
       e.inferred AS inferred, e.passages AS passages
ORDER BY `case`, date, type, meeting

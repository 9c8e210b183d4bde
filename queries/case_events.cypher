// What happened to cases, in order: every event with the sitting that took it and the sentences that say so.
//
// parameters:
//   cases: ids of the cases
// columns:
//   case: id of the case
//   type: edge type (ESTABLISHED_AT, CONTINUED_AT, DELISTED_AT …)
//   date: day on which it came about, ISO 8601, or null
//   reported: day of the sitting that tells of it, when another one decided, or null
//   meeting: the sitting, {id, name, date, platform, group, level, roc_year, ordinal, stub}
//   item_no: where the case stands on the agenda, or null
//   decision: the whole wording of the decision, or null
//   inferred: true when no sentence states it
//   confidence: 1 when stated
//   passages: ids of the passages that state it
// example: {"cases": ["case:1"]}
UNWIND $cases AS one
MATCH (c:`Case` {id: one})-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting)
RETURN c.id AS `case`, type(e) AS type, e.date AS date, e.reported AS reported,
       {id: m.id, name: m.name, date: m.date, platform: m.platform, group: m.group, level: m.level, roc_year: m.roc_year,
         ordinal: m.ordinal, stub: m.stub} AS meeting,
       e.item_no AS item_no, e.decision AS decision, e.inferred AS inferred, e.confidence AS confidence, e.passages AS passages
ORDER BY date, type, m.id, `case`

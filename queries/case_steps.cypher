// Every event and every step of every case, with the sentences that say so: what an audit reads.
//
// parameters: none
// columns:
//   case: id of the case
//   type: edge type (ESTABLISHED_AT, DISCUSSED_AT, REFERRED_TO, MERGES_INTO …)
//   target: id of the sitting, case or group that it leads to
//   meeting: id of the sitting at which it came about, or null
//   date: day on which it came about, ISO 8601, or null
//   reported: day of the sitting that tells of it, when another one decided, or null
//   item_no: where the case stands on the agenda, or null
//   inferred: true when no sentence states it
//   passages: ids of the passages that state it
// example: {}
MATCH (c:`Case`)-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT|REFERRED_TO|RENAMED_TO|MERGES_INTO|SPLITS_INTO]->(n)
RETURN c.id AS `case`, type(e) AS type, n.id AS target, e.meeting AS meeting, e.date AS date, e.reported AS reported,
       e.item_no AS item_no, e.inferred AS inferred, e.passages AS passages
ORDER BY `case`, date, type, target, meeting

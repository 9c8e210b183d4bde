// What a sitting decided: every event of every case, in the order of the minutes.
//
// parameters:
//   meeting: id of the meeting
// columns:
//   item_no: where the case stands on the agenda, or null
//   case: id of the case
//   name: its official name
//   type: edge type
//   decision: the whole wording of the decision, or null
//   inferred: true when no sentence states it
//   confidence: 1 when stated
//   passages: ids of the passages that state it
// example: {"meeting": "meeting:1"}
MATCH (c:`Case`)-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting {id: $meeting})
RETURN e.item_no AS item_no, c.id AS `case`, c.name AS name, type(e) AS type, e.decision AS decision,
       e.inferred AS inferred, e.confidence AS confidence, e.passages AS passages
ORDER BY item_no, name, `case`, type

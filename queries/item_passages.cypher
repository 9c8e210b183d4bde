// Where the minutes of each sitting speak of each case: the passages of all that happened to it there.
//
// parameters: none
// columns:
//   case: id of the case
//   meeting: id of the sitting
//   document: id of the document
//   start: offset of the passage's first character
//   stop: offset after its last one
// example: {}
MATCH (c:`Case`)-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting)
WHERE NOT m.stub
UNWIND e.passages AS one
MATCH (p:Passage {id: one})
RETURN DISTINCT c.id AS `case`, m.id AS meeting, p.document AS document, p.start AS start, p.stop AS stop
ORDER BY document, start, stop, `case`, meeting

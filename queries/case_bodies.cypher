// Who has to do with a case: those who propose it and those its items name.
//
// parameters:
//   case: id of the case
// columns:
//   type: PROPOSES or INVOLVED_IN
//   role: proposer, responsible, host, invited, participant or mentioned; null for PROPOSES
//   id: id of the body
//   name: its name
//   label: Agency, City, Organization or Group
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"case": "case:1"}
MATCH (b)-[e:PROPOSES|INVOLVED_IN]->(c:`Case` {id: $case})
RETURN type(e) AS type, e.role AS role, b.id AS id, b.name AS name, labels(b)[0] AS label,
       e.meeting AS meeting, e.date AS date, e.passages AS passages
ORDER BY type DESC, name, id, date, meeting, role

// What a case is about: the programs that its name or its items name.
//
// parameters:
//   case: id of the case
// columns:
//   id: id of the program
//   name: its name
//   meeting: id of the sitting whose minutes say so, or null
//   date: day of that sitting, or null
//   passages: ids of the passages that say so
// example: {"case": "case:1"}
MATCH (c:`Case` {id: $case})-[e:CONCERNS]->(p:Program)
RETURN p.id AS id, p.name AS name, e.meeting AS meeting, e.date AS date, e.passages AS passages
ORDER BY name, id, date, meeting

// Where minutes connect a program with cases.
//
// parameters:
//   program: id of the program
// columns:
//   case: id of the case
//   date: day of the sitting, or null
//   passages: ids of the passages that say so
// example: {"program": "program:1"}
MATCH (c:`Case`)-[e:CONCERNS]->(:Program {id: $program})
RETURN c.id AS `case`, e.date AS date, e.passages AS passages
ORDER BY `case`, date, e.meeting

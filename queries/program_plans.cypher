// The plans that make use of a program.
//
// parameters:
//   program: id of the program
// columns:
//   id: id of the plan
//   name: its title
//   passages: ids of the passages that say so
// example: {"program": "program:1"}
MATCH (q:Plan)-[e:INVOLVES]->(:Program {id: $program})
RETURN q.id AS id, q.name AS name, e.passages AS passages
ORDER BY name, id, passages

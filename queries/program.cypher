// A program itself, with the plans that make use of it.
//
// parameters:
//   program: id of the program
// columns:
//   id: id of the program
//   name: its name
//   aliases: other spellings seen
//   kind: what kind of program, or null
//   plans: titles of the plans that involve it, sorted
// example: {"program": "program:1"}
MATCH (p:Program {id: $program})
OPTIONAL MATCH (q:Plan)-[:INVOLVES]->(p)
WITH p, q.name AS title ORDER BY title
WITH p, collect(DISTINCT title) AS plans
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, p.kind AS kind, plans

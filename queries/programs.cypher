// All programs, with the number of cases that concern each.
//
// parameters: none
// columns:
//   id: id of the program
//   name: its name
//   aliases: other spellings seen
//   kind: what kind of program, or null
//   cases: number of cases
//   first: first day on which minutes name it with a case, or null
//   last: last such day, or null
// example: {}
MATCH (p:Program)
OPTIONAL MATCH (c:`Case`)-[e:CONCERNS]->(p)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, p.kind AS kind, count(DISTINCT c) AS cases, min(e.date) AS first, max(e.date) AS last
ORDER BY name, id

// The cases that concern a program, with the agencies in them.
//
// parameters:
//   program: id of the program
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   status: what it is as far as the graph knows, or null
//   date: first day on which minutes connect the two, or null
//   agencies: names of the agencies that have to do with the case, sorted
// example: {"program": "program:1"}
MATCH (c:`Case`)-[e:CONCERNS]->(:Program {id: $program})
WITH c, min(e.date) AS date
OPTIONAL MATCH (a:Agency)-[:PROPOSES|INVOLVED_IN]->(c)
WITH c, date, a.name AS agency ORDER BY c.id, agency
WITH c, date, collect(DISTINCT agency) AS agencies
RETURN c.id AS id, c.name AS name, c.platform AS platform, c.status AS status, date, agencies
ORDER BY date, name, id

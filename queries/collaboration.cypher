// Which agencies work together: pairs that have to do with the same case, the closest first.
//
// parameters:
//   limit: how many pairs
// columns:
//   a_id: id of the one agency
//   a: its name
//   b_id: id of the other
//   b: its name
//   cases: number of cases they share
//   names: names of those cases, sorted
//   since: first day seen together, or null
// example: {"limit": 20}
MATCH (a:Agency)-[:PROPOSES|INVOLVED_IN]->(c:`Case`)<-[:PROPOSES|INVOLVED_IN]-(b:Agency)
WHERE a.id < b.id
WITH DISTINCT a, b, c
ORDER BY a.id, b.id, c.name, c.id
WITH a, b, count(c) AS cases, collect(c.name) AS names, min(c.first_seen) AS since
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, cases, names, since
ORDER BY cases DESC, a, b, a_id, b_id LIMIT $limit

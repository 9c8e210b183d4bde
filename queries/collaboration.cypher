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
//   since: first day by which both had been named with one of those cases, or null
//   until: last day on which one of them was named with one of those cases, or null
// example: {"limit": 20}
MATCH (a:Agency)-[e:PROPOSES|INVOLVED_IN]->(c:`Case`)<-[f:PROPOSES|INVOLVED_IN]-(b:Agency)
WHERE a.id < b.id
WITH a, b, c, min(e.date) AS own, min(f.date) AS other, max(e.date) AS own_last, max(f.date) AS other_last
ORDER BY a.id, b.id, c.name, c.id
WITH a, b, c.name AS name,
     CASE WHEN own IS NULL OR other IS NULL THEN null WHEN own > other THEN own ELSE other END AS both,
     CASE WHEN own_last IS NULL OR other_last > own_last THEN other_last ELSE own_last END AS last
WITH a, b, count(name) AS cases, collect(name) AS names, min(both) AS since, max(last) AS until
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, cases, names, since, until
ORDER BY cases DESC, a, b, a_id, b_id LIMIT $limit

// With whom an agency works: the agencies that have to do with the same cases, the closest first.
//
// parameters:
//   agency: id of the agency
//   limit: how many
// columns:
//   id: id of the other agency
//   name: its name
//   cases: number of cases they share
//   names: names of those cases, sorted
//   since: first day on which one of those cases was seen, or null
//   until: last such day, or null
//   platforms: platforms of those cases, sorted
// example: {"agency": "agency:1", "limit": 20}
MATCH (a:Agency {id: $agency})-[:PROPOSES|INVOLVED_IN]->(c:`Case`)<-[:PROPOSES|INVOLVED_IN]-(b:Agency)
WHERE a.id <> b.id
WITH DISTINCT b, c
ORDER BY b.id, c.platform
WITH b, collect(DISTINCT c.platform) AS platforms, collect(c) AS shared
UNWIND shared AS c
WITH b, platforms, c ORDER BY b.id, c.name, c.id
WITH b, platforms, count(c) AS cases, collect(c.name) AS names, min(c.first_seen) AS since, max(c.last_seen) AS until
RETURN b.id AS id, b.name AS name, cases, names, since, until, platforms
ORDER BY cases DESC, name, id LIMIT $limit

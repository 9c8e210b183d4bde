// Which agencies take part most: how many cases each has to do with, and with how many other agencies.
//
// parameters:
//   limit: how many
// columns:
//   id: id of the agency
//   name: its name
//   cases: number of cases it has to do with
//   proposed: number of those that it proposed
//   partners: number of other agencies in those cases
// example: {"limit": 20}
MATCH (a:Agency)-[e:PROPOSES|INVOLVED_IN]->(c:`Case`)
WITH a, count(DISTINCT c) AS cases, count(DISTINCT CASE WHEN type(e) = 'PROPOSES' THEN c.id END) AS proposed
OPTIONAL MATCH (a)-[:PROPOSES|INVOLVED_IN]->(:`Case`)<-[:PROPOSES|INVOLVED_IN]-(b:Agency) WHERE b.id <> a.id
WITH a, cases, proposed, count(DISTINCT b) AS partners
RETURN a.id AS id, a.name AS name, cases, proposed, partners
ORDER BY cases DESC, proposed DESC, name, id LIMIT $limit

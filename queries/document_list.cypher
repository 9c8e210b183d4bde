// All documents, with the sittings and plans that are recorded in each.
//
// parameters: none
// columns:
//   id: id of the document
//   name: its title, or null
//   path: where it was read from, or null
//   media_type: what kind of file it was, or null
//   kind: minutes, plan or other, or null
//   sha256: SHA-256 of its text
//   records: ids of the sittings and plans recorded in it, sorted
// example: {}
MATCH (d:Document)
OPTIONAL MATCH (r)-[:RECORDED_IN]->(d)
WITH d, r.id AS one ORDER BY d.id, one
WITH d, collect(DISTINCT one) AS records
RETURN d.id AS id, d.name AS name, d.path AS path, d.media_type AS media_type, d.kind AS kind, d.sha256 AS sha256, records
ORDER BY path, id

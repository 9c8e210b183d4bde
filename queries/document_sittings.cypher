// The sittings recorded in some documents.
//
// parameters:
//   documents: ids of the documents
// columns:
//   document: id of the document
//   id: id of the sitting
//   name: its title
//   date: its day, or null
//   passages: ids of the passages that name it
// example: {"documents": ["document:1"]}
MATCH (m:Meeting)-[r:RECORDED_IN]->(d:Document) WHERE d.id IN $documents
RETURN d.id AS document, m.id AS id, m.name AS name, m.date AS date, r.passages AS passages
ORDER BY document, id, passages

// The documents that a sitting is recorded in.
//
// parameters:
//   meeting: id of the sitting
// columns:
//   id: id of the document
//   passages: ids of the passages that are its minutes
// example: {"meeting": "meeting:1"}
MATCH (:Meeting {id: $meeting})-[e:RECORDED_IN]->(d:Document)
RETURN d.id AS id, e.passages AS passages
ORDER BY id, passages

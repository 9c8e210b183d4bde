// Who chaired, recorded and hosted a sitting.
//
// parameters:
//   meeting: id of the meeting
// columns:
//   type: CHAIRS, RECORDS or HOSTS
//   id: id of the person, city or agency
//   name: its name
//   post: office of a chair, or null
//   passages: ids of the passages that say so
// example: {"meeting": "meeting:1"}
MATCH (b)-[e:CHAIRS|RECORDS|HOSTS]->(m:Meeting {id: $meeting})
RETURN type(e) AS type, b.id AS id, b.name AS name, e.post AS post, e.passages AS passages
ORDER BY type, name, id

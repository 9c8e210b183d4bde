// The sittings just before and just after one in its series.
//
// parameters:
//   meeting: id of the sitting
// columns:
//   way: before or after
//   id: id of the other sitting
//   name: its title
// example: {"meeting": "meeting:1"}
MATCH (:Meeting {id: $meeting})-[:FOLLOWS]->(b:Meeting) RETURN 'before' AS way, b.id AS id, b.name AS name
UNION ALL
MATCH (b:Meeting)-[:FOLLOWS]->(:Meeting {id: $meeting}) RETURN 'after' AS way, b.id AS id, b.name AS name

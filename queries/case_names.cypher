// What cases are called, and on which platform.
//
// parameters:
//   cases: ids of the cases
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
// example: {"cases": ["case:1"]}
UNWIND $cases AS one
MATCH (c:`Case` {id: one})
RETURN c.id AS id, c.name AS name, c.platform AS platform
ORDER BY id

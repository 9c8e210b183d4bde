// Which case has taken over an id: that of a spelling that was a case of its own before it was known to be the same.
//
// parameters:
//   id: an id that no node has
// columns:
//   id: id of the case
//   name: its name
// example: {"id": "case:1"}
MATCH (c:`Case`) WHERE $id IN c.former_ids
RETURN c.id AS id, c.name AS name
ORDER BY id

// All agencies, each with the city that it belongs to, be it through other agencies.
//
// parameters: none
// columns:
//   id: id of the agency
//   name: its official name
//   aliases: other spellings seen
//   city: name of its city, or null for a body of the state or of no city known
// example: {}
MATCH (a:Agency)
OPTIONAL MATCH (a)-[:PART_OF*1..5]->(c:City)
RETURN a.id AS id, a.name AS name, a.aliases AS aliases, min(c.name) AS city
ORDER BY id

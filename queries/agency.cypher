// An agency itself: its names, whose it is, and what belongs to it.
//
// parameters:
//   agency: id of the agency
// columns:
//   id: id of the agency
//   name: its official name
//   aliases: other spellings seen
//   level: city or central, or null
//   kind: what kind of body, or null
//   since: first day of its being, or null
//   until: last day of its being, or null
//   became: name of what took over from it, or null
//   part_of: names of the bodies it belongs to, sorted
//   parts: names of the bodies that belong to it, sorted
// example: {"agency": "agency:1"}
MATCH (a:Agency {id: $agency})
OPTIONAL MATCH (a)-[:PART_OF]->(up)
WITH a, up.name AS above ORDER BY above
WITH a, collect(DISTINCT above) AS part_of
OPTIONAL MATCH (down)-[:PART_OF]->(a)
WITH a, part_of, down.name AS below ORDER BY below
WITH a, part_of, collect(DISTINCT below) AS parts
RETURN a.id AS id, a.name AS name, a.aliases AS aliases, a.level AS level, a.kind AS kind, a.since AS since, a.until AS until,
       a.became AS became, part_of, parts

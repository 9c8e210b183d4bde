// All issue groups, with how often they sat and how many cases their sittings spoke of.
//
// parameters: none
// columns:
//   id: id of the group
//   name: its name
//   aliases: other spellings seen
//   platform: name of its platform
//   sittings: number of its sittings, those only spoken of among them
//   first: day of the first of them, or null
//   last: day of the last of them, or null
//   cases: number of cases that they spoke of
// example: {}
MATCH (g:Group)
OPTIONAL MATCH (m:Meeting)-[:HELD_BY]->(g)
WITH g, count(DISTINCT m) AS sittings, min(m.date) AS first, max(m.date) AS last
OPTIONAL MATCH (g)<-[:HELD_BY]-(:Meeting)<-[:DISCUSSED_AT]-(c:`Case`)
RETURN g.id AS id, g.name AS name, g.aliases AS aliases, g.platform AS platform, sittings, first, last, count(DISTINCT c) AS cases
ORDER BY platform, name, id

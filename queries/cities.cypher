// All cities, with the platforms they take part in and how many agencies belong to each, be it through other agencies.
//
// parameters: none
// columns:
//   id: id of the city
//   name: its official name
//   aliases: other spellings seen
//   code: ISO 3166-2:TW, or null
//   platforms: names of the platforms it is a member of, sorted
//   agencies: number of its agencies
// example: {}
MATCH (c:City)
OPTIONAL MATCH (c)-[:MEMBER_OF]->(p:Platform)
WITH c, p.name AS platform ORDER BY c.id, platform
WITH c, collect(DISTINCT platform) AS platforms
OPTIONAL MATCH (a:Agency)-[:PART_OF*1..5]->(c)
RETURN c.id AS id, c.name AS name, c.aliases AS aliases, c.code AS code, platforms, count(DISTINCT a) AS agencies
ORDER BY name, id

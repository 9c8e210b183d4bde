// Which cities take part in which platforms.
//
// parameters: none
// columns:
//   platform: id of the platform
//   id: id of the city
//   name: its name
//   since: first day, or null
//   until: last day, or null
//   passages: ids of the passages that say so
// example: {}
MATCH (c:City)-[e:MEMBER_OF]->(p:Platform)
RETURN p.id AS platform, c.id AS id, c.name AS name, e.since AS since, e.until AS until, e.passages AS passages
ORDER BY platform, name, id, since, until, passages

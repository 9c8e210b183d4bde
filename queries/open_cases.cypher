// The cases that a platform, or one of its groups, still keeps on its list as far as the graph knows.
//
// parameters:
//   platform: name of the platform
//   group: name of the group, or null for all of them
// columns:
//   id: id of the case
//   name: its official name
//   status: proposed, established, continued, delisting_recommended or deferred
//   first_seen: day of its first event, or null
//   last_seen: day of its last event, or null
//   groups: names of the groups whose sittings spoke of it, sorted
// example: {"platform": "基北北桃合作交流平臺", "group": null}
MATCH (c:`Case` {platform: $platform})
WHERE c.status IN ['proposed', 'established', 'continued', 'delisting_recommended', 'deferred']
OPTIONAL MATCH (c)-[:DISCUSSED_AT]->(m:Meeting) WHERE m.group IS NOT NULL
WITH c, m.group AS one
ORDER BY c.id, one
WITH c, collect(DISTINCT one) AS groups
WHERE $group IS NULL OR $group IN groups
RETURN c.id AS id, c.name AS name, c.status AS status, c.first_seen AS first_seen, c.last_seen AS last_seen, groups
ORDER BY name, id

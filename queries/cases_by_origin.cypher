// Cases by the platform they came from: those of a platform that went into another, and what became of them there.
//
// parameters: none
// columns:
//   origin: the platform that a case stood under first
//   platform: the platform that its lineage stands under last
//   id: id of the case under its first name
//   name: that name
//   became: names of what it has become, sorted; its own name when it went on unchanged
// example: {}
MATCH (c:`Case`) WHERE NOT EXISTS { MATCH (:`Case`)-[:RENAMED_TO|MERGES_INTO|SPLITS_INTO]->(c) }
OPTIONAL MATCH (c)-[:RENAMED_TO|MERGES_INTO|SPLITS_INTO*1..20]->(z:`Case`)
WHERE NOT EXISTS { MATCH (z)-[:RENAMED_TO|MERGES_INTO|SPLITS_INTO]->(:`Case`) }
WITH c, CASE WHEN z IS NULL THEN c ELSE z END AS z
WITH c, z.platform AS platform, z.name AS one ORDER BY c.id, platform, one
WITH c, platform, collect(DISTINCT one) AS became
RETURN c.platform AS origin, platform, c.id AS id, c.name AS name, became
ORDER BY origin, platform, name, id

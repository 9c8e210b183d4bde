// The cases that sittings of a platform, or of one of its groups, spoke of.
//
// parameters:
//   platform: name of the platform, or null for all
//   group: name of the group, or null for all of the platform's sittings
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
// example: {"platform": "基北北桃合作交流平臺", "group": null}
MATCH (c:`Case`)-[:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|DISCUSSED_AT]->(m:Meeting)
WHERE ($platform IS NULL OR m.platform = $platform) AND ($group IS NULL OR m.group = $group)
RETURN DISTINCT c.id AS id, c.name AS name, c.platform AS platform
ORDER BY name, id

// All platforms, with how often they sat and how many cases stand under their name.
//
// parameters: none
// columns:
//   id: id of the platform
//   name: its official name
//   aliases: other spellings seen
//   sittings: number of its sittings, those only spoken of among them
//   first: day of the first of them, or null
//   last: day of the last of them, or null
//   cases: number of cases that stand under its name
// example: {}
MATCH (p:Platform)
OPTIONAL MATCH (m:Meeting) WHERE m.platform = p.name
WITH p, count(DISTINCT m) AS sittings, min(m.date) AS first, max(m.date) AS last
OPTIONAL MATCH (c:`Case`) WHERE c.platform = p.name
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, sittings, first, last, count(DISTINCT c) AS cases
ORDER BY name, id

// All cases, with what they are as far as the graph knows.
//
// parameters: none
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   status: what it is, or null when nothing had happened
//   first_seen: day of its first event, or null
//   last_seen: day of its last event, or null
// example: {}
MATCH (c:`Case`)
RETURN c.id AS id, c.name AS name, c.platform AS platform, c.status AS status, c.first_seen AS first_seen, c.last_seen AS last_seen
ORDER BY name, id

// A case itself: its name, its other spellings and when it is seen.
//
// parameters:
//   case: id of the case
// columns:
//   id: id of the case
//   name: its official name
//   aliases: other spellings seen
//   platform: its platform
//   first_seen: day of its first event, or null
//   last_seen: day of its last event, or null
// example: {"case": "case:1"}
MATCH (c:`Case` {id: $case})
RETURN c.id AS id, c.name AS name, c.aliases AS aliases, c.platform AS platform,
       c.first_seen AS first_seen, c.last_seen AS last_seen

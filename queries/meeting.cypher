// A sitting: when, where, of which body, and who was there by name.
//
// parameters:
//   meeting: id of the meeting
// columns:
//   id: id of the meeting
//   name: its title
//   platform: its platform
//   group: its group, or null
//   level: mayor, deputy_mayor, working_group or other
//   roc_year: year of the Republic, or null
//   ordinal: which sitting of that year, or null
//   date: day, ISO 8601, or null
//   start_time: HH:MM, or null
//   end_time: HH:MM, or null
//   place: where, or null
//   online: whether it was held on line
//   stub: true when the sitting is only mentioned, its minutes not loaded
// example: {"meeting": "meeting:1"}
MATCH (m:Meeting {id: $meeting})
RETURN m.id AS id, m.name AS name, m.platform AS platform, m.group AS group, m.level AS level, m.roc_year AS roc_year,
       m.ordinal AS ordinal, m.date AS date, m.start_time AS start_time, m.end_time AS end_time, m.place AS place,
       m.online AS online, m.stub AS stub

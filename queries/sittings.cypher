// All sittings, with the series they belong to.
//
// parameters: none
// columns:
//   id: id of the meeting
//   name: its title
//   platform: its platform
//   level: mayor, deputy_mayor, working_group or other
//   group: its group, or null
//   date: day, ISO 8601, or null
//   stub: true when it is only spoken of
// example: {}
MATCH (m:Meeting)
RETURN m.id AS id, m.name AS name, m.platform AS platform, m.level AS level, m.group AS group, m.date AS date, m.stub AS stub
ORDER BY date, id

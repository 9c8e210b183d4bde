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
//   roc_year: year of the Republic, or null
//   ordinal: which sitting of that year, or null
//   stub: true when it is only spoken of
// example: {}
MATCH (m:Meeting)
RETURN m.id AS id, m.name AS name, m.platform AS platform, m.level AS level, m.group AS group, m.date AS date,
       m.roc_year AS roc_year, m.ordinal AS ordinal, m.stub AS stub
ORDER BY date, id

// Numbers that are missing in a series: two sittings of one year, and none between them whose minutes are here.
//
// parameters: none
// columns:
//   platform: name of the platform
//   level: level of the sittings
//   group: the group, or null
//   roc_year: year of the series
//   before: number of the sitting before the gap
//   after: number of the sitting after it
//   meeting: id of the sitting after it
// example: {}
MATCH (m:Meeting)
WHERE m.ordinal IS NOT NULL AND m.roc_year IS NOT NULL AND m.platform IS NOT NULL AND NOT m.stub
WITH m.platform AS platform, m.level AS level, coalesce(m.group, '') AS body, m.roc_year AS roc_year, m.ordinal AS number, min(m.id) AS id
ORDER BY platform, level, body, roc_year, number
WITH platform, level, body, roc_year, collect({number: number, id: id}) AS held
UNWIND range(0, size(held) - 2) AS at
WITH platform, level, body, roc_year, held[at] AS one, held[at + 1] AS other
WHERE other.number > one.number + 1
RETURN platform, level, CASE WHEN body <> '' THEN body END AS group, roc_year, one.number AS before, other.number AS after,
       other.id AS meeting
ORDER BY platform, level, group, roc_year, before, meeting

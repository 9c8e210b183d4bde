// Numbers below the highest one of a year that no sitting of a series has: sittings that the store lacks.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   platform: platform of the series
//   level: its level
//   group: its group, or null
//   roc_year: year of the Republic
//   ordinal: the number that is missing
// example: {"day": "2024-12-31"}
MATCH (m:Meeting)
WHERE m.platform IS NOT NULL AND m.roc_year IS NOT NULL AND m.ordinal IS NOT NULL AND m.date <= $day
WITH m.platform AS platform, m.level AS level, m.group AS body, m.roc_year AS roc_year, collect(m.ordinal) AS numbers, max(m.ordinal) AS highest
UNWIND range(1, highest) AS ordinal
WITH platform, level, body, roc_year, numbers, ordinal
WHERE NOT ordinal IN numbers
RETURN platform, level, body AS group, roc_year, ordinal
ORDER BY platform, level, group, roc_year, ordinal

// Sittings that are dated before the one with the number before theirs.
//
// parameters: none
// columns:
//   meeting: id of the sitting
//   date: its day
//   ordinal: its number
//   earlier: id of the sitting with the number before it
//   earlier_date: day of that one
// example: {}
MATCH (m:Meeting)
WHERE m.ordinal IS NOT NULL AND m.roc_year IS NOT NULL AND m.platform IS NOT NULL AND m.date IS NOT NULL
WITH m ORDER BY m.platform, m.level, m.roc_year, m.ordinal, m.date, m.id
WITH m.platform AS platform, m.level AS level, coalesce(m.group, '') AS body, m.roc_year AS roc_year,
     collect({number: m.ordinal, id: m.id, date: m.date}) AS held
UNWIND range(0, size(held) - 2) AS at
WITH held[at] AS one, held[at + 1] AS other
WHERE other.number = one.number + 1 AND other.date < one.date
RETURN other.id AS meeting, other.date AS date, other.number AS ordinal, one.id AS earlier, one.date AS earlier_date
ORDER BY meeting, earlier

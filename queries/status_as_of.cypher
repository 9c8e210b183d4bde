// What every case was as of a day: the last event that decides, and whether its group has passed it over since.
//
// parameters:
//   day: ISO day
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform, or null
//   status: proposed, established, continued, delisting_recommended, delisted, rejected, withdrawn, deferred, renamed, merged, split or lapsed
//   last: the status that its last event gave it
//   since: day of that event
//   routinised: true when it became routine and was not put back on the list
//   deferred: true when it was put off on or after that day
// example: {"day": "2023-12-31"}
MATCH (c:`Case`)-[e:PROPOSED_AT|ESTABLISHED_AT|CONTINUED_AT|DELISTING_RECOMMENDED_AT|DELISTED_AT|ROUTINISED_AT|DEFERRED_AT|REJECTED_AT|WITHDRAWN_AT|REOPENED_AT|EXPANDED_AT|RENAMED_TO|MERGES_INTO|SPLITS_INTO]->()
OPTIONAL MATCH (m:Meeting) WHERE m.id = e.meeting
WITH c, m, type(e) AS kind, coalesce(e.date, e.reported) AS day
WITH c, kind, day,
     CASE WHEN m IS NULL THEN null ELSE coalesce(m.platform, '') + '|' + m.level + '|' + coalesce(m.group, '') END AS series,
     CASE WHEN m.level = 'working_group' THEN coalesce(m.platform, '') + '|' + m.level + '|' + coalesce(m.group, '') END AS own,
     CASE kind WHEN 'DEFERRED_AT' THEN 0 WHEN 'PROPOSED_AT' THEN 1 WHEN 'ESTABLISHED_AT' THEN 2 WHEN 'EXPANDED_AT' THEN 3
               WHEN 'ROUTINISED_AT' THEN 4 WHEN 'CONTINUED_AT' THEN 5 WHEN 'DELISTING_RECOMMENDED_AT' THEN 6
               WHEN 'REJECTED_AT' THEN 7 WHEN 'WITHDRAWN_AT' THEN 8 WHEN 'DELISTED_AT' THEN 9 WHEN 'REOPENED_AT' THEN 10
               WHEN 'SPLITS_INTO' THEN 11 WHEN 'RENAMED_TO' THEN 12 ELSE 13 END AS life
ORDER BY c.id, day, life
WITH c, collect(DISTINCT series) AS spoke, collect(DISTINCT own) AS groups,
     collect(CASE WHEN day <= $day THEN {kind: kind, day: day} END) AS known
WHERE size(known) > 0
WITH c, known, CASE WHEN size(groups) > 0 THEN groups ELSE spoke END AS bodies,
     [k IN known WHERE NOT k.kind IN ['DEFERRED_AT', 'ROUTINISED_AT']] AS deciding,
     [k IN known WHERE k.kind IN ['ROUTINISED_AT', 'REOPENED_AT']] AS turns
OPTIONAL MATCH (s:Meeting)
WHERE coalesce(s.platform, '') + '|' + s.level + '|' + coalesce(s.group, '') IN bodies AND s.platform IS NOT NULL
  AND (s.group IS NOT NULL OR s.level IN ['mayor', 'deputy_mayor']) AND s.date <= $day
WITH c, known, deciding, turns, s.date AS held
ORDER BY c.id, held
WITH c, known, turns, CASE WHEN size(deciding) > 0 THEN deciding ELSE known END AS deciding, collect(DISTINCT held) AS days
WITH c, known, deciding[size(deciding) - 1] AS final, days,
     size(turns) > 0 AND turns[size(turns) - 1].kind = 'ROUTINISED_AT' AS routinised
WITH c, final, routinised,
     any(k IN known WHERE k.kind = 'DEFERRED_AT' AND k.day >= final.day) AS deferred,
     size(days) > 1 AND known[size(known) - 1].day < days[size(days) - 2] AS passed_over,
     CASE final.kind WHEN 'DEFERRED_AT' THEN 'deferred' WHEN 'PROPOSED_AT' THEN 'proposed' WHEN 'ESTABLISHED_AT' THEN 'established'
                     WHEN 'DELISTING_RECOMMENDED_AT' THEN 'delisting_recommended' WHEN 'REJECTED_AT' THEN 'rejected'
                     WHEN 'WITHDRAWN_AT' THEN 'withdrawn' WHEN 'DELISTED_AT' THEN 'delisted' WHEN 'SPLITS_INTO' THEN 'split'
                     WHEN 'RENAMED_TO' THEN 'renamed' WHEN 'MERGES_INTO' THEN 'merged' ELSE 'continued' END AS last
RETURN c.id AS id, c.name AS name, c.platform AS platform,
       CASE WHEN passed_over AND NOT routinised AND NOT last IN ['delisted', 'rejected', 'withdrawn', 'renamed', 'merged', 'split']
            THEN 'lapsed' ELSE last END AS status,
       last, final.day AS since, routinised, deferred
ORDER BY id

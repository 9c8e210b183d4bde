// Cases on a group's list that its next two sittings did not speak of, though nothing had ended them.
//
// parameters:
//   day: ISO day as of which to ask
// columns:
//   id: id of the case
//   name: its official name
//   platform: its platform
//   group: the group on whose list it was
//   last_seen: day of the last sitting of the group that spoke of it
//   missed: days of the group's sittings since then, in order
// example: {"day": "2024-12-31"}
MATCH (c:`Case`)-[d:DISCUSSED_AT]->(m:Meeting {level: 'working_group'})
WHERE m.date <= $day AND m.group IS NOT NULL AND m.platform IS NOT NULL
WITH c, m.platform AS platform, m.group AS body, max(m.date) AS last_seen
MATCH (s:Meeting {level: 'working_group', platform: platform, group: body})
WHERE s.date > last_seen AND s.date <= $day AND NOT s.stub
WITH c, platform, body, last_seen, s.date AS held ORDER BY c.id, platform, body, held
WITH c, platform, body, last_seen, collect(DISTINCT held) AS missed
WHERE size(missed) >= 2
OPTIONAL MATCH (c)-[e:DELISTED_AT|ROUTINISED_AT|RENAMED_TO|MERGES_INTO|SPLITS_INTO|WITHDRAWN_AT|REJECTED_AT|REFERRED_TO|DEFERRED_AT]->()
WHERE coalesce(e.date, e.reported) <= $day
WITH c, platform, body, last_seen, missed, count(e) AS ended
WHERE ended = 0
RETURN c.id AS id, c.name AS name, platform, body AS group, last_seen, missed
ORDER BY last_seen, name, id, body

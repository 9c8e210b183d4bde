// Every name that the graph answers to, with all its spellings; search and "did you mean" look through these.
//
// parameters: none
// columns:
//   label: Case, Meeting, Agency, City, Organization, Platform, Group, Program, Plan or Person
//   id: id of the node
//   name: its name
//   aliases: other spellings seen, or null
//   platform: platform of a case, meeting or group, or null
//   date: day of a sitting or of a case's last event, or null
//   former: ids that a case had before its spellings became one, or null
// example: {}
MATCH (n:`Case`) RETURN 'Case' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, n.platform AS platform, n.last_seen AS date, n.former_ids AS former
UNION ALL
MATCH (n:Meeting) RETURN 'Meeting' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, n.platform AS platform, n.date AS date, null AS former
UNION ALL
MATCH (n:Agency) RETURN 'Agency' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:City) RETURN 'City' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Organization) RETURN 'Organization' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Platform) RETURN 'Platform' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Group) RETURN 'Group' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, n.platform AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Program) RETURN 'Program' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Plan) RETURN 'Plan' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former
UNION ALL
MATCH (n:Person) RETURN 'Person' AS label, n.id AS id, n.name AS name, n.aliases AS aliases, null AS platform, null AS date, null AS former

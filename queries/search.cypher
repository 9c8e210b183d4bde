// Everything whose name or another spelling holds some words, as written.
//
// parameters:
//   text: the words
//   limit: how many
// columns:
//   id: id of the node
//   label: its label
//   name: its name
//   aliases: other spellings seen, or null
// example: {"text": "小尖兵", "limit": 20}
MATCH (n)
WHERE NOT labels(n)[0] IN ['Passage', 'Document', 'ActionItem']
  AND (n.name CONTAINS $text OR any(a IN coalesce(n.aliases, []) WHERE a CONTAINS $text))
RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, n.aliases AS aliases
ORDER BY size(n.name), name, label, id LIMIT $limit

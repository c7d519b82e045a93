-- What is searched through, each text once: of the shared class, standing, about somebody, and nothing of a meeting under § 115.
CREATE VIEW search_source AS
SELECT 'name' AS kind, id AS sourceId, id AS youngPersonId, NULL AS itemId,
  firstName || ' ' || lastName AS text
FROM young_person
UNION ALL
SELECT 'plan', id, youngPersonId, NULL, text
FROM plan_text WHERE text <> ''
UNION ALL
SELECT 'plan', id, youngPersonId, NULL, trim(text || char(10) || why || char(10) || howSeen, char(10))
FROM goal WHERE removedAt IS NULL
UNION ALL
SELECT 'plan', id, youngPersonId, NULL, note
FROM scheme_hint WHERE removedAt IS NULL AND note <> ''
UNION ALL
SELECT 'plan', id, youngPersonId, NULL, employer
FROM placement WHERE removedAt IS NULL
UNION ALL
SELECT 'plan', id, youngPersonId, NULL, trim(system || char(10) || number, char(10))
FROM external_plan WHERE removedAt IS NULL
UNION ALL
SELECT 'action', a.id, a.youngPersonId, a.itemId, trim(a.text || char(10) || a.howSeen, char(10))
FROM action a JOIN agenda_item i ON i.id = a.itemId JOIN meeting m ON m.id = i.meetingId
WHERE a.youngPersonId IS NOT NULL AND a.state <> 'cancelled' AND a.textClass = 'open_in_forum' AND m.typeCode <> 'section115'
UNION ALL
SELECT 'minutes', p.id, i.youngPersonId, p.itemId, p.text
FROM paragraph p JOIN agenda_item i ON i.id = p.itemId JOIN meeting m ON m.id = i.meetingId
WHERE i.youngPersonId IS NOT NULL AND p.removedAt IS NULL AND p.kind <> 'handed_in'
  AND p.textClass = 'open_in_forum' AND m.typeCode <> 'section115';
--> statement-breakpoint
-- Any three letters of a word find it, so a part of a compound does; å is not a. What is taken out leaves no trace. Each kind has
-- an index of its own: in one for all, a word of many agreements is gone through again for each kind that does not have it.
CREATE VIRTUAL TABLE search_name USING fts5(text, tokenize = "trigram remove_diacritics 0");
--> statement-breakpoint
CREATE VIRTUAL TABLE search_plan USING fts5(text, tokenize = "trigram remove_diacritics 0");
--> statement-breakpoint
CREATE VIRTUAL TABLE search_action USING fts5(text, tokenize = "trigram remove_diacritics 0");
--> statement-breakpoint
CREATE VIRTUAL TABLE search_minutes USING fts5(text, tokenize = "trigram remove_diacritics 0");

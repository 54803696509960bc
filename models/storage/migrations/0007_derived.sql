-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 7
-- Exhibits that the desk made of others, and notes pinned to places. `derived_from` is empty, or where the exhibit comes from
-- as case.json has it (docs/bundle.md). A note is never changed; removing it, once, is writing down who did and when. A
-- program that does not know these would show a removed note, and could not read a notice of a mention.
ALTER TABLE exhibit ADD COLUMN derived_from TEXT NOT NULL DEFAULT ''
-- next
-- A citation as JSON, or empty: about the case as a whole.
ALTER TABLE desk_note ADD COLUMN place TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE desk_note ADD COLUMN visibility TEXT NOT NULL DEFAULT 'desk_only' CHECK (visibility IN ('desk_only', 'may_be_quoted'))
-- next
-- Names of those who were told, a line each.
ALTER TABLE desk_note ADD COLUMN mentions TEXT NOT NULL DEFAULT ''
-- next
-- Null: it came with an import, or stands beside an act or a party's words.
ALTER TABLE desk_note ADD COLUMN author_id BIGINT REFERENCES person (id)
-- next
ALTER TABLE desk_note ADD COLUMN removed_at BIGINT
-- next
ALTER TABLE desk_note ADD COLUMN removed_by BIGINT REFERENCES person (id)

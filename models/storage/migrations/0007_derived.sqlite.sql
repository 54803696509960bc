-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TRIGGER desk_note_no_update BEFORE UPDATE ON desk_note
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.removed_by IS NULL OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id
    OR NEW.at <> OLD.at OR NEW.by_name <> OLD.by_name OR NEW.text <> OLD.text OR NEW.place <> OLD.place
    OR NEW.visibility <> OLD.visibility OR NEW.mentions <> OLD.mentions OR NEW.author_id IS NOT OLD.author_id
BEGIN SELECT RAISE(ABORT, 'desk_note is append-only'); END
-- next
CREATE TRIGGER desk_note_no_delete BEFORE DELETE ON desk_note
BEGIN SELECT RAISE(ABORT, 'desk_note is append-only'); END
-- next
CREATE TRIGGER desk_note_no_replace BEFORE INSERT ON desk_note
WHEN EXISTS (SELECT 1 FROM desk_note WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'desk_note is append-only'); END
-- next
-- The table is made anew, since SQLite cannot change a CHECK.
CREATE TABLE notice_anew (
    id @ID@,
    person_id BIGINT NOT NULL REFERENCES person (id),
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('taken_over', 'assigned', 'sent_back', 'answered', 'released', 'expired', 'mentioned')),
    by_name TEXT NOT NULL,
    text TEXT NOT NULL,
    is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
)
-- next
INSERT INTO notice_anew (id, person_id, case_id, at, kind, by_name, text, is_read)
SELECT id, person_id, case_id, at, kind, by_name, text, is_read FROM notice ORDER BY id
-- next
DROP TABLE notice
-- next
ALTER TABLE notice_anew RENAME TO notice
-- next
CREATE INDEX notice_unread ON notice (person_id, id) WHERE is_read = 0

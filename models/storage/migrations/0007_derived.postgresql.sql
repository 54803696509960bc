-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TRIGGER desk_note_no_update BEFORE UPDATE ON desk_note FOR EACH ROW
WHEN (OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.removed_by IS NULL OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id
    OR NEW.at <> OLD.at OR NEW.by_name <> OLD.by_name OR NEW.text <> OLD.text OR NEW.place <> OLD.place
    OR NEW.visibility <> OLD.visibility OR NEW.mentions <> OLD.mentions OR NEW.author_id IS DISTINCT FROM OLD.author_id)
EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER desk_note_no_change BEFORE DELETE OR TRUNCATE ON desk_note
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE notice DROP CONSTRAINT notice_kind_check
-- next
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
CHECK (kind IN ('taken_over', 'assigned', 'sent_back', 'answered', 'released', 'expired', 'mentioned'))

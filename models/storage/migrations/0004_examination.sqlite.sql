-- SPDX-License-Identifier: GPL-3.0-or-later
-- A mark is never changed; removing it, once, is writing down who did and when.
CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.case_id <> OLD.case_id OR NEW.id <> OLD.id OR NEW.exhibit <> OLD.exhibit
    OR NEW.sha256 <> OLD.sha256 OR NEW.page <> OLD.page OR NEW.shape <> OLD.shape OR NEW.json <> OLD.json OR NEW.note <> OLD.note
    OR NEW.by_id IS NOT OLD.by_id OR NEW.by_name <> OLD.by_name OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END
-- next
CREATE TRIGGER mark_no_delete BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END
-- next
CREATE TRIGGER mark_no_replace BEFORE INSERT ON mark
WHEN EXISTS (SELECT 1 FROM mark WHERE (case_id = NEW.case_id AND id = NEW.id) OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END

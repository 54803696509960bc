-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was decided and written down is never changed or removed, whoever asks.
CREATE TRIGGER ruling_no_update BEFORE UPDATE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END
-- next
CREATE TRIGGER ruling_no_delete BEFORE DELETE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END
-- next
CREATE TRIGGER ruling_approval_no_update BEFORE UPDATE ON ruling_approval
BEGIN SELECT RAISE(ABORT, 'ruling_approval is append-only'); END
-- next
CREATE TRIGGER ruling_approval_no_delete BEFORE DELETE ON ruling_approval
BEGIN SELECT RAISE(ABORT, 'ruling_approval is append-only'); END
-- next
CREATE TRIGGER ruling_recall_no_update BEFORE UPDATE ON ruling_recall
BEGIN SELECT RAISE(ABORT, 'ruling_recall is append-only'); END
-- next
CREATE TRIGGER ruling_recall_no_delete BEFORE DELETE ON ruling_recall
BEGIN SELECT RAISE(ABORT, 'ruling_recall is append-only'); END
-- next
CREATE TRIGGER citation_no_update BEFORE UPDATE ON citation
BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END
-- next
CREATE TRIGGER citation_no_delete BEFORE DELETE ON citation
BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END
-- next
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
-- next
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
-- next
CREATE TRIGGER penalty_point_no_update BEFORE UPDATE ON penalty_point
BEGIN SELECT RAISE(ABORT, 'penalty_point is append-only'); END
-- next
CREATE TRIGGER penalty_point_no_delete BEFORE DELETE ON penalty_point
BEGIN SELECT RAISE(ABORT, 'penalty_point is append-only'); END
-- next
CREATE TRIGGER earlier_record_no_update BEFORE UPDATE ON earlier_record
BEGIN SELECT RAISE(ABORT, 'earlier_record is append-only'); END
-- next
CREATE TRIGGER earlier_record_no_delete BEFORE DELETE ON earlier_record
BEGIN SELECT RAISE(ABORT, 'earlier_record is append-only'); END
-- next
-- INSERT OR REPLACE takes the old row away without asking the triggers above, unless the connection has set
-- recursive_triggers; others' connections have not.
CREATE TRIGGER ruling_no_replace BEFORE INSERT ON ruling
WHEN EXISTS (SELECT 1 FROM ruling WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END
-- next
CREATE TRIGGER ruling_approval_no_replace BEFORE INSERT ON ruling_approval
WHEN EXISTS (SELECT 1 FROM ruling_approval WHERE ruling_id = NEW.ruling_id)
BEGIN SELECT RAISE(ABORT, 'ruling_approval is append-only'); END
-- next
CREATE TRIGGER ruling_recall_no_replace BEFORE INSERT ON ruling_recall
WHEN EXISTS (SELECT 1 FROM ruling_recall WHERE ruling_id = NEW.ruling_id)
BEGIN SELECT RAISE(ABORT, 'ruling_recall is append-only'); END
-- next
CREATE TRIGGER citation_no_replace BEFORE INSERT ON citation
WHEN EXISTS (SELECT 1 FROM citation WHERE (ruling_id = NEW.ruling_id AND finding = NEW.finding AND ordinal = NEW.ordinal) OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END
-- next
CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE (scope = NEW.scope AND seq = NEW.seq) OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
-- next
CREATE TRIGGER penalty_point_no_replace BEFORE INSERT ON penalty_point
WHEN EXISTS (SELECT 1 FROM penalty_point WHERE id = NEW.id OR reverses = NEW.reverses)
BEGIN SELECT RAISE(ABORT, 'penalty_point is append-only'); END
-- next
CREATE TRIGGER earlier_record_no_replace BEFORE INSERT ON earlier_record
WHEN EXISTS (SELECT 1 FROM earlier_record WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'earlier_record is append-only'); END

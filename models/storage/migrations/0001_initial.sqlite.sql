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

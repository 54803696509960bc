-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was decided and written down is never changed or removed, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$body$
-- next
CREATE TRIGGER ruling_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ruling
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER ruling_approval_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ruling_approval
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER ruling_recall_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ruling_recall
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER citation_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON citation
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER penalty_point_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON penalty_point
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TRIGGER earlier_record_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON earlier_record
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
-- Claims update the head of the queue all day: room for in-page updates, and vacuum long before the heap grows.
ALTER TABLE dispute SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01)

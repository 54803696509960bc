-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE mark DROP CONSTRAINT mark_shape_check
-- next
ALTER TABLE mark ADD CONSTRAINT mark_shape_check
CHECK (shape IN ('rectangle', 'ellipse', 'arrow', 'freehand', 'text', 'measure', 'moment'))
-- next
ALTER TABLE mark
    ADD COLUMN frame BIGINT,
    ADD COLUMN pts BIGINT,
    ADD COLUMN frame_end BIGINT,
    ADD COLUMN pts_end BIGINT,
    ADD CONSTRAINT mark_film_check CHECK ((frame IS NULL AND pts IS NULL AND frame_end IS NULL AND pts_end IS NULL)
        OR (frame IS NOT NULL AND pts IS NOT NULL AND frame_end IS NOT NULL AND pts_end IS NOT NULL
            AND frame >= 0 AND frame_end >= frame AND pts_end >= pts)),
    ADD CONSTRAINT mark_moment_check CHECK (shape <> 'moment' OR frame IS NOT NULL)
-- next
DROP TRIGGER mark_no_update ON mark
-- next
-- A mark is never changed; removing it, once, is writing down who did and when.
CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark FOR EACH ROW
WHEN (OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.case_id <> OLD.case_id OR NEW.id <> OLD.id OR NEW.exhibit <> OLD.exhibit
    OR NEW.sha256 <> OLD.sha256 OR NEW.page <> OLD.page OR NEW.shape <> OLD.shape OR NEW.json <> OLD.json OR NEW.note <> OLD.note
    OR NEW.by_id IS DISTINCT FROM OLD.by_id OR NEW.by_name <> OLD.by_name OR NEW.at <> OLD.at
    OR NEW.frame IS DISTINCT FROM OLD.frame OR NEW.pts IS DISTINCT FROM OLD.pts
    OR NEW.frame_end IS DISTINCT FROM OLD.frame_end OR NEW.pts_end IS DISTINCT FROM OLD.pts_end)
EXECUTE FUNCTION refuse_change()

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The table is made anew, since SQLite cannot change a CHECK. Dropping the old one asks none of its triggers and takes them
-- with it; they are made again below, in the same transaction, so there is no moment at which a mark could be changed.
CREATE TABLE mark_anew (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    id BIGINT NOT NULL CHECK (id > 0),
    exhibit TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    page INTEGER NOT NULL CHECK (page >= 0),
    shape TEXT NOT NULL CHECK (shape IN ('rectangle', 'ellipse', 'arrow', 'freehand', 'text', 'measure', 'moment')),
    json TEXT NOT NULL,
    note TEXT NOT NULL,
    by_id BIGINT REFERENCES person (id),
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by BIGINT REFERENCES person (id),
    frame BIGINT,
    pts BIGINT,
    frame_end BIGINT,
    pts_end BIGINT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (case_id, exhibit) REFERENCES exhibit (case_id, exhibit_id),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((frame IS NULL AND pts IS NULL AND frame_end IS NULL AND pts_end IS NULL)
        OR (frame IS NOT NULL AND pts IS NOT NULL AND frame_end IS NOT NULL AND pts_end IS NOT NULL
            AND frame >= 0 AND frame_end >= frame AND pts_end >= pts)),
    CHECK (shape <> 'moment' OR frame IS NOT NULL)
)
-- next
INSERT INTO mark_anew (case_id, id, exhibit, sha256, page, shape, json, note, by_id, by_name, at, removed_at, removed_by)
SELECT case_id, id, exhibit, sha256, page, shape, json, note, by_id, by_name, at, removed_at, removed_by FROM mark ORDER BY rowid
-- next
DROP TABLE mark
-- next
ALTER TABLE mark_anew RENAME TO mark
-- next
-- A mark is never changed; removing it, once, is writing down who did and when.
CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.case_id <> OLD.case_id OR NEW.id <> OLD.id OR NEW.exhibit <> OLD.exhibit
    OR NEW.sha256 <> OLD.sha256 OR NEW.page <> OLD.page OR NEW.shape <> OLD.shape OR NEW.json <> OLD.json OR NEW.note <> OLD.note
    OR NEW.by_id IS NOT OLD.by_id OR NEW.by_name <> OLD.by_name OR NEW.at <> OLD.at OR NEW.frame IS NOT OLD.frame
    OR NEW.pts IS NOT OLD.pts OR NEW.frame_end IS NOT OLD.frame_end OR NEW.pts_end IS NOT OLD.pts_end
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END
-- next
CREATE TRIGGER mark_no_delete BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END
-- next
CREATE TRIGGER mark_no_replace BEFORE INSERT ON mark
WHEN EXISTS (SELECT 1 FROM mark WHERE (case_id = NEW.case_id AND id = NEW.id) OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'mark is append-only'); END

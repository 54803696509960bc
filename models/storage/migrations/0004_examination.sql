-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 4
-- What people pointed out on evidence, and how they left it. From here on a ruling's citation may have `mark` and `view`,
-- and a program that does not know these keys cannot read such a ruling.
-- A mark: `json` is the whole of it (domain/viewing.h), the columns beside it are for other programs. by_id is null when
-- it came with an import. Ids are unique within a case, since an import keeps those its rulings cite.
CREATE TABLE mark (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    id BIGINT NOT NULL CHECK (id > 0),
    exhibit TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    page INTEGER NOT NULL CHECK (page >= 0),
    shape TEXT NOT NULL CHECK (shape IN ('rectangle', 'ellipse', 'arrow', 'freehand', 'text', 'measure')),
    json TEXT NOT NULL,
    note TEXT NOT NULL,
    by_id BIGINT REFERENCES person (id),
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by BIGINT REFERENCES person (id),
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (case_id, exhibit) REFERENCES exhibit (case_id, exhibit_id),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
)
-- next
-- person_id 0: came with an import.
CREATE TABLE exhibit_view (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    person_id BIGINT NOT NULL,
    exhibit TEXT NOT NULL,
    page INTEGER NOT NULL CHECK (page >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    json TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, person_id, exhibit, page),
    FOREIGN KEY (case_id, exhibit) REFERENCES exhibit (case_id, exhibit_id)
)
-- next
CREATE TABLE pair_view (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    person_id BIGINT NOT NULL,
    left_exhibit TEXT NOT NULL,
    left_page INTEGER NOT NULL CHECK (left_page >= 0),
    right_exhibit TEXT NOT NULL,
    right_page INTEGER NOT NULL CHECK (right_page >= 0),
    json TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, person_id, left_exhibit, left_page, right_exhibit, right_page),
    FOREIGN KEY (case_id, left_exhibit) REFERENCES exhibit (case_id, exhibit_id),
    FOREIGN KEY (case_id, right_exhibit) REFERENCES exhibit (case_id, exhibit_id)
)
-- next
-- The report of skips counts claims of a span of time.
CREATE INDEX audit_entry_claim ON audit_entry (at, scope, actor, action) WHERE action = 'claim'

-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 2
-- A queue at scale: what changed since a reader last looked, free text by tokens that the program makes
-- (usecases/searchtext.h), who looks at what, what a person is to be told, and views kept by name.
ALTER TABLE dispute DROP COLUMN search_text
-- next
-- When the row was last written, as the dialect counts (Dialect::changeStamp); 0: before this step.
ALTER TABLE dispute ADD COLUMN changed BIGINT NOT NULL DEFAULT 0
-- next
CREATE INDEX dispute_changed ON dispute (changed)
-- next
-- Tokens of the case in order, a space before and after each; the dialect's index stands on this table.
CREATE TABLE case_search (
    case_id @ID@ REFERENCES dispute (id),
    tokens TEXT NOT NULL
)
-- next
CREATE TABLE presence (
    person_id @ID@ REFERENCES person (id),
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    seen_at BIGINT NOT NULL
)
-- next
CREATE TABLE notice (
    id @ID@,
    person_id BIGINT NOT NULL REFERENCES person (id),
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('taken_over', 'assigned', 'sent_back', 'answered', 'released', 'expired')),
    by_name TEXT NOT NULL,
    text TEXT NOT NULL,
    is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
)
-- next
CREATE INDEX notice_unread ON notice (person_id, id) WHERE is_read = 0
-- next
CREATE TABLE saved_view (
    person_id BIGINT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    base_view TEXT NOT NULL,
    filter_line TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    descending INTEGER NOT NULL CHECK (descending IN (0, 1)),
    PRIMARY KEY (person_id, name)
)
-- next
CREATE INDEX skip_log_at ON skip_log (at)

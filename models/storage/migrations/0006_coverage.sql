-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 6
-- What a person had on show of a case, an item a row (domain/coverage.h): item is the exhibit's id, or chat or logistics with
-- an empty sha256 for the case's own. From here on a ruling may have `coverage`, and a program that does not know this key
-- cannot read such a ruling.
CREATE TABLE coverage (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    item TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
    json TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, person_id, item, sha256)
)

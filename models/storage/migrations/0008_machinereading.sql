-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 8
-- What a machine read in a file (domain/machinereading.h), whichever cases hold it: a search aid, never evidence. A program that
-- does not know the table would leave these words out when it indexes a case anew.
CREATE TABLE machine_reading (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    reader TEXT NOT NULL CHECK (reader <> ''),
    json TEXT NOT NULL,
    words TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    -- The case up to which the search index has the words; null: it has all of them.
    indexed_after BIGINT
)
-- next
CREATE INDEX machine_reading_pending ON machine_reading (sha256) WHERE indexed_after IS NOT NULL

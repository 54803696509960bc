-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 9
-- The beginning of what stands in an exported chat or a text (usecases/filewords.h), whichever cases hold the file, for the search
-- across cases. A program that does not know the table would leave these words out when it indexes a case anew.
CREATE TABLE file_words (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    words TEXT NOT NULL,
    -- The case up to which the search index has the words; null: it has all of them.
    indexed_after BIGINT
)
-- next
CREATE INDEX file_words_pending ON file_words (sha256) WHERE indexed_after IS NOT NULL
-- next
CREATE INDEX exhibit_of_words ON exhibit (sha256) WHERE kind IN ('chat', 'text')

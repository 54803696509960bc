-- SPDX-License-Identifier: GPL-3.0-or-later
-- The pending list of fastupdate would make one unlucky reader pay for many writers.
CREATE INDEX case_search_words ON case_search USING gin (array_to_tsvector(string_to_array(btrim(tokens), ' ')))
WITH (fastupdate = off)
-- next
-- Case numbers in the order of their bytes, whatever the collation of the database.
CREATE INDEX dispute_case_no_bytes ON dispute (case_no COLLATE "C", id)

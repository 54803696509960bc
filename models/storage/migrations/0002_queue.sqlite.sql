-- SPDX-License-Identifier: GPL-3.0-or-later
-- From 1: a cursor of 0 is one that stands before everything.
ALTER TABLE desk ADD COLUMN change_seq BIGINT NOT NULL DEFAULT 1
-- next
-- `ascii` takes every character beyond ASCII for part of a word, so it splits exactly at our spaces; and any sqlite3 has
-- it. Written by explicit statements: trusted_schema OFF forbids virtual tables in triggers.
CREATE VIRTUAL TABLE case_words USING fts5 (tokens, content = 'case_search', content_rowid = 'case_id', tokenize = 'ascii')

-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 2
-- What is finished stands after what waits (domain::rankOfFinishedMs).
UPDATE dispute SET rank = rank + 70368744177664 WHERE state IN ('Closed', 'Withdrawn')

-- Rollups keep agents within a group apart too, and calls of several groups together. Those that do not are not
-- relied on: they are made anew at the next start.
UPDATE "rollup_progress" SET "counted_through" = NULL WHERE EXISTS (SELECT FROM "call_source");

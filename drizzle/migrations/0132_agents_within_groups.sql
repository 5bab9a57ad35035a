-- Rollups keep agents within a group apart too. Those without are not relied on: they are made anew at the next start.
UPDATE "rollup_progress" SET "counted_through" = NULL WHERE EXISTS (SELECT FROM "call_source");

-- Rollups keep agents by four hours beside the day. Those that do not are not relied on: they are made anew at
-- the next start.
UPDATE "rollup_progress" SET "counted_through" = NULL WHERE EXISTS (SELECT FROM "call_source");

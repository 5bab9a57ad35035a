-- Visits are counted as they come in too, so that what became of them can be held against it. Rollups without
-- that count are not relied on: they are made anew at the next start.
ALTER TABLE "rollup_visit" ADD COLUMN "offered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rollup_visit" ALTER COLUMN "offered" DROP DEFAULT;--> statement-breakpoint
-- The IVR node that a caller was last at, key or no key. The calls that are there already get theirs by
-- `npm run rebuild`, which folds them anew; until then they are shown as calls without one.
ALTER TABLE "call" ADD COLUMN "exit_node" text;--> statement-breakpoint
UPDATE "rollup_progress" SET "counted_through" = NULL WHERE EXISTS (SELECT FROM "call_source");

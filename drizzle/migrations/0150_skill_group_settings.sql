-- How a group works whatever the rules say, and a number that grows with every change of its members: whoever saves
-- members says which they began from.
ALTER TABLE "skill_group" ADD COLUMN "ring_timeout_seconds" smallint DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_group" ADD COLUMN "wrap_up_seconds" smallint DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_group" ADD COLUMN "longest_wait_seconds" integer;--> statement-breakpoint
ALTER TABLE "skill_group" ADD COLUMN "queue_max" integer;--> statement-breakpoint
ALTER TABLE "skill_group" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "skill_group" ADD COLUMN "members_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_ring_timeout_check" CHECK ("ring_timeout_seconds" between 3 and 600);--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_wrap_up_check" CHECK ("wrap_up_seconds" between 0 and 3600);--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_longest_wait_check" CHECK ("longest_wait_seconds" between 1 and 86400);--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_queue_max_check" CHECK ("queue_max" between 1 and 100000);--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_hours_check" CHECK (jsonb_typeof("hours") = 'object');--> statement-breakpoint
-- Names are unique without regard to case and surrounding blanks. Records may have made two of one name before.
UPDATE "skill_group" SET "name" = "name" || ' (' || left("skill_group_id"::text, 8) || ')'
WHERE "skill_group_id" IN (
  SELECT "skill_group_id" FROM (
    SELECT "skill_group_id", row_number() OVER (PARTITION BY lower(btrim("name")) ORDER BY "created_at", "skill_group_id") AS "place"
    FROM "skill_group"
  ) AS "named" WHERE "place" > 1
);--> statement-breakpoint
ALTER TABLE "skill_group" DROP CONSTRAINT "skill_group_name_unique";--> statement-breakpoint
CREATE UNIQUE INDEX "skill_group_name_key" ON "skill_group" USING btree (lower(btrim("name")));

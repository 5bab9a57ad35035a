-- How often the cells of a day have changed, so that sums of days that are over can be remembered.
CREATE TABLE "rollup_day" (
	"at" timestamptz(3) PRIMARY KEY NOT NULL,
	"changes" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "rollup_day" ("at", "changes")
SELECT DISTINCT "at", 1 FROM "rollup_call" WHERE "dimension" = 'all' AND "grain" = 'day';

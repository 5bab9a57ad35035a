-- The share of its visits that a group means to answer within its threshold: 80 % in 20 seconds is customary.
ALTER TABLE "skill_group" ADD COLUMN "service_target_percent" smallint DEFAULT 80 NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_service_target_check" CHECK ("service_target_percent" between 1 and 100);

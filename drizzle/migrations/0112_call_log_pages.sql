-- One index over both, because an agent's calls in a group are found inside it: joining two indexes would
-- first list every call of the group.
DROP INDEX "call_skill_groups_index";--> statement-breakpoint
DROP INDEX "call_agents_index";--> statement-breakpoint
CREATE INDEX "call_agents_skill_groups_index" ON "call" USING gin ("agent_ids", "skill_group_ids");--> statement-breakpoint
CREATE INDEX "call_talk_outbound_index" ON "call" ("talked_ms", "call_id") WHERE "talked_ms" IS NOT NULL AND "direction" = 'outbound';--> statement-breakpoint
CREATE INDEX "call_handle_outbound_index" ON "call" ("handled_ms", "call_id") WHERE "handled_ms" IS NOT NULL AND "direction" = 'outbound';--> statement-breakpoint
-- These outcomes hardly ever waited, and nothing else tells the planner so.
CREATE INDEX "call_wait_unqueued_index" ON "call" ("waited_ms", "call_id") INCLUDE ("outcome") WHERE "waited_ms" IS NOT NULL AND "outcome" IN ('left_in_ivr', 'turned_away', 'phantom', 'not_reached');--> statement-breakpoint
-- The outcome as a key, so that a range of waits is narrowed to it before any call is read.
DROP INDEX "call_wait_not_answered_index";--> statement-breakpoint
CREATE INDEX "call_wait_not_answered_index" ON "call" ("waited_ms", "call_id", "outcome") WHERE "waited_ms" IS NOT NULL AND "outcome" <> 'answered';

-- One index over the people of a call, the customer by the words of the name: an agent's or a group's calls of a
-- name are found inside it. Joining two indexes would first weigh every call of the name, which takes GIN longer
-- than to read it.
DROP INDEX "call_customer_name_index";--> statement-breakpoint
DROP INDEX "call_agents_skill_groups_index";--> statement-breakpoint
CREATE INDEX "call_people_index" ON "call" USING gin ("agent_ids", "skill_group_ids", note_words("customer_name"));--> statement-breakpoint
-- Few of an agent's calls were not answered by anybody: to find them among all others took longer than to list them.
CREATE INDEX "call_unanswered_agents_index" ON "call" USING gin ("agent_ids") WHERE "outcome" <> 'answered';

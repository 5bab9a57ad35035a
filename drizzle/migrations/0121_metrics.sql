-- Figures place each record by an instant of its own, which call_id does not tell: a call taken up late was
-- not entered into a queue when it began. Records come nearly in the order of these instants, so keeping them
-- sorted costs little; lists of records are read in this order, page by page.
CREATE INDEX "call_started_index" ON "call" ("started_at");--> statement-breakpoint
CREATE INDEX "queue_visit_entered_index" ON "queue_visit" ("entered_at");--> statement-breakpoint
CREATE INDEX "leg_offered_index" ON "leg" ("offered_at");--> statement-breakpoint
CREATE INDEX "leg_answered_index" ON "leg" ("answered_at") WHERE "answered_at" IS NOT NULL;--> statement-breakpoint
-- The few who wait: how many of them are past their group's threshold depends on the hour, so no count is kept.
CREATE INDEX "queue_visit_waiting_index" ON "queue_visit" ("entered_at") WHERE "outcome" = 'waiting';

-- Where calls overflowed to is counted from the few visits that did; the many others need not be looked at.
CREATE INDEX "queue_visit_overflowed_index" ON "queue_visit" ("entered_at") WHERE "outcome" = 'overflowed';

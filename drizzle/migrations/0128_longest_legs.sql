-- The longest legs of a period are read from this end, whichever part of the handle time they are longest in:
-- none is longer than the whole.
CREATE INDEX "leg_handle_index" ON "leg" ((coalesce("talk_ms", 0) + coalesce("hold_ms", 0) + coalesce("wrap_up_ms", 0))) WHERE ("ended_at" is not null and ("wrap_up_started_at" is null or "wrap_up_ended_at" is not null));--> statement-breakpoint
-- The few suspiciously short conversations, latest first.
CREATE INDEX "leg_short_index" ON "leg" ("answered_at") WHERE "answered_at" IS NOT NULL AND coalesce("talk_ms" <= 10000, false);

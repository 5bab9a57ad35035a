-- What the call log reads by. Calls are listed by start (which call_id carries) or by a duration; each
-- duration index holds only the calls that have that duration, because a call that never waited has no wait.
CREATE INDEX "call_outcome_index" ON "call" ("outcome", "call_id");--> statement-breakpoint
CREATE INDEX "call_province_index" ON "call" ("province", "call_id");--> statement-breakpoint
CREATE INDEX "call_verification_index" ON "call" ("verification", "call_id");--> statement-breakpoint
CREATE INDEX "call_outbound_index" ON "call" ("call_id") WHERE "direction" = 'outbound';--> statement-breakpoint
-- Backwards, because people know the last digits of a number.
CREATE INDEX "call_number_index" ON "call" (reverse("customer_number") text_pattern_ops, "call_id");--> statement-breakpoint
CREATE INDEX "call_wait_index" ON "call" ("wait_ms", "call_id") WHERE "visit_count" > 0;--> statement-breakpoint
CREATE INDEX "call_talk_index" ON "call" ("talk_ms", "call_id") WHERE "answered_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "call_handle_index" ON "call" ("handle_ms", "call_id") WHERE "answered_at" IS NOT NULL;--> statement-breakpoint
-- The same durations over the kinds of calls that rarely have them: a filter on such a kind would otherwise
-- walk through all the ordinary calls before it finds its first.
CREATE INDEX "call_wait_not_answered_index" ON "call" ("wait_ms", "call_id") INCLUDE ("outcome") WHERE "visit_count" > 0 AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_talk_not_answered_index" ON "call" ("talk_ms", "call_id") INCLUDE ("outcome") WHERE "answered_at" IS NOT NULL AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_handle_not_answered_index" ON "call" ("handle_ms", "call_id") INCLUDE ("outcome") WHERE "answered_at" IS NOT NULL AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_wait_outbound_index" ON "call" ("wait_ms", "call_id") WHERE "visit_count" > 0 AND "direction" = 'outbound';--> statement-breakpoint
CREATE INDEX "call_wait_unverified_index" ON "call" ("wait_ms", "call_id") INCLUDE ("verification") WHERE "visit_count" > 0 AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
CREATE INDEX "call_talk_unverified_index" ON "call" ("talk_ms", "call_id") INCLUDE ("verification") WHERE "answered_at" IS NOT NULL AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
CREATE INDEX "call_handle_unverified_index" ON "call" ("handle_ms", "call_id") INCLUDE ("verification") WHERE "answered_at" IS NOT NULL AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
CREATE INDEX "leg_agent_index" ON "leg" ("agent_id", "call_id");--> statement-breakpoint
CREATE INDEX "queue_visit_skill_group_index" ON "queue_visit" ("skill_group_id", "call_id");--> statement-breakpoint
-- Words by spaces for the languages that have them; for Chinese, Japanese and Korean script every pair of
-- neighbouring characters and the last one alone, so that any run of characters can be found.
CREATE FUNCTION note_words(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN body !~ '[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]' THEN to_tsvector('simple', body)
  ELSE (
    SELECT to_tsvector('simple', string_agg(
      CASE
        WHEN letter !~ '[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]' THEN CASE WHEN letter ~ '[\u3000-\u303f\uff00-\uffef]' THEN ' ' ELSE letter END
        WHEN following ~ '[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]' THEN ' ' || letter || following || ' '
        ELSE ' ' || letter || ' '
      END, '' ORDER BY position))
    FROM (
      SELECT letter, position, lead(letter) OVER (ORDER BY position) AS following
      FROM unnest(string_to_array(body, NULL)) WITH ORDINALITY AS letters (letter, position)
    ) AS pairs
  ) END
$$;--> statement-breakpoint
ALTER TABLE "note" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (note_words("body")) STORED;--> statement-breakpoint
CREATE INDEX "note_words_index" ON "note" USING gin ("words") WHERE "deleted_at" IS NULL;--> statement-breakpoint
CREATE INDEX "note_kept_index" ON "note" ("call_id") WHERE "deleted_at" IS NULL;

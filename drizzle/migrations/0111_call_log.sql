-- What the call log reads by. Calls are listed by start (which call_id carries) or by a duration; each
-- duration index holds only the calls that have that duration.
ALTER TABLE "call" ADD COLUMN "skill_group_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- A call that never waited has no wait, not one of zero: a gap sorts and counts differently from a zero.
ALTER TABLE "call" ADD COLUMN "waited_ms" bigint GENERATED ALWAYS AS (CASE WHEN "visit_count" > 0 THEN "wait_ms" END) STORED;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "talked_ms" bigint GENERATED ALWAYS AS (CASE WHEN "answered_at" IS NOT NULL THEN "talk_ms" END) STORED;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "handled_ms" bigint GENERATED ALWAYS AS (CASE WHEN "answered_at" IS NOT NULL THEN "handle_ms" END) STORED;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "agent_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "call_skill_groups_index" ON "call" USING gin ("skill_group_ids");--> statement-breakpoint
CREATE INDEX "call_agents_index" ON "call" USING gin ("agent_ids");--> statement-breakpoint
CREATE INDEX "call_outcome_index" ON "call" ("outcome", "call_id");--> statement-breakpoint
CREATE INDEX "call_province_index" ON "call" ("province", "call_id");--> statement-breakpoint
CREATE INDEX "call_verification_index" ON "call" ("verification", "call_id");--> statement-breakpoint
CREATE INDEX "call_outbound_index" ON "call" ("call_id") WHERE "direction" = 'outbound';--> statement-breakpoint
-- Backwards, because people know the last digits of a number.
CREATE INDEX "call_number_index" ON "call" (reverse("customer_number") text_pattern_ops, "call_id");--> statement-breakpoint
CREATE INDEX "call_wait_index" ON "call" ("waited_ms", "call_id") WHERE "waited_ms" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "call_talk_index" ON "call" ("talked_ms", "call_id") WHERE "talked_ms" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "call_handle_index" ON "call" ("handled_ms", "call_id") WHERE "handled_ms" IS NOT NULL;--> statement-breakpoint
-- The same durations over the kinds of calls that rarely have them: a filter on such a kind would otherwise
-- walk through all the ordinary calls before it finds its first.
CREATE INDEX "call_wait_not_answered_index" ON "call" ("waited_ms", "call_id") INCLUDE ("outcome") WHERE "waited_ms" IS NOT NULL AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_talk_not_answered_index" ON "call" ("talked_ms", "call_id") INCLUDE ("outcome") WHERE "talked_ms" IS NOT NULL AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_handle_not_answered_index" ON "call" ("handled_ms", "call_id") INCLUDE ("outcome") WHERE "handled_ms" IS NOT NULL AND "outcome" <> 'answered';--> statement-breakpoint
CREATE INDEX "call_wait_outbound_index" ON "call" ("waited_ms", "call_id") WHERE "waited_ms" IS NOT NULL AND "direction" = 'outbound';--> statement-breakpoint
CREATE INDEX "call_wait_unverified_index" ON "call" ("waited_ms", "call_id") INCLUDE ("verification") WHERE "waited_ms" IS NOT NULL AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
CREATE INDEX "call_talk_unverified_index" ON "call" ("talked_ms", "call_id") INCLUDE ("verification") WHERE "talked_ms" IS NOT NULL AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
CREATE INDEX "call_handle_unverified_index" ON "call" ("handled_ms", "call_id") INCLUDE ("verification") WHERE "handled_ms" IS NOT NULL AND "verification" IN ('failed', 'abandoned');--> statement-breakpoint
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

-- Whether a call has notes and whether its record was deleted, kept on the call itself: lists filter by
-- both, and an index can only hold what its own table says.
ALTER TABLE "call" ADD COLUMN "has_notes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "is_deleted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE FUNCTION mark_calls(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- The lock first: a writer who waited for it then counts with what the other one wrote.
  PERFORM FROM call WHERE call_id = ANY (ids) ORDER BY call_id FOR UPDATE;
  UPDATE call SET has_notes = marks.noted, is_deleted = marks.gone
  FROM (
    SELECT id,
      EXISTS (SELECT FROM note WHERE note.call_id = id AND note.deleted_at IS NULL) AS noted,
      EXISTS (SELECT FROM call_deletion WHERE call_deletion.call_id = id) AS gone
    FROM unnest(ids) AS id
  ) AS marks
  WHERE call.call_id = marks.id AND (call.has_notes, call.is_deleted) IS DISTINCT FROM (marks.noted, marks.gone);
END $$;--> statement-breakpoint
CREATE FUNCTION mark_call_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_calls(ARRAY[CASE TG_OP WHEN 'DELETE' THEN OLD.call_id ELSE NEW.call_id END]);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_marks_call AFTER INSERT OR DELETE OR UPDATE OF "deleted_at" ON "note" FOR EACH ROW EXECUTE FUNCTION mark_call_of_row();--> statement-breakpoint
CREATE TRIGGER call_deletion_marks_call AFTER INSERT OR DELETE ON "call_deletion" FOR EACH ROW EXECUTE FUNCTION mark_call_of_row();--> statement-breakpoint
SELECT mark_calls(array(SELECT "call_id" FROM "note" UNION SELECT "call_id" FROM "call_deletion"));--> statement-breakpoint
CREATE INDEX "call_noted_index" ON "call" ("call_id") WHERE "has_notes";--> statement-breakpoint
CREATE INDEX "call_wait_noted_index" ON "call" ("waited_ms", "call_id") WHERE "waited_ms" IS NOT NULL AND "has_notes";--> statement-breakpoint
CREATE INDEX "call_talk_noted_index" ON "call" ("talked_ms", "call_id") WHERE "talked_ms" IS NOT NULL AND "has_notes";--> statement-breakpoint
CREATE INDEX "call_handle_noted_index" ON "call" ("handled_ms", "call_id") WHERE "handled_ms" IS NOT NULL AND "has_notes";--> statement-breakpoint
CREATE INDEX "call_deleted_index" ON "call" ("call_id") INCLUDE ("waited_ms", "talked_ms", "handled_ms") WHERE "is_deleted";

-- Which agents had a part in a note's call, kept on the note: an agent's calls with a word in their notes are found
-- in one index, instead of by joining all of the agent's calls with all the notes that hold the word.
ALTER TABLE "note" ADD COLUMN "agent_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- By indexes alone: a plan made while there were hardly any notes would read all of them for each that comes after.
CREATE OR REPLACE FUNCTION mark_calls(ids uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
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
  UPDATE note SET agent_ids = call.agent_ids
  FROM call
  WHERE note.call_id = ANY (ids) AND call.call_id = note.call_id AND note.agent_ids IS DISTINCT FROM call.agent_ids;
END $$;--> statement-breakpoint
UPDATE "note" SET "agent_ids" = "call"."agent_ids" FROM "call" WHERE "call"."call_id" = "note"."call_id";--> statement-breakpoint
DROP INDEX "note_words_index";--> statement-breakpoint
CREATE INDEX "note_words_index" ON "note" USING gin ("words", "agent_ids") WHERE "deleted_at" IS NULL;

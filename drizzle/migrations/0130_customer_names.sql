-- Customers are found by the words of their names as notes are by theirs: any word, or its beginning, and any
-- characters in a row of a Chinese name, which is too short for trigrams.
CREATE INDEX "call_customer_name_index" ON "call" USING gin (note_words("customer_name")) WHERE "customer_name" IS NOT NULL;--> statement-breakpoint
-- What taking a text apart costs beside comparing two numbers: a plan that does it for every call is the last resort.
-- Only in the connection's own process: starting others takes longer than looking a name up.
ALTER FUNCTION note_words(text) COST 3000 PARALLEL RESTRICTED;

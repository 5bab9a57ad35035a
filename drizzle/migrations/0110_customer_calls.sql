-- A customer's other calls, for senders that know customers by a reference of their own.
CREATE INDEX "call_customer_ref_index" ON "call" ("customer_ref", "call_id") WHERE "customer_ref" IS NOT NULL;

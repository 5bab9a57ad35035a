CREATE INDEX "audit_entry_subject_page_index" ON "audit_entry" USING btree ("subject","audit_entry_id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor_page_index" ON "audit_entry" USING btree ("actor_id","audit_entry_id");

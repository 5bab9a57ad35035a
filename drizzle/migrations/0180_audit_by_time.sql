DROP INDEX "audit_entry_subject_page_index";--> statement-breakpoint
DROP INDEX "audit_entry_actor_page_index";--> statement-breakpoint
CREATE INDEX "audit_entry_page_index" ON "audit_entry" USING btree ("at","audit_entry_id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_page_index" ON "audit_entry" USING btree ("subject","at","audit_entry_id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor_page_index" ON "audit_entry" USING btree ("actor_id","at","audit_entry_id");

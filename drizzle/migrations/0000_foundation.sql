CREATE TABLE "audit_entry" (
	"audit_entry_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz(3) NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_deletion" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"deleted_at" timestamptz(3) NOT NULL,
	"deleted_by" uuid NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_event" (
	"call_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"data" jsonb NOT NULL,
	"raw" text,
	CONSTRAINT "call_event_call_id_source_id_pk" PRIMARY KEY("call_id","source_id")
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE TABLE "call_source" (
	"provider" text NOT NULL,
	"provider_call_id" text NOT NULL,
	"call_id" uuid NOT NULL,
	"import_id" uuid,
	CONSTRAINT "call_source_provider_provider_call_id_pk" PRIMARY KEY("provider","provider_call_id"),
	CONSTRAINT "call_source_callId_unique" UNIQUE("call_id")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"outcome" text NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	"ended_by" text,
	"customer_number" text,
	"customer_name" text,
	"customer_ref" text,
	"line_number" text,
	"country" text,
	"province" text,
	"city" text,
	"verification" text,
	"answered_at" timestamptz(3),
	"ivr_ms" bigint NOT NULL,
	"wait_ms" bigint NOT NULL,
	"talk_ms" bigint NOT NULL,
	"hold_ms" bigint NOT NULL,
	"wrap_up_ms" bigint NOT NULL,
	"handle_ms" bigint NOT NULL,
	"skill_group_id" uuid,
	"agent_id" uuid,
	"visit_count" integer NOT NULL,
	"offer_count" integer NOT NULL,
	"transfer_count" integer NOT NULL,
	"key_track" text NOT NULL,
	"survey_score" double precision
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE TABLE "key_press" (
	"call_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"node" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "key_press_call_id_ordinal_pk" PRIMARY KEY("call_id","ordinal")
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE TABLE "leg" (
	"call_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"agent_id" uuid NOT NULL,
	"visit_ordinal" integer,
	"skill_group_id" uuid,
	"offered_at" timestamptz(3) NOT NULL,
	"answered_at" timestamptz(3),
	"ended_at" timestamptz(3),
	"outcome" text NOT NULL,
	"end" text,
	"ring_ms" bigint,
	"talk_ms" bigint,
	"hold_ms" bigint,
	"wrap_up_started_at" timestamptz(3),
	"wrap_up_ended_at" timestamptz(3),
	"wrap_up_ms" bigint,
	CONSTRAINT "leg_call_id_ordinal_pk" PRIMARY KEY("call_id","ordinal")
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE TABLE "open_leg" (
	"agent_id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"leg_ordinal" integer NOT NULL,
	"ringing" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_visit" (
	"call_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"skill_group_id" uuid NOT NULL,
	"entered_at" timestamptz(3) NOT NULL,
	"left_at" timestamptz(3),
	"wait_ms" bigint,
	"outcome" text NOT NULL,
	"exit" text,
	"answered_by" uuid,
	"priority" double precision NOT NULL,
	"service_level_seconds" double precision NOT NULL,
	"short_abandon_seconds" double precision NOT NULL,
	"rule_set_version" integer,
	CONSTRAINT "queue_visit_call_id_ordinal_pk" PRIMARY KEY("call_id","ordinal")
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"name" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_refused_row" (
	"import_id" uuid NOT NULL,
	"line_number" bigint NOT NULL,
	"reason" text NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "import_refused_row_import_id_line_number_pk" PRIMARY KEY("import_id","line_number")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"format" text NOT NULL,
	"provider" text NOT NULL,
	"file_name" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"time_zone" text NOT NULL,
	"options" jsonb NOT NULL,
	"status" text NOT NULL,
	"started_by" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"finished_at" timestamptz(3),
	"bytes_read" bigint NOT NULL,
	"rows_read" bigint NOT NULL,
	"cancel_requested_at" timestamptz(3),
	"refusal" jsonb,
	"report" jsonb,
	"lease_holder" text,
	"lease_expires_at" timestamptz(3),
	"fence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "note_draft" (
	"user_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"body" text NOT NULL,
	"saved_at" timestamptz(3) NOT NULL,
	CONSTRAINT "note_draft_user_id_call_id_pk" PRIMARY KEY("user_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "note_mention" (
	"user_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"mentioned_at" timestamptz(3) NOT NULL,
	"read_at" timestamptz(3),
	CONSTRAINT "note_mention_user_id_note_id_pk" PRIMARY KEY("user_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "note_revision" (
	"note_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamptz(3) NOT NULL,
	CONSTRAINT "note_revision_note_id_revision_pk" PRIMARY KEY("note_id","revision")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"note_id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"edited_at" timestamptz(3),
	"pinned_at" timestamptz(3),
	"deleted_at" timestamptz(3),
	"deleted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"saved_view_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_group_alias" (
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"skill_group_id" uuid NOT NULL,
	CONSTRAINT "skill_group_alias_provider_name_pk" PRIMARY KEY("provider","name")
);
--> statement-breakpoint
CREATE TABLE "skill_group_member" (
	"skill_group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"proficiency" smallint NOT NULL,
	CONSTRAINT "skill_group_member_skill_group_id_user_id_pk" PRIMARY KEY("skill_group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "skill_group" (
	"skill_group_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"service_level_seconds" integer DEFAULT 20 NOT NULL,
	"short_abandon_seconds" integer DEFAULT 5 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"archived_at" timestamptz(3),
	CONSTRAINT "skill_group_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "agent_alias" (
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "agent_alias_provider_name_pk" PRIMARY KEY("provider","name")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"password_hash" text,
	"role" text NOT NULL,
	"locale" text,
	"time_zone" text,
	"theme" text,
	"created_at" timestamptz(3) NOT NULL,
	"deactivated_at" timestamptz(3)
);
--> statement-breakpoint
ALTER TABLE "call_deletion" ADD CONSTRAINT "call_deletion_deleted_by_app_user_user_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_leg" ADD CONSTRAINT "open_leg_agent_id_app_user_user_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_saved_by_app_user_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refused_row" ADD CONSTRAINT "import_refused_row_import_id_import_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("import_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_started_by_app_user_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_draft" ADD CONSTRAINT "note_draft_user_id_app_user_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_user_id_app_user_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_note_id_note_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("note_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_note_id_note_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("note_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_written_by_app_user_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_app_user_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_deleted_by_app_user_user_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_app_user_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_group_alias" ADD CONSTRAINT "skill_group_alias_skill_group_id_skill_group_skill_group_id_fk" FOREIGN KEY ("skill_group_id") REFERENCES "public"."skill_group"("skill_group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_group_member" ADD CONSTRAINT "skill_group_member_skill_group_id_skill_group_skill_group_id_fk" FOREIGN KEY ("skill_group_id") REFERENCES "public"."skill_group"("skill_group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_group_member" ADD CONSTRAINT "skill_group_member_user_id_app_user_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_alias" ADD CONSTRAINT "agent_alias_user_id_app_user_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_app_user_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_subject_index" ON "audit_entry" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "import_created_index" ON "import" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "note_call_index" ON "note" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "saved_view_owner_index" ON "saved_view" USING btree ("owner_id","page");--> statement-breakpoint
CREATE INDEX "auth_session_user_index" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user" USING btree (lower("email"));
--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_role_check" CHECK ("role" in ('agent', 'supervisor', 'manager', 'admin'));--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_sign_in_check" CHECK ("password_hash" is null or "email" is not null);--> statement-breakpoint
ALTER TABLE "skill_group_member" ADD CONSTRAINT "skill_group_member_proficiency_check" CHECK ("proficiency" between 1 and 5);--> statement-breakpoint
ALTER TABLE "skill_group" ADD CONSTRAINT "skill_group_seconds_check" CHECK ("service_level_seconds" >= 0 and "short_abandon_seconds" >= 0);--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_direction_check" CHECK ("direction" in ('inbound', 'outbound'));--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_outcome_check" CHECK ("outcome" in ('in_progress', 'answered', 'abandoned', 'short_abandoned', 'overflowed', 'callback', 'left_in_ivr', 'turned_away', 'not_reached', 'failed', 'phantom'));--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_durations_check" CHECK ("ivr_ms" >= 0 and "wait_ms" >= 0 and "talk_ms" >= 0 and "hold_ms" >= 0 and "wrap_up_ms" >= 0 and "handle_ms" = "talk_ms" + "hold_ms" + "wrap_up_ms");--> statement-breakpoint
ALTER TABLE "queue_visit" ADD CONSTRAINT "queue_visit_outcome_check" CHECK ("outcome" in ('waiting', 'answered', 'abandoned', 'short_abandoned', 'overflowed', 'callback'));--> statement-breakpoint
ALTER TABLE "queue_visit" ADD CONSTRAINT "queue_visit_wait_check" CHECK ("wait_ms" >= 0 and ("outcome" = 'waiting') = ("left_at" is null));--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_kind_check" CHECK ("kind" in ('queue', 'transfer', 'consult', 'outbound'));--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_outcome_check" CHECK ("outcome" in ('ringing', 'missed', 'rejected', 'withdrawn', 'talking', 'ended'));--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_durations_check" CHECK ("ring_ms" >= 0 and "talk_ms" >= 0 and "hold_ms" >= 0 and "wrap_up_ms" >= 0);--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_status_check" CHECK ("status" in ('uploading', 'waiting', 'running', 'finished', 'refused', 'cancelled', 'failed'));--> statement-breakpoint
CREATE UNIQUE INDEX "open_leg_one_offer_per_call" ON "open_leg" ("call_id") WHERE "ringing";--> statement-breakpoint
-- Deferred, so that a rebuild may replace a call's row within one transaction.
ALTER TABLE "note" ADD CONSTRAINT "note_call_id_call_fk" FOREIGN KEY ("call_id") REFERENCES "call"("call_id") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "note_draft" ADD CONSTRAINT "note_draft_call_id_call_fk" FOREIGN KEY ("call_id") REFERENCES "call"("call_id") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "call_deletion" ADD CONSTRAINT "call_deletion_call_id_call_fk" FOREIGN KEY ("call_id") REFERENCES "call"("call_id") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "call_deletion" ADD CONSTRAINT "call_deletion_reason_check" CHECK (length(btrim("reason")) > 0);--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER call_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "call_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

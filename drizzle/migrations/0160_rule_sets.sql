CREATE TABLE "rule_set_version" (
	"number" integer PRIMARY KEY NOT NULL,
	"rule_set" jsonb NOT NULL,
	"examples" jsonb NOT NULL,
	"comment" text NOT NULL,
	"author_id" uuid NOT NULL,
	"published_at" timestamptz(3) NOT NULL,
	"effective_from" timestamptz(3) NOT NULL,
	"effective_until" timestamptz(3),
	CONSTRAINT "rule_set_version_number_check" CHECK ("number" > 0),
	CONSTRAINT "rule_set_version_not_before_published_check" CHECK ("effective_from" >= "published_at"),
	CONSTRAINT "rule_set_version_ends_after_start_check" CHECK ("effective_until" >= "effective_from"),
	-- One is live at any instant. Of one that ends as it begins the range is empty: it never is.
	CONSTRAINT "rule_set_version_one_live" EXCLUDE USING gist (tstzrange("effective_from", "effective_until") WITH &&)
);
--> statement-breakpoint
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'effective_until' IS DISTINCT FROM to_jsonb(OLD) - 'effective_until' THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER rule_set_version_kept BEFORE UPDATE ON "rule_set_version" FOR EACH ROW EXECUTE FUNCTION keep_version();--> statement-breakpoint
CREATE TRIGGER rule_set_version_never_removed BEFORE DELETE OR TRUNCATE ON "rule_set_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TABLE "rule_set_draft" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"based_on" integer,
	"rule_set" jsonb NOT NULL,
	"examples" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"discarded_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "routing_decision" (
	"call_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"kind" text NOT NULL,
	"rule_set_version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"outcome" jsonb,
	"trace" jsonb NOT NULL,
	CONSTRAINT "routing_decision_call_id_sequence_pk" PRIMARY KEY("call_id","sequence"),
	CONSTRAINT "routing_decision_kind_check" CHECK ("kind" in ('arrival', 'waiting', 'choice'))
) PARTITION BY RANGE ("call_id");
--> statement-breakpoint
CREATE INDEX "routing_decision_version_index" ON "routing_decision" USING btree ("rule_set_version");--> statement-breakpoint
ALTER TABLE "rule_set_version" ADD CONSTRAINT "rule_set_version_author_id_app_user_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_draft" ADD CONSTRAINT "rule_set_draft_based_on_rule_set_version_number_fk" FOREIGN KEY ("based_on") REFERENCES "public"."rule_set_version"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_draft" ADD CONSTRAINT "rule_set_draft_created_by_app_user_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_draft" ADD CONSTRAINT "rule_set_draft_updated_by_app_user_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;

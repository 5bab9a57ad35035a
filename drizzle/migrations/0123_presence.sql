-- An extension that its users may create (PostgreSQL calls it trusted): uuids and ranges in one constraint.
CREATE EXTENSION IF NOT EXISTS "btree_gist";--> statement-breakpoint
CREATE TABLE "presence_period" (
	"agent_id" uuid NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	"status" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "presence_period_agent_id_started_at_pk" PRIMARY KEY("agent_id","started_at"),
	CONSTRAINT "presence_period_status_check" CHECK ("status" in ('idle', 'busy', 'short_break', 'meeting', 'training', 'offline')),
	CONSTRAINT "presence_period_state_check" CHECK ("state" in ('free', 'ringing', 'on_call', 'wrapping_up')),
	CONSTRAINT "presence_period_ends_after_start_check" CHECK ("ended_at" > "started_at"),
	-- An agent is one thing at a time; a period without end reaches into the future.
	CONSTRAINT "presence_period_no_overlap" EXCLUDE USING gist ("agent_id" WITH =, tstzrange("started_at", "ended_at") WITH &&)
);
--> statement-breakpoint
CREATE TABLE "presence_rollup" (
	"grain" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"agent_id" uuid NOT NULL,
	"free_idle_ms" bigint NOT NULL,
	CONSTRAINT "presence_rollup_grain_at_agent_id_pk" PRIMARY KEY("grain","at","agent_id"),
	CONSTRAINT "presence_rollup_grain_check" CHECK ("grain" in ('hour', 'day', 'month')),
	CONSTRAINT "presence_rollup_free_idle_check" CHECK ("free_idle_ms" > 0)
);
--> statement-breakpoint
ALTER TABLE "presence_period" ADD CONSTRAINT "presence_period_agent_id_app_user_user_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_rollup" ADD CONSTRAINT "presence_rollup_agent_id_app_user_user_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."app_user"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "presence_period_one_open_per_agent" ON "presence_period" USING btree ("agent_id") WHERE "presence_period"."ended_at" is null;

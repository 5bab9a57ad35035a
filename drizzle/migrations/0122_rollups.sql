-- Tallies of call records, so that a dashboard reads some hundred cells in place of a million rows.
CREATE TABLE "rollup_call" (
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"key" text NOT NULL,
	"in_progress" integer NOT NULL,
	"answered" integer NOT NULL,
	"abandoned" integer NOT NULL,
	"short_abandoned" integer NOT NULL,
	"overflowed" integer NOT NULL,
	"callback" integer NOT NULL,
	"left_in_ivr" integer NOT NULL,
	"turned_away" integer NOT NULL,
	"not_reached" integer NOT NULL,
	"failed" integer NOT NULL,
	"phantom" integer NOT NULL,
	"in_ivr" integer NOT NULL,
	"ivr_left" integer NOT NULL,
	"ivr_answered" integer NOT NULL,
	"ivr_ms" bigint NOT NULL,
	"ivrs" text NOT NULL,
	CONSTRAINT "rollup_call_dimension_grain_at_key_pk" PRIMARY KEY("dimension","grain","at","key")
);
--> statement-breakpoint
CREATE TABLE "rollup_visit" (
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"key" text NOT NULL,
	"answered" integer NOT NULL,
	"abandoned" integer NOT NULL,
	"short_abandoned" integer NOT NULL,
	"overflowed" integer NOT NULL,
	"callback" integer NOT NULL,
	"given_up" integer NOT NULL,
	"waiting" integer NOT NULL,
	"answered_within" integer NOT NULL,
	"abandoned_within" integer NOT NULL,
	"short_abandoned_within" integer NOT NULL,
	"overflowed_within" integer NOT NULL,
	"callback_within" integer NOT NULL,
	"given_up_within" integer NOT NULL,
	"answered_wait_ms" bigint NOT NULL,
	"abandoned_wait_ms" bigint NOT NULL,
	"answered_waits" text NOT NULL,
	"abandoned_waits" text NOT NULL,
	"short_abandoned_waits" text NOT NULL,
	"other_waits" text NOT NULL,
	CONSTRAINT "rollup_visit_dimension_grain_at_key_pk" PRIMARY KEY("dimension","grain","at","key")
);
--> statement-breakpoint
CREATE TABLE "rollup_offer" (
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"key" text NOT NULL,
	"offered" integer NOT NULL,
	"answered" integer NOT NULL,
	"missed" integer NOT NULL,
	"rejected" integer NOT NULL,
	"withdrawn" integer NOT NULL,
	"ringing" integer NOT NULL,
	"ring_ms" bigint NOT NULL,
	"rings" text NOT NULL,
	CONSTRAINT "rollup_offer_dimension_grain_at_key_pk" PRIMARY KEY("dimension","grain","at","key")
);
--> statement-breakpoint
CREATE TABLE "rollup_leg" (
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"key" text NOT NULL,
	"answered" integer NOT NULL,
	"finished" integer NOT NULL,
	"transferred" integer NOT NULL,
	"short" integer NOT NULL,
	"ring_ms" bigint NOT NULL,
	"talk_ms" bigint NOT NULL,
	"hold_ms" bigint NOT NULL,
	"wrap_up_ms" bigint NOT NULL,
	"handle_ms" bigint NOT NULL,
	"talks" text NOT NULL,
	"holds" text NOT NULL,
	"wrap_ups" text NOT NULL,
	"handles" text NOT NULL,
	CONSTRAINT "rollup_leg_dimension_grain_at_key_pk" PRIMARY KEY("dimension","grain","at","key")
);
--> statement-breakpoint
-- Histograms are short and their cells are read together: they stay in the row as long as it fits a page.
ALTER TABLE "rollup_call" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "rollup_visit" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "rollup_offer" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "rollup_leg" SET (toast_tuple_target = 8160);--> statement-breakpoint
CREATE TABLE "rollup_progress" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL CHECK ("only"),
	"counted_through" uuid
);
--> statement-breakpoint
-- Without calls there is nothing to count; calls that are there already are counted at the next start.
INSERT INTO "rollup_progress" ("counted_through")
SELECT CASE WHEN EXISTS (SELECT FROM "call_source") THEN NULL ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid END;

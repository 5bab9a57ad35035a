-- An agent's hour holds hardly more than a call: rollups keep agents by the day.
DELETE FROM "rollup_call" WHERE "dimension" = 'agent' AND "grain" = 'hour';
--> statement-breakpoint
DELETE FROM "rollup_visit" WHERE "dimension" = 'agent' AND "grain" = 'hour';
--> statement-breakpoint
DELETE FROM "rollup_offer" WHERE "dimension" = 'agent' AND "grain" = 'hour';
--> statement-breakpoint
DELETE FROM "rollup_leg" WHERE "dimension" = 'agent' AND "grain" = 'hour';

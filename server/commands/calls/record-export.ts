import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { CallColumn } from "@/server/domain/calls/call-columns";
import { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { Cohort } from "@/server/domain/metrics/cohort";
import { done } from "@/server/domain/refusal";

/** Notes who took which calls out of the house, before the first of them leaves. */
export const recordExport = defineCommand({
  needs: "calls:export",
  input: z.strictObject({
    cohort: Cohort.optional(),
    filter: CallFilter,
    sort: CallSort,
    columns: z.array(CallColumn).min(1),
  }),
  async run({ actor, audit }, details) {
    await audit({ action: "calls.exported", subject: "user", subjectId: actor.userId, details });
    return done(null);
  },
});

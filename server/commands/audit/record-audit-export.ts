import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { AuditFilter } from "@/server/domain/audit/audit-filter";
import { done } from "@/server/domain/refusal";

/** Notes who took which part of the audit trail out of the house, before the first of it leaves. */
export const recordAuditExport = defineCommand({
  needs: "audit:export",
  input: z.strictObject({ filter: AuditFilter }),
  async run({ actor, audit }, details) {
    await audit({ action: "audit.exported", subject: "user", subjectId: actor.userId, details });
    return done(null);
  },
});

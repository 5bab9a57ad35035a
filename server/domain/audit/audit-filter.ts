import { z } from "zod";
import { UserId } from "@/server/domain/identifiers";

/** The kinds of things that commands write audit entries about. */
export const AuditSubject = z.enum([
  "call",
  "note",
  "person",
  "user",
  "skillGroup",
  "ruleSet",
  "ruleSetDraft",
  "import",
  "importMapping",
  "savedView",
]);
export type AuditSubject = z.infer<typeof AuditSubject>;

export const AuditFilter = z.object({
  actorId: UserId.optional(),
  subject: AuditSubject.optional(),
  /** The last entry of the page before: this page begins with the one written before it. */
  before: z.int().positive().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

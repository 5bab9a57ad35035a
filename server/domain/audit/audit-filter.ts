import { z } from "zod";
import { UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";

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

export const AuditFilter = z.strictObject({
  actorId: UserId.optional(),
  subject: AuditSubject.optional(),
  /** Written at or after this. */
  from: Instant.optional(),
  /** Written before this. */
  until: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** Where an entry stands among all others. */
export const AuditPlace = z.strictObject({ at: Instant, auditEntryId: z.int().positive() });
export type AuditPlace = z.infer<typeof AuditPlace>;

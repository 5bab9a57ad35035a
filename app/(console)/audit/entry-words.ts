import type { Translator } from "@/app/_i18n/translator";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { AuditAction } from "@/server/domain/audit/audit-action";
import { AuditSubject } from "@/server/domain/audit/audit-filter";

export type AuditEntry = RouterOutputs["audit"]["list"]["entries"][number];

interface EntryWords {
  readonly audit: Translator<"audit">;
  personName(id: string): string;
  groupName(id: string): string;
}

/** Who did it; the product itself where nobody did. */
export function actorWords({ actorName }: AuditEntry, { audit }: EntryWords): string {
  return actorName ?? audit("system");
}

export function actionWords({ action }: AuditEntry, { audit }: EntryWords): string {
  const known = AuditAction.safeParse(action).data;
  return known ? audit(`actions.${known}`) : action;
}

export function subjectWords({ subject }: Pick<AuditEntry, "subject">, { audit }: EntryWords): string {
  const known = AuditSubject.safeParse(subject).data;
  return known ? audit(`subjects.${known}`) : subject;
}

/** What the thing is called now; null where it goes by no name. */
export function subjectName({ subject, subjectId }: AuditEntry, words: EntryWords): string | null {
  switch (subject) {
    case "person":
      return words.personName(subjectId);
    case "skillGroup":
      return words.groupName(subjectId);
    case "ruleSet":
    case "importMapping":
      return subjectId;
    default:
      return null;
  }
}

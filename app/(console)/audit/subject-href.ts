import { z } from "zod";
import type { AuditEntry } from "@/app/(console)/audit/entry-words";
import { CallId } from "@/server/domain/identifiers";

const NoteDetails = z.object({ callId: CallId });

/** The page of what an entry is about, if it has one. */
export function subjectHref({ subject, subjectId, details }: AuditEntry) {
  const part = encodeURIComponent(subjectId);
  switch (subject) {
    case "call":
      return `/calls/${part}` as const;
    case "note": {
      const note = NoteDetails.safeParse(details).data;
      return note ? (`/calls/${note.callId}` as const) : null;
    }
    case "person":
    case "user":
      return `/people/${part}` as const;
    case "skillGroup":
      return `/skill-groups/${part}` as const;
    case "ruleSet":
      return `/rules/versions/${part}` as const;
    case "ruleSetDraft":
      return `/rules/drafts/${part}` as const;
    case "import":
      return `/imports/${part}` as const;
    default:
      return null;
  }
}

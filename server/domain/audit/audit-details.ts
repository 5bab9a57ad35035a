import { z } from "zod";

/** One thing that an entry tells under a name. */
export interface AuditDetail {
  readonly field: string;
  /** Whom it is told of, where an entry tells it of several people. */
  readonly of: string | null;
  /** What it was before; undefined where the entry says nothing of that. */
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Record<string, unknown>;

const Fields = z.record(z.string(), z.unknown());

/** A thing that was not there before, or is no more, had or has no fields. */
const State = Fields.nullable().transform((fields) => fields ?? {});

const Comparison = z.strictObject({ before: State, after: State });
const FieldsBefore = z.looseObject({ before: Fields });
const MemberChanges = z.strictObject({
  changes: z.array(z.object({ userId: z.string(), before: z.unknown(), after: z.unknown() })),
});
const Filtered = z.looseObject({ filter: Fields });

/** What an entry tells, one by one; of a change only what differs, each with what it was before. */
export function auditDetails(details: Fields): AuditDetail[] {
  const compared = Comparison.safeParse(details).data;
  if (compared) return differences(compared.before, compared.after);
  const members = MemberChanges.safeParse(details).data;
  if (members) {
    return members.changes.map(({ userId, before, after }) => ({
      field: "proficiency",
      of: userId,
      before,
      after,
    }));
  }
  const changed = FieldsBefore.safeParse(details).data;
  if (changed) {
    const { before, ...after } = changed;
    return differences(before, { ...before, ...after });
  }
  const filtered = Filtered.safeParse(details).data;
  if (filtered) {
    const { filter, ...rest } = filtered;
    return [...told(filter), ...told(rest)];
  }
  return told(details);
}

function told(fields: Fields): AuditDetail[] {
  return Object.entries(fields)
    .filter(([, after]) => after !== undefined)
    .map(([field, after]) => ({ field, of: null, before: undefined, after }));
}

function differences(before: Fields, after: Fields): AuditDetail[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((field) => ({ field, of: null, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((detail) => JSON.stringify(detail.before) !== JSON.stringify(detail.after));
}

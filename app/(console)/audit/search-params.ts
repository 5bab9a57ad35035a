import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type AuditFilter, AuditSubject } from "@/server/domain/audit/audit-filter";
import { UserId } from "@/server/domain/identifiers";

const auditParsers = {
  actor: parseAsString,
  subject: parseAsStringLiteral(AuditSubject.options),
  /** The last entry of the page before. */
  before: parseAsInteger,
};

export type AuditParams = inferParserType<typeof auditParsers>;

export const loadAuditParams = createLoader(auditParsers);

const serialize = createSerializer(auditParsers);

/** The address of the list under these filters, from its first page unless it says otherwise. */
export function auditHref(params: Partial<AuditParams>) {
  const query = serialize(params).slice(1);
  return query === "" ? "/audit" : (`/audit?${query}` as const);
}

export function readAuditFilter({ actor, subject, before }: AuditParams): AuditFilter {
  const actorId = UserId.safeParse(actor);
  return {
    ...(actorId.success && { actorId: actorId.data }),
    ...(subject && { subject }),
    ...(before && before > 0 && { before }),
  };
}

import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAs, parseAsLocalDate } from "@/app/_components/parsers";
import { periods, readPeriod, type Viewpoint } from "@/app/_components/period/period";
import { type AuditFilter, AuditPlace, AuditSubject } from "@/server/domain/audit/audit-filter";
import { UserId } from "@/server/domain/identifiers";

const parseAsPlace = createParser<AuditPlace>({
  parse(text) {
    const [at, auditEntryId] = text.split("_").map(Number);
    return AuditPlace.safeParse({ at, auditEntryId }).data ?? null;
  },
  serialize: ({ at, auditEntryId }) => `${at}_${auditEntryId}`,
  eq: (one, other) => one.auditEntryId === other.auditEntryId,
});

const auditParsers = {
  period: parseAsStringLiteral(periods).withDefault("all"),
  /** Calendar dates in the viewer's time zone, both included; they hold while no period is chosen. */
  from: parseAsLocalDate,
  to: parseAsLocalDate,
  actor: parseAs(UserId),
  subject: parseAsStringLiteral(AuditSubject.options),
  /** The last entry of the page before. */
  before: parseAsPlace,
};

export type AuditParams = inferParserType<typeof auditParsers>;

export const loadAuditParams = createLoader(auditParsers);

const serialize = createSerializer(auditParsers);

/** The address of the list under these filters, from its first page unless it says otherwise. */
export function auditHref(params: Partial<AuditParams>) {
  const query = serialize(params).slice(1);
  return query === "" ? "/audit" : (`/audit?${query}` as const);
}

/** The dates that are in force, null where a period is. */
export function chosenDays({ period, from, to }: AuditParams) {
  return period === "all" ? { from, to } : { from: null, to: null };
}

/** What the URL asks for, as the API understands it. */
export function readAuditFilter(params: AuditParams, viewpoint: Viewpoint): AuditFilter {
  const { period, actor, subject } = params;
  return {
    ...readPeriod({ period, ...chosenDays(params) }, viewpoint),
    ...(actor && { actorId: actor }),
    ...(subject && { subject }),
  };
}

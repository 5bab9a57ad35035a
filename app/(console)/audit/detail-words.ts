import type { useFormatter } from "next-intl";
import { z } from "zod";
import { formatDuration } from "@/app/_components/format/duration";
import type { Translator } from "@/app/_i18n/translator";
import { type AuditEntry, subjectWords } from "@/app/(console)/audit/entry-words";
import { type AuditDetail, auditDetails } from "@/server/domain/audit/audit-details";
import { AuditSubject } from "@/server/domain/audit/audit-filter";
import { CallColumn } from "@/server/domain/calls/call-columns";
import { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import { ImportFormat } from "@/server/domain/importing/format";
import { Preferences } from "@/server/domain/people/preferences";
import { Role } from "@/server/domain/people/role";
import { type Opening, OpeningHours } from "@/server/domain/routing/opening-hours";
import { printOpenings } from "@/server/domain/routing/opening-words";
import { SavedViewPage } from "@/server/domain/saved-views/saved-view";
import type { SkillGroupSettings } from "@/server/domain/skill-groups/skill-group";

/** The sentences and forms of the reader's language. */
export interface ReaderWords {
  readonly audit: Translator<"audit">;
  readonly calls: Translator<"calls">;
  readonly groups: Translator<"skillGroups">;
  readonly people: Translator<"people">;
  readonly profile: Translator<"profile">;
  readonly imports: Translator<"imports">;
  readonly format: ReturnType<typeof useFormatter>;
}

/** Everything that the audit trail is put in words with. */
export interface AuditWords extends ReaderWords {
  /** What ids mean; an id itself where nothing is known by it. */
  personName(id: string): string;
  groupName(id: string): string;
  province(name: string): string;
  page(page: SavedViewPage): string;
  locale(locale: Preferences["locale"]): string;
  /** Monday is 1. */
  weekday(weekday: number): string;
  list(items: readonly string[]): string;
}

/** A value as it is shown: in words, or as it is stored where there are none. */
export interface Told {
  readonly text: string;
  readonly isRaw: boolean;
}

export interface DetailLine {
  /** What tells it from the other lines. */
  readonly key: string;
  readonly label: string;
  /** Null where the entry says nothing of what was before. */
  readonly before: Told | null;
  readonly after: Told;
}

/** A value in words; null where it is not as expected. */
type Print = (value: unknown, words: AuditWords) => string | null;

function as<Value>(schema: z.ZodType<Value>, print: (value: Value, words: AuditWords) => string): Print {
  return (value, words) => {
    const read = schema.safeParse(value);
    return read.success ? print(read.data, words) : null;
  };
}

const each = <Value>(item: z.ZodType<Value>, print: (value: Value, words: AuditWords) => string) =>
  as(z.array(item), (values, words) => words.list(values.map((value) => print(value, words))));

const text = as(z.string().min(1), (value) => value);
const figure = as(z.number(), (value, { format }) => format.number(value));
const limit = as(z.number().nullable(), (value, { format, groups }) =>
  value === null ? groups("noLimit") : format.number(value),
);
const flag = as(z.boolean(), (value, { audit }) => audit(value ? "yes" : "no"));
const moment = as(z.number(), (value, { format }) => format.dateTime(value, "exact"));
const person = as(z.string(), (id, words) => words.personName(id));
const duration = as(CallFilter.shape.wait.unwrap(), ({ min, max }) =>
  [min, max].map((end) => (end === undefined ? "" : formatDuration(end))).join("–"),
);

/** Neighbouring days with the same openings are told together. */
const week = as(OpeningHours.shape.week, (days, words) => {
  const texts = days.map((openings) => openingsText(openings, words));
  const starts = texts.flatMap((text, index) => (text === texts[index - 1] ? [] : [index]));
  return starts
    .map((start, place) => {
      const end = starts[place + 1] ?? texts.length;
      const first = words.weekday(start + 1);
      return `${end - start === 1 ? first : `${first}–${words.weekday(end)}`} ${texts[start]}`;
    })
    .join("; ");
});

const specialDays = as(OpeningHours.shape.specialDays, (days, words) =>
  days.map(({ on, name, openings }) => `${on} ${name}: ${openingsText(openings, words)}`).join("; "),
);

function openingsText(openings: readonly Opening[], { groups }: AuditWords): string {
  return printOpenings(openings) || groups("hours.closed");
}

/** The settings of skill groups go by the names that their own form gives them. */
const settings = {
  serviceLevelSeconds: figure,
  serviceTargetPercent: figure,
  shortAbandonSeconds: figure,
  ringTimeoutSeconds: figure,
  wrapUpSeconds: figure,
  longestWaitSeconds: limit,
  queueMax: limit,
} satisfies Record<Exclude<keyof SkillGroupSettings, "name">, Print>;

const others = {
  name: text,
  email: text,
  role: as(Role, (role, { people }) => people(`roles.${role}`)),
  reason: text,
  comment: text,
  sessionsEnded: figure,
  locale: as(Preferences.shape.locale, (locale, words) => words.locale(locale)),
  theme: as(Preferences.shape.theme, (theme, { profile }) =>
    theme === null ? profile("preferences.asBrowser") : profile(`preferences.themes.${theme}`),
  ),
  timeZone: text,
  callId: text,
  authorId: person,
  revision: figure,
  week,
  specialDays,
  proficiency: as(z.number().nullable(), (level, { audit, format }) =>
    level === null ? audit("notMember") : format.number(level),
  ),
  draftName: text,
  draftId: text,
  basedOn: figure,
  republished: figure,
  effectiveFrom: moment,
  format: as(ImportFormat, (format, { imports }) => imports(`formats.${format}.name`)),
  provider: text,
  fileName: text,
  page: as(SavedViewPage, (page, words) => words.page(page)),
  query: text,
  shared: flag,
  from: moment,
  until: moment,
  direction: as(CallDirection, (direction, { calls }) => calls(`directions.${direction}`)),
  outcomes: each(CallOutcome, (outcome, { calls }) => calls(`outcomes.${outcome}`)),
  skillGroupIds: each(z.string(), (id, words) => words.groupName(id)),
  agentIds: each(z.string(), (id, words) => words.personName(id)),
  provinces: each(z.string(), (province, words) => words.province(province)),
  verifications: each(Verification, (verification, { calls }) => calls(`verifications.${verification}`)),
  number: text,
  wait: duration,
  talk: duration,
  handle: duration,
  hasNotes: flag,
  customerName: text,
  noteText: text,
  text,
  deleted: as(CallFilter.shape.deleted, (deleted, { calls }) => calls(`deletedRecords.${deleted}`)),
  columns: each(CallColumn, (column, { calls }) => calls(`columns.${column}`)),
  sort: as(CallSort, ({ by, order }, { audit, calls }) =>
    audit("sortedBy", { column: calls(`columns.${by}`), order: audit(`orders.${order}`) }),
  ),
  actorId: person,
  subject: as(AuditSubject, (subject, words) => subjectWords({ subject }, words)),
} satisfies Record<string, Print>;

const isKeyOf = <Table extends object>(table: Table, field: string): field is Extract<keyof Table, string> =>
  Object.hasOwn(table, field);

/** What a field is called; as it is stored where it has no name. */
function fieldWords(field: string, { audit, groups }: AuditWords): string {
  if (isKeyOf(settings, field)) return groups(`fields.${field}`);
  return isKeyOf(others, field) ? audit(`fields.${field}`) : field;
}

/** What a field holds, in words; null where there are none. */
function valueWords(field: string, value: unknown, words: AuditWords): string | null {
  if (isKeyOf(settings, field)) return settings[field](value, words);
  return isKeyOf(others, field) ? others[field](value, words) : null;
}

/** What an entry tells, line by line. */
export function detailLines({ details }: Pick<AuditEntry, "details">, words: AuditWords): DetailLine[] {
  return auditDetails(details).map((detail) => ({
    key: detail.of === null ? detail.field : `${detail.field} ${detail.of}`,
    label: labelOf(detail, words),
    before: detail.before === undefined ? null : told(detail.field, detail.before, words),
    after: told(detail.field, detail.after, words),
  }));
}

function labelOf({ field, of }: AuditDetail, words: AuditWords): string {
  const label = fieldWords(field, words);
  return of === null ? label : words.audit("fieldOf", { field: label, name: words.personName(of) });
}

function told(field: string, value: unknown, words: AuditWords): Told {
  const text = valueWords(field, value, words);
  if (text !== null) return { text, isRaw: false };
  if (value === null || value === "") return { text: words.audit("none"), isRaw: false };
  return { text: JSON.stringify(value), isRaw: true };
}

/** A line without a layout. */
export function lineText({ label, before, after }: DetailLine, { audit }: AuditWords): string {
  return before === null
    ? audit("told", { label, value: after.text })
    : audit("changed", { label, before: before.text, after: after.text });
}

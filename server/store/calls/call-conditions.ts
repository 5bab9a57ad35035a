import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import type { CallFilter, DurationRange } from "@/server/domain/calls/call-filter";
import { callIdBounds } from "@/server/domain/calls/call-id";
import type { NumberSearch } from "@/server/domain/calls/number-search";
import type { CallScope } from "@/server/domain/people/viewer";
import { type HandledCustomers, withinScope } from "@/server/store/calls/scope";
import { nameQuery, piecesOf, wordQuery } from "@/server/store/calls/word-query";

/** A filter whose number has been read with regard to what its viewer may see. */
export type ReadCallFilter = Omit<CallFilter, "number"> & {
  readonly number?: NumberSearch | undefined;
  /** Where the text is looked for; in either without it. */
  readonly textIn?: "name" | "note" | undefined;
};

/** The earliest and latest starts that an id can carry. */
const [earliest, latest] = [0, 2 ** 48 - 1];

/** The rows of `call` that lie within `scope` and meet every part of `filter`. */
export function callConditions(
  scope: CallScope,
  filter: ReadCallFilter,
  handled?: HandledCustomers,
): SQL | undefined {
  return and(
    withinScope(scope, handled),
    startedWithin(filter),
    withWords(filter),
    filter.direction && isOneOf(calls.direction, [filter.direction]),
    filter.outcomes && isOneOf(calls.outcome, filter.outcomes),
    filter.provinces && inArray(calls.province, filter.provinces),
    filter.verifications && isOneOf(calls.verification, filter.verifications),
    filter.skillGroupIds && inSkillGroups(filter.skillGroupIds, filter.wait),
    filter.agentIds && overlaps(calls.agentIds, filter.agentIds),
    filter.number && numberEndsWith(filter.number),
    filter.wait && lasted(calls.waitedMs, filter.wait),
    filter.talk && lasted(calls.talkedMs, filter.talk),
    filter.handle && lasted(calls.handledMs, filter.handle),
    // Handle time contains talk time; the planner cannot know, and would walk one list for the other's ends.
    filter.talk?.min === undefined ? undefined : sql`${calls.handledMs} >= ${filter.talk.min}`,
    filter.handle?.max === undefined ? undefined : sql`${calls.talkedMs} <= ${filter.handle.max}`,
    filter.hasNotes === undefined ? undefined : isMarked(calls.hasNotes, filter.hasNotes),
    deletion(filter.deleted),
  );
}

/** The same of rows that are all looked at: by then their marks are at hand. */
export function gatheredConditions(
  scope: CallScope,
  filter: ReadCallFilter,
  handled: HandledCustomers | undefined,
): SQL | undefined {
  if (filter.deleted !== "without") return callConditions(scope, filter, handled);
  return and(
    callConditions(scope, { ...filter, deleted: "with" }, handled),
    isMarked(calls.isDeleted, false),
  );
}

/** By the id, which carries the start: months outside of the range are not even opened. */
function startedWithin({ from, until }: ReadCallFilter): SQL | undefined {
  if (from === undefined && until === undefined) return undefined;
  const bounds = callIdBounds(
    Math.max(earliest, from ?? earliest),
    Math.min(latest, Math.max(earliest, until ?? latest)),
  );
  return sql`${calls.callId} >= ${bounds.from} and ${calls.callId} < ${bounds.until}`;
}

/**
 * The values come from closed lists and are written out, because the planner can only use an index over
 * some of them when it sees them.
 */
function isOneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return sql`${column} in (${sql.raw(list)})`;
}

function overlaps(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} && ${sql.param([...ids])}::uuid[]`;
}

/** Above this, few calls have waited for so long: they are found faster than all those of a group. */
const longWaitMs = 120_000;

function inSkillGroups(ids: readonly string[], wait: DurationRange | undefined): SQL {
  const overlap = overlaps(calls.skillGroupIds, ids);
  // "is true" keeps the planner from listing the whole group, which it takes to be cheaper than it is.
  return (wait?.min ?? 0) >= longWaitMs ? sql`(${overlap}) is true` : overlap;
}

function numberEndsWith({ ending, surplusMax }: NumberSearch): SQL {
  const backwards = [...ending].reverse().join("");
  const ends = sql`reverse(${calls.customerNumber}) like ${`${backwards}%`}`;
  return surplusMax === null
    ? ends
    : sql`${ends} and length(${calls.customerNumber}) <= ${ending.length + surplusMax}`;
}

function lasted(column: AnyPgColumn, { min, max }: DurationRange): SQL | undefined {
  return and(
    isNotNull(column),
    min === undefined ? undefined : sql`${column} >= ${min}`,
    max === undefined ? undefined : sql`${column} <= ${max}`,
  );
}

function withWords({ customerName, noteText, text, textIn }: ReadCallFilter): SQL | undefined {
  return and(
    customerName === undefined ? undefined : hasNameWith(customerName),
    noteText === undefined ? undefined : hasNoteWith(noteText),
    text === undefined ? undefined : hasText(text, textIn),
  );
}

/** The customer is called by these words, or words that begin so. */
export function hasNameWith(text: string): SQL | undefined {
  return holdsWords(sql`${calls.customerName}`, text);
}

function holdsWords(name: SQL, text: string): SQL | undefined {
  const query = nameQuery(text);
  // Nothing but punctuation was typed: it is no word.
  if (query === null) return sql`false`;
  // The pieces also decide at once on nearly all calls that a walk passes by; taking a name apart is slow.
  // Unequal, because the planner takes a third of all numbers to be above another, and nearly all to be unequal.
  const pieces = piecesOf(text).map((piece) => sql`strpos(lower(${name}), ${piece}) <> 0`);
  return and(...pieces, sql`name_words(${name}) @@ plainto_tsquery('simple', ${query})`);
}

function hasNoteWith(text: string): SQL {
  return sql`exists (select from ${notes} where ${and(eq(notes.callId, calls.callId), isKeptWith(text))})`;
}

function hasText(text: string, where: ReadCallFilter["textIn"]): SQL | undefined {
  if (where === undefined) return hasNameOrNoteWith(text);
  return where === "name" ? hasNameWith(text) : hasNoteWith(text);
}

/** Gathered from both; a list reads each by itself and puts them together. */
function hasNameOrNoteWith(text: string): SQL {
  return sql`${calls.callId} in (
    select named.call_id from ${calls} as named where ${holdsWords(sql`named.customer_name`, text)}
    union all select ${notes.callId} from ${notes} where ${isKeptWith(text)})`;
}

/** A note that holds these words and was not deleted. */
export function isKeptWith(text: string): SQL {
  const query = wordQuery(text);
  if (query === null) return sql`false`;
  return sql`${notes.deletedAt} is null and note.words @@ to_tsquery('simple', ${query})`;
}

function deletion(wanted: CallFilter["deleted"]): SQL | undefined {
  if (wanted === "with") return undefined;
  if (wanted === "only") return isMarked(calls.isDeleted, true);
  // Not by the mark: with it, a list that an index answers alone would have to look at each call as well.
  return sql`not exists (select from ${callDeletions} where ${callDeletions.callId} = ${calls.callId})`;
}

/** As a word of its own and not as a comparison, which an index over the marked calls would not answer. */
function isMarked(mark: AnyPgColumn, wanted: boolean): SQL {
  return wanted ? sql`${mark}` : sql`not ${mark}`;
}

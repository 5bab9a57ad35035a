import { readPeriod } from "@/app/_components/period/period";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import type { CallFilter, CallSort, DurationRange } from "@/server/domain/calls/call-filter";
import type { Instant } from "@/server/domain/instant";

const looksLikeNumber = /^\+?[\d\s().-]+$/;

/** Sends what stands in the search box where it belongs: digits to the number, words to names and notes. */
export function settleSearch(params: CallLogParams): CallLogParams {
  const typed = params.q?.trim();
  if (!typed) return { ...params, q: null };
  return looksLikeNumber.test(typed)
    ? { ...params, q: null, phone: typed }
    : { ...params, q: null, text: typed };
}

function range(min: number | null, max: number | null): DurationRange | undefined {
  if (min === null && max === null) return undefined;
  return { ...(min !== null && { min }), ...(max !== null && { max }) };
}

const some = <Item>(items: readonly Item[]): Item[] | undefined =>
  items.length > 0 ? [...items] : undefined;

/** What the URL asks for, as the API understands it. */
export function readFilter(params: CallLogParams, viewpoint: { timeZone: string; now: Instant }): CallFilter {
  return {
    ...readPeriod(params, viewpoint),
    direction: params.direction ?? undefined,
    outcomes: some(params.outcome),
    skillGroupIds: some(params.group),
    agentIds: some(params.agent),
    provinces: some(params.province),
    verifications: some(params.verification),
    number: params.phone?.replace(/[\s().-]/g, "") || undefined,
    customerName: params.name?.trim() || undefined,
    noteText: params.note?.trim() || undefined,
    text: params.text?.trim() || undefined,
    wait: range(params.waitMin, params.waitMax),
    talk: range(params.talkMin, params.talkMax),
    handle: range(params.handleMin, params.handleMax),
    hasNotes: params.notes === null ? undefined : params.notes === "with",
    deleted: params.deleted ?? "without",
  };
}

/** Records have an order in time alone. */
export function readSort(params: CallLogParams): CallSort {
  return { by: params.cohort ? "start" : params.sort, order: params.order };
}

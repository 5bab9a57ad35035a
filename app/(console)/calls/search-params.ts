import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsJson,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { formatDuration, parseDuration } from "@/app/_components/format/duration";
import { parseAs, parseAsLocalDate } from "@/app/_components/parsers";
import { periods } from "@/app/_components/period/period";
import { CallColumn } from "@/server/domain/calls/call-columns";
import { CallSort } from "@/server/domain/calls/call-filter";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { Cohort } from "@/server/domain/metrics/cohort";

const parseAsDuration = createParser<number>({ parse: parseDuration, serialize: formatDuration });

const parseAsNumber = createParser<string>({
  parse: (text) => (/^\s*\+?[\d\s().-]{1,40}$/.test(text) ? text.trim() : null),
  serialize: (number) => number,
});

export interface CallCursor {
  readonly value: number | null;
  readonly callId: CallId;
}

export const parseAsCursor = createParser<CallCursor>({
  parse(text) {
    const [, value, id] = /^(?:(\d+)_)?([\da-f-]{36})$/.exec(text) ?? [];
    const callId = CallId.safeParse(id).data;
    return callId ? { value: value === undefined ? null : Number(value), callId } : null;
  },
  serialize: ({ value, callId }) => (value === null ? callId : `${value}_${callId}`),
  eq: (one, other) => one.callId === other.callId && one.value === other.value,
});

export interface RecordCursor {
  readonly at: Instant;
  readonly callId: CallId;
  readonly ordinal: number;
}

export const parseAsRecordCursor = createParser<RecordCursor>({
  parse(text) {
    const [, at, ordinal, id] = /^(-?\d{1,15})_(\d{1,9})_([\da-f-]{36})$/.exec(text) ?? [];
    const callId = CallId.safeParse(id).data;
    return callId ? { at: Number(at), ordinal: Number(ordinal), callId } : null;
  },
  serialize: ({ at, ordinal, callId }) => `${at}_${ordinal}_${callId}`,
  eq: (one, other) => one.callId === other.callId && one.ordinal === other.ordinal && one.at === other.at,
});

/** Everything that the call log's URL says; the names are those of the form's fields. */
export const callLogParams = {
  period: parseAsStringLiteral(periods).withDefault("all"),
  from: parseAsLocalDate,
  to: parseAsLocalDate,
  direction: parseAsStringLiteral(CallDirection.options),
  outcome: parseAsNativeArrayOf(parseAsStringLiteral(CallOutcome.options)),
  group: parseAsNativeArrayOf(parseAs(SkillGroupId)),
  agent: parseAsNativeArrayOf(parseAs(UserId)),
  province: parseAsNativeArrayOf(parseAsString),
  verification: parseAsNativeArrayOf(parseAsStringLiteral(Verification.options)),
  /** What stands in the search box: a number's last digits, or words of a name or a note. */
  q: parseAsString,
  phone: parseAsNumber,
  name: parseAsString,
  note: parseAsString,
  /** Words of a name or of a note, whichever holds them. */
  text: parseAsString,
  waitMin: parseAsDuration,
  waitMax: parseAsDuration,
  talkMin: parseAsDuration,
  talkMax: parseAsDuration,
  handleMin: parseAsDuration,
  handleMax: parseAsDuration,
  notes: parseAsStringLiteral(["with", "without"]),
  deleted: parseAsStringLiteral(["only", "with"]),
  sort: parseAsStringLiteral(CallSort.shape.by.options).withDefault("start"),
  order: parseAsStringLiteral(CallSort.shape.order.options).withDefault("descending"),
  columns: parseAsArrayOf(parseAsStringLiteral(CallColumn.options)),
  /** The records behind a figure: the list goes record by record then, by the time of each. */
  cohort: parseAsJson<Cohort>((value) => Cohort.safeParse(value).data ?? null),
  after: parseAsCursor,
  before: parseAsCursor,
  afterRecord: parseAsRecordCursor,
  beforeRecord: parseAsRecordCursor,
  /** The row that is opened beside the list. */
  peek: parseAsString,
};

export type CallLogParams = inferParserType<typeof callLogParams>;

export const loadCallLogParams = createLoader(callLogParams);

const serialize = createSerializer(callLogParams);

/** The call log's address in a given state. */
export function callLogHref(params: Partial<CallLogParams>) {
  const query = serialize(params).slice(1);
  return query === "" ? "/calls" : (`/calls?${query}` as const);
}

/** The same list from its first page on. */
export const firstPage = {
  after: null,
  before: null,
  afterRecord: null,
  beforeRecord: null,
  peek: null,
} as const;

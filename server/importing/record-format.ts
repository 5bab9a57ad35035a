import type { CallEvent, Place } from "@/server/domain/calls/event";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { RowRefusal, WarningKind } from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";
import type { LocalClock } from "@/server/importing/local-clock";

/** One row of a file as it stands there. `text` has no line ending. */
export interface Row {
  readonly lineNumber: number;
  readonly text: string;
  readonly fields: readonly string[];
}

/** What a file tells of one call. */
export interface SourceCall {
  readonly providerCallId: string;
  readonly events: readonly CallEvent[];
  /** The first line that speaks of it. */
  readonly lineNumber: number;
  /** How many rows its events were made of. */
  readonly rows: number;
  /** The file told of this call before, and it was passed on then. */
  readonly continued: boolean;
}

/** The group's settings of today, which an imported visit is judged by from then on. */
export interface ResolvedSkillGroup {
  readonly skillGroupId: SkillGroupId;
  readonly serviceLevelSeconds: number;
  readonly shortAbandonSeconds: number;
}

/** Ids for the names that a provider's records use. A name never heard before gets one. */
export interface Directory {
  /** `title` is what people read, where the record's own name is a code. */
  agent(name: string, title?: string): UserId;
  skillGroup(name: string, title?: string): ResolvedSkillGroup;
}

export interface PlacedNumber {
  /** E.164 where it could be read, else as it was. */
  readonly number: string;
  readonly place: Place | null;
}

/**
 * Where a translator puts what it makes of the rows: each row goes into a call, repeats another one, is refused
 * or is not about a call.
 */
export interface Sink {
  call(call: SourceCall): void;
  /** The very same row stood there before. */
  repeat(lineNumber: number): void;
  warn(kind: Exclude<WarningKind, "repeated_line">, lineNumber: number): void;
  refuse(reason: RowRefusal, row: Row): void;
  /** The row is of the format and says nothing about a call; `kind` is its own word. */
  notAboutCall(kind: string): void;
}

export interface TranslationContext {
  readonly directory: Directory;
  readonly clock: LocalClock;
  readonly placeNumber: (written: string) => PlacedNumber;
  readonly sink: Sink;
  /** When the import began: no call of a record can have started after it. */
  readonly now: Instant;
}

const DAY_MS = 86_400_000;

/** Why no call can have started at `at`, if so. A day's grace, because zones are mistaken easily. */
export function refuseStart(at: Instant, now: Instant): RowRefusal | undefined {
  if (at < 0) return "before_1970";
  return at > now + DAY_MS ? "in_the_future" : undefined;
}

/** Turns rows into our call events, one at a time, in the file's order. */
export interface Translator {
  read(row: Row): void;
  /** No more rows: what is still open is passed on. */
  finish(): void;
}

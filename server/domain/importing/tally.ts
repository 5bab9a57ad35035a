import type { FoldedCall, VisitOutcome } from "@/server/domain/calls/record";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type {
  ImportReport,
  RowRefusal,
  SkillGroupTally,
  WarningKind,
} from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";

/** Lines named with each kind of warning and refusal: enough to look, few enough to print. */
const LINES_NAMED_MAX = 10;

/** What a call of the file turned out to be when it was written. */
export type CallFate = "made" | "extended" | "unchanged";

/** What there is of a batch once it is written. */
export interface Written {
  readonly fates: readonly CallFate[];
  readonly refusedRows: number;
}

interface Occurrences {
  count: number;
  readonly lines: number[];
}

type VisitCounts = Record<VisitOutcome | "entered", number>;

/**
 * Counts while a file is read, in memory that does not grow with the file. No figure is the rest of others: each
 * is counted where it comes about, so that what is lost on the way is missed in the report.
 */
export class Tally {
  #rowsRead = 0;
  #rowsUsed = 0;
  #refusedRowsKept = 0;
  #callsFound = 0;
  readonly #fates: Record<CallFate, number> = { made: 0, extended: 0, unchanged: 0 };
  readonly #warnings = new Map<WarningKind, Occurrences>();
  readonly #refusals = new Map<RowRefusal, Occurrences>();
  readonly #notAboutCalls = new Map<string, number>();
  readonly #visits = new Map<SkillGroupId, VisitCounts>();
  #firstCallAt: Instant | null = null;
  #lastCallAt: Instant | null = null;

  get rowsRead(): number {
    return this.#rowsRead;
  }

  countRows(count: number): void {
    this.#rowsRead += count;
  }

  /** Rows of which a call was made, or that repeat one. */
  countUsed(rows: number): void {
    this.#rowsUsed += rows;
  }

  countNotAboutCall(kind: string): void {
    this.#notAboutCalls.set(kind, (this.#notAboutCalls.get(kind) ?? 0) + 1);
  }

  countWarning(kind: WarningKind, line: number): void {
    note(this.#warnings, kind, line);
  }

  countRefusal(reason: RowRefusal, line: number): void {
    note(this.#refusals, reason, line);
  }

  /** A call that the file had not told of before. */
  countFound(): void {
    this.#callsFound += 1;
  }

  /** A call as this file tells it. */
  countCall({ call, visits }: FoldedCall): void {
    this.#firstCallAt = Math.min(this.#firstCallAt ?? call.startedAt, call.startedAt);
    this.#lastCallAt = Math.max(this.#lastCallAt ?? call.startedAt, call.startedAt);
    for (const { skillGroupId, outcome } of visits) {
      const counts = this.#visits.get(skillGroupId) ?? noVisits();
      counts.entered += 1;
      counts[outcome] += 1;
      this.#visits.set(skillGroupId, counts);
    }
  }

  countWritten({ fates, refusedRows }: Written): void {
    for (const fate of fates) this.#fates[fate] += 1;
    this.#refusedRowsKept += refusedRows;
  }

  /** The report as of now. `names` gives the words for what the file made or mentioned. */
  report(names: ReportNames, complete: boolean): ImportReport {
    const notAboutCalls = [...this.#notAboutCalls].map(([kind, count]) => ({ kind, count }));
    const notAboutCallsCount = notAboutCalls.reduce((sum, { count }) => sum + count, 0);
    return {
      complete,
      rows: {
        read: this.#rowsRead,
        used: this.#rowsUsed,
        notAboutCalls: notAboutCallsCount,
        refused: this.#refusedRowsKept,
      },
      calls: { found: this.#callsFound, ...this.#fates },
      warnings: mostFrequentFirst([...this.#warnings].map(([kind, noted]) => ({ kind, ...noted }))),
      refusals: mostFrequentFirst([...this.#refusals].map(([reason, noted]) => ({ reason, ...noted }))),
      notAboutCalls: mostFrequentFirst(notAboutCalls),
      created: { agents: [...names.createdAgents], skillGroups: [...names.createdSkillGroups] },
      skillGroups: [...this.#visits]
        .map(([id, counts]) => visitTally(names.skillGroupName(id), counts))
        .sort((a, b) => b.entered - a.entered || (a.name < b.name ? -1 : 1)),
      firstCallAt: this.#firstCallAt,
      lastCallAt: this.#lastCallAt,
    };
  }
}

export interface ReportNames {
  readonly createdAgents: Iterable<string>;
  readonly createdSkillGroups: Iterable<string>;
  skillGroupName(id: SkillGroupId): string;
}

function note<Kind>(occurrences: Map<Kind, Occurrences>, kind: Kind, line: number): void {
  const noted = occurrences.get(kind) ?? { count: 0, lines: [] };
  noted.count += 1;
  if (noted.lines.length < LINES_NAMED_MAX && noted.lines.at(-1) !== line) noted.lines.push(line);
  occurrences.set(kind, noted);
}

function mostFrequentFirst<Part extends { readonly count: number }>(parts: Part[]): Part[] {
  return parts.sort((a, b) => b.count - a.count);
}

function noVisits(): VisitCounts {
  return {
    entered: 0,
    waiting: 0,
    answered: 0,
    abandoned: 0,
    short_abandoned: 0,
    overflowed: 0,
    callback: 0,
  };
}

function visitTally(name: string, counts: VisitCounts): SkillGroupTally {
  const { short_abandoned: shortAbandoned, ...rest } = counts;
  return { name, shortAbandoned, ...rest };
}

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

interface Occurrences {
  count: number;
  readonly lines: number[];
}

type VisitCounts = Record<VisitOutcome, number>;

/** Counts while a file is read, in memory that does not grow with the file. */
export class Tally {
  #rowsRead = 0;
  #rowsRefused = 0;
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

  countNotAboutCall(kind: string): void {
    this.#notAboutCalls.set(kind, (this.#notAboutCalls.get(kind) ?? 0) + 1);
  }

  countWarning(kind: WarningKind, line: number): void {
    note(this.#warnings, kind, line);
  }

  countRefusal(reason: RowRefusal, line: number): void {
    this.#rowsRefused += 1;
    note(this.#refusals, reason, line);
  }

  /** A call as this file tells it. */
  countCall({ call, visits }: FoldedCall): void {
    this.#firstCallAt = Math.min(this.#firstCallAt ?? call.startedAt, call.startedAt);
    this.#lastCallAt = Math.max(this.#lastCallAt ?? call.startedAt, call.startedAt);
    for (const { skillGroupId, outcome } of visits) {
      const counts = this.#visits.get(skillGroupId) ?? noVisits();
      counts[outcome] += 1;
      this.#visits.set(skillGroupId, counts);
    }
  }

  countFate(fate: CallFate): void {
    this.#fates[fate] += 1;
  }

  /** The report as of now. `names` gives the words for what the file made or mentioned. */
  report(names: ReportNames, complete: boolean): ImportReport {
    const notAboutCalls = [...this.#notAboutCalls].map(([kind, count]) => ({ kind, count }));
    const notAboutCallsCount = notAboutCalls.reduce((sum, { count }) => sum + count, 0);
    const { made, extended, unchanged } = this.#fates;
    return {
      complete,
      rows: {
        read: this.#rowsRead,
        used: this.#rowsRead - notAboutCallsCount - this.#rowsRefused,
        notAboutCalls: notAboutCallsCount,
        refused: this.#rowsRefused,
      },
      calls: { found: made + extended + unchanged, made, extended, unchanged },
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
  return { waiting: 0, answered: 0, abandoned: 0, short_abandoned: 0, overflowed: 0, callback: 0 };
}

function visitTally(name: string, counts: VisitCounts): SkillGroupTally {
  const { waiting, answered, abandoned, short_abandoned, overflowed, callback } = counts;
  const entered = waiting + answered + abandoned + short_abandoned + overflowed + callback;
  return {
    name,
    entered,
    answered,
    abandoned,
    shortAbandoned: short_abandoned,
    overflowed,
    callback,
    waiting,
  };
}

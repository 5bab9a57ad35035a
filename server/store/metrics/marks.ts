import type { SQL } from "drizzle-orm";
import { addToBucket, emptyHistogram, type LogHistogram } from "@/server/domain/metrics/log-histogram";

/** How records are counted in SQL: each row gives marks, and the tally is read off their counts. */
export interface Marking<Tally> {
  /** A relation `mark (name, ms)`: the marks of one row, each with its duration or null. */
  readonly marks: SQL;
  readonly tally: (marks: Marks) => Tally;
}

/** Marks of one name whose durations fall into one bucket; null for those without a duration. */
export interface MarkCount {
  readonly name: string;
  readonly bucket: number | null;
  readonly count: number;
  readonly sumMs: number;
}

/** The marks of a set of records. */
export class Marks {
  readonly #counts: MarkCount[] = [];

  add(count: MarkCount): void {
    this.#counts.push(count);
  }

  /** How many marks bear one of the names. */
  count(...names: readonly string[]): number {
    return this.#named(names).reduce((total, { count }) => total + count, 0);
  }

  /** Their durations together. */
  sumMs(...names: readonly string[]): number {
    return this.#named(names).reduce((total, { sumMs }) => total + sumMs, 0);
  }

  durations(...names: readonly string[]): LogHistogram {
    const durations = emptyHistogram();
    for (const { bucket, count } of this.#named(names)) {
      if (bucket !== null) addToBucket(durations, bucket, count);
    }
    return durations;
  }

  #named(names: readonly string[]): MarkCount[] {
    return this.#counts.filter(({ name }) => names.includes(name));
  }
}

import type { Instant } from "@/server/domain/instant";

interface Appointment {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

/** The simulation's clock: what is due next runs next; of two things due at once, the one noted first. */
export class Timetable {
  readonly #heap: Appointment[] = [];
  #order = 0;
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  get now(): Instant {
    return this.#now;
  }

  at(instant: Instant, run: () => void): void {
    this.#order += 1;
    this.#heap.push({ at: Math.max(Math.round(instant), this.#now), order: this.#order, run });
    this.#rise(this.#heap.length - 1);
  }

  after(seconds: number, run: () => void): void {
    this.at(this.#now + seconds * 1000, run);
  }

  /** Runs everything that is due up to `end`. */
  runUntil(end: Instant): void {
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#removeFirst();
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !this.#swapIfLater(parent, index)) return;
    this.#rise(parent);
  }

  #sink(index: number): void {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = right < this.#heap.length && this.#isLater(left, right) ? right : left;
    if (child >= this.#heap.length || !this.#swapIfLater(index, child)) return;
    this.#sink(child);
  }

  #swapIfLater(upper: number, lower: number): boolean {
    if (!this.#isLater(upper, lower)) return false;
    const [a, b] = [this.#heap[upper], this.#heap[lower]];
    if (a === undefined || b === undefined) return false;
    this.#heap[upper] = b;
    this.#heap[lower] = a;
    return true;
  }

  #isLater(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.at === b.at ? a.order > b.order : a.at > b.at;
  }
}

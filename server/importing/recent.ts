/** Values by name, of which the latest `leastKept` are kept, and twice as many at most. */
export class Recent<Value> {
  readonly #leastKept: number;
  #latest = new Map<string, Value>();
  #earlier: ReadonlyMap<string, Value> = new Map();

  constructor(leastKept: number) {
    this.#leastKept = leastKept;
  }

  get(name: string): Value | undefined {
    return this.#latest.get(name) ?? this.#earlier.get(name);
  }

  // A map that loses its oldest entry with each new one looks for it longer and longer.
  set(name: string, value: Value): void {
    if (this.#latest.size >= this.#leastKept && !this.#latest.has(name)) {
      this.#earlier = this.#latest;
      this.#latest = new Map();
    }
    this.#latest.set(name, value);
  }
}

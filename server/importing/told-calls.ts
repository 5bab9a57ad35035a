import { hash } from "node:crypto";

/** An id takes 12 bytes in a table that is at most three quarters full: 50 MB hold this many. */
const REMEMBERED_MIN = 3 * 2 ** 20;
const SLOTS_AT_FIRST = 2 ** 12;
const FULLNESS_MAX = 0.75;
const WORDS_PER_SLOT = 3;

/** `first`: nothing was told of the call before; `same`: the very same; `another`: something else. */
export type Telling = "first" | "same" | "another";

/**
 * Which calls a file has told of, where each row is one call. Ids are remembered as digests, in memory that
 * grows with the file up to 100 MB: the last three million calls are always remembered, six million at most.
 */
export class ToldCalls {
  readonly #rememberedMin: number;
  #latest = new Digests();
  #earlier = new Digests();

  constructor(rememberedMin = REMEMBERED_MIN) {
    this.#rememberedMin = rememberedMin;
  }

  tell(callId: string, content: string): Telling {
    const told = digestOf(callId, content);
    const known = this.#latest.contentOf(told) ?? this.#earlier.contentOf(told);
    if (known !== undefined) return known === told.content ? "same" : "another";
    if (this.#latest.size >= this.#rememberedMin) {
      this.#earlier = this.#latest;
      this.#latest = new Digests();
    }
    this.#latest.add(told);
    return "first";
  }
}

/** 63 bits stand for an id: that any two of a million are mixed up is one chance in ten million. */
interface Digest {
  readonly high: number;
  readonly low: number;
  readonly content: number;
}

function digestOf(callId: string, content: string): Digest {
  const ofId = hash("sha256", callId, "buffer");
  // The lowest bit is always set, because a slot of zeros is free.
  const low = (ofId.readUInt32LE(4) | 1) >>> 0;
  return { high: ofId.readUInt32LE(0), low, content: hash("sha256", content, "buffer").readUInt32LE(0) };
}

/** A hash table in one block of memory, which the garbage collector never looks into. */
class Digests {
  size = 0;
  #words = new Uint32Array(SLOTS_AT_FIRST * WORDS_PER_SLOT);

  contentOf(digest: Digest): number | undefined {
    const slot = this.#slotOf(digest);
    return this.#word(slot + 1) === 0 ? undefined : this.#word(slot + 2);
  }

  add(digest: Digest): void {
    if ((this.size + 1) * WORDS_PER_SLOT > this.#words.length * FULLNESS_MAX) this.#grow();
    this.#put(digest);
    this.size += 1;
  }

  #put(digest: Digest): void {
    this.#words.set([digest.high, digest.low, digest.content], this.#slotOf(digest));
  }

  #grow(): void {
    const former = this.#words;
    this.#words = new Uint32Array(former.length * 2);
    for (let slot = 0; slot < former.length; slot += WORDS_PER_SLOT) {
      const [high = 0, low = 0, content = 0] = former.subarray(slot, slot + WORDS_PER_SLOT);
      if (low !== 0) this.#put({ high, low, content });
    }
  }

  /** Where the id stands, or the free slot where it belongs. */
  #slotOf({ high, low }: Digest): number {
    let slot = (high % (this.#words.length / WORDS_PER_SLOT)) * WORDS_PER_SLOT;
    while (this.#word(slot + 1) !== 0 && (this.#word(slot) !== high || this.#word(slot + 1) !== low)) {
      slot = (slot + WORDS_PER_SLOT) % this.#words.length;
    }
    return slot;
  }

  #word(index: number): number {
    return this.#words[index] ?? 0;
  }
}

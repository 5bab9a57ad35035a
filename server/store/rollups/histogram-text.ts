import type { BucketSums } from "@/server/domain/metrics/bucket-sums";
import { BUCKET_COUNT, type LogHistogram } from "@/server/domain/metrics/log-histogram";

// A histogram is kept as digits of 64 values, as source maps keep theirs: for each bucket that holds
// something its distance from the one before, then its count, each as one digit or, where five bits are
// not enough, several; a zero in place of a distance ends the histogram. So the texts of histograms, one
// after the other, are a text of their sum, which PostgreSQL can make, and nothing is escaped on its way.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BITS = 5;
const MORE = 1 << BITS;
const END = "A";

const valueOfCode = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) valueOfCode[DIGITS.charCodeAt(value)] = value;

/** Most numbers are small. */
const smallNumbers = Array.from({ length: MORE * MORE }, (_, value) => digitsOf(value));

/**
 * The one text of each of a tally's histograms; the text of one that holds nothing is empty. A count below
 * zero, which only a cell that somebody tampered with can come to, is left out: that is for `verify` to
 * find, and no reason for a call not to be recorded.
 */
export function histogramTexts(sums: BucketSums, histograms: number): string[] {
  const texts = new Array<string>(histograms).fill("");
  let histogramBefore = -1;
  let before = -1;
  sums.forEach((histogram, bucket, count) => {
    if (count <= 0) return;
    if (histogram !== histogramBefore) before = -1;
    texts[histogram] += numberText(bucket - before) + numberText(count);
    histogramBefore = histogram;
    before = bucket;
  });
  return texts.map((text) => (text === "" ? "" : text + END));
}

function numberText(value: number): string {
  return smallNumbers[value] ?? digitsOf(value);
}

function digitsOf(value: number): string {
  let digits = "";
  let rest = value;
  while (rest >= MORE) {
    digits += DIGITS.charAt((rest % MORE) + MORE);
    rest = Math.floor(rest / MORE);
  }
  return digits + DIGITS.charAt(rest);
}

/** Used anew for each text, and left full of zeros: a page reads hundreds of texts. */
const summed = new Float64Array(BUCKET_COUNT);

/** The sum of the histograms whose texts stand one after the other. */
export function readHistograms(text: string): LogHistogram {
  const numbers = new Numbers(text);
  let [first, last] = [BUCKET_COUNT, -1];
  let bucket = -1;
  while (numbers.hasNext()) {
    const distance = numbers.next();
    if (distance === 0) {
      bucket = -1;
      continue;
    }
    bucket += distance;
    summed[bucket] = (summed[bucket] ?? 0) + numbers.next();
    if (bucket < first) first = bucket;
    if (bucket > last) last = bucket;
  }
  return takeSummed(first, last);
}

/** The numbers of a text, one after the other. */
class Numbers {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  hasNext(): boolean {
    return this.#place < this.#text.length;
  }

  next(): number {
    let value = 0;
    let weight = 1;
    for (;;) {
      const digit = valueOfCode[this.#text.charCodeAt(this.#place)] ?? 0;
      this.#place += 1;
      if (digit < MORE) return value + digit * weight;
      value += (digit - MORE) * weight;
      weight *= MORE;
    }
  }
}

function takeSummed(first: number, last: number): LogHistogram {
  const [buckets, counts]: [number[], number[]] = [[], []];
  for (let bucket = first; bucket <= last; bucket += 1) {
    const count = summed[bucket] ?? 0;
    if (count === 0) continue;
    buckets.push(bucket);
    counts.push(count);
  }
  summed.fill(0, first, last + 1);
  return { buckets, counts };
}

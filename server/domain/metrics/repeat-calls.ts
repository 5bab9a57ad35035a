import { z } from "zod";
import type { Call } from "@/server/domain/calls/record";
import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { Period } from "@/server/domain/metrics/time/period";

export const repeatCallsDefinition: Definition = {
  units: ["call"],
  anchor: "callStarted",
  exclusions: ["phantomCalls", "outboundCalls", "withoutNumber"],
  measure: "share",
  sources: [],
};

/** How far back a call of the same number is looked for: at most a month. */
export const RepeatHours = z.int().min(1).max(720);

const HOUR_MS = 3_600_000;

/**
 * Calls whose number had already called at most `withinHours` before ÷ calls with a number. The field has
 * no agreed formula. This one looks back and not ahead, so that a call of today is judged today and the
 * figure of a past day never changes; and it asks only for the number, since nobody records why a customer
 * calls.
 *
 * `calls` are the inbound calls of the period and of `withinHours` before it, in any order; only those of
 * the period are counted.
 */
export function repeatCalls(
  calls: Iterable<Pick<Call, "customerNumber" | "startedAt">>,
  { from, until }: Period,
  withinHours: number,
): Proportion | null {
  const inOrder = [...calls].sort((one, other) => one.startedAt - other.startedAt);
  const latest = new Map<string, number>();
  let repeated = 0;
  let counted = 0;
  for (const { customerNumber, startedAt } of inOrder) {
    if (customerNumber === null) continue;
    const before = latest.get(customerNumber);
    latest.set(customerNumber, startedAt);
    if (startedAt < from || startedAt >= until) continue;
    counted += 1;
    if (before !== undefined && startedAt - before <= withinHours * HOUR_MS) repeated += 1;
  }
  return proportionOf(repeated, counted);
}

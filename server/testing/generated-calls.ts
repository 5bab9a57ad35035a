import fc from "fast-check";
import type { CallEvent } from "@/server/domain/calls/event";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";

export interface GeneratedCall {
  readonly events: CallEvent[];
}

/**
 * Sets of calls of every kind, none to `most`, for properties such as "the database counts what the domain
 * counts". A property runs on the same calls each time when it is asserted with a `seed`. The events of a
 * call are in order, until `recordGenerated` tells of them late and in disorder; their agents and groups are
 * those of `life-notation`. What is still open stays open.
 */
export function generatedCalls({
  most = 12,
}: {
  readonly most?: number;
} = {}): fc.Arbitrary<GeneratedCall[]> {
  const numbers = fc.array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" });
  return fc.array(
    numbers.map((list) => ({ events: lifeFrom(list) })),
    { maxLength: most, size: "max" },
  );
}

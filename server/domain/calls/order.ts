import type { CallEvent } from "@/server/domain/calls/event";

const DIGITS = /(\d+)/;

/**
 * The events of one call in the one order in which they are folded, each source id once.
 *
 * 1. What begins a call comes first, whatever its instant: the clocks of a phone system's parts differ,
 *    and a call begins before anything happens to it.
 * 2. Then by instant.
 * 3. Then by source id in natural order ("line 9" before "line 10"), by code unit and never by locale:
 *    a sender with a coarse clock, such as a log in whole seconds, numbers its events in its own order.
 *
 * The result does not depend on the order in which the events are given.
 */
export function inOrder(events: readonly CallEvent[]): CallEvent[] {
  const sorted = events.toSorted(compareEvents);
  const seen = new Set<string>();
  return sorted.filter(({ sourceId }) => {
    if (seen.has(sourceId)) return false;
    seen.add(sourceId);
    return true;
  });
}

function compareEvents(a: CallEvent, b: CallEvent): number {
  return (
    Number(begins(b)) - Number(begins(a)) ||
    a.at - b.at ||
    compareNaturally(a.sourceId, b.sourceId) ||
    compareCodeUnits(a.type, b.type)
  );
}

function begins({ type }: CallEvent): boolean {
  return type === "callArrived" || type === "callPlaced";
}

function compareNaturally(a: string, b: string): number {
  if (a === b) return 0;
  const partsOfA = a.split(DIGITS);
  const partsOfB = b.split(DIGITS);
  const shared = Math.min(partsOfA.length, partsOfB.length);
  for (let index = 0; index < shared; index += 1) {
    const order = comparePart(partsOfA[index] ?? "", partsOfB[index] ?? "", index % 2 === 1);
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length || compareCodeUnits(a, b);
}

function comparePart(a: string, b: string, isNumber: boolean): number {
  if (!isNumber) return compareCodeUnits(a, b);
  const significantA = a.replace(/^0+/, "");
  const significantB = b.replace(/^0+/, "");
  return significantA.length - significantB.length || compareCodeUnits(significantA, significantB);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

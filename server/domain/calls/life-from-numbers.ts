import type { CallEvent } from "@/server/domain/calls/event";
import { type Choice, walkLife } from "@/server/domain/calls/life-walk";
import type { Instant } from "@/server/domain/instant";

const HOUR_MS = 3_600_000;

/** Noon before a night that figures stumble over: clocks change, a month or a leap day ends, or nothing happens. */
const NOONS: readonly Instant[] = [
  Date.UTC(2026, 2, 28, 12), // Europe/Berlin loses an hour
  Date.UTC(2026, 9, 24, 12), // Europe/Berlin repeats one
  Date.UTC(2026, 2, 7, 12), // America/New_York loses one
  Date.UTC(2026, 9, 31, 12), // America/New_York repeats one, and a month ends
  Date.UTC(2026, 3, 4, 0), // Australia/Lord_Howe repeats half an hour
  Date.UTC(2028, 1, 29, 12),
  Date.UTC(2026, 5, 15, 12),
];

/** Thresholds and their neighbours, nothing at all, and far beyond midnight. */
const DELAYS_MS = [0, 0, 1, 250, 4999, 5000, 5001, 9999, 10_000, 10_001, 19_999, 20_000, 20_001, 6 * HOUR_MS];
const SECONDS = [0, 0.3, 5, 20] as const;
const NUMBERS = [null, "+8613800138000", "+8613900139000"] as const;
const PLACES = [
  null,
  { country: "CN", province: null, city: null },
  { country: "CN", province: "", city: null },
  { country: "CN", province: "Beijing", city: "Beijing" },
  { country: "CN", province: "广东", city: null },
] as const;
const NODES = ["menu", "billing", ""] as const;
const KEYS = ["1", "2", "#"] as const;
const VERIFICATIONS = ["not_needed", "passed", "failed", "abandoned", "by_agent"] as const;

/** So many numbers tell of the call as a whole. */
const PREFACE = 3;

/**
 * The events of one call as numbers (whole, from 0) tell it, for properties over generated calls: with
 * fast-check, `fc.array(fc.nat(), { minLength: 4, maxLength: 120 }).map(lifeFrom)`. Every list of numbers
 * makes a call that a faultless phone system could have sent, around instants that figures stumble over:
 * several visits, transfers, thresholds met exactly, calls that still wait or ring, unfinished wrap-ups,
 * calls across midnight. Few customers, so that they call again.
 */
export function lifeFrom(numbers: readonly number[]): CallEvent[] {
  const [place = 0, time = 0, direction = 0] = numbers;
  const startsAt = pick(NOONS, place) + (time % (36 * HOUR_MS));
  const inbound: Choice = { pick: 0, delayMs: 0 };
  const outbound: Choice = { pick: 6, delayMs: 0 };
  const told = numbers.slice(PREFACE);
  const choices = told.flatMap((number, index) =>
    index % 2 === 0 ? [{ pick: number, delayMs: delayOf(told[index + 1] ?? 0) }] : [],
  );
  const events = walkLife([direction % 5 === 4 ? outbound : inbound, ...choices]);
  return events.map((event, index) => varied({ ...event, at: startsAt + event.at }, place + time + index));
}

/** Often a threshold, else any time up to five minutes. */
function delayOf(number: number): number {
  return number % 2 === 0 ? pick(DELAYS_MS, number / 2) : number % 300_000;
}

/** The walk tells of one customer, node and threshold; figures need many. */
function varied(event: CallEvent, number: number): CallEvent {
  switch (event.type) {
    case "callArrived":
    case "callPlaced":
      return { ...event, customerNumber: pick(NUMBERS, number), place: pick(PLACES, number) };
    case "ivrKeyPressed":
      return { ...event, node: pick(NODES, number), key: pick(KEYS, number) };
    case "verificationConcluded":
      return { ...event, result: pick(VERIFICATIONS, number) };
    case "queueEntered":
      return {
        ...event,
        serviceLevelSeconds: pick(SECONDS, number),
        shortAbandonSeconds: pick(SECONDS, number * 3),
      };
    case "callEnded":
      return event.cause === "failed" && number % 2 === 0 ? { ...event, cause: "phantom" } : event;
    default:
      return event;
  }
}

function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError("there is nothing to pick from");
  return item;
}

import { z } from "zod";
import { CallId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { type Asked, askedOfArrival, askedOfChoice, askedOfWaiting } from "@/server/domain/routing/asked";
import {
  ArrivalOutcome,
  decideArrival,
  decideFor,
  decideWaiting,
  WaitingOutcome,
} from "@/server/domain/routing/decide";
import { Floor } from "@/server/domain/routing/floor";
import { reduceFloor } from "@/server/domain/routing/reduce-floor";
import type { RuleSet } from "@/server/domain/routing/rule";
import { ArrivalTrace, ChoiceTrace, WaitingTrace } from "@/server/domain/routing/trace";

const circumstances = {
  ruleSetVersion: z.int().positive(),
  at: Instant,
  /** As much of it as the decision could depend on. */
  floor: Floor,
};

/** A decision with all that it followed from, so that it can be told and made again. */
export const StoredDecision = z.discriminatedUnion("kind", [
  askedOfArrival.extend({ ...circumstances, outcome: ArrivalOutcome, trace: ArrivalTrace }),
  askedOfWaiting.extend({ ...circumstances, outcome: WaitingOutcome, trace: WaitingTrace }),
  askedOfChoice.extend({ ...circumstances, outcome: CallId.nullable(), trace: ChoiceTrace }),
]);
export type StoredDecision = z.infer<typeof StoredDecision>;

/** A rule set, and which version of it this is. */
interface Version {
  readonly ruleSet: RuleSet;
  readonly ruleSetVersion: number;
}

interface Moment {
  readonly floor: Floor;
  readonly now: Instant;
}

/** Decides, and keeps with the decision what it followed from. */
export function decideAndKeep(
  question: Asked,
  { ruleSet, ruleSetVersion }: Version,
  { floor, now }: Moment,
): StoredDecision {
  const kept = { ruleSetVersion, at: now, floor: reduceFloor(question, ruleSet, { floor, now }) };
  switch (question.kind) {
    case "arrival":
      return { ...question, ...kept, ...decideArrival(ruleSet, question, { floor, now }) };
    case "waiting":
      return { ...question, ...kept, ...decideWaiting(ruleSet, question.call, { floor, now }) };
    case "choice":
      return { ...question, ...kept, ...decideFor(ruleSet, question.agent, { floor, now }) };
  }
}

/** Makes a stored decision again, from what was kept with it and the version of the rules that it names. */
export function replay(stored: StoredDecision, ruleSet: RuleSet): StoredDecision {
  const { ruleSetVersion, floor, at } = stored;
  return decideAndKeep(askedOf(stored), { ruleSet, ruleSetVersion }, { floor, now: at });
}

function askedOf(stored: StoredDecision): Asked {
  switch (stored.kind) {
    case "arrival":
      return { kind: stored.kind, facts: stored.facts };
    case "waiting":
      return { kind: stored.kind, call: stored.call };
    case "choice":
      return { kind: stored.kind, agent: stored.agent };
  }
}

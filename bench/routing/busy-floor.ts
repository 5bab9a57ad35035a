import { type Hotline, NOW, WAITED_MS_MAX } from "@/bench/routing/hotline";
import { scanFor } from "@/bench/routing/plain-scan";
import { processorMicroseconds } from "@/bench/routing/processor";
import type { CallId } from "@/server/domain/identifiers";
import { settingsOf } from "@/server/domain/routing/decide";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { FloorIndex } from "@/server/domain/routing/floor-index/floor-index";
import { allocationRulesOf } from "@/server/domain/routing/standing";

/** Microseconds that it takes to find the call that an agent gets. */
export interface Cost {
  readonly waiting: number;
  /** By the index, on a floor that stands still. */
  readonly decided: number;
  /** By the index, which then learns that the call has left and that another has come. */
  readonly changed: number;
  /** By a scan of all waiting calls, with the same changes. */
  readonly scanned: number;
}

const SCANNED_CALLS = 2_000_000;

/** So many calls wait for agents who become free one after another; for each that is taken another comes. */
export function busyFloorCost(hotline: Hotline, waiting: number, decisions: number): Cost {
  // However many wait, they wait equally long, so that as many stages of waiting are to be looked at.
  const pause = WAITED_MS_MAX / waiting;
  const floor = hotline.floor(waiting);
  const coming = Array.from({ length: decisions }, (_, index) =>
    hotline.waitingCall(waiting + index, NOW + index * pause),
  );
  const index = new FloorIndex(hotline.rules, { ...floor, agents: [] });
  const byIndex = perDecision(hotline.agents, coming, {
    choose: (agent, now) => index.callFor(agent, now),
    replace: (callId, call) => {
      index.removeCall(callId);
      index.setCall(call);
    },
  });
  const still = perDecision(hotline.agents, coming, {
    choose: (agent) => index.callFor(agent, NOW + decisions * pause),
    replace: () => undefined,
  });
  const plain = new Map(floor.waiting.map((call) => [call.callId, call]));
  const terms = { rules: allocationRulesOf(hotline.rules.allocationRules), settings: settingsOf(floor) };
  const some = coming.slice(0, Math.ceil(SCANNED_CALLS / waiting));
  const byScan = perDecision(hotline.agents, some, {
    choose: (agent, now) => scanFor(agent, plain.values(), { ...terms, now }),
    replace: (callId, call) => {
      plain.delete(callId);
      plain.set(call.callId, call);
    },
  });
  const length = Math.min(byIndex.chosen.length, byScan.chosen.length);
  for (let at = 0; at < length; at += 1) {
    if (byIndex.chosen[at] !== byScan.chosen[at]) throw new Error(`decision ${at} came out otherwise`);
  }
  return {
    waiting,
    decided: still.microseconds,
    changed: byIndex.microseconds,
    scanned: byScan.microseconds,
  };
}

interface Way {
  readonly choose: (agent: AgentOnFloor, now: number) => CallId | null;
  readonly replace: (callId: CallId, by: WaitingCall) => void;
}

function perDecision(
  agents: readonly AgentOnFloor[],
  coming: readonly WaitingCall[],
  { choose, replace }: Way,
): { readonly microseconds: number; readonly chosen: (CallId | null)[] } {
  const chosen: (CallId | null)[] = [];
  const begin = processorMicroseconds();
  for (const [at, call] of coming.entries()) {
    const agent = agents[at % agents.length];
    if (agent === undefined) throw new Error("a floor has agents");
    const callId = choose(agent, call.enteredAt);
    chosen.push(callId);
    if (callId !== null) replace(callId, call);
  }
  return { microseconds: (processorMicroseconds() - begin) / coming.length, chosen };
}

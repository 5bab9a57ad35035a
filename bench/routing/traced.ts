import { quantile } from "@/bench/dashboards/times";
import { type Hotline, NOW } from "@/bench/routing/hotline";
import { processorMicroseconds } from "@/bench/routing/processor";
import { decideArrival, decideFor, decideWaiting } from "@/server/domain/routing/decide";

const WAITING = 100;

export interface Traced {
  readonly name: string;
  readonly median: number;
  readonly p99: number;
}

/**
 * Milliseconds that each decision takes with its whole trace, on a floor of free agents, so that all of them
 * and all the waiting calls are ranked: where a call goes on its arrival, who gets one that waits, what an
 * agent gets who became free, and all three of them one after another.
 */
export function tracedDecisions(hotline: Hotline, rounds: number): Traced[] {
  const floor = hotline.floor(WAITING);
  const taken = Array.from({ length: rounds }, (_, round) => {
    const given = { floor, now: NOW + round };
    const facts = hotline.facts();
    const call = floor.waiting[round % floor.waiting.length];
    const agent = floor.agents[round % floor.agents.length];
    if (call === undefined || agent === undefined) throw new Error("nobody is on the floor");
    const arrival = milliseconds(() => decideArrival(hotline.rules, { facts }, given));
    const offer = milliseconds(() => decideWaiting(hotline.rules, call, given));
    const choice = milliseconds(() => decideFor(hotline.rules, agent, given));
    return { arrival, offer, choice, together: arrival + offer + choice };
  });
  return (["arrival", "offer", "choice", "together"] as const).map((name) => {
    const times = taken.map((round) => round[name]);
    return { name, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
  });
}

function milliseconds(work: () => unknown): number {
  const begin = processorMicroseconds();
  work();
  return (processorMicroseconds() - begin) / 1000;
}

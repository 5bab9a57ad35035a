import { expect, test } from "vitest";
import { agentFigures, sharedOccupancy } from "@/server/domain/metrics/agent-figures";
import { DEFINITIONS } from "@/server/domain/metrics/definitions";
import { emptyTally } from "@/server/domain/metrics/tally-facts";

const work = (busyMs: number, freeIdleMs: number | null) => ({
  legs: { ...emptyTally("leg"), talkMs: busyMs },
  offers: emptyTally("offer"),
  freeIdleMs,
});

test("an agent's presence that nobody recorded leaves the occupancy unknown, one without calls is at 0 %", () => {
  expect(agentFigures(work(60_000, null)).occupancy).toBeNull();
  expect(agentFigures(work(0, 60_000)).occupancy).toMatchObject({ share: 0 });
});

test("agents together are as occupied as all their time, without those whose presence is not known", () => {
  const works = [work(30, 70), work(10, 290), work(1_000_000, null)];
  expect(sharedOccupancy(works)).toEqual({ part: 40, whole: 400, share: 0.1 });
  expect(sharedOccupancy([work(1_000_000, null)])).toBeNull();
  expect(sharedOccupancy([])).toBeNull();
});

test("ring time of offers that were not answered counts as time on calls", () => {
  const { occupancy } = agentFigures({
    legs: emptyTally("leg"),
    offers: { ...emptyTally("offer"), offered: 1, missed: 1, ringMs: 20 },
    freeIdleMs: 80,
  });
  expect(occupancy).toEqual({ part: 20, whole: 100, share: 0.2 });
});

test("the card of a figure of offers and legs says what places either in time, and what of either is left out", () => {
  const { ringTime, handleTime, occupancy } = DEFINITIONS;
  expect(occupancy.anchors).toEqual([...ringTime.anchors, ...handleTime.anchors]);
  for (const exclusion of [...ringTime.exclusions, ...handleTime.exclusions, "unknownPresence"])
    expect(occupancy.exclusions).toContain(exclusion);
});

import { expect, test } from "vitest";
import { CallId } from "@/server/domain/identifiers";
import { unknownCall } from "@/server/domain/routing/facts";
import type { WaitingCall } from "@/server/domain/routing/floor";
import { rankCalls } from "@/server/domain/routing/rank-calls";
import { agentNumbered, MONDAY, ORDERS, treatment } from "@/server/testing/routing/generated-rules";

/**
 * The first five of Asterisk's twelve steps (tests/apps/queues/position_priority_maxlen): priorities alone.
 * From the sixth on callers ask for a position of their own, which there is no way to do here; and the twelfth
 * is refused for a full queue, which is settled here when a call arrives and never by its place.
 */
const joining: readonly [number, number][] = [
  [0, 1],
  [0, 2],
  [1, 1],
  [1, 2],
  [2, 1],
];

const agent = {
  agentId: agentNumbered(1),
  status: "idle",
  state: "free",
  idleSince: MONDAY,
  memberships: [{ skillGroupId: ORDERS, proficiency: 5 }],
  callsToday: 0,
  occupancy: 0,
  lastOfferedAt: null,
} as const;

test("callers who join one after another get the place that their priority gives them, behind their equals", () => {
  const waiting = joining.map(([priority], index): WaitingCall => {
    const joinedAt = MONDAY + index * 1000;
    return {
      callId: CallId.parse(`d0000000-0000-7000-8000-00000000000${index}`),
      facts: unknownCall,
      treatment: treatment({ priority, ageing: 0 }),
      enteredAt: joinedAt,
      queuedAt: joinedAt,
      skillGroupId: ORDERS,
      exitsTaken: 0,
      askedInVain: [],
    };
  });
  const places = waiting.map((call, index) => {
    const now = MONDAY + 10_000;
    const terms = { rules: new Map(), settings: new Map(), now };
    const ranked = rankCalls(
      { ...agent, memberships: [...agent.memberships] },
      waiting.slice(0, index + 1),
      terms,
    );
    return ranked.findIndex(({ callId }) => callId === call.callId) + 1;
  });
  expect(places).toEqual(joining.map(([, place]) => place));
});

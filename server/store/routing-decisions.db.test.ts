import { expect, test } from "vitest";
import { makeCallId } from "@/server/domain/calls/call-id";
import { ensurePartitions } from "@/server/store/partitions";
import { addRoutingDecisions, findRoutingDecisions } from "@/server/store/routing-decisions";
import { someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

test("a call's decisions come back in their order, as they were kept first", async () => {
  await ensurePartitions(db, someInstant, someInstant);
  const callId = makeCallId(someInstant, "test\0decided");
  const decision = (sequence: number, outcome: unknown) => ({
    callId,
    sequence,
    at: someInstant + sequence,
    kind: sequence === 0 ? ("arrival" as const) : ("waiting" as const),
    ruleSetVersion: 12,
    facts: { province: "Guangdong" },
    outcome,
    trace: { rules: [] },
  });
  const [arrival, offer] = [decision(0, { kind: "enter" }), decision(1, { kind: "offer" })];
  await addRoutingDecisions(db, [offer, arrival]);
  await addRoutingDecisions(db, [decision(1, { kind: "wait" })]);
  expect(await findRoutingDecisions(db, callId)).toEqual([arrival, offer]);
});

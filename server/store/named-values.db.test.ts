import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ruleSetDrafts, ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { makeCallId } from "@/server/domain/calls/call-id";
import type { Condition } from "@/server/domain/routing/condition";
import { ExampleId } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import { decideAndKeep } from "@/server/domain/routing/stored-decision";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { readNamedValues } from "@/server/store/named-values";
import { ensurePartitions } from "@/server/store/partitions";
import { addRoutingDecisions } from "@/server/store/routing-decisions";
import { createUser, someInstant } from "@/server/testing/factories";
import { ORDERS, queueRule, ruleSet } from "@/server/testing/routing/generated-rules";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const tier = (...values: (string | null)[]): Condition => ({
  fact: "customerTier",
  operator: "isOneOf",
  values,
});
const spoken: Condition = { fact: "language", operator: "isOneOf", values: ["Cantonese"] };

test("values are those that calls had and rules name, however deep, but not those of discarded drafts", async () => {
  const { userId } = await createUser(db);
  const rulesWith = (when: Condition) => ruleSet([queueRule(1, { when }), queueRule(2)]);
  await db.insert(ruleSetVersions).values({
    number: 1,
    ruleSet: rulesWith({ any: [{ not: { all: [tier("Gold", null), spoken] } }, tier("Silver")] }),
    examples: [
      {
        exampleId: ExampleId.parse(randomUUID()),
        name: "A gold caller",
        call: { ...unknownCall, customerTier: "Gold" },
        groups: [],
        at: someInstant,
        expected: { kind: "enter", skillGroupId: ORDERS, priority: null },
      },
    ],
    comment: "First",
    authorId: userId,
    publishedAt: someInstant,
    effectiveFrom: someInstant,
  });
  const draftNaming = (value: string) => ({
    draftId: DraftId.parse(randomUUID()),
    name: value,
    ruleSet: rulesWith(tier(value)),
    examples: [],
    revision: 1,
    createdBy: userId,
    createdAt: someInstant,
    updatedBy: userId,
    updatedAt: someInstant,
  });
  await db
    .insert(ruleSetDrafts)
    .values([draftNaming("Platinum"), { ...draftNaming("Discarded"), discardedAt: someInstant }]);

  await ensurePartitions(db, someInstant, someInstant);
  const decided = decideAndKeep(
    { kind: "arrival", facts: { ...unknownCall, customerTier: "Bronze" } },
    { ruleSet: rulesWith(spoken), ruleSetVersion: 1 },
    { floor: { groups: [], agents: [], waiting: [] }, now: someInstant },
  );
  const callId = makeCallId(someInstant, "test\0named");
  await addRoutingDecisions(db, [{ callId, decisions: [decided] }]);

  expect(await readNamedValues(db, "customerTier")).toEqual(["Gold", "Bronze", "Platinum", "Silver"]);
  expect(await readNamedValues(db, "language")).toEqual(["Cantonese"]);
});

import { expect, test } from "vitest";
import { makeCallId } from "@/server/domain/calls/call-id";
import { SkillGroupId } from "@/server/domain/identifiers";
import { unknownCall } from "@/server/domain/routing/facts";
import { RuleId } from "@/server/domain/routing/rule";
import { decideAndKeep } from "@/server/domain/routing/stored-decision";
import { starterRuleSet } from "@/server/domain/routing/versions/starter";
import { ensurePartitions } from "@/server/store/partitions";
import { addRoutingDecisions, findRoutingDecisions } from "@/server/store/routing-decisions";
import { someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const ruleSet = starterRuleSet({
  ruleId: RuleId.parse("1b671a64-40d5-491e-99b0-da01ff1f3341"),
  name: "Everything",
  skillGroupId: SkillGroupId.parse("2b671a64-40d5-491e-99b0-da01ff1f3341"),
  timeZone: "Asia/Shanghai",
});

test("a call's decisions come back in their order, as they were kept first", async () => {
  await ensurePartitions(db, someInstant, someInstant);
  const callId = makeCallId(someInstant, "test\0decided");
  const decided = (province: string, seconds: number) =>
    decideAndKeep(
      { kind: "arrival", facts: { ...unknownCall, province } },
      { ruleSet, ruleSetVersion: 12 },
      { floor: { groups: [], agents: [], waiting: [] }, now: someInstant + seconds * 1000 },
    );
  const decisions = [decided("Guangdong", 0), decided("Guangdong", 60)];
  await addRoutingDecisions(db, [{ callId, decisions }]);
  await addRoutingDecisions(db, [{ callId, decisions: [decided("Hunan", 0)] }]);
  expect(await findRoutingDecisions(db, callId)).toEqual(decisions);
});

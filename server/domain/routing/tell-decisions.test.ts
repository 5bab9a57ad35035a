import { expect, test } from "vitest";
import { CallId, SkillGroupId } from "@/server/domain/identifiers";
import { unknownCall } from "@/server/domain/routing/facts";
import { RuleId, type RuleSet } from "@/server/domain/routing/rule";
import { decideAndKeep } from "@/server/domain/routing/stored-decision";
import { tellDecisions } from "@/server/domain/routing/tell-decisions";
import { plainTreatment, starterRuleSet } from "@/server/domain/routing/versions/starter";

const at = Date.UTC(2026, 2, 9, 2);
const skillGroupId = SkillGroupId.parse("2b671a64-40d5-491e-99b0-da01ff1f3341");
const starter = starterRuleSet({
  ruleId: RuleId.parse("1b671a64-40d5-491e-99b0-da01ff1f3341"),
  name: "Everything",
  skillGroupId,
  timeZone: "Asia/Shanghai",
});
const ruleSet: RuleSet = {
  ...starter,
  queueRules: starter.queueRules.flatMap((rule) => [
    {
      ...rule,
      ruleId: RuleId.parse("3b671a64-40d5-491e-99b0-da01ff1f3341"),
      when: { fact: "callerNumber", operator: "startsWith", values: ["+86139"] },
    },
    rule,
  ]),
};
const version = { ruleSet, ruleSetVersion: 3 };
const floor = { groups: [], agents: [], waiting: [] };

const facts = { ...unknownCall, callerNumber: "+8613812345678" };
const arrival = decideAndKeep({ kind: "arrival", facts }, version, { floor, now: at });

function waitingFrom(enteredAt: number) {
  const call = {
    callId: CallId.parse("4b671a64-40d5-491e-99b0-da01ff1f3341"),
    facts,
    treatment: plainTreatment(skillGroupId),
    enteredAt,
    queuedAt: enteredAt,
    skillGroupId,
    exitsTaken: 0,
    askedInVain: [],
  };
  return decideAndKeep({ kind: "waiting", call }, version, { floor, now: enteredAt });
}

test("what is told of a decision never holds the caller's number", () => {
  const told = JSON.stringify(tellDecisions([arrival, waitingFrom(at)]));
  expect(told).toContain("failures.callerNumber.notStarting");
  expect(told).not.toContain("12345678");
});

test("a queue that no rule chose was chosen by a transfer", () => {
  const told = tellDecisions([arrival, waitingFrom(at), waitingFrom(at + 60_000)]);
  expect(told.map(({ topic }) => topic.about)).toEqual(["queue", "wait", "transfer", "wait"]);
});

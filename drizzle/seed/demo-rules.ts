import type { Chance } from "@/drizzle/seed/chance";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";
import type { Condition } from "@/server/domain/routing/condition";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import {
  type AllocationRule,
  type Fallbacks,
  type QueueRule,
  RuleId,
  type Step,
  type Treatment,
} from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { plainAllocation, plainTreatment } from "@/server/domain/routing/versions/starter";

const TIME_ZONE = "Asia/Shanghai";
/** A Monday, ten in the morning there. */
const MONDAY_MORNING = Date.UTC(2026, 2, 9, 2);

export interface DemoRules {
  readonly published: RuleContent;
  /** The published rules with one more, which somebody is still thinking about. */
  readonly drafted: RuleContent;
}

/** The rules by which the demo's hotline works, in its own groups. */
export function drawDemoRules(chance: Chance, groups: readonly SeedSkillGroup[]): DemoRules {
  const groupId = (name: string) => {
    const group = groups.find((known) => known.name === name);
    if (group === undefined) throw new Error(`the demo has no skill group ${name}`);
    return group.skillGroupId;
  };
  const rule = (
    name: string,
    when: Condition | null,
    { group, ...treatment }: Partial<Treatment> & { readonly group: string },
  ): QueueRule => ({
    ruleId: RuleId.parse(chance.uuid()),
    name,
    isEnabled: true,
    when,
    treatment: { ...plainTreatment(groupId(group)), ...treatment },
  });
  const overflow = (to: string, afterSeconds: number): Step => ({
    kind: "overflow",
    afterSeconds,
    to: groupId(to),
  });
  const gold = rule("Gold and Platinum customers", tierIs("Gold", "Platinum"), {
    group: "Orders VIP",
    priority: 10,
    steps: [overflow("Orders", 30)],
  });
  const evening = rule(
    "Delivery in the evening",
    { all: [keys("2"), { fact: "timeOfDay", operator: "between", from: 18 * 60, until: 22 * 60 }] },
    {
      group: "Delivery",
      priority: 2,
      steps: [{ kind: "announce", afterSeconds: 45, what: "estimatedWait" }],
    },
  );
  const others = [
    rule("Open work order, calling again within a day", callingAgain, { group: "Technical", priority: 6 }),
    rule("Delivery", keys("2"), {
      group: "Delivery",
      steps: [{ kind: "announce", afterSeconds: 30, what: "position" }, overflow("Orders", 90)],
    }),
    rule("Returns", keys("3"), {
      group: "Returns",
      otherwise: turnedAway("Returns are taken from eight to eight."),
      steps: [{ kind: "widen", afterSeconds: 60, to: [groupId("Orders")] }, overflow("Orders", 120)],
    }),
    rule("Technical questions", keys("4"), {
      group: "Technical",
      leastProficiency: 2,
      otherwise: turnedAway("Technical questions are answered from eight to eight."),
      steps: [
        { kind: "lowerProficiency", afterSeconds: 60, to: 1 },
        { kind: "offerCallback", afterSeconds: 120 },
        { kind: "hangUp", afterSeconds: 480, message: "Please write to us: we answer within a day." },
      ],
    }),
    rule("Everything else", null, {
      group: "Orders",
      steps: [{ kind: "raisePriority", afterSeconds: 120, by: 5 }],
    }),
  ];
  const examples: ExampleTest[] = [
    {
      exampleId: ExampleId.parse(chance.uuid()),
      name: "A Gold customer who wants their order",
      call: { ...unknownCall, customerTier: "Gold", keyTrack: ["1"] },
      groups: [],
      at: MONDAY_MORNING,
      expected: { kind: "enter", skillGroupId: groupId("Orders VIP"), priority: 10 },
    },
    {
      exampleId: ExampleId.parse(chance.uuid()),
      name: "Somebody from Guangdong who asks for a return",
      call: { ...unknownCall, province: "Guangdong", keyTrack: ["3"] },
      groups: [],
      at: MONDAY_MORNING,
      expected: { kind: "enter", skillGroupId: groupId("Returns"), priority: null },
    },
  ];
  const allocationRules = groups.map(({ name, skillGroupId }) => ({
    ...plainAllocation(skillGroupId),
    ...specialAllocations[name],
  }));
  const content = (queueRules: QueueRule[]): RuleContent => ({
    ruleSet: { timeZone: TIME_ZONE, queueRules, allocationRules },
    examples,
  });
  return { published: content([gold, ...others]), drafted: content([gold, evening, ...others]) };
}

function turnedAway(message: string): Fallbacks {
  return {
    closed: { kind: "hangUp", message },
    unstaffed: { kind: "waitAnyway" },
    full: { kind: "hangUp", message: "All lines are busy. Please call again later." },
  };
}

/** What sets a group apart from those where the longest idle agent is next. */
const specialAllocations: Readonly<Record<string, Partial<AllocationRule>>> = {
  "Orders VIP": {
    order: { by: "proficiency" },
    lastAgentFirst: { withinDays: 7, whileWaitingSeconds: 20 },
  },
  Technical: { order: { by: "proficiency" } },
};

function keys(key: string): Condition {
  return { fact: "keyTrack", operator: "startsWith", values: [[key]] };
}

function tierIs(...values: string[]): Condition {
  return { fact: "customerTier", operator: "isOneOf", values };
}

const callingAgain: Condition = {
  all: [
    { fact: "hasOpenWorkOrder", operator: "is", value: true },
    { fact: "hoursSinceLastCall", operator: "within", value: 24 },
  ],
};

import { CallEvent } from "@/server/domain/calls/event";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";

// Lives of calls as short text, for tests: "0 callArrived, 4 queueEntered Orders, 9 agentAnswered Ana".

const identifier = (digit: string) => `00000000-0000-4000-8000-${digit.repeat(12)}`;

export const AGENTS = {
  Ana: UserId.parse(identifier("a")),
  Bo: UserId.parse(identifier("b")),
  Cy: UserId.parse(identifier("c")),
} as const;

export const SKILL_GROUPS = {
  Orders: SkillGroupId.parse(identifier("1")),
  Returns: SkillGroupId.parse(identifier("2")),
} as const;

const PARTY = {
  customerNumber: "+8613800138000",
  customerName: null,
  customerRef: null,
  lineNumber: "4008001234",
  place: { country: "CN", province: "Beijing", city: "Beijing" },
};

const agentIdOf = (name: string | undefined) => Object.entries(AGENTS).find(([known]) => known === name)?.[1];
const groupIdOf = (name: string | undefined) =>
  Object.entries(SKILL_GROUPS).find(([known]) => known === name)?.[1];

function fieldsOf(type: string, words: readonly string[]): Record<string, unknown> {
  const [first, second] = words;
  switch (type) {
    case "callArrived":
      return PARTY;
    case "callPlaced":
      return { ...PARTY, agentId: agentIdOf(first) };
    case "queueEntered":
      return {
        skillGroupId: groupIdOf(first),
        priority: 0,
        serviceLevelSeconds: 20,
        shortAbandonSeconds: 5,
        ruleSetVersion: null,
      };
    case "queueLeft":
    case "customerNotReached":
      return { reason: first };
    case "ivrEntered":
      return { node: first };
    case "ivrKeyPressed":
      return { node: first, key: second };
    case "verificationConcluded":
      return { result: first };
    case "surveyAnswered":
      return { question: first, score: Number(second) };
    case "callEnded":
      return { cause: first };
    case "unrecognised":
      return { vendorType: first };
    case "consultStarted":
    case "transferStarted":
      return { agentId: agentIdOf(first), to: targetOf(second) };
    default:
      return first === undefined ? {} : { agentId: agentIdOf(first) };
  }
}

function targetOf(name: string | undefined) {
  const agentId = agentIdOf(name);
  if (agentId !== undefined) return { kind: "agent", agentId };
  const skillGroupId = groupIdOf(name);
  if (skillGroupId !== undefined) return { kind: "skillGroup", skillGroupId };
  return { kind: "number", number: name };
}

/** Each part is "second eventType words…"; source ids count up in the order written. */
export function eventsOf(life: string): CallEvent[] {
  return life.split(",").map((part, index) => {
    const [second, type = "", ...words] = part.trim().split(/\s+/);
    return CallEvent.parse({
      type,
      sourceId: `event ${index + 1}`,
      at: Number(second) * 1000,
      ...fieldsOf(type, words),
    });
  });
}

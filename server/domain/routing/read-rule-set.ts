import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { overflowHops } from "@/server/domain/routing/analysis/ways";
import {
  agentsAskedOf,
  agentsOrderedBy,
  groupsAskedOf,
  groupsOfFallbacks,
  groupsTreatedBy,
  type Place,
} from "@/server/domain/routing/named-places";
import type { ReadFault, ReadFaultKind } from "@/server/domain/routing/read-condition";
import { conditionFaults, faultsOfIssues, isRecord } from "@/server/domain/routing/read-condition";
import { QUEUE_RULES_MAX, type QueueRule, RuleSet } from "@/server/domain/routing/rule";

export type ReadRuleSet =
  | { readonly isRead: true; readonly ruleSet: RuleSet }
  | { readonly isRead: false; readonly faults: readonly ReadFault[] };

/** The groups and agents that there are. */
export interface KnownIds {
  readonly groups: ReadonlySet<SkillGroupId>;
  readonly agents: ReadonlySet<UserId>;
}

/** So many faults are told at most. */
export const FAULTS_MAX = 100;

const NO_KINDS: ReadonlySet<ReadFaultKind> = new Set();

/**
 * A rule set out of anything: itself, or every fault with its path, but for kinds that are tolerated in a rule
 * set that can be read. What is too long or too deep is refused before it is gone through.
 */
export function readRuleSet(json: unknown, known: KnownIds, tolerated = NO_KINDS): ReadRuleSet {
  const faults = faultsOfForm(json);
  if (faults.length > 0) return { isRead: false, faults: faults.slice(0, FAULTS_MAX) };
  const read = RuleSet.safeParse(json);
  if (!read.success) return { isRead: false, faults: faultsOfIssues(read.error.issues, "") };
  const ofMeaning = faultsOfMeaning(read.data, known).filter(({ kind }) => !tolerated.has(kind));
  if (ofMeaning.length > 0) return { isRead: false, faults: ofMeaning.slice(0, FAULTS_MAX) };
  return { isRead: true, ruleSet: read.data };
}

/** Conditions are gone through by hand: they nest, and what Zod says of unions nobody can read. */
function faultsOfForm(json: unknown): ReadFault[] {
  if (!isRecord(json)) return [{ path: "", kind: "invalid" }];
  const { queueRules } = json;
  const rules: unknown[] = Array.isArray(queueRules) ? queueRules : [];
  if (rules.length > QUEUE_RULES_MAX) return [{ path: "queueRules", kind: "tooMany" }];
  const ofConditions = rules.flatMap((rule, index) =>
    whenOf(rule) === null ? [] : conditionFaults(whenOf(rule), `queueRules[${index}].when`),
  );
  const plain = rules.map((rule) => (isRecord(rule) && "when" in rule ? { ...rule, when: null } : rule));
  const shell = RuleSet.safeParse(Array.isArray(queueRules) ? { ...json, queueRules: plain } : json);
  return [...ofConditions, ...(shell.success ? [] : faultsOfIssues(shell.error.issues, ""))];
}

function whenOf(rule: unknown): unknown {
  const when = isRecord(rule) ? Object.entries(rule).find(([name]) => name === "when") : undefined;
  return when?.[1] ?? null;
}

function faultsOfMeaning(ruleSet: RuleSet, known: KnownIds): ReadFault[] {
  return [
    ...faultsOfQueueRules(ruleSet, known),
    ...faultsOfAllocationRules(ruleSet, known),
    ...faultOfCircle(ruleSet),
  ];
}

function faultsOfQueueRules(ruleSet: RuleSet, known: KnownIds): ReadFault[] {
  const { queueRules } = ruleSet;
  const ids = queueRules.map(({ ruleId }) => ruleId);
  const withRule = new Set(ruleSet.allocationRules.map(({ skillGroupId }) => skillGroupId));
  const faults = queueRules.flatMap((rule, index) => {
    const path = `queueRules[${index}]`;
    const again: ReadFault[] =
      ids.indexOf(rule.ruleId) < index ? [{ path: `${path}.ruleId`, kind: "duplicate" }] : [];
    const treated = groupsTreatedBy(rule.treatment, `${path}.treatment`);
    return [
      ...again,
      ...strangersIn(rule, `${path}.when`, known),
      ...strangers(treated, known.groups, "unknownGroup"),
      ...strangers(
        treated.filter(({ id }) => known.groups.has(id)),
        withRule,
        "missingAllocationRule",
      ),
      ...stepFaults(rule, `${path}.treatment.steps`),
    ];
  });
  const last = queueRules.at(-1);
  if (last?.when === null && last.isEnabled) return faults;
  return [...faults, { path: `queueRules[${queueRules.length - 1}]`, kind: "lastRuleMustMatch" }];
}

/** Groups and agents that a condition asks of and nobody knows. */
function strangersIn({ when }: QueueRule, path: string, { groups, agents }: KnownIds): ReadFault[] {
  if (when === null) return [];
  return [
    ...strangers(groupsAskedOf(when, path), groups, "unknownGroup"),
    ...strangers(agentsAskedOf(when, path), agents, "unknownAgent"),
  ];
}

/** Each place where something is named that is not known. */
export function strangers<Id>(
  places: readonly Place<Id>[],
  known: ReadonlySet<Id>,
  kind: ReadFault["kind"],
): ReadFault[] {
  return places.flatMap(({ path, id }) => (known.has(id) ? [] : [{ path, kind }]));
}

function stepFaults({ treatment: { steps } }: QueueRule, path: string): ReadFault[] {
  return steps.flatMap(({ afterSeconds }, step): ReadFault[] =>
    afterSeconds < (steps[step - 1]?.afterSeconds ?? 0)
      ? [{ path: `${path}[${step}].afterSeconds`, kind: "stepsOutOfOrder" }]
      : [],
  );
}

function faultsOfAllocationRules({ allocationRules }: RuleSet, { groups, agents }: KnownIds): ReadFault[] {
  const ids = allocationRules.map(({ skillGroupId }) => skillGroupId);
  return allocationRules.flatMap(({ skillGroupId, order, otherwise }, index) => {
    const path = `allocationRules[${index}]`;
    const own = { path: `${path}.skillGroupId`, id: skillGroupId };
    const again: ReadFault[] =
      ids.indexOf(skillGroupId) < index ? [{ path: own.path, kind: "duplicate" }] : [];
    return [
      ...again,
      ...strangers([own, ...groupsOfFallbacks(otherwise, `${path}.otherwise`)], groups, "unknownGroup"),
      ...strangers(agentsOrderedBy(order, `${path}.order`), agents, "unknownAgent"),
    ];
  });
}

/** A group from which overflowing on and on comes back to it, for whatever reason. */
function faultOfCircle(ruleSet: RuleSet): ReadFault[] {
  const hops = overflowHops(ruleSet);
  return ruleSet.allocationRules.flatMap(({ skillGroupId }, index): ReadFault[] => {
    const reached = new Set(hops.flatMap(({ from, to }) => (from === skillGroupId ? [to] : [])));
    // A set goes on to what is added to it meanwhile.
    for (const group of reached) for (const { from, to } of hops) if (from === group) reached.add(to);
    return reached.has(skillGroupId) ? [{ path: `allocationRules[${index}].otherwise`, kind: "circle" }] : [];
  });
}

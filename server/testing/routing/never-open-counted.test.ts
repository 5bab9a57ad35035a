import fc from "fast-check";
import { expect, test } from "vitest";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Way } from "@/server/domain/routing/analysis/coming";
import { decideArrival, decideWaiting } from "@/server/domain/routing/decide";
import { emptyGroup, type GroupFacts, unknownCall } from "@/server/domain/routing/facts";
import type { Floor, WaitingCall } from "@/server/domain/routing/floor";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import { isOpenAt } from "@/server/domain/routing/opening-hours";
import { floorOf } from "@/server/domain/routing/regions/example";
import type { Fallback, QueueRule, RuleId, RuleSet, Step, Treatment } from "@/server/domain/routing/rule";
import { allocationRulesOf, dueExit, type Exit, next, type Terms } from "@/server/domain/routing/standing";
import type { GroupTried } from "@/server/domain/routing/trace";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  allocationRule,
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  treatment,
} from "@/server/testing/routing/generated-rules";
import {
  daily,
  groups,
  HOUR_MS,
  neverOpen,
  settingsOf,
  to,
  waitingSince,
} from "@/server/testing/routing/opening-cases";

const openings = fc.constantFrom(
  null,
  daily([9, 12]),
  daily([9, 18]),
  daily([18, 22]),
  daily([0, 9], [18, 24]),
  daily([11, 14]),
);
const generatedSettings = fc
  .tuple(
    ...groups.map(() =>
      fc.record({ hours: openings, limit: fc.constantFrom(null, 1, 2), queueMax: fc.constantFrom(null, 5) }),
    ),
  )
  .map((all) =>
    all.map(({ limit, ...rest }) => ({ ...rest, longestWaitSeconds: limit === null ? null : limit * 3600 })),
  )
  .map((all) => settingsOf(Object.fromEntries(groups.map((group, index) => [group, all[index] ?? {}]))));

const anyGroup = fc.constantFrom(...groups);
/** A caller whose wait is over goes to a later group only, so that counting out comes to an end. */
function fallback(targets: readonly SkillGroupId[]): fc.Arbitrary<Fallback> {
  const overflows = targets.map((group) => to(group));
  return fc.constantFrom<Fallback>({ kind: "waitAnyway" }, { kind: "callback" }, ...overflows, ...overflows);
}
const behind = (group: SkillGroupId) => groups.slice(groups.indexOf(group) + 1);
const generatedStep = fc
  .tuple(fc.constantFrom("overflow", "widen"), fc.constantFrom(0, 1, 2), anyGroup)
  .map(([kind, hours, group]): Step => {
    const afterSeconds = hours * 3600;
    return kind === "overflow"
      ? { ...to(group), afterSeconds }
      : { kind: "widen", afterSeconds, to: [group] };
  });
const generatedTreatment = anyGroup.chain((skillGroupId) =>
  fc
    .record({
      otherwise: fc.record({
        closed: fallback(groups),
        unstaffed: fallback(groups),
        full: fallback(behind(skillGroupId)),
      }),
      steps: fc
        .array(generatedStep, { maxLength: 2 })
        .map((steps) => steps.toSorted((one, other) => one.afterSeconds - other.afterSeconds)),
    })
    .map((overrides) => treatment({ skillGroupId, ...overrides })),
);
const generatedCondition = fc.constantFrom<QueueRule["when"]>(
  { fact: "timeOfDay", operator: "between", from: 540, until: 720 },
  { fact: "isOpen", skillGroupId: RETURNS, operator: "is", value: true },
  { fact: "agentsStaffed", skillGroupId: ORDERS, operator: "atLeast", value: 1 },
);
const generatedRules = fc
  .tuple(
    generatedCondition,
    generatedTreatment,
    generatedTreatment,
    fc.tuple(
      ...groups.map((group) => {
        const onward = fallback(behind(group));
        return fc.record({ closed: onward, unstaffed: onward, full: onward });
      }),
    ),
  )
  .map(([when, first, last, otherwise]) =>
    ruleSet([queueRule(1, { when, treatment: first }), queueRule(2, { treatment: last })], {
      allocationRules: groups.map((skillGroupId, index) =>
        allocationRule({ skillGroupId, otherwise: otherwise[index] ?? waitAnyway }),
      ),
    }),
  );

/** Every floor on which each group is staffed or not, and its queue full or not. */
function floors(settings: SettingsByGroup): Floor[] {
  const states = groups.map((skillGroupId) => {
    const facts = { ...emptyGroup(skillGroupId), agentsStaffed: 1 };
    const queueMax = settings.get(skillGroupId)?.queueMax ?? null;
    const full = queueMax === null ? [] : [{ ...facts, callersWaiting: queueMax }];
    return [facts, emptyGroup(skillGroupId), ...full];
  });
  const all = states.reduce<GroupFacts[][]>(
    (floorsSoFar, ofGroup) => floorsSoFar.flatMap((floor) => ofGroup.map((facts) => [...floor, facts])),
    [[]],
  );
  return all.map((facts) => floorOf({ groups: facts }, settings));
}

/** Counts out every call of a day on every floor, by what `decide` does with it, and notes who finds what open. */
class Counting {
  readonly #closed = new Map<string, boolean>();
  readonly #floors: readonly Floor[];

  readonly #rules: RuleSet;
  readonly #settings: SettingsByGroup;

  constructor(rules: RuleSet, settings: SettingsByGroup) {
    this.#rules = rules;
    this.#settings = settings;
    this.#floors = floors(settings);
    for (let hour = 24; hour < 48; hour += 1) this.#arrive(MONDAY + hour * HOUR_MS);
  }

  /** The ways in which calls only ever come to a closed group. */
  neverOpen(): string[] {
    return [...this.#closed].flatMap(([name, isClosed]) => (isClosed ? [name] : [])).sort();
  }

  #arrive(at: Instant) {
    const entered = new Map<string, WaitingCall>();
    for (const floor of this.#floors) {
      const { outcome, trace } = decideArrival(this.#rules, { facts: unknownCall }, { floor, now: at });
      const rule = this.#rules.queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
      if (rule === undefined) throw new Error("the last rule always matches");
      this.#come(rule.treatment, { at, way: { because: "rule" }, groups: trace.groups });
      if (outcome.kind !== "enter") continue;
      const { skillGroupId } = outcome;
      entered.set(`${outcome.ruleId} ${skillGroupId}`, { ...waitingSince(at, rule.treatment), skillGroupId });
    }
    for (const call of entered.values()) this.#wait(call);
  }

  #wait(call: WaitingCall) {
    const terms = { rules: allocationRulesOf(this.#rules.allocationRules), settings: this.#settings };
    const leavesAt = this.#leavesAt(call, terms);
    this.#widen(call, leavesAt ?? call.queuedAt + 48 * HOUR_MS);
    const exit = leavesAt === null ? undefined : dueExit(call, terms, leavesAt);
    if (exit === undefined || leavesAt === null) return;
    const queues = new Set<SkillGroupId>();
    for (const floor of this.#floors) {
      const { outcome, trace } = decideWaiting(this.#rules, call, { floor, now: leavesAt });
      this.#come(call.treatment, { at: leavesAt, way: wayOf(exit, call), groups: trace.groups });
      if (outcome.kind === "overflow") queues.add(outcome.skillGroupId);
    }
    const exitsTaken = call.exitsTaken + (exit.because === "step" ? 1 : 0);
    for (const skillGroupId of queues) this.#wait({ ...call, skillGroupId, queuedAt: leavesAt, exitsTaken });
  }

  #leavesAt(call: WaitingCall, terms: Terms): Instant | null {
    for (let at: Instant | null = call.queuedAt; at !== null; at = next(call, terms, at))
      if (dueExit(call, terms, at) !== undefined) return at;
    return null;
  }

  #widen(call: WaitingCall, until: Instant) {
    for (const [step, of] of call.treatment.steps.entries()) {
      if (of.kind !== "widen") continue;
      const { afterSeconds } = of;
      const way: Way = { because: "widen", afterSeconds, step };
      const from = Math.max(call.queuedAt, call.enteredAt + afterSeconds * 1000);
      for (let at = from; at < until; at += HOUR_MS)
        for (const group of of.to) this.#note(call.treatment, { at, way, group });
    }
  }

  #come(
    own: Treatment,
    { at, way, groups: tried }: { at: Instant; way: Way; groups: readonly GroupTried[] },
  ) {
    for (const [index, { skillGroupId: group }] of tried.entries()) {
      const before = tried[index - 1];
      const obstacle = before?.obstacle ?? null;
      const by: Way =
        before === undefined || obstacle === null ? way : { because: obstacle, from: before.skillGroupId };
      this.#note(own, { at, way: by, group });
    }
  }

  #note(own: Treatment, { at, way, group }: { at: Instant; way: Way; group: SkillGroupId }) {
    const rule = this.#rules.queueRules.find(({ treatment: of }) => of === own);
    const name = nameOf(rule?.ruleId, way, group);
    const isClosed = !isOpenAt(this.#settings.get(group)?.hours ?? null, at);
    this.#closed.set(name, (this.#closed.get(name) ?? true) && isClosed);
  }
}

function wayOf(exit: Exit, { skillGroupId, treatment: { steps } }: WaitingCall): Way {
  if (exit.because === "longestWait") return { because: "full", from: skillGroupId };
  const { afterSeconds } = exit.step;
  return { because: "overflow", afterSeconds, step: steps.indexOf(exit.step) };
}

function nameOf(ruleId: RuleId | undefined, way: Way, group: SkillGroupId): string {
  return [ruleId, ...Object.values(way).map(String).sort(), group].join(" ");
}

test("of 60 generated rule sets, the groups that are never open are exactly those that counting out every call finds closed", () => {
  fc.assert(
    fc.property(generatedRules, generatedSettings, (rules, settings) => {
      const found = neverOpen(rules, settings).map(({ fault, place }) =>
        fault.kind === "neverOpen" && place !== null && "ruleId" in place
          ? nameOf(place.ruleId, fault.way, fault.skillGroupId)
          : "",
      );
      expect(found.sort()).toEqual(new Counting(rules, settings).neverOpen());
    }),
    { seed: 23, numRuns: 60 },
  );
}, 60_000);

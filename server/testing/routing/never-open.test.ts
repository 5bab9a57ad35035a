import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import type { Way } from "@/server/domain/routing/analysis/coming";
import type { Finding } from "@/server/domain/routing/analysis/finding";
import { decideArrival, decideWaiting } from "@/server/domain/routing/decide";
import { emptyGroup, type GroupFacts, unknownCall } from "@/server/domain/routing/facts";
import type { Floor, WaitingCall } from "@/server/domain/routing/floor";
import {
  type GroupSettings,
  type SettingsByGroup,
  usualSettings,
} from "@/server/domain/routing/group-settings";
import { isOpenAt, type OpeningHours } from "@/server/domain/routing/opening-hours";
import { floorOf } from "@/server/domain/routing/regions/example";
import type {
  Fallback,
  Fallbacks,
  QueueRule,
  RuleId,
  RuleSet,
  Step,
  Treatment,
} from "@/server/domain/routing/rule";
import { allocationRulesOf, dueExit, type Exit, next, type Terms } from "@/server/domain/routing/standing";
import type { GroupTried } from "@/server/domain/routing/trace";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import { callNumbered } from "@/server/testing/routing/generated-floors";
import {
  allocationRule,
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallSurroundings,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const HOUR_MS = 3_600_000;
const groups = [ORDERS, RETURNS, TECHNICAL];
const staffed = new Set(groups);

/** The same hours every day, on the clock of the rules. */
function daily(...openings: [from: number, until: number][]): OpeningHours {
  const day = openings.map(([from, until]) => ({ from: from * 60, until: until * 60 }));
  return { timeZone: "Asia/Shanghai", week: [day, day, day, day, day, day, day], specialDays: [] };
}

type Settings = Partial<Record<SkillGroupId, Partial<GroupSettings>>>;

function settingsOf(settings: Settings): SettingsByGroup {
  return new Map(groups.map((group) => [group, { ...usualSettings(group), ...settings[group] }]));
}

function neverOpen(rules: RuleSet, settings: SettingsByGroup): Finding[] {
  const analysis = analyse(rules, { ...smallSurroundings, settings, staffed });
  if (!analysis.isFinished) throw new Error("so little is not too entangled");
  return analysis.findings.filter(({ fault }) => fault.kind === "neverOpen");
}

function waysIn(findings: readonly Finding[]): Way["because"][] {
  return findings.flatMap(({ fault }) => (fault.kind === "neverOpen" ? [fault.way.because] : []));
}

const to = (skillGroupId: SkillGroupId) => ({ kind: "overflow", to: skillGroupId }) as const;
const day = { hours: daily([9, 18]) };
const night = { hours: daily([0, 9], [18, 24]) };
const hangUp: Fallback = { kind: "hangUp", message: "Call again tomorrow" };

interface Case {
  readonly guarantee: string;
  readonly treatment: Partial<Treatment>;
  readonly settings: Settings;
  readonly found: readonly Way["because"][];
}

const overflow = (afterSeconds: number): Step => ({ ...to(RETURNS), afterSeconds });
const widen = (afterSeconds: number): Step => ({ kind: "widen", afterSeconds, to: [RETURNS] });
const closedHangsUp: Fallbacks = { ...waitAnyway, closed: hangUp };

const cases: Case[] = [
  {
    guarantee: "a group that is closed whenever the one before is",
    treatment: { otherwise: { ...waitAnyway, closed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: { hours: daily([10, 17]) } },
    found: ["closed"],
  },
  {
    guarantee: "a group that is open when the one before is closed is fine",
    treatment: { otherwise: { ...waitAnyway, closed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "nobody can be missing from a group that is not asked, because it is closed",
    treatment: { otherwise: { ...waitAnyway, unstaffed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: ["unstaffed"],
  },
  {
    guarantee: "a queue without limit is never full",
    treatment: { otherwise: { ...waitAnyway, full: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a queue with a limit is full only while it is open",
    treatment: { otherwise: { ...waitAnyway, full: to(RETURNS) } },
    settings: { [ORDERS]: { ...day, queueMax: 5 }, [RETURNS]: night },
    found: ["full"],
  },
  {
    guarantee: "the longest wait ends in the night for who came in the evening",
    treatment: { otherwise: { ...closedHangsUp, full: to(RETURNS) } },
    settings: { [ORDERS]: { ...day, queueMax: 5, longestWaitSeconds: 60 }, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a timed overflow comes later than the call: after the evening's end it is night",
    treatment: { otherwise: closedHangsUp, steps: [overflow(60)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a timed overflow at once meets the hours of the arrival",
    treatment: { otherwise: closedHangsUp, steps: [overflow(0)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: ["overflow"],
  },
  {
    guarantee: "a timed overflow to a group that has closed by then",
    treatment: { otherwise: closedHangsUp, steps: [overflow(3600)] },
    settings: { [ORDERS]: { hours: daily([9, 10]) }, [RETURNS]: { hours: daily([9, 10]) } },
    found: ["overflow"],
  },
  {
    guarantee: "callers who wait anyway may overflow in the night too",
    treatment: { steps: [overflow(0)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "nobody overflows who was hung up on before",
    treatment: {
      otherwise: closedHangsUp,
      steps: [{ kind: "hangUp", message: "Sorry", afterSeconds: 30 }, overflow(60)],
    },
    settings: { [ORDERS]: day, [RETURNS]: { hours: daily([1, 2]) } },
    found: [],
  },
  {
    guarantee: "who is widened to a group waits until it opens",
    treatment: { otherwise: closedHangsUp, steps: [widen(60)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "unless the longest wait is over before",
    treatment: { otherwise: { ...closedHangsUp, full: hangUp }, steps: [widen(60)] },
    settings: { [ORDERS]: { ...day, longestWaitSeconds: 600 }, [RETURNS]: { hours: daily([20, 24]) } },
    found: ["widen"],
  },
];

describe("a group that is closed whenever calls come to it is found, and no other", () => {
  test.each(cases)("$guarantee", ({ treatment: overrides, settings, found }) => {
    const rules = ruleSet([queueRule(1, { treatment: treatment(overrides) })]);
    expect(waysIn(neverOpen(rules, settingsOf(settings)))).toEqual(found);
  });
});

test("a condition that asks for the hours narrows when the steps of its rule are due", () => {
  const late = { fact: "timeOfDay", operator: "between", from: 23 * 60, until: 0 } as const;
  const rule = queueRule(1, { when: late, treatment: treatment({ steps: [overflow(1800)] }) });
  const settings = (hours: OpeningHours) => settingsOf({ [RETURNS]: { hours } });
  const [found] = neverOpen(ruleSet([rule, queueRule(2)]), settings(daily([0, 22])));
  expect(found).toBeUndefined();
  const [missed] = neverOpen(ruleSet([rule, queueRule(2)]), settings(daily([1, 22])));
  expect(missed?.place).toEqual({ ruleId: rule.ruleId, step: 0 });
});

test("the example of a timed overflow shows it: the call waits, and the group is closed when the step is due", () => {
  const rules = ruleSet([
    queueRule(1, { treatment: treatment({ otherwise: closedHangsUp, steps: [overflow(3600)] }) }),
  ]);
  const settings = settingsOf({ [ORDERS]: { hours: daily([9, 10]) }, [RETURNS]: { hours: daily([9, 10]) } });
  const [found] = neverOpen(rules, settings);
  const example = found?.example;
  if (!example) throw new Error("it has an example");
  const floor = floorOf(example, settings);
  const { outcome } = decideArrival(rules, { facts: example.call }, { floor, now: example.at });
  expect(outcome).toMatchObject({ kind: "enter", skillGroupId: ORDERS });
  const call = waitingSince(example.at, treatmentOfFirst(rules));
  const { trace } = decideWaiting(rules, call, { floor, now: example.at + HOUR_MS });
  expect(trace.groups).toMatchObject([{ skillGroupId: RETURNS, obstacle: "closed" }]);
});

function treatmentOfFirst({ queueRules }: RuleSet): Treatment {
  return queueRules[0]?.treatment ?? treatment();
}

function waitingSince(at: Instant, own: Treatment): WaitingCall {
  return {
    callId: callNumbered(1),
    facts: unknownCall,
    treatment: own,
    skillGroupId: own.skillGroupId,
    enteredAt: at,
    queuedAt: at,
    exitsTaken: 0,
    askedInVain: [],
  };
}

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

import { type Finding, finding } from "@/server/domain/routing/analysis/finding";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { AllocationRule, RuleSet, Treatment } from "@/server/domain/routing/rule";

/** Settings that cannot take effect: steps and rings that change nothing, or come when all is over. */
export function findIdleSettings(
  { queueRules, allocationRules }: Pick<RuleSet, "queueRules" | "allocationRules">,
  settings: SettingsByGroup,
): Finding[] {
  return [
    ...queueRules.flatMap(({ ruleId, treatment }) => [
      ...stepsOutOfOrder(treatment).map((step) => finding({ kind: "stepsOutOfOrder" }, { ruleId, step })),
      ...stepsAfterLongestWait(treatment, settings).map(({ step, longestWaitSeconds }) =>
        finding({ kind: "stepAfterLongestWait", longestWaitSeconds }, { ruleId, step }),
      ),
      ...stepsAfterEnd(treatment).map((step) => finding({ kind: "stepAfterEnd" }, { ruleId, step })),
      ...idleSteps(treatment).map((step) => finding({ kind: "stepChangesNothing" }, { ruleId, step })),
    ]),
    ...allocationRules.flatMap(({ skillGroupId, rings }) =>
      idleRings(rings).map((ring) => finding({ kind: "ringRepeats" }, { skillGroupId, ring })),
    ),
  ];
}

/** The positions of the steps that no call waits for, because it was hung up on before. */
function stepsAfterEnd({ steps }: Treatment): number[] {
  const ends = steps.flatMap((step) => (step.kind === "hangUp" ? [step.afterSeconds] : []));
  const end = Math.min(...ends);
  const atEnd = steps.findIndex((step) => step.kind === "hangUp" && step.afterSeconds === end);
  return steps.flatMap(({ afterSeconds }, index) =>
    afterSeconds > end || (afterSeconds === end && index > atEnd && atEnd !== -1) ? [index] : [],
  );
}

/** The positions of the steps that stand behind a later one. */
function stepsOutOfOrder({ steps }: Treatment): number[] {
  return steps.flatMap(({ afterSeconds }, index) =>
    afterSeconds < (steps[index - 1]?.afterSeconds ?? 0) ? [index] : [],
  );
}

/**
 * The steps that come when the group's longest wait is over, which takes every caller out of the queue unless
 * they may wait anyway. Behind an overflow they may come yet, in another group's queue.
 */
function stepsAfterLongestWait({ steps, otherwise, skillGroupId }: Treatment, settings: SettingsByGroup) {
  const longestWaitSeconds = settings.get(skillGroupId)?.longestWaitSeconds ?? null;
  if (longestWaitSeconds === null || otherwise.full.kind === "waitAnyway") return [];
  // A caller who is sent on at the longest wait keeps their treatment, and its steps, in the other queue.
  const isOver = otherwise.full.kind !== "overflow";
  const left = steps.some(
    ({ kind, afterSeconds }) => kind === "overflow" && afterSeconds <= longestWaitSeconds,
  );
  if (left || !isOver) return [];
  return steps.flatMap(({ afterSeconds }, step) =>
    afterSeconds > longestWaitSeconds ? [{ step, longestWaitSeconds }] : [],
  );
}

/** The positions of the steps after which all is as before: no lower proficiency, no further group. */
function idleSteps({ steps, skillGroupId, leastProficiency }: Treatment): number[] {
  const groups = new Set([skillGroupId]);
  let least = leastProficiency;
  return steps.flatMap((step, index) => {
    if (step.kind === "lowerProficiency") {
      const isIdle = step.to >= least;
      least = Math.min(least, step.to);
      return isIdle ? [index] : [];
    }
    if (step.kind !== "widen") return [];
    const isIdle = step.to.every((group) => groups.has(group));
    for (const group of step.to) groups.add(group);
    return isIdle ? [index] : [];
  });
}

function idleRings(rings: AllocationRule["rings"]): number[] {
  return rings.flatMap(({ leastProficiency }, index) =>
    index > 0 && rings.slice(0, index).some((before) => before.leastProficiency <= leastProficiency)
      ? [index]
      : [],
  );
}

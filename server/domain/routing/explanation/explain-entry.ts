import { explainFailure } from "@/server/domain/routing/explanation/explain-failure";
import {
  type Explanation,
  ofClause,
  ofGroup,
  ofNumber,
  ofRule,
  ofSeconds,
  ofText,
  plain,
} from "@/server/domain/routing/explanation/statement";
import type { Exit } from "@/server/domain/routing/standing";
import type { GroupTried, RuleTried } from "@/server/domain/routing/trace";

/** The rule that matched, which unfolds into those before it. */
export function explainRules(rules: readonly RuleTried[]): Explanation {
  const told = rules.map(explainRule);
  const matched = told.at(-1);
  if (matched?.key === "rules.matched") return { ...matched, children: told.slice(0, -1) };
  return { key: "rules.none", values: { count: ofNumber(rules.length) }, children: told };
}

/** Every rule up to the one that matched is tried, so that its place among them is its number. */
function explainRule(rule: RuleTried, index: number): Explanation {
  const values = { number: ofNumber(index + 1), rule: ofRule(rule.ruleId) };
  if (rule.result !== "failed") return plain(`rules.${rule.result}`, values);
  return plain("rules.failed", { ...values, reason: ofClause(explainFailure(rule.failure)) });
}

/** What became of the call at each group that it was sent to. */
export function explainGroups(groups: readonly GroupTried[]): Explanation[] {
  const told = groups.map(explainGroup);
  const [meant, last] = [groups.at(0), groups.at(-1)];
  // Nothing was tried after the last group: it sent the call to one that it had come from.
  if (meant === undefined || last?.fallback?.kind !== "overflow") return told;
  return [...told, plain("groups.circle", { group: ofGroup(meant.skillGroupId) })];
}

function explainGroup({ skillGroupId, obstacle, fallback }: GroupTried): Explanation {
  const group = ofGroup(skillGroupId);
  if (obstacle === null) return plain("groups.entered", { group });
  const values = { obstacle: ofClause(plain(`obstacles.${obstacle}`, { group })) };
  if (fallback === null) return plain("groups.nothingSaid", values);
  switch (fallback.kind) {
    case "overflow":
      return plain("groups.overflow", { ...values, to: ofGroup(fallback.to) });
    case "hangUp":
      return plain("groups.hangUp", { ...values, message: ofText(fallback.message) });
    default:
      return plain(`groups.${fallback.kind}`, values);
  }
}

/** What took a call out of its queue. */
export function explainExit(exit: Exit): Explanation {
  if (exit.because === "step") {
    const { step } = exit;
    const after = ofSeconds(step.afterSeconds);
    return step.kind === "overflow"
      ? plain("exits.step.overflow", { after, to: ofGroup(step.to) })
      : plain("exits.step.hangUp", { after, message: ofText(step.message) });
  }
  const { fallback } = exit;
  const longest = ofSeconds(exit.longestWaitSeconds);
  switch (fallback.kind) {
    case "overflow":
      return plain("exits.longestWait.overflow", { longest, to: ofGroup(fallback.to) });
    case "hangUp":
      return plain("exits.longestWait.hangUp", { longest, message: ofText(fallback.message) });
    case "callback":
      return plain("exits.longestWait.callback", { longest });
  }
}

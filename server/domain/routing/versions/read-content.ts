import { done, type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import { isRecord, type ReadFault, type ReadFaultKind } from "@/server/domain/routing/read-condition";
import { type KnownIds, readRuleSet } from "@/server/domain/routing/read-rule-set";
import { contentLengthMax, RuleContent } from "@/server/domain/routing/versions/draft";

const DEPTH_MAX = 60;

/** What the editor shows beside the rules, and publishing refuses: a draft may have it for a while. */
const FOUND_BY_ANALYSIS: ReadonlySet<ReadFaultKind> = new Set([
  "circle",
  "lastRuleMustMatch",
  "missingAllocationRule",
  "stepsOutOfOrder",
]);

/** The same, or a refusal where it has any fault at all. */
export function readWholeContent(json: unknown, known: KnownIds): Outcome<RuleContent> {
  const read = readContent(json, known);
  if (!read.ok) return read;
  const whole = readRuleSet(read.value.ruleSet, known);
  return whole.isRead ? read : refuseFault(whole.faults);
}

/**
 * A rule set with its examples, as a draft may have it, or a refusal that says where the fault is. What nests
 * deeper than any rule may is refused before it is read, and groups that are not there are as well.
 */
export function readContent(json: unknown, known: KnownIds): Outcome<RuleContent> {
  if (isDeeperThan(json, DEPTH_MAX)) return refuse("rules_too_deep");
  if (JSON.stringify(json).length > contentLengthMax) return refuse("rules_too_large");
  const groups: ReadonlySet<string> = known.groups;
  const stranger = [...groupsNamedIn(json)].find(({ skillGroupId }) => !groups.has(skillGroupId));
  if (stranger) {
    return refuse("rules_name_unknown_group", { path: stranger.path, group: stranger.skillGroupId });
  }
  const rules = readRuleSet(isRecord(json) ? json["ruleSet"] : undefined, known);
  const faults = rules.isRead ? [] : rules.faults.filter(({ kind }) => !FOUND_BY_ANALYSIS.has(kind));
  if (faults.length > 0) return refuseFault(faults);
  const read = RuleContent.safeParse(json);
  if (read.success) return done(read.data);
  const [issue] = read.error.issues;
  return refuse("rules_invalid", { path: issue?.path.join(".") ?? "", fault: "invalid" });
}

function refuseFault([first]: readonly ReadFault[]): Refusal {
  return refuse("rules_invalid", { path: `ruleSet.${first?.path ?? ""}`, fault: first?.kind ?? "invalid" });
}

function isDeeperThan(json: unknown, depth: number): boolean {
  if (typeof json !== "object" || json === null) return false;
  return depth === 0 || Object.values(json).some((part) => isDeeperThan(part, depth - 1));
}

interface NamedGroup {
  readonly skillGroupId: string;
  readonly path: string;
}

/** Every group that is named anywhere: under its own key, or as where calls overflow or widen to. */
function* groupsNamedIn(json: unknown, path: readonly string[] = []): Generator<NamedGroup> {
  if (typeof json !== "object" || json === null) return;
  for (const [key, part] of Object.entries(json)) {
    const here = [...path, key];
    const isGroup = typeof part === "string" && (key === "skillGroupId" || here.includes("to"));
    if (isGroup) yield { skillGroupId: part, path: here.join(".") };
    else yield* groupsNamedIn(part, here);
  }
}

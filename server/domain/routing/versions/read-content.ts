import { done, type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import { isRecord, type ReadFault, type ReadFaultKind } from "@/server/domain/routing/read-condition";
import { readExampleTests } from "@/server/domain/routing/read-example-tests";
import { type KnownIds, readRuleSet } from "@/server/domain/routing/read-rule-set";
import { contentLengthMax, type RuleContent } from "@/server/domain/routing/versions/draft";

const DEPTH_MAX = 60;

/** What the editor shows beside the rules, and publishing refuses: a draft may have it for a while. */
const FOUND_BY_ANALYSIS: ReadonlySet<ReadFaultKind> = new Set([
  "circle",
  "lastRuleMustMatch",
  "missingAllocationRule",
  "stepsOutOfOrder",
]);

/** A rule set with its examples, as it may come from elsewhere, or a refusal that says where the first fault is. */
export function readWholeContent(json: unknown, known: KnownIds): Outcome<RuleContent> {
  return read(json, known);
}

/** The same, as a draft may have it. */
export function readContent(json: unknown, known: KnownIds): Outcome<RuleContent> {
  return read(json, known, FOUND_BY_ANALYSIS);
}

/** What nests deeper than any rule may is refused before it is read, and groups that are not there are as well. */
function read(json: unknown, known: KnownIds, tolerated?: ReadonlySet<ReadFaultKind>): Outcome<RuleContent> {
  if (isDeeperThan(json, DEPTH_MAX)) return refuse("rules_too_deep");
  if (JSON.stringify(json).length > contentLengthMax) return refuse("rules_too_large");
  const groups: ReadonlySet<string> = known.groups;
  const stranger = [...groupsNamedIn(json)].find(({ skillGroupId }) => !groups.has(skillGroupId));
  if (stranger) {
    return refuse("rules_name_unknown_group", { path: stranger.path, group: stranger.skillGroupId });
  }
  const content = isRecord(json) ? json : {};
  const rules = readRuleSet(content["ruleSet"], known, tolerated);
  if (!rules.isRead) return refuseFault("ruleSet.", rules.faults);
  const examples = readExampleTests(content["examples"], known);
  if (!examples.isRead) return refuseFault("examples", examples.faults);
  return done({ ruleSet: rules.ruleSet, examples: [...examples.exampleTests] });
}

function refuseFault(within: string, [first]: readonly ReadFault[]): Refusal {
  return refuse("rules_invalid", { path: `${within}${first?.path ?? ""}`, fault: first?.kind ?? "invalid" });
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

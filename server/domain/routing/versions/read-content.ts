import { done, type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import {
  faultPath,
  isRecord,
  type ReadFault,
  type ReadFaultKind,
} from "@/server/domain/routing/read-condition";
import { readExampleTests } from "@/server/domain/routing/read-example-tests";
import { type KnownIds, readRuleSet } from "@/server/domain/routing/read-rule-set";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { CONTENT_LENGTH_MAX } from "@/server/domain/routing/versions/lengths";

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

function read(json: unknown, known: KnownIds, tolerated?: ReadonlySet<ReadFaultKind>): Outcome<RuleContent> {
  const content = isRecord(json) ? json : {};
  const rules = readRuleSet(content["ruleSet"], known, tolerated);
  if (!rules.isRead) return refuseFault("ruleSet", rules.faults);
  const examples = readExampleTests(content["examples"], known);
  if (!examples.isRead) return refuseFault("examples", examples.faults);
  const value = { ruleSet: rules.ruleSet, examples: [...examples.exampleTests] };
  return JSON.stringify(value).length > CONTENT_LENGTH_MAX ? refuse("rules_too_large") : done(value);
}

/** A refusal that says where the first fault is, seen from what holds `within`. */
export function refuseFault(within: string, [first]: readonly ReadFault[]): Refusal {
  return refuse("rules_invalid", {
    path: faultPath(within, first?.path ?? ""),
    fault: first?.kind ?? "invalid",
  });
}

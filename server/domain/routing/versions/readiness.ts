import type { Instant } from "@/server/domain/instant";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import type { Finding } from "@/server/domain/routing/analysis/finding";
import { type ExampleTest, runExample } from "@/server/domain/routing/example-test";
import type { RuleId } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { type Knowledge, knownOf } from "@/server/domain/routing/versions/knowledge";

/** What stands against publishing a rule set. */
export interface Readiness {
  readonly errors: readonly Finding[];
  /** The rules between which the analysis could not finish; without it nothing is known of errors. */
  readonly entangled: readonly RuleId[];
  /** The examples of which something else becomes than was written down. */
  readonly red: readonly ExampleTest[];
}

/** Whether a rule set may be published, and what is to be mended first. */
export function readinessOf(
  { ruleSet, examples }: RuleContent,
  knowledge: Knowledge,
  now: Instant,
): Readiness {
  const analysis = analyse(ruleSet, knownOf(knowledge, now));
  const settings = knowledge.groups.map((group) => group.settings);
  return {
    errors: analysis.isFinished ? analysis.findings.filter(({ severity }) => severity === "error") : [],
    entangled: analysis.isFinished ? [] : analysis.ruleIds,
    red: examples.filter((example) => !runExample(ruleSet, example, settings).isPassed),
  };
}

/** The same as a refusal: the first thing that stands against it. */
export function requireReady({ errors, entangled, red }: Readiness): Outcome<null> {
  if (entangled.length > 0) return refuse("rules_entangled", { count: entangled.length });
  if (errors.length > 0) return refuse("rules_have_errors", { count: errors.length });
  if (red.length === 0) return done(null);
  return refuse("examples_red", { count: red.length, names: red.map(({ name }) => name).join(", ") });
}

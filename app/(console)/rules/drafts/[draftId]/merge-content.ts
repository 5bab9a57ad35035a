import type { Content } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import type { ExampleTest } from "@/server/domain/routing/example-test";
import { type Conflict, mergeRuleSets } from "@/server/domain/routing/versions/merge";
import type { Sides } from "@/server/domain/routing/versions/merge-order";

export interface MergedContent {
  readonly content: Content;
  readonly conflicts: readonly Conflict[];
}

/** What two people made of one draft: rule by rule, and example by example. */
export function mergeContent({ base, mine, theirs }: Sides<Content>): MergedContent {
  const { ruleSet, conflicts } = mergeRuleSets({
    base: base.ruleSet,
    mine: mine.ruleSet,
    theirs: theirs.ruleSet,
  });
  const examples = mergeExamples({ base: base.examples, mine: mine.examples, theirs: theirs.examples });
  return { content: { ruleSet, examples }, conflicts };
}

/** Mine where I changed it, else theirs; what either took out and the other left alone is gone. */
function mergeExamples({ base, mine, theirs }: Sides<readonly ExampleTest[]>): ExampleTest[] {
  const byId = (examples: readonly ExampleTest[]) => new Map(examples.map((one) => [one.exampleId, one]));
  const [was, own, others] = [byId(base), byId(mine), byId(theirs)];
  const same = (one?: ExampleTest, other?: ExampleTest) => JSON.stringify(one) === JSON.stringify(other);
  return [...new Set([...own.keys(), ...others.keys()])].flatMap((id) => {
    const isMine = !same(own.get(id), was.get(id));
    const chosen = isMine ? (own.get(id) ?? others.get(id)) : others.get(id);
    const isDeleted = isMine && own.get(id) === undefined && same(others.get(id), was.get(id));
    return chosen === undefined || isDeleted ? [] : [chosen];
  });
}

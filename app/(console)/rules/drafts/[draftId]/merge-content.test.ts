import { expect, test } from "vitest";
import { mergeContent } from "@/app/(console)/rules/drafts/[draftId]/merge-content";
import type { Content } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import { queueRule, ruleSet } from "@/server/testing/routing/generated-rules";

const example = (number: number, name: string): ExampleTest => ({
  exampleId: ExampleId.parse(`d0000000-0000-4000-8000-00000000000${number}`),
  name,
  call: unknownCall,
  groups: [],
  at: 0,
  expected: { kind: "hangUp" },
});
const content = (...examples: ExampleTest[]): Content => ({ ruleSet: ruleSet([queueRule(1)]), examples });
const namesOf = (merged: ReturnType<typeof mergeContent>) => merged.content.examples.map(({ name }) => name);

test("examples that two people added, changed and took out all come out as each meant", () => {
  const base = content(example(1, "kept"), example(2, "changed by them"), example(3, "taken out by me"));
  const mine = content(example(1, "kept"), example(2, "changed by them"), example(4, "mine"));
  const theirs = content(example(1, "kept"), example(2, "theirs"), example(3, "taken out by me"));
  expect(namesOf(mergeContent({ base, mine, theirs }))).toEqual(["kept", "theirs", "mine"]);
});

test("an example that one took out while the other changed it stays", () => {
  const base = content(example(1, "before"));
  const changed = content(example(1, "after"));
  expect(namesOf(mergeContent({ base, mine: content(), theirs: changed }))).toEqual(["after"]);
  expect(namesOf(mergeContent({ base, mine: changed, theirs: content() }))).toEqual(["after"]);
});

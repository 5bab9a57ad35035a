import type { SkillGroupId } from "@/server/domain/identifiers";
import { EXAMPLES_MAX, type ExampleTest, ExampleTests } from "@/server/domain/routing/example-test";
import type { Place } from "@/server/domain/routing/named-places";
import { faultsOfIssues, type ReadFault } from "@/server/domain/routing/read-condition";
import { FAULTS_MAX, type KnownIds, strangers } from "@/server/domain/routing/read-rule-set";

export type ReadExampleTests =
  | { readonly isRead: true; readonly exampleTests: readonly ExampleTest[] }
  | { readonly isRead: false; readonly faults: readonly ReadFault[] };

/** Example tests out of anything: themselves, or every fault with its path. */
export function readExampleTests(json: unknown, known: KnownIds): ReadExampleTests {
  if (Array.isArray(json) && json.length > EXAMPLES_MAX)
    return { isRead: false, faults: [{ path: "", kind: "tooMany" }] };
  const read = ExampleTests.safeParse(json);
  const faults = read.success ? faultsOfMeaning(read.data, known) : faultsOfIssues(read.error.issues, "");
  if (!read.success || faults.length > 0) return { isRead: false, faults: faults.slice(0, FAULTS_MAX) };
  return { isRead: true, exampleTests: read.data };
}

function faultsOfMeaning(tests: readonly ExampleTest[], known: KnownIds): ReadFault[] {
  const ids = tests.map(({ exampleId }) => exampleId);
  return tests.flatMap((test, index) => {
    const path = `[${index}]`;
    const again: ReadFault[] =
      ids.indexOf(test.exampleId) < index ? [{ path: `${path}.exampleId`, kind: "duplicate" }] : [];
    const { lastAgentId } = test.call;
    const agents = lastAgentId === null ? [] : [{ path: `${path}.call.lastAgentId`, id: lastAgentId }];
    return [
      ...again,
      ...strangers(groupsNamedBy(test, path), known.groups, "unknownGroup"),
      ...strangers(agents, known.agents, "unknownAgent"),
    ];
  });
}

function groupsNamedBy({ groups, expected }: ExampleTest, path: string): Place<SkillGroupId>[] {
  const told = groups.map(({ skillGroupId }, index) => ({
    path: `${path}.groups[${index}].skillGroupId`,
    id: skillGroupId,
  }));
  if (expected.kind !== "enter") return told;
  return [...told, { path: `${path}.expected.skillGroupId`, id: expected.skillGroupId }];
}

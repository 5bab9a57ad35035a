import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Instant } from "@/server/domain/instant";
import { Cohort } from "@/server/domain/metrics/cohort";
import { anchorOf, belongsTo } from "@/server/domain/metrics/cohort-membership";
import { passesFilter } from "@/server/domain/metrics/dimension-keys";
import { overflowPaths } from "@/server/domain/metrics/overflow-paths";
import { systemCallScope } from "@/server/domain/people/viewer";
import { countCohort } from "@/server/store/metrics/cohort-records";
import { readOverflowPaths } from "@/server/store/metrics/overflow-paths";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods } from "@/server/testing/generated-figures";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_125, numRuns: 12 }).flat();
let visits: FactsByUnit["visit"];
let instants: Instant[];

beforeAll(async () => {
  visits = (await recordGenerated(db, calls)).facts.visit;
  instants = visits.map(anchorOf);
});

test("the database finds the paths that the domain finds, and each opens exactly its visits", async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(generatedPeriods(instants), generatedFilters(), async ({ from, until }, filter) => {
      const asked = visits.filter((fact) => {
        const at = anchorOf(fact);
        return from <= at && at < until && passesFilter(filter, fact);
      });
      const paths = await readOverflowPaths(db, { from, until, filter });
      expect(paths).toEqual(overflowPaths(asked));
      for (const path of paths.slice(0, 2)) {
        kinds.add(path.to === null ? "let go" : "went on");
        const cohort = Cohort.parse({
          unit: "visit",
          from,
          until,
          filter: { ...filter, skillGroupIds: [path.from] },
          visitOutcomes: ["overflowed"],
          nextSkillGroupId: path.to,
        });
        expect(visits.filter((fact) => belongsTo(cohort, fact))).toHaveLength(path.count);
        const question = { scope: systemCallScope, cohort, filter: { deleted: "with" as const } };
        expect((await countCohort(db, question)).records).toBe(path.count);
      }
    }),
    { seed: 20_261_125, numRuns: 60 },
  );
  expect(kinds).toEqual(new Set(["let go", "went on"]));
});

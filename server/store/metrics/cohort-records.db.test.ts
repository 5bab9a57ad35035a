import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Instant } from "@/server/domain/instant";
import { Cohort, type FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { anchorOf, belongsTo, membersOf } from "@/server/domain/metrics/cohort-membership";
import { Dimension } from "@/server/domain/metrics/dimension";
import { narrowedTo } from "@/server/domain/metrics/dimension-keys";
import { JUDGED_VISITS } from "@/server/domain/metrics/service-level";
import { slotAt } from "@/server/domain/metrics/time/week-slots";
import { systemCallScope } from "@/server/domain/people/viewer";
import {
  countCohort,
  cursorOfRecord,
  findCohortRows,
  type RecordCursor,
} from "@/server/store/metrics/cohort-records";
import {
  readTalliesBy,
  readTally,
  readTallySeries,
  readTallySlots,
} from "@/server/store/metrics/read-tallies";
import type { CohortRow } from "@/server/store/metrics/record-rows";
import { cellsOf, type FigureCell } from "@/server/testing/figure-cells";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods, nearOneOf } from "@/server/testing/generated-figures";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_124, numRuns: 10 }).flat();
let facts: FactsByUnit;
let instants: Instant[];

beforeAll(async () => {
  facts = (await recordGenerated(db, calls)).facts;
  instants = Unit.options.flatMap((unit) => facts[unit].map(anchorOf));
});

interface Question {
  readonly from: Instant;
  readonly until: Instant;
  readonly filter: FigureFilter;
}

type Shown = readonly [cells: FigureCell[], context: Record<string, unknown>];

/** The figures of one place on a dashboard: a tile, a table's row, a point in time or a half hour of the week. */
async function figuresAt<Kind extends Unit>(unit: Kind, question: Question, place: number): Promise<Shown> {
  const { from, until, filter } = question;
  const middle = Math.floor((from + until) / 2);
  switch (place % 4) {
    case 0:
      return [cellsOf[unit](await readTally(db, { unit, ...question }), filter), {}];
    case 1: {
      const by = nth(Dimension.options, place);
      const rows = [...(await readTalliesBy(db, { unit, ...question, by }))];
      if (rows.length === 0) return [[], {}];
      const [key, tally] = nth(rows, place);
      const ofRow = narrowedTo(filter, by, key);
      if (ofRow === null) throw new RangeError(`no filter asks for ${by} ${key}`);
      return [cellsOf[unit](tally, ofRow), { filter: ofRow }];
    }
    case 2: {
      const [, later] = await readTallySeries(db, { unit, filter, boundaries: [from, middle, until] });
      return [later ? cellsOf[unit](later, filter) : [], { from: middle }];
    }
    default: {
      const timeZone = nth(["UTC", "Asia/Kathmandu", "Europe/Berlin"], place);
      const slots = await readTallySlots(db, { unit, ...question, timeZone });
      const filled = slots.flatMap((tally, index) => {
        const cells = cellsOf[unit](tally, filter);
        return cells.some(({ figure }) => figure > 0) ? [{ cells, index }] : [];
      });
      if (filled.length === 0) return [[], {}];
      const { cells, index } = nth(filled, place);
      return [cells, { slot: { ...slotAt(index), timeZone } }];
    }
  }
}

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("there is nothing to choose from");
  return item;
}

const listed = (cohort: Cohort) => ({ scope: systemCallScope, cohort, filter: { deleted: "with" as const } });

async function walk(cohort: Cohort, order: "ascending" | "descending"): Promise<CohortRow[]> {
  const rows: CohortRow[] = [];
  let after: RecordCursor | undefined;
  for (;;) {
    const page = await findCohortRows(db, { ...listed(cohort), order, limit: 7, after });
    rows.push(...page);
    const last = page.at(-1);
    if (page.length < 7 || last === undefined) return rows;
    after = cursorOfRecord(last);
  }
}

const nameOf = ({ callId, record }: CohortRow) => `${callId} ${record.ordinal}`;

test("of 200 figures drawn at random, each equals the number of records that it opens", async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        unit: fc.constantFrom(...Unit.options),
        period: generatedPeriods(instants),
        filter: generatedFilters(),
        place: fc.nat(),
        choice: fc.nat(),
      }),
      async ({ unit, period, filter, place, choice }) => {
        const [cells, context] = await figuresAt(unit, { ...period, filter }, place);
        // Most bars and counts of small sets are empty: prefer what can be wrong.
        const filled = cells.filter(({ figure }) => figure > 0);
        const candidates = filled.length > 0 && choice % 5 !== 0 ? filled : cells;
        if (candidates.length === 0) return;
        const { figure, conditions } = nth(candidates, choice);
        const cohort = Cohort.parse({ unit, ...period, filter, ...context, ...conditions });
        const size = await countCohort(db, listed(cohort));
        expect(size.records).toBe(figure);
        const rows = await walk(cohort, choice % 2 === 0 ? "ascending" : "descending");
        expect(new Set(rows.map(nameOf)).size).toBe(figure);
        expect(new Set(rows.map(({ callId }) => callId)).size).toBe(size.calls);
        expect(facts[unit].filter((fact) => belongsTo(cohort, fact))).toHaveLength(figure);
        opened += figure > 0 ? 1 : 0;
      },
    ),
    { seed: 20_261_124, numRuns: 200 },
  );
  expect(opened).toBeGreaterThan(100);
});

/** Conditions that no tally counts: they look at a moment, or at other calls. */
const ofTheMoment = () =>
  fc.oneof(
    fc.record({
      unit: fc.constant("call"),
      repeatWithinHours: fc.option(fc.integer({ min: 1, max: 720 }), { nil: undefined }),
      fromNumber: fc.constantFrom(undefined, true),
    }),
    fc.record({
      unit: fc.constant("visit"),
      asOf: nearOneOf(instants).chain((at) => fc.integer({ min: 0, max: 60_000 }).map((more) => at + more)),
      withinTarget: fc.constantFrom(undefined, true, false),
      fates: fc.constantFrom(undefined, JUDGED_VISITS, [{ outcome: "waiting", withinTarget: true }]),
      wait: fc.constantFrom(undefined, {}, { min: 20_001 }, { below: 20_001 }),
    }),
  );

test("calls that repeat others, and waits as of a moment, are the same to the database and the domain", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      ofTheMoment(),
      generatedPeriods(instants),
      generatedFilters(),
      async (conditions, period, filter) => {
        const cohort = Cohort.parse({ ...conditions, ...period, filter });
        const members = membersOf(cohort, facts[cohort.unit]);
        expect((await countCohort(db, listed(cohort))).records).toBe(members.length);
        seen.set(cohort.unit, (seen.get(cohort.unit) ?? 0) + members.length);
      },
    ),
    { seed: 20_261_125, numRuns: 200 },
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(100);
});

test("pages join without gap or repetition, from either end", async () => {
  const always = { from: Math.min(...instants), until: Math.max(...instants) + 1, filter: {} };
  for (const unit of Unit.options) {
    const cohort = Cohort.parse({ unit, ...always });
    const forwards = (await walk(cohort, "ascending")).map(nameOf);
    expect((await walk(cohort, "descending")).map(nameOf)).toEqual(forwards.toReversed());
    const request = { ...listed(cohort), order: "ascending" as const };
    const [first, , third] = await findCohortRows(db, { ...request, limit: 3 });
    const before =
      third && (await findCohortRows(db, { ...request, limit: 5, before: cursorOfRecord(third) }));
    expect(before?.map(nameOf)).toEqual(forwards.slice(0, 2));
    expect(first && nameOf(first)).toBe(forwards[0]);
  }
});

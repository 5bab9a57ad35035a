import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { DashboardInput, type Looked } from "@/server/api/routers/dashboards/looked";
import { procedureNeeding, router } from "@/server/api/trpc";
import { Dimension } from "@/server/domain/metrics/dimension";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import { durationFigure } from "@/server/domain/metrics/duration-figure";
import { type DurationSpread, durationSpread } from "@/server/domain/metrics/duration-spread";
import { durationsOf, HandlePart, unfinishedLegs } from "@/server/domain/metrics/handle-time";
import { keysOfEither } from "@/server/domain/metrics/keys-of-either";
import { countOf } from "@/server/domain/metrics/log-histogram";
import { reachedBy } from "@/server/domain/metrics/quantile";
import type { LegTally, VisitCounts } from "@/server/domain/metrics/tally";
import { callScopeOf, type Viewer } from "@/server/domain/people/viewer";
import { findCohortRows } from "@/server/store/metrics/cohort-records";
import { findLongestLegs } from "@/server/store/metrics/longest-legs";
import {
  readTalliesBy,
  readTally,
  readTallySeries,
  readTallySlots,
} from "@/server/store/metrics/read-tallies";
import type { CohortRow } from "@/server/store/metrics/record-rows";

const listedMax = 20;
const topRows = 50;

const DurationInput = DashboardInput.extend({
  /** Whose distribution is looked at. */
  part: HandlePart,
  by: Dimension.exclude(["exitNode"]),
  /** Whether the breakdown goes on after its largest rows. */
  allRows: z.boolean(),
});
type DurationInput = z.infer<typeof DurationInput>;

export const durationRouter = router({
  /** How long finished legs took: together, over time, over the week, by one of their properties, and singly. */
  figures: procedureNeeding("dashboards:read")
    .input(DurationInput)
    .query(async ({ ctx: { db, viewer }, input }) => {
      const { part, compare } = input;
      const ownTally = readTally(db, legsOf(input));
      const [own, visits, series, slots, breakdown, compared, longest, short] = await Promise.all([
        ownTally,
        readVisits(db, input),
        readTallySeries(db, {
          ...legsOf(input),
          boundaries: input.boundaries,
          needs: ["handles", distributionOf(part)],
        }),
        readTallySlots(db, { ...legsOf(input), timeZone: input.timeZone, needs: [distributionOf(part)] }),
        breakDown(db, input),
        compare && readCompared(db, compare, part),
        readLongest(db, input, ownTally),
        readShort(db, input, viewer),
      ]);
      return {
        ...figuresOf(own, part),
        unfinished: unfinishedLegs(own),
        visits,
        series: series.map((tally) => pointOf(tally, part)),
        slots: slots.map((tally) => slotFigure(tally, part)),
        breakdown,
        compared,
        longest: longest.map(listedLeg),
        short: { n: own.short, latest: short.map(listedLeg) },
      };
    }),
});

function legsOf({ from, until, filter }: Looked) {
  return { unit: "leg", from, until, filter } as const;
}

/** What became of the visits: the queue's books stand on every page. */
async function readVisits(db: Queryable, { from, until, filter }: Looked): Promise<VisitCounts> {
  return await readTally(db, { unit: "visit", from, until, filter, needs: "counts" });
}

const distributionOf = (part: HandlePart) => `${part}s` as const;

function spreadOf(tally: LegTally, part: HandlePart): DurationSpread | null {
  return durationSpread(...durationsOf(tally, part));
}

/** The spread of every part, and the whole distribution of the one that is looked at. */
function figuresOf(tally: LegTally, part: HandlePart) {
  const [, distribution] = durationsOf(tally, part);
  return {
    parts: {
      handle: spreadOf(tally, "handle"),
      talk: spreadOf(tally, "talk"),
      hold: spreadOf(tally, "hold"),
      wrapUp: spreadOf(tally, "wrapUp"),
    },
    distribution,
  };
}

/** An interval: the spread of the part, and what handle time is made of on average. */
function pointOf(tally: LegTally, part: HandlePart) {
  const { finished: n, talkMs, holdMs, wrapUpMs } = tally;
  const handle = spreadOf(tally, "handle");
  return {
    spread: part === "handle" ? handle : spreadOf(tally, part),
    handle,
    means: n === 0 ? null : { talkMs: talkMs / n, holdMs: holdMs / n, wrapUpMs: wrapUpMs / n },
  };
}

function slotFigure(tally: LegTally, part: HandlePart) {
  return durationFigure(...durationsOf(tally, part));
}

async function readCompared(db: Queryable, looked: Looked, part: HandlePart) {
  const [tally, series] = await Promise.all([
    readTally(db, legsOf(looked)),
    readTallySeries(db, {
      ...legsOf(looked),
      boundaries: looked.boundaries,
      needs: ["handles", distributionOf(part)],
    }),
  ]);
  return { ...figuresOf(tally, part), series: series.map((one) => pointOf(one, part)) };
}

type TalliesByKey = ReadonlyMap<DimensionKey, LegTally>;

/** The spread under every key of either side, those with the most legs first. */
async function breakDown(db: Queryable, { part, by, allRows, compare, ...looked }: DurationInput) {
  const [own, beside] = await Promise.all([
    readTalliesBy(db, { ...legsOf(looked), by, needs: [distributionOf(part)] }),
    compare && readTalliesBy(db, { ...legsOf(compare), by, needs: [distributionOf(part)] }),
  ]);
  const countUnder = (tallies: TalliesByKey | null, key: DimensionKey) => {
    const tally = tallies?.get(key);
    return tally ? countOf(durationsOf(tally, part)[1]) : 0;
  };
  const spreadUnder = (tallies: TalliesByKey | null, key: DimensionKey) => {
    const tally = tallies?.get(key);
    return tally ? spreadOf(tally, part) : null;
  };
  const counted = keysOfEither(own, beside)
    .map((key) => ({ key, n: countUnder(own, key), others: countUnder(beside, key) }))
    .filter(({ n, others }) => n + others > 0)
    .sort((one, other) => other.n - one.n || other.others - one.others);
  const rows = counted
    .slice(0, allRows ? counted.length : topRows)
    .map(({ key }) => ({ key, spread: spreadUnder(own, key), compared: spreadUnder(beside, key) }));
  return { rows, total: counted.length };
}

/** The tally tells from which length on to look. */
async function readLongest(
  db: Queryable,
  { from, until, filter, part }: DurationInput,
  tally: Promise<LegTally>,
): Promise<CohortRow[]> {
  const [, durations] = durationsOf(await tally, part);
  return await findLongestLegs(db, {
    from,
    until,
    filter,
    part,
    min: reachedBy(durations, listedMax),
    limit: listedMax,
  });
}

async function readShort(db: Queryable, looked: Looked, viewer: Viewer): Promise<CohortRow[]> {
  return await findCohortRows(db, {
    scope: callScopeOf(viewer),
    cohort: { ...legsOf(looked), short: true },
    filter: { deleted: "with" },
    order: "descending",
    limit: listedMax,
  });
}

/** What a list prints of a leg. */
function listedLeg(row: CohortRow) {
  const { callId, record, agentName, skillGroupName, talkMs, holdMs, wrapUpMs, handleMs, deletedAt } = row;
  const names = { agentName, skillGroupName };
  const lengths = { talkMs, holdMs, wrapUpMs, handleMs };
  return { callId, ordinal: record.ordinal, answeredAt: record.at, ...names, ...lengths, deletedAt };
}

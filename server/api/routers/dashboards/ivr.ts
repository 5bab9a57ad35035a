import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { DashboardInput, type Looked } from "@/server/api/routers/dashboards/looked";
import { procedureNeeding, router } from "@/server/api/trpc";
import { Instant } from "@/server/domain/instant";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { answeredAfterIvr, ivrTime, leftInIvr } from "@/server/domain/metrics/ivr";
import type { CallTally } from "@/server/domain/metrics/tally";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";

const topRows = 50;
/** So many a list to choose from can hold. */
const keyTracksMax = 200;

const IvrInput = DashboardInput.extend({
  /** Whether the key tracks go on after the most frequent ones. */
  allRows: z.boolean(),
});

export const ivrRouter = router({
  /** What became of the calls in the IVR: together, by key track, by last node and by verification. */
  figures: procedureNeeding("dashboards:read")
    .input(IvrInput)
    .query(async ({ ctx: { db }, input: { compare, allRows, ...looked } }) => {
      const rowsBy = (by: Dimension) => readRows(db, { looked, compare, by });
      const [own, compared, visits, tracks, nodes, verifications] = await Promise.all([
        readTally(db, callsOf(looked)),
        compare && readTally(db, callsOf(compare)),
        readTally(db, { ...callsOf(looked), unit: "visit", needs: "counts" }),
        rowsBy("path"),
        rowsBy("exitNode"),
        rowsBy("verification"),
      ]);
      const { answeredWaits, abandonedWaits, shortAbandonedWaits, otherWaits, ...visitCounts } = visits;
      return {
        own: { ...figuresOf(own), durations: own.ivrs },
        compared: compared && { ...figuresOf(compared), durations: compared.ivrs },
        visits: visitCounts,
        tracks: { rows: allRows ? tracks : tracks.slice(0, topRows), total: tracks.length },
        nodes: nodes.filter(({ left }) => left !== null && left.part > 0),
        verifications,
      };
    }),

  /** What callers pressed in a period, the most frequent first: what can be filtered by. */
  keyTracks: procedureNeeding("dashboards:read")
    .input(z.object({ from: Instant, until: Instant }))
    .query(async ({ ctx: { db }, input }) => {
      const tallies = await readTalliesBy(db, {
        ...callsOf({ ...input, filter: {} }),
        by: "path",
        needs: "counts",
      });
      return [...tallies]
        .sort(([, one], [, other]) => other.inIvr - one.inIvr)
        .flatMap(([key, { inIvr }]) => (key === null || inIvr === 0 ? [] : [key]))
        .slice(0, keyTracksMax);
    }),
});

function callsOf({ from, until, filter }: Omit<Looked, "boundaries">) {
  return { unit: "call", from, until, filter } as const;
}

interface RowsQuestion {
  readonly looked: Looked;
  readonly compare: Looked | null;
  readonly by: Dimension;
}

/** The calls in the IVR under every key, the most first, each beside those that they are compared with. */
async function readRows(db: Queryable, { looked, compare, by }: RowsQuestion) {
  const [own, beside] = await Promise.all([
    readTalliesBy(db, { ...callsOf(looked), by }),
    compare && readTalliesBy(db, { ...callsOf(compare), by }),
  ]);
  return [...own]
    .filter(([, { inIvr }]) => inIvr > 0)
    .map(([key, tally]) => {
      const other = beside?.get(key);
      return { key, ...figuresOf(tally), compared: other ? figuresOf(other) : null };
    })
    .sort((one, other) => other.inIvr - one.inIvr);
}

function figuresOf(tally: CallTally) {
  return {
    inIvr: tally.inIvr,
    left: leftInIvr(tally),
    answered: answeredAfterIvr(tally),
    time: ivrTime(tally),
  };
}

import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { DashboardInput, type Looked } from "@/server/api/routers/dashboards/looked";
import { procedureNeeding, router } from "@/server/api/trpc";
import { Instant } from "@/server/domain/instant";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { answeredAfterIvr, ivrTime, leftInIvr } from "@/server/domain/metrics/ivr";
import { keysOfEither } from "@/server/domain/metrics/keys-of-either";
import type { CallTally } from "@/server/domain/metrics/tally";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
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
        nodes: nodes.filter(
          ({ left, compared: before }) => (left?.part ?? 0) + (before?.left?.part ?? 0) > 0,
        ),
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

/** The calls in the IVR under every key of either side, the most first, each beside what it is compared with. */
async function readRows(db: Queryable, { looked, compare, by }: RowsQuestion) {
  const [own, beside] = await Promise.all([
    readTalliesBy(db, { ...callsOf(looked), by }),
    compare && readTalliesBy(db, { ...callsOf(compare), by }),
  ]);
  const inIvrBefore = (row: { readonly compared: { readonly inIvr: number } | null }) =>
    row.compared?.inIvr ?? 0;
  return keysOfEither(own, beside)
    .map((key) => {
      const other = beside?.get(key);
      return {
        key,
        ...figuresOf(own.get(key) ?? emptyTally("call")),
        compared: other ? figuresOf(other) : null,
      };
    })
    .filter((row) => row.inIvr + inIvrBefore(row) > 0)
    .sort((one, other) => other.inIvr - one.inIvr || inIvrBefore(other) - inIvrBefore(one));
}

function figuresOf(tally: CallTally) {
  return {
    inIvr: tally.inIvr,
    left: leftInIvr(tally),
    answered: answeredAfterIvr(tally),
    time: ivrTime(tally),
  };
}

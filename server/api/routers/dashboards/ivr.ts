import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { DashboardInput, type Looked } from "@/server/api/routers/dashboards/looked";
import { procedureNeeding, router } from "@/server/api/trpc";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { answeredAfterIvr, ivrTime, leftInIvr } from "@/server/domain/metrics/ivr";
import type { CallTally } from "@/server/domain/metrics/tally";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";

const topRows = 50;

const IvrInput = DashboardInput.extend({
  /** Whether the key tracks go on after the most frequent ones. */
  allRows: z.boolean(),
});

export const ivrRouter = router({
  /** What became of the calls in the IVR: together, by key track, by last node and by verification. */
  figures: procedureNeeding("dashboards:read")
    .input(IvrInput)
    .query(async ({ ctx: { db }, input: { compare, allRows, ...looked } }) => {
      const [own, compared, visits, tracks, nodes, verifications] = await Promise.all([
        readTally(db, callsOf(looked)),
        compare && readTally(db, callsOf(compare)),
        readTally(db, { ...callsOf(looked), unit: "visit", needs: "counts" }),
        readRows(db, looked, "path"),
        readRows(db, looked, "exitNode"),
        readRows(db, looked, "verification"),
      ]);
      const { answeredWaits, abandonedWaits, shortAbandonedWaits, otherWaits, ...visitCounts } = visits;
      return {
        own: { ...figuresOf(own), durations: [...own.ivrs] },
        compared: compared && { ...figuresOf(compared), durations: [...compared.ivrs] },
        visits: visitCounts,
        tracks: { rows: allRows ? tracks : tracks.slice(0, topRows), total: tracks.length },
        nodes: nodes.filter(({ left }) => left !== null && left.part > 0),
        verifications,
      };
    }),
});

function callsOf({ from, until, filter }: Omit<Looked, "boundaries">) {
  return { unit: "call", from, until, filter } as const;
}

/** The calls in the IVR under every key, the most first. */
async function readRows(db: Queryable, looked: Looked, by: Dimension) {
  const tallies = await readTalliesBy(db, { ...callsOf(looked), by });
  return [...tallies]
    .filter(([, { inIvr }]) => inIvr > 0)
    .map(([key, tally]) => ({ key, ...figuresOf(tally) }))
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

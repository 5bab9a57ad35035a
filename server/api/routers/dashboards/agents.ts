import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { procedureNeeding, router } from "@/server/api/trpc";
import type { UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { type AgentWork, agentFigures, noWork, sharedOccupancy } from "@/server/domain/metrics/agent-figures";
import { FigureFilter } from "@/server/domain/metrics/cohort";
import { handleTime } from "@/server/domain/metrics/handle-time";
import { keysOfEither } from "@/server/domain/metrics/keys-of-either";
import { varianceOf } from "@/server/domain/metrics/quantile";
import type { LegTally } from "@/server/domain/metrics/tally";
import { countsOf } from "@/server/domain/metrics/visit-figures";
import { countsAllWork, readAgentWorks } from "@/server/store/metrics/agent-works";
import { readTally } from "@/server/store/metrics/read-tallies";
import { findNames } from "@/server/store/users";

const Looked = z.strictObject({ from: Instant, until: Instant, filter: FigureFilter });
type Looked = z.infer<typeof Looked>;

const AgentsInput = Looked.extend({
  /** What the floor is set beside; other agents are told one by one. */
  compare: Looked.extend({ areAgents: z.boolean() }).nullable(),
});

export const agentsRouter = router({
  /** The work of the floor as a whole, and of each agent. */
  figures: procedureNeeding("dashboards:read")
    .input(AgentsInput)
    .query(async ({ ctx: { db, now }, input: { compare, ...looked } }) => {
      const worksOf = (asked: Looked) => readAgentWorks(db, { ...pick(asked), now: now() });
      const [works, floor, visits, everybody, compared, beside] = await Promise.all([
        worksOf(looked),
        readFloor(db, looked),
        readTally(db, { ...looked, unit: "visit", needs: "counts" }),
        looked.filter.agentIds && readLegsOfAll(db, looked),
        compare && !compare.areAgents ? readFloor(db, pick(compare)) : null,
        compare && worksOf(compare),
      ]);
      const [others, before] = compare?.areAgents ? [beside, null] : [null, beside];
      const names = await findNames(db, keysOfEither(works, beside));
      return {
        floor: { ...agentFigures(floor), occupancy: sharedOccupancy(works.values()) },
        visits: countsOf(visits),
        compared: compared && agentFigures(compared),
        spread: spreadOf(everybody ?? floor.legs),
        agents: keysOfEither(works, before).map((agentId) => {
          const work = before?.get(agentId);
          return {
            ...named([agentId, works.get(agentId) ?? noWork()], names),
            before: work ? agentFigures(work) : null,
          };
        }),
        beside: others && [...others].map((agent) => named(agent, names)),
        /** Occupancy is said of all that agents do, and of those whose presence was recorded. */
        countsAllWork: countsAllWork(looked.filter),
        presentAgents: [...works.values()].filter(({ freeIdleMs }) => freeIdleMs !== null).length,
      };
    }),
});

function pick({ from, until, filter }: Looked): Looked {
  return { from, until, filter };
}

/** The work of all asked agents as if they were one; nothing is said of their presence. */
async function readFloor(db: Queryable, looked: Looked): Promise<AgentWork> {
  const [legs, offers] = await Promise.all([
    readTally(db, { ...looked, unit: "leg" }),
    readTally(db, { ...looked, unit: "offer" }),
  ]);
  return { legs, offers, freeIdleMs: null };
}

async function readLegsOfAll(db: Queryable, { filter, ...period }: Looked): Promise<LegTally> {
  return await readTally(db, { ...period, filter: { ...filter, agentIds: undefined }, unit: "leg" });
}

/** What the limits of chance are drawn from: the handle times of everybody, whichever agents are looked at. */
function spreadOf(legs: LegTally) {
  const variance = varianceOf(legs.handles);
  const figure = handleTime(legs);
  return figure && variance !== null ? { mean: figure.meanMs, variance } : null;
}

function named([agentId, work]: readonly [UserId, AgentWork], names: ReadonlyMap<UserId, string>) {
  return { agentId, name: names.get(agentId) ?? null, figures: agentFigures(work) };
}

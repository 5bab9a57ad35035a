import { FigureFilter, type Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import type { Facts } from "@/server/domain/metrics/fact";

/** What a record is filed under in a dimension; null when it has no such property. */
export type DimensionKey = string | null;

/**
 * Under which keys of a dimension a record is counted. Always at least one; more only for a call, which
 * counts for every group it queued for and every agent it was offered to. A visit belongs to the agent who
 * answered it, an offer or a leg to its own agent and group.
 */
export function keysOf(dimension: Dimension, fact: Facts[Unit]): readonly DimensionKey[] {
  const { traits } = fact;
  switch (dimension) {
    case "skillGroup":
      return skillGroupsOf(fact);
    case "agent":
      return agentsOf(fact);
    default:
      return [traits[dimension]];
  }
}

function skillGroupsOf(fact: Facts[Unit]): readonly DimensionKey[] {
  if (fact.unit === "call") return orNone(fact.skillGroupIds);
  return [fact.unit === "visit" ? fact.visit.skillGroupId : fact.leg.skillGroupId];
}

function agentsOf(fact: Facts[Unit]): readonly DimensionKey[] {
  if (fact.unit === "call") return orNone(fact.agentIds);
  return [fact.unit === "visit" ? fact.visit.answeredBy : fact.leg.agentId];
}

function orNone(keys: readonly string[]): readonly DimensionKey[] {
  return keys.length === 0 ? [null] : keys;
}

/** The keys of each dimension that a filter lets through; all of them where it says nothing. */
export function keysAsked(filter: FigureFilter, dimension: Dimension): readonly DimensionKey[] | undefined {
  switch (dimension) {
    case "skillGroup":
      return filter.skillGroupIds;
    case "agent":
      return filter.agentIds;
    case "direction":
      return filter.direction === undefined ? undefined : [filter.direction];
    case "province":
      return filter.provinces;
    case "outcome":
      return filter.outcomes;
    case "path":
      return filter.paths;
    case "verification":
      return filter.verifications;
    case "exitNode":
      return filter.exitNodes;
  }
}

/**
 * The filter that lets only the records under one key of a dimension through: those behind a row of a
 * breakdown. Null where a filter cannot say the key.
 */
export function narrowedTo(
  filter: FigureFilter,
  dimension: Dimension,
  key: DimensionKey,
): FigureFilter | null {
  return FigureFilter.safeParse({ ...filter, ...askingFor(dimension, key) }).data ?? null;
}

function askingFor(dimension: Dimension, key: DimensionKey) {
  switch (dimension) {
    case "skillGroup":
      return { skillGroupIds: [key] };
    case "agent":
      return { agentIds: [key] };
    case "direction":
      return { direction: key };
    case "province":
      return { provinces: [key] };
    case "outcome":
      return { outcomes: [key] };
    case "path":
      return { paths: [key] };
    case "verification":
      return { verifications: [key] };
    case "exitNode":
      return { exitNodes: [key] };
  }
}

/** Whether a record is counted under an asked key of every dimension. */
export function passesFilter(filter: FigureFilter, fact: Facts[Unit]): boolean {
  return Dimension.options.every((dimension) => {
    const asked = keysAsked(filter, dimension);
    return asked === undefined || keysOf(dimension, fact).some((key) => asked.includes(key));
  });
}

import type { Definition } from "@/server/domain/metrics/definition";

export const offeredVisitsDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: [],
  measure: "count",
  sources: ["amazonConnect", "genesys"],
};

export const answeredVisitsDefinition: Definition = { ...offeredVisitsDefinition };

export const abandonedVisitsDefinition: Definition = {
  ...offeredVisitsDefinition,
  exclusions: ["shortAbandons"],
};

export const waitingVisitsDefinition: Definition = { ...offeredVisitsDefinition, sources: [] };

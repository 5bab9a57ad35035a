import { secondsOf } from "@/app/_charts/seconds";
import type { AgentFigures } from "@/server/domain/metrics/agent-figures";

const durations = ["handle", "talk", "hold", "wrapUp", "ring"] as const;
const shares = ["rona", "short", "transfers"] as const;

/** What heads a column: a figure's name, and what is said of it. */
export interface AgentsCsvWords {
  readonly name: string;
  readonly answered: string;
  readonly unfinished: string;
  readonly duration: (column: (typeof durations)[number], part: "mean" | "median" | "p90" | "n") => string;
  readonly share: (column: (typeof shares)[number] | "occupancy", part: "share" | "part" | "whole") => string;
}

interface CsvAgent {
  readonly name: string;
  readonly figures: AgentFigures;
  /** The same agent's, that they are compared with. */
  readonly before: { readonly figures: AgentFigures } | null;
}

/**
 * Agents as rows of a file: durations in seconds, shares from 0 to 1, nothing where there is nothing.
 * With `compared`, which names a column of what is compared, each figure stands twice.
 */
export function agentsCsv(
  agents: readonly CsvAgent[],
  words: AgentsCsvWords,
  compared: ((column: string) => string) | null,
): string[][] {
  const columns = columnsOf(words);
  const nothing = columns.map(() => "");
  const rows = agents.map(({ name, figures }) => [name, ...fieldsOf(figures)]);
  const own = [[words.name, ...columns], ...rows];
  if (compared === null) return own;
  const beside = agents.map(({ before }) => (before ? fieldsOf(before.figures) : nothing));
  return [columns.map(compared), ...beside].map((fields, index) => [...(own[index] ?? []), ...fields]);
}

function columnsOf(words: AgentsCsvWords): string[] {
  const parts = ["mean", "median", "p90", "n"] as const;
  const shareParts = ["share", "part", "whole"] as const;
  return [
    words.answered,
    words.unfinished,
    ...durations.flatMap((column) => parts.map((part) => words.duration(column, part))),
    words.share("occupancy", "share"),
    ...shares.flatMap((column) => shareParts.map((part) => words.share(column, part))),
  ];
}

function fieldsOf(figures: AgentFigures): string[] {
  return [
    String(figures.answered),
    String(figures.unfinished),
    ...durations.flatMap((column) => durationFields(figures[column])),
    figures.occupancy === null ? "" : decimal(figures.occupancy.share),
    ...shares.flatMap((column) => shareFields(figures[column])),
  ];
}

function durationFields(figure: AgentFigures["handle"]): string[] {
  if (figure === null) return ["", "", "", "0"];
  const { meanMs, medianMs, p90Ms, n } = figure;
  return [seconds(meanMs), seconds(medianMs), seconds(p90Ms), String(n)];
}

function shareFields(figure: AgentFigures["rona"]): string[] {
  if (figure === null) return ["", "0", "0"];
  return [decimal(figure.share), String(figure.part), String(figure.whole)];
}

const seconds = (ms: number) => String(secondsOf(ms));
const decimal = (share: number) => String(Number(share.toFixed(6)));

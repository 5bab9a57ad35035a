import type { AgentFigures } from "@/server/domain/metrics/agent-figures";

const durations = ["handle", "talk", "hold", "wrapUp"] as const;
const shares = ["rona", "short", "transfers"] as const;

/** What heads a column: a figure's name, and what is said of it. */
export interface AgentsCsvWords {
  readonly name: string;
  readonly answered: string;
  readonly unfinished: string;
  readonly duration: (column: (typeof durations)[number], part: "mean" | "median" | "p90" | "n") => string;
  readonly share: (column: (typeof shares)[number] | "occupancy", part: "share" | "part" | "whole") => string;
}

/** Agents as rows of a file: durations in seconds, shares from 0 to 1, nothing where there is nothing. */
export function agentsCsv(
  agents: readonly { readonly name: string; readonly figures: AgentFigures }[],
  words: AgentsCsvWords,
): string[][] {
  const parts = ["mean", "median", "p90", "n"] as const;
  const shareParts = ["share", "part", "whole"] as const;
  return [
    [
      words.name,
      words.answered,
      words.unfinished,
      ...durations.flatMap((column) => parts.map((part) => words.duration(column, part))),
      words.share("occupancy", "share"),
      ...shares.flatMap((column) => shareParts.map((part) => words.share(column, part))),
    ],
    ...agents.map(({ name, figures }) => [
      name,
      String(figures.answered),
      String(figures.unfinished),
      ...durations.flatMap((column) => durationFields(figures[column])),
      figures.occupancy === null ? "" : decimal(figures.occupancy.share),
      ...shares.flatMap((column) => shareFields(figures[column])),
    ]),
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

const seconds = (ms: number) => String(Math.round(ms) / 1000);
const decimal = (share: number) => String(Number(share.toFixed(6)));

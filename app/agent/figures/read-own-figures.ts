import "server-only";
import { getTranslations } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { type AgentCells, type AgentColumn, agentCells } from "@/app/_charts/agent-cells";
import type { Sparkline, TableModel } from "@/app/_charts/chart-models";
import { prepareCourse } from "@/app/_charts/prepare-course";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import { getAgentWords } from "@/app/_components/format/agent-words";
import { getIntervalWords } from "@/app/_components/format/interval-words";
import { daysOf } from "@/app/_components/period/days";
import { api } from "@/app/_trpc/server";
import type { OwnPeriod } from "@/app/agent/figures/own-period";
import type { Instant } from "@/server/domain/instant";
import { intervalBoundaries } from "@/server/domain/metrics/time/intervals";

export interface OwnFigures {
  readonly cells: AgentCells;
  readonly sparklines: Partial<Record<AgentColumn, Sparkline>>;
  readonly table: TableModel;
}

interface Viewpoint {
  readonly now: Instant;
  readonly timeZone: string;
}

/** The viewer's own figures of a period, hour by hour of one day and day by day of several. */
export async function readOwnFigures(period: OwnPeriod, { now, timeZone }: Viewpoint): Promise<OwnFigures> {
  const interval = period === "today" ? "hour" : "day";
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const { first, last } = daysOf(period, today);
  const from = first.toZonedDateTime(timeZone).epochMilliseconds;
  const until = last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const boundaries = intervalBoundaries({ from, until }, interval, timeZone);
  const [own, words, intervalWords] = await Promise.all([
    api.dashboards.own.figures({ boundaries }),
    getAgentWords(),
    getIntervalWords(interval, timeZone),
  ]);
  const filter = { agentIds: [own.agentId] };
  const t = await getTranslations("ownFigures");
  const names = await getTranslations("agentFigures");
  return {
    cells: agentCells(own.figures, { from, until, filter }, words),
    ...prepareCourse({
      intervals: prepareIntervals(boundaries, now, intervalWords),
      figures: own.intervals,
      now,
      filter,
      words,
      columns: { when: t("when"), answered: names("columns.answered"), handle: names("columns.handle") },
    }),
  };
}

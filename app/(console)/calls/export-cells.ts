import { spreadsheetMoment } from "@/app/_components/format/spreadsheet-moment";
import type { Locale } from "@/app/_i18n/locales";
import { localPlace } from "@/app/_i18n/place-names";
import type { Translator } from "@/app/_i18n/translator";
import type { CallRow } from "@/app/(console)/calls/call-row";
import type { CallColumn } from "@/server/domain/calls/call-columns";
import type { Cohort } from "@/server/domain/metrics/cohort";

interface Reader {
  readonly t: Translator<"calls">;
  /** How queue visits and legs end. */
  readonly ofCall: Translator<"call">;
  readonly cohort: Cohort | null;
  readonly timeZone: string;
  readonly locale: Locale;
}

type ExportedRow = Omit<CallRow, "mayOpen">;
type Cell = (row: ExportedRow, reader: Reader) => string;

const seconds = (ms: number | null) => (ms === null ? "" : String(ms / 1000));

const cells: Record<CallColumn, Cell> = {
  start: ({ startedAt, record }, { timeZone }) => spreadsheetMoment(record?.at ?? startedAt, timeZone),
  customer: ({ customerName, customerNumber }) => [customerName, customerNumber].filter(Boolean).join(" "),
  place: (row, { locale }) => {
    const { province, city } = localPlace(locale, row);
    return [province, city === province ? null : city].filter(Boolean).join(" ");
  },
  direction: ({ direction }, { t }) => t(`directions.${direction}`),
  skillGroup: ({ skillGroupName }) => skillGroupName ?? "",
  agent: ({ agentName }) => agentName ?? "",
  outcome: ({ outcome, record }, { t, ofCall }) =>
    record?.outcome ? ofCall(`end.${record.end ?? record.outcome}`) : t(`outcomes.${outcome}`),
  verification: ({ verification }, { t }) => (verification ? t(`verifications.${verification}`) : ""),
  keys: ({ keyTrack }) => keyTrack,
  ivr: ({ ivrMs }) => seconds(ivrMs),
  wait: ({ waitMs }) => seconds(waitMs),
  talk: ({ talkMs }) => seconds(talkMs),
  hold: ({ holdMs, answeredAt }) => seconds(answeredAt === null ? null : holdMs),
  wrapUp: ({ wrapUpMs, answeredAt }) => seconds(answeredAt === null ? null : wrapUpMs),
  handle: ({ handleMs }) => seconds(handleMs),
  visits: ({ visitCount }) => String(visitCount),
  transfers: ({ transferCount }) => String(transferCount),
  notes: ({ noteCount }) => String(noteCount),
};

const inSeconds: ReadonlySet<CallColumn> = new Set(["ivr", "wait", "talk", "hold", "wrapUp", "handle"]);

/** The headings and the cells of an export. Durations are in seconds, so that a spreadsheet can add them up. */
export function exportCells(columns: readonly CallColumn[], reader: Reader) {
  const { t, timeZone, cohort } = reader;
  const headings = columns.map((column) => {
    const isAnchor = cohort !== null && column === "start";
    const name = isAnchor ? t(`cohort.anchors.${cohort.unit}`) : t(`columns.${column}`);
    if (column === "start") return t("export.inZone", { name, timeZone });
    return inSeconds.has(column) ? t("export.inSeconds", { name }) : name;
  });
  return { headings, cellsOf: (row: ExportedRow) => columns.map((column) => cells[column](row, reader)) };
}

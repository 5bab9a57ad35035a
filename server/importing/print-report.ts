import { createFormatter, createTranslator } from "next-intl";
import english from "@/app/_messages/en.json";
import type { ImportId } from "@/server/domain/identifiers";
import { type ImportReport, isReconciled } from "@/server/domain/importing/report";
import type { Refusal } from "@/server/domain/refusal";

const t = createTranslator({ locale: "en", messages: english, namespace: "imports" });
const refusals = createTranslator({ locale: "en", messages: english, namespace: "refusals" });

/** Why the file as a whole was refused, as one sentence. */
export function refusalSentence({ reason, details }: Refusal): string {
  return refusals(reason, { ...details });
}

/** How far an import is. `share` of its bytes have been read. */
export function progressLine(rows: number, share: number): string {
  return t("progress.figure", { rows, share: share.toLocaleString("en", { style: "percent" }) });
}

/** What there is to say about an import that did not go through to the end. */
export function endingSentence(status: "cancelled" | "failed"): string {
  return `${t(`endings.${status}.title`)}. ${t(`endings.${status}.body`)}`;
}

interface Reported {
  readonly importId: ImportId;
  /** Of the file, whose times are printed as it has them. */
  readonly timeZone: string;
  readonly report: ImportReport;
}

/** The reconciliation report for the terminal: all that its page says. */
export function reportLines({ importId, timeZone, report }: Reported): string[] {
  const { rows, calls, created } = report;
  return [
    t(isReconciled(report) ? "report.addsUp" : "report.doesNotAddUp"),
    sum(t("report.rowsRead"), rows.read, [
      [t("report.rowsUsed"), rows.used],
      [t("report.rowsNotAboutCalls"), rows.notAboutCalls],
      [t("report.rowsRefused"), rows.refused],
    ]),
    sum(t("report.callsFound"), calls.found, [
      [t("report.callsMade"), calls.made],
      [t("report.callsExtended"), calls.extended],
      [t("report.callsUnchanged"), calls.unchanged],
    ]),
    ...period(report, timeZone),
    ...section(
      t("report.refusals"),
      t("report.noRefusals"),
      report.refusals.map(({ reason, count, lines }) => [t(`reasons.${reason}`), count, lines]),
    ),
    ...section(
      t("report.warnings"),
      t("report.noWarnings"),
      report.warnings.map(({ kind, count, lines }) => [t(`warnings.${kind}`), count, lines]),
    ),
    ...notAboutCalls(report),
    ...(created.agents.length + created.skillGroups.length === 0 ? [t("report.nothingCreated")] : []),
    ...createdNames(t("report.agents"), created.agents),
    ...createdNames(t("report.groups"), created.skillGroups),
    ...skillGroups(report),
    t("report.inConsole", { path: `/imports/${importId}` }),
  ];
}

function sum(name: string, total: number, parts: [string, number][]): string {
  return `${name} ${figure(total)} = ${parts.map(([part, count]) => `${figure(count)} ${part}`).join(" + ")}`;
}

function period({ firstCallAt, lastCallAt }: ImportReport, timeZone: string): string[] {
  if (firstCallAt === null || lastCallAt === null) return [];
  const format = createFormatter({ locale: "en", timeZone });
  const moment = { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" } as const;
  const first = format.dateTime(firstCallAt, moment);
  const last = format.dateTime(lastCallAt, moment);
  return [`${t("report.period", { first, last })} (${timeZone})`];
}

function notAboutCalls({ notAboutCalls: kinds }: ImportReport): string[] {
  if (kinds.length === 0) return [];
  return section(
    t("report.notAboutCalls"),
    "",
    kinds.map(({ kind, count }) => [kind, count, []]),
  );
}

function section(title: string, none: string, entries: [string, number, number[]][]): string[] {
  if (entries.length === 0) return [none];
  const width = Math.max(...entries.map(([, count]) => figure(count).length));
  return [
    `${title}:`,
    ...entries.map(([words, count, lines]) => {
      const where =
        lines.length === 0 ? "" : ` (${t("report.line")} ${lines.join(", ")}${more(count, lines)})`;
      return `  ${figure(count).padStart(width)}  ${words}${where}`;
    }),
  ];
}

function more(count: number, lines: number[]): string {
  return count > lines.length ? ", …" : "";
}

function createdNames(title: string, names: string[]): string[] {
  return names.length === 0 ? [] : [`${t("report.created")}: ${title} (${names.length}) ${names.join(", ")}`];
}

function skillGroups({ skillGroups: groups }: ImportReport): string[] {
  if (groups.length === 0) return [];
  const heading = [
    t("report.bySkillGroup"),
    t("report.entered"),
    t("report.answered"),
    t("report.abandoned"),
    t("report.shortAbandoned"),
    t("report.overflowed"),
    t("report.callback"),
    t("report.waiting"),
  ];
  const table = groups.map(({ name, ...counts }) => [
    name,
    ...[counts.entered, counts.answered, counts.abandoned, counts.shortAbandoned].map(figure),
    ...[counts.overflowed, counts.callback, counts.waiting].map(figure),
  ]);
  return aligned([heading, ...table]);
}

function aligned(table: string[][]): string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  return table.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}

function figure(count: number): string {
  return count.toLocaleString("en");
}

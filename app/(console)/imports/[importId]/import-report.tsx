import { getFormatter, getTimeZone, getTranslations } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/ui/button";
import { Notice } from "@/app/_components/ui/notice";
import { callLogHref } from "@/app/(console)/calls/search-params";
import { CountTable } from "@/app/(console)/imports/[importId]/count-table";
import { RefusedRows } from "@/app/(console)/imports/[importId]/refused-rows";
import { SkillGroupTable } from "@/app/(console)/imports/[importId]/skill-group-table";
import { Totals } from "@/app/(console)/imports/[importId]/totals";
import type { ImportId } from "@/server/domain/identifiers";
import { type ImportReport, isReconciled } from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";

interface ImportReportViewProps {
  importId: ImportId;
  /** Whoever may import may also have the rows that were refused. */
  mayRun: boolean;
  report: ImportReport;
}

/** What became of every row of the file. */
export async function ImportReportView({ importId, mayRun, report }: ImportReportViewProps) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const timeZone = await getTimeZone();
  const { rows, calls, firstCallAt, lastCallAt } = report;
  return (
    <section aria-labelledby="reconciliation" className="grid gap-6">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="reconciliation" className="text-body font-semibold">
          {t("report.title")}
        </h2>
        {isReconciled(report) ? <p className="text-table text-muted">{t("report.addsUp")}</p> : null}
      </header>
      {isReconciled(report) ? null : <Notice tone="danger" title={t("report.doesNotAddUp")} />}
      <div className="grid gap-4">
        <Totals
          name={t("report.rowsRead")}
          total={rows.read}
          parts={[
            [t("report.rowsUsed"), rows.used],
            [t("report.rowsNotAboutCalls"), rows.notAboutCalls],
            [t("report.rowsRefused"), rows.refused],
          ]}
        />
        <Totals
          name={t("report.callsFound")}
          total={calls.found}
          parts={[
            [t("report.callsMade"), calls.made],
            [t("report.callsExtended"), calls.extended],
            [t("report.callsUnchanged"), calls.unchanged],
          ]}
        />
      </div>
      {firstCallAt === null || lastCallAt === null ? null : (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-table text-muted">
          {t("report.period", {
            first: format.dateTime(firstCallAt, "moment"),
            last: format.dateTime(lastCallAt, "moment"),
          })}
          <ButtonLink
            size="sm"
            href={callLogHref({
              from: localDate(firstCallAt, timeZone),
              to: localDate(lastCallAt, timeZone),
            })}
          >
            {t("report.openCalls")}
          </ButtonLink>
        </p>
      )}
      <RefusedRows importId={importId} mayRun={mayRun} count={rows.refused} />
      <CountTable
        title={t("report.warnings")}
        none={t("report.noWarnings")}
        entries={report.warnings.map(({ kind, ...rest }) => ({ words: t(`warnings.${kind}`), ...rest }))}
      />
      <NotAboutCalls report={report} />
      <Created report={report} />
      <SkillGroupTable groups={report.skillGroups} />
    </section>
  );
}

/** The calendar date that an instant has for the reader, as the call log's address names it. */
function localDate(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

async function NotAboutCalls({ report }: { report: ImportReport }) {
  const t = await getTranslations("imports");
  if (report.notAboutCalls.length === 0) return null;
  const entries = report.notAboutCalls.map(({ kind, count }) => ({ words: kind, count, lines: [] }));
  return <CountTable title={t("report.notAboutCalls")} none="" entries={entries} />;
}

async function Created({ report: { created } }: { report: ImportReport }) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const lists = [
    [t("report.agents"), created.agents],
    [t("report.groups"), created.skillGroups],
  ] as const;
  const isNothing = lists.every(([, names]) => names.length === 0);
  return (
    <div className="grid gap-2">
      <h3 className="text-body font-semibold">{t("report.created")}</h3>
      {isNothing ? <p className="text-table text-muted">{t("report.nothingCreated")}</p> : null}
      {lists.map(([name, names]) =>
        names.length === 0 ? null : (
          <p key={name} className="text-table">
            <span className="text-muted">{`${name} (${format.number(names.length)}) `}</span>
            {format.list(names)}
          </p>
        ),
      )}
    </div>
  );
}

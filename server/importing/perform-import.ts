import type { Database } from "@/drizzle/database";
import { ImportFormat } from "@/server/domain/importing/format";
import { ImportOptions } from "@/server/domain/importing/import-options";
import type { Instant } from "@/server/domain/instant";
import type { ImportTask } from "@/server/importing/import-task";
import { runImport } from "@/server/importing/run-import";
import { CancelledUnwritten, LeaseKeeper, LeaseLost } from "@/server/importing/write-batches";
import { finishImport, type ImportEnd, type ImportRow } from "@/server/store/imports";
import { refreshStatistics } from "@/server/store/statistics";

const nothing = { refusal: null, report: null, header: null, rowsRead: 0 } as const;

export interface Workplace {
  readonly db: Database;
  readonly homeCountry: string;
  readonly now: () => Instant;
}

/**
 * Runs an import that has been claimed, and closes it with its report or refusal; as failed when something
 * happens that nobody expected, which is thrown on.
 * @throws LeaseLost when another worker has taken it over, whose business it is now.
 */
export async function performImport(
  workplace: Workplace,
  claimed: ImportRow,
  path: string,
): Promise<ImportEnd> {
  const { db, now } = workplace;
  const lease = new LeaseKeeper(db, claimed, now);
  const task = taskOf(claimed, path, workplace.homeCountry);
  const end = await runToItsEnd(task, { db, lease, now });
  if (end.status !== "refused") await refreshStatistics(db);
  return end;
}

async function runToItsEnd(
  task: ImportTask,
  { db, lease, now }: Pick<Workplace, "db" | "now"> & { readonly lease: LeaseKeeper },
): Promise<ImportEnd> {
  try {
    const outcome = await runImport({ db, task, lease, now }).then(outcomeOf, outcomeOfFailure);
    const end = { ...nothing, finishedAt: now(), ...outcome };
    await finishImport(db, lease.lease, end);
    return end;
  } catch (error) {
    const end = { ...nothing, finishedAt: now(), status: "failed" } as const;
    if (!(error instanceof LeaseLost)) await finishImport(db, lease.lease, end);
    throw error;
  }
}

function outcomeOf(result: Awaited<ReturnType<typeof runImport>>) {
  if (result.kind === "refused") return { status: result.kind, refusal: result.refusal };
  const { kind: status, report, header } = result;
  return { status, report, header, rowsRead: report.rows.read };
}

function outcomeOfFailure(error: unknown) {
  if (error instanceof CancelledUnwritten) return { status: "cancelled" } as const;
  throw error;
}

function taskOf(row: ImportRow, path: string, homeCountry: string): ImportTask {
  const { importId, provider, timeZone, createdAt } = row;
  const format = ImportFormat.parse(row.format);
  const options = ImportOptions.parse(row.options);
  return { importId, path, format, provider, timeZone, options, homeCountry, createdAt };
}

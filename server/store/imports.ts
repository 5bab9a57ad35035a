import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { importRefusedRows, imports } from "@/drizzle/schema/imports";
import { users } from "@/drizzle/schema/users";
import type { ImportId } from "@/server/domain/identifiers";
import type { ImportCursor } from "@/server/domain/importing/import-cursor";
import type { ImportStatus } from "@/server/domain/importing/import-status";
import type { ImportReport, RowRefusal } from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";
import { type Refusal, refuse } from "@/server/domain/refusal";

export type ImportRow = typeof imports.$inferSelect;
export type NewImport = Pick<
  ImportRow,
  | "importId"
  | "format"
  | "provider"
  | "fileName"
  | "fileBytes"
  | "timeZone"
  | "options"
  | "startedBy"
  | "createdAt"
> & { readonly status: "uploading" | "waiting"; readonly leaseExpiresAt?: Instant };

export async function addImport(db: Queryable, row: NewImport): Promise<void> {
  await db.insert(imports).values({ ...row, bytesRead: 0, rowsRead: 0, fence: 0 });
}

export interface ImportPage {
  readonly limit: number;
  readonly after?: ImportCursor | undefined;
}

/** Newest first, with the name of whoever started each. */
export async function findImports(db: Queryable, { limit, after }: ImportPage) {
  const isOlder =
    after &&
    or(
      lt(imports.createdAt, after.createdAt),
      and(eq(imports.createdAt, after.createdAt), lt(imports.importId, after.importId)),
    );
  return await selectImports(db)
    .where(isOlder)
    .orderBy(desc(imports.createdAt), desc(imports.importId))
    .limit(limit);
}

export async function countImports(db: Queryable): Promise<number> {
  return await db.$count(imports);
}

export async function findImport(db: Queryable, importId: ImportId) {
  const [found] = await selectImports(db).where(eq(imports.importId, importId));
  return found;
}

function selectImports(db: Queryable) {
  return db
    .select({
      importId: imports.importId,
      format: imports.format,
      provider: imports.provider,
      fileName: imports.fileName,
      fileBytes: imports.fileBytes,
      timeZone: imports.timeZone,
      options: imports.options,
      status: imports.status,
      startedBy: users.name,
      createdAt: imports.createdAt,
      finishedAt: imports.finishedAt,
      bytesRead: imports.bytesRead,
      rowsRead: imports.rowsRead,
      cancelRequestedAt: imports.cancelRequestedAt,
      refusal: imports.refusal,
      report: imports.report,
    })
    .from(imports)
    .leftJoin(users, eq(users.userId, imports.startedBy));
}

/** Asks the import to stop; one that has not begun is stopped at once. */
export async function requestCancel(tx: Transaction, importId: ImportId, at: Instant): Promise<boolean> {
  const stopped = await tx
    .update(imports)
    .set({ status: "cancelled", cancelRequestedAt: at, finishedAt: at })
    .where(and(eq(imports.importId, importId), inArray(imports.status, ["uploading", "waiting"])))
    .returning({ importId: imports.importId });
  if (stopped.length > 0) return true;
  const asked = await tx
    .update(imports)
    .set({ cancelRequestedAt: at })
    .where(and(eq(imports.importId, importId), eq(imports.status, "running")))
    .returning({ importId: imports.importId });
  return asked.length > 0;
}

/** The right to run one import, until `expiresAt` unless renewed. A higher fence shuts out lower ones. */
export interface Lease {
  readonly importId: ImportId;
  readonly fence: number;
}

export interface LeaseTerms {
  readonly holder: string;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

/** A file that three workers died of will be the death of the fourth. */
const ATTEMPTS_MAX = 3;

/**
 * Takes the oldest import that waits, or whose worker has not been heard of since its lease ran out. One
 * that has been taken often enough is closed instead.
 */
export async function claimImport(
  db: Queryable,
  terms: LeaseTerms,
  only?: ImportId,
): Promise<ImportRow | undefined> {
  const isFree = or(
    eq(imports.status, "waiting"),
    and(
      eq(imports.status, "running"),
      or(isNull(imports.leaseExpiresAt), lt(imports.leaseExpiresAt, terms.now)),
    ),
  );
  return await db.transaction(async (tx) => {
    const [next] = await tx
      .select({ importId: imports.importId, attempts: imports.attempts })
      .from(imports)
      .where(and(isFree, only === undefined ? undefined : eq(imports.importId, only)))
      .orderBy(asc(imports.createdAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (next === undefined) return undefined;
    if (next.attempts >= ATTEMPTS_MAX) {
      await giveUp(tx, next.importId, terms.now);
      return undefined;
    }
    const [claimed] = await tx
      .update(imports)
      .set({
        status: "running",
        leaseHolder: terms.holder,
        leaseExpiresAt: terms.expiresAt,
        fence: sql`${imports.fence} + 1`,
        attempts: sql`${imports.attempts} + 1`,
        bytesRead: 0,
        rowsRead: 0,
      })
      .where(eq(imports.importId, next.importId))
      .returning();
    return claimed;
  });
}

async function giveUp(tx: Transaction, importId: ImportId, at: Instant): Promise<void> {
  const refusal = { ...refuse("import_given_up", { attempts: ATTEMPTS_MAX }) };
  await tx
    .update(imports)
    .set({ status: "failed", refusal, finishedAt: at, leaseHolder: null, leaseExpiresAt: null })
    .where(eq(imports.importId, importId));
}

/** Gives the import back, to be taken at once by the next worker: this one was asked to end. */
export async function releaseImport(db: Queryable, lease: Lease): Promise<void> {
  const attempts = sql`${imports.attempts} - 1`;
  await db
    .update(imports)
    .set({ status: "waiting", attempts, leaseHolder: null, leaseExpiresAt: null })
    .where(isHeld(lease));
}

export interface ImportProgress {
  readonly bytesRead: number;
  readonly rowsRead: number;
  readonly leaseExpiresAt: Instant;
}

/**
 * Notes how far the import is and renews its lease. Undefined when another worker has taken over:
 * in the transaction that writes a batch, this is what shuts out a worker that was paused.
 */
export async function advanceImport(
  db: Queryable,
  lease: Lease,
  progress: ImportProgress,
): Promise<{ readonly cancelRequestedAt: Instant | null } | undefined> {
  const [held] = await db
    .update(imports)
    .set(progress)
    .where(isHeld(lease))
    .returning({ cancelRequestedAt: imports.cancelRequestedAt });
  return held;
}

export interface ImportEnd {
  readonly status: Extract<ImportStatus, "finished" | "refused" | "cancelled" | "failed">;
  readonly finishedAt: Instant;
  readonly report: ImportReport | null;
  readonly refusal: Refusal | null;
  readonly rowsRead: number;
  /** The file's heading, which refused rows need to be a file again. */
  readonly header: string | null;
}

/** Closes the import; false when another worker has taken over. */
export async function finishImport(db: Queryable, lease: Lease, end: ImportEnd): Promise<boolean> {
  const { status, finishedAt, report, refusal, rowsRead, header } = end;
  const closed = await db
    .update(imports)
    .set({
      ...{ status, finishedAt, rowsRead, leaseHolder: null, leaseExpiresAt: null },
      ...{
        report: report === null ? null : { ...report },
        refusal: refusal === null ? null : { ...refusal },
      },
      ...(status === "finished" ? { bytesRead: sql`${imports.fileBytes}` } : {}),
      options: sql`${imports.options} || jsonb_build_object('header', ${header}::text)`,
    })
    .where(isHeld(lease))
    .returning({ importId: imports.importId });
  return closed.length > 0;
}

function isHeld({ importId, fence }: Lease) {
  return and(eq(imports.importId, importId), eq(imports.fence, fence), eq(imports.status, "running"));
}

export interface RefusedRow {
  readonly lineNumber: number;
  readonly reason: RowRefusal;
  readonly line: string;
}

/** Keeps refused rows word for word; those of an attempt that was interrupted are there already. */
export async function addRefusedRows(
  tx: Transaction,
  importId: ImportId,
  rows: readonly RefusedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(importRefusedRows)
    .values(rows.map((row) => ({ importId, ...row })))
    .onConflictDoNothing();
}

/** Refused rows in the order of the file, from after `afterLine`. */
export async function findRefusedRows(
  db: Queryable,
  importId: ImportId,
  page: { readonly afterLine: number; readonly limit: number },
) {
  return await db
    .select({
      lineNumber: importRefusedRows.lineNumber,
      reason: importRefusedRows.reason,
      line: importRefusedRows.line,
    })
    .from(importRefusedRows)
    .where(and(eq(importRefusedRows.importId, importId), gt(importRefusedRows.lineNumber, page.afterLine)))
    .orderBy(asc(importRefusedRows.lineNumber))
    .limit(page.limit);
}

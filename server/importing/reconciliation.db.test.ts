import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { ImportId } from "@/server/domain/identifiers";
import { type ImportReport, isReconciled } from "@/server/domain/importing/report";
import { reportLines } from "@/server/importing/print-report";
import { importFile } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

// An import that loses what it is named after.
vi.mock(import("@/server/importing/formats/csv"), async (original) => {
  const { translateCsv } = await original();
  return {
    translateCsv:
      (...reading) =>
      (context) => {
        const translator = translateCsv(...reading)(context);
        return {
          read: (row) => (row.text.includes("lost row") ? undefined : translator.read(row)),
          finish: () => translator.finish(),
        };
      },
  };
});

vi.mock(import("@/server/store/calls/record-calls"), async (original) => {
  const real = await original();
  return {
    ...real,
    recordCallsBeside: (rollups, { calls, ...writing }) => {
      const written = calls.filter(({ providerCallId }) => providerCallId !== "lost call");
      return real.recordCallsBeside(rollups, { ...writing, calls: written });
    },
  };
});

vi.mock(import("@/server/importing/batch"), async (original) => {
  const { Gatherer, ...rest } = await original();
  return {
    ...rest,
    Gatherer: class extends Gatherer {
      override takeBatch() {
        const batch = super.takeBatch();
        const kept = batch.refusedRows.filter(({ line }) => !line.includes("lost refusal"));
        return { ...batch, refusedRows: kept };
      }
    },
  };
});

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

function printed(report: ImportReport): string {
  return reportLines({ importId: ImportId.parse(randomUUID()), timeZone: "UTC", report }).join("\n");
}

async function importRow(row: string) {
  const columns = { startedAt: "start", callId: "id", customerName: "name" };
  const path = await writeTemporary(`start,id,name\n${row}\n2026-03-10 09:00:00,2,Li\n`);
  const options = { mapping: { columns, timeFormat: "ymd" } };
  const { report } = await importFile(db, { format: "csv", path, provider: row, options });
  if (report === null) throw new Error("the file was refused");
  return report;
}

test.each(["2026-03-10 08:00:00,1,Li", "yesterday,1,Li"])(
  "the totals add up when nothing is lost: %s",
  async (row) => {
    const report = await importRow(row);
    expect(isReconciled(report)).toBe(true);
    expect(printed(report)).toContain("The totals add up.");
  },
);

test.each([
  ["a row that its translator passes over", "2026-03-10 08:00:00,1,lost row"],
  ["a call that is not written", "2026-03-10 08:00:00,lost call,Li"],
  ["a refused row that is not kept", "yesterday,1,lost refusal"],
])("the totals do not add up without %s", async (_, row) => {
  const report = await importRow(row);
  expect(isReconciled(report)).toBe(false);
  expect(printed(report)).toContain("The totals do not add up");
});

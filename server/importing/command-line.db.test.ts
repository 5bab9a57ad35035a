import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFileThere, readCommandLine, readMapping } from "@/server/importing/command-line";
import { putMapping } from "@/server/store/import-mappings";
import { createUser } from "@/server/testing/factories";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

const mapping = { columns: { startedAt: "start" }, timeFormat: "ymd", directions: {}, outcomes: {} } as const;

describe("a command line that makes no sense is answered with what is wrong", () => {
  test.each([
    [["cdr", "queue_log"], "There is no format “cdr”."],
    [["asterisk-queue-log"], "There is no file to import."],
    [["asterisk-queue-log", "queue_log", "--encoding", "latin1"], "There is no encoding “latin1”."],
    [["asterisk-queue-log", "queue_log", "--source", " "], "The source's name has 1 to 100 characters."],
    [["csv", "calls.csv"], "A CSV file needs a --mapping."],
    [[], ""],
  ])("%j", (args, sentence) => {
    expect(readCommandLine(args)).toBe(sentence);
  });
});

test("what is left out is taken from the format", () => {
  expect(readCommandLine(["anonymous-bank-1999", "january.txt"])).toMatchObject({
    ...{ provider: "anonymous-bank", timeZone: "Asia/Jerusalem", encoding: "utf-8" },
  });
});

describe("a column mapping", () => {
  test("is read from a file, or found under its name", async () => {
    const path = await writeTemporary(JSON.stringify(mapping));
    expect(await readMapping(db, path)).toMatchObject({ ok: true, value: mapping });
    const { userId } = await createUser(db);
    await putMapping(db, { name: "Exchange", mapping, savedBy: userId, savedAt: 0 });
    expect(await readMapping(db, "Exchange")).toMatchObject({ ok: true, value: mapping });
    expect(await readMapping(db, "Nobody's")).toMatchObject({ reason: "mapping_not_found" });
  });

  test.each([
    ["{ not json", { reason: "mapping_not_json" }],
    ["[]", { reason: "mapping_not_json" }],
    ['{"columns": {"agent": "who"}, "timeFormat": "ymd"}', { details: { field: "columns" } }],
    ['{"columns": {"startedAt": "when"}, "timeFormat": "stardate"}', { details: { field: "timeFormat" } }],
  ])("that reads %s is refused with what is wrong", async (json, refusal) => {
    expect(await readMapping(db, await writeTemporary(json))).toMatchObject(refusal);
  });
});

test("a folder is no file, and nor is what is not there", async () => {
  expect(await checkFileThere(tmpdir())).toMatchObject({ reason: "file_not_a_file" });
  expect(await checkFileThere(join(tmpdir(), randomUUID()))).toMatchObject({ reason: "file_missing" });
  expect(await checkFileThere(await writeTemporary("four"))).toMatchObject({ value: 4 });
});

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { useTemporaryFiles } from "@/server/testing/temporary-files";

const paths: string[] = [];

describe("a temporary file", () => {
  const writeTemporary = useTemporaryFiles();

  beforeAll(async () => {
    paths.push(await writeTemporary("before the tests"));
  });

  test("is there for the tests, apart from all others", async () => {
    paths.push(await writeTemporary("within a test"));
    expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual(["before the tests", "within a test"]);
  });
});

test("temporary files are gone after the tests that wrote them", () => {
  expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
});

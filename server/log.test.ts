import { DrizzleQueryError } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { provideSettings } from "@/server/env";
import { logTo, logUnexpected } from "@/server/log";

let lines: string[] = [];
const stream = { write: (line: string) => void lines.push(line) };

beforeEach(() => {
  lines = [];
  provideSettings({ LOG_LEVEL: "info" });
});

const only = () => JSON.parse(lines.join(""));

describe("the log", () => {
  test("keeps one JSON line for each unexpected error, under the id that people are told", () => {
    const errorId = logUnexpected(new Error("out of paper"), { path: "calls.byId" }, logTo(stream));
    expect(errorId).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(lines).toHaveLength(1);
    expect(only()).toMatchObject({
      level: 50,
      errorId,
      path: "calls.byId",
      err: { message: "out of paper" },
    });
    expect(only().err.stack).toContain("log.test.ts");
  });

  test("says nothing below LOG_LEVEL", () => {
    provideSettings({ LOG_LEVEL: "error" });
    logTo(stream).warn("it is getting late");
    expect(lines).toEqual([]);
    provideSettings({ LOG_LEVEL: "silent" });
    logUnexpected(new Error("out of paper"), {}, logTo(stream));
    expect(lines).toEqual([]);
  });

  test("never holds secrets", () => {
    const headers = { cookie: "hotline-session=abc", authorization: "Bearer abc" };
    logTo(stream).info({ password: "abc", request: { headers }, person: { passwordHash: "abc" } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("abc");
  });

  test("never holds the values that were given to SQL, only the SQL and why it failed", () => {
    const reason = Object.assign(new Error("server closed the connection"), { detail: "(13812345678)" });
    const query = new DrizzleQueryError("select $1", ["13812345678", "Li\nWen"], reason);
    logUnexpected(new Error(query.message, { cause: query }), {}, logTo(stream));
    expect(lines[0]).not.toContain("13812345678");
    expect(lines[0]).not.toContain("Wen");
    expect(only().err.stack).toContain("select $1");
    expect(only().err.stack).toContain("server closed the connection");
  });

  test("makes a line of whatever is thrown", () => {
    logUnexpected("a bare word", {}, logTo(stream));
    expect(only().err.message).toBe("a bare word");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AuditAction } from "@/server/domain/audit/audit-action";
import { AuditSubject } from "@/server/domain/audit/audit-filter";

const sources = readdirSync("server/commands", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith("test.ts"))
  .map((name) => readFileSync(`server/commands/${name}`, "utf8"));

function written(pattern: RegExp): string[] {
  const found = sources.flatMap((source) => [...source.matchAll(pattern)].map(([, value = ""]) => value));
  return [...new Set(found)].sort();
}

test("the audit page has words for every action that commands write, and for no other", () => {
  const literal = written(/action: "([\w.]+)"/g);
  const chosen = ["note.pinned", "note.unpinned", "sign_in.failed"];
  expect([...literal, ...chosen].sort()).toEqual([...AuditAction.options].sort());
});

test("the audit page has a word for every kind of subject that commands write", () => {
  expect(written(/subject: "(\w+)"/g)).toEqual([...AuditSubject.options].sort());
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hasNameWith } from "@/server/store/calls/call-conditions";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const names = [
  "Jean-Luc Dupont",
  "wang.wei",
  "O'Brien, Wendy",
  "J. R. Smith",
  "欧阳雅婷",
  "王伟 Wei",
  "Straße 12",
];

async function foundBy(typed: string): Promise<string[]> {
  const values = sql.join(
    names.map((name) => sql`(${name})`),
    sql`, `,
  );
  const found = await db.execute<{ customer_name: string }>(
    sql`select customer_name from (values ${values}) as call (customer_name) where ${hasNameWith(typed)}`,
  );
  return found.map((row) => row.customer_name);
}

test.each([
  ["the beginning of a word", "dup", ["Jean-Luc Dupont"]],
  ["the beginning of a word's second half", "lu", ["Jean-Luc Dupont"]],
  ["a double name half typed", "jean-lu", ["Jean-Luc Dupont"]],
  ["a name with a dot half typed", "wang.w", ["wang.wei"]],
  ["beginnings in any order", "sm j", ["J. R. Smith"]],
  ["one letter", "w", ["wang.wei", "O'Brien, Wendy", "王伟 Wei"]],
  ["one Chinese character", "阳", ["欧阳雅婷"]],
  ["Chinese characters in a row", "阳雅", ["欧阳雅婷"]],
  ["Chinese characters that are not in a row", "欧雅", []],
  ["the middle of a word", "upont", []],
  ["a longer word than the name has", "smithson", []],
  ["capitals and punctuation", "  O'BRIEN, ", ["O'Brien, Wendy"]],
  ["a number's beginning", "1", ["Straße 12"]],
  ["nothing but punctuation", "'-.", []],
])("a name is found by %s", async (_what, typed, expected) => {
  expect(await foundBy(typed)).toEqual(expected);
});

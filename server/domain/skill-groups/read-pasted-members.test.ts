import { expect, test } from "vitest";
import { UserId } from "@/server/domain/identifiers";
import { readPastedMembers } from "@/server/domain/skill-groups/read-pasted-members";

const person = (index: number, name: string, email: string | null) => ({
  userId: UserId.parse(`00000000-0000-4000-8000-00000000000${index}`),
  name,
  email,
});
const people = [
  person(1, "Li Wen", "li.wen@example.com"),
  person(2, "Zhang Wei", "zhang.wei@example.com"),
  person(3, "Zhang Wei", null),
  person(4, "Smith, Ann", null),
];

test.each([
  // row                                   understood as
  ["li.wen@example.com\t4", "Li Wen 4"],
  ["Li Wen\t4", "Li Wen 4"],
  [" LI  WEN , 4 ", "Li Wen 4"],
  ["Li Wen;4", "Li Wen 4"],
  ["ＬＩ ＷＥＮ，４", "Li Wen 4"],
  ["Zhang Wei\tzhang.wei@example.com\t2", "Zhang Wei 2"],
  ['"Smith, Ann",5', "Smith, Ann 5"],
  ["Li Wen\t\t4", "Li Wen 4"],
  ["Zhang Wei\t2", "several"],
  ["Nobody\t2", "nobody"],
  ["Li Wen", "no_proficiency"],
  ["Li Wen\t", "no_proficiency"],
  ["Li Wen\t6", "wrong_proficiency"],
  ["Li Wen\t4.5", "wrong_proficiency"],
  ["Li Wen\tgood", "wrong_proficiency"],
])("%j is understood as %s", (text, understood) => {
  const [row] = readPastedMembers(text, people);
  expect(row?.ok ? `${row.person.name} ${row.proficiency}` : row?.fault).toBe(understood);
});

test("every row but headings and blanks is answered for, as it was pasted", () => {
  const rows = readPastedMembers(
    "\uFEFFName\tProficiency\r\n\r\nLi Wen\t4\rNobody\t1\nli.wen@example.com\t5\n",
    people,
  );
  expect(rows.map((row) => [row.text, row.ok ? "understood" : row.fault])).toEqual([
    ["Li Wen\t4", "understood"],
    ["Nobody\t1", "nobody"],
    ["li.wen@example.com\t5", "repeated"],
  ]);
});

import { expect, test } from "vitest";
import { auditDetails } from "@/server/domain/audit/audit-details";

const lines = (details: Record<string, unknown>) =>
  auditDetails(details).map(({ field, of, before, after }) =>
    [field, ...[of, before, after].map((part) => (part === undefined ? "-" : JSON.stringify(part)))].join(
      " ",
    ),
  );

const openings = [{ from: 480, until: 1200 }];

test.each([
  // what an entry holds                                                     field, of whom, before, after
  [{}, []],
  [{ reason: "twice" }, ['reason null - "twice"']],
  [{ comment: undefined, draftId: "d" }, ['draftId null - "d"']],
  [{ before: { name: "A", queueMax: 5 }, after: { name: "B", queueMax: 5 } }, ['name null "A" "B"']],
  [{ before: { email: null }, after: { email: "a@b.c" } }, ['email null null "a@b.c"']],
  [
    { before: null, after: { timeZone: "UTC", week: [openings] } },
    ['timeZone null null "UTC"', 'week null null [[{"from":480,"until":1200}]]'],
  ],
  [{ before: { timeZone: "UTC" }, after: null }, ['timeZone null "UTC" null']],
  [{ before: { name: "A", shared: false }, shared: true }, ["shared null false true"]],
  [{ before: { name: "A" }, name: "A" }, []],
  [
    {
      changes: [
        { userId: "u", before: null, after: 3 },
        { userId: "v", before: 2, after: null },
      ],
    },
    ['proficiency "u" null 3', 'proficiency "v" 2 null'],
  ],
  [
    { filter: { direction: "inbound" }, columns: ["start"] },
    ['direction null - "inbound"', 'columns null - ["start"]'],
  ],
  [{ before: "A", name: "B" }, ['before null - "A"', 'name null - "B"']],
])("%j tells %j", (details, expected) => {
  expect(lines(details)).toEqual(expected);
});

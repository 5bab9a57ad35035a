import { expect, test } from "vitest";
import { cohortHref } from "@/app/_components/calls/cohort-href";
import { unreadFields } from "@/app/_components/unread-fields";
import { callLogHref, loadCallLogParams } from "@/app/(console)/calls/search-params";
import { Cohort } from "@/server/domain/metrics/cohort";

const period = { from: 1_790_000_000_000, until: 1_790_086_400_000 };
const group = "00000000-0000-4000-8000-111111111111";

const cohorts = [
  { unit: "call", ...period, filter: { outcomes: ["phantom"], provinces: [null, "广东", "a&b=c#d+e"] } },
  { unit: "visit", ...period, filter: { skillGroupIds: [group] }, wait: { min: 0, below: 1 } },
  { unit: "offer", ...period, filter: { paths: ["", "1-#"] }, legOutcomes: ["missed"] },
  {
    unit: "leg",
    ...period,
    filter: {},
    short: true,
    slot: { weekday: 1, halfHour: 47, timeZone: "Asia/Shanghai" },
  },
].map((cohort) => Cohort.parse(cohort));

const addressOf = (href: string) => new URL(href, "http://hotline.test");

test.each(cohorts)("the address of a figure's $unit records brings them all the way", async (cohort) => {
  const params = await loadCallLogParams(addressOf(cohortHref(cohort)));
  expect(params.cohort).toEqual(cohort);
  // And on to the next page, another order, a saved view.
  const turned = await loadCallLogParams(addressOf(callLogHref({ ...params, order: "ascending" })));
  expect(turned.cohort).toEqual(cohort);
});

test.each(["nonsense", "{}", '{"unit":"visit","from":0,"until":1,"filter":{"x":1}}', "[1]"])(
  "%s in an address is said to be unread",
  async (text) => {
    const params = await loadCallLogParams({ cohort: text });
    expect(params.cohort).toBeNull();
    expect(unreadFields({ cohort: text }, params)).toEqual(["cohort"]);
  },
);

test("a page of records is named by its neighbour", async () => {
  const afterRecord = { at: -5, ordinal: 3, callId: group } as const;
  const params = await loadCallLogParams({ afterRecord: `-5_3_${group}` });
  expect(params.afterRecord).toEqual(afterRecord);
});

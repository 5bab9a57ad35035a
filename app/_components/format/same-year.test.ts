import { createFormatter } from "next-intl";
import { expect, test } from "vitest";
import { inSameYear } from "@/app/_components/format/same-year";

test.each([
  // an evening of 31 December in UTC            time zone            same year as noon of the next day
  [Date.UTC(2025, 11, 31, 20), "UTC", false],
  [Date.UTC(2025, 11, 31, 20), "Asia/Shanghai", true],
  [Date.UTC(2025, 11, 31, 15, 59), "Asia/Shanghai", false],
  [Date.UTC(2025, 11, 31, 20), "America/New_York", false],
])("the year of a call is that of the viewer's clock: %d in %s", (at, timeZone, same) => {
  const format = createFormatter({ locale: "zh-CN", timeZone });
  expect(inSameYear(format, at, Date.UTC(2026, 0, 1, 12))).toBe(same);
});

import { expect, test } from "vitest";
import { suggestColumns, suggestTimeFormat } from "@/server/domain/importing/suggest-mapping";

test("headings in English and Chinese are understood, each column once", () => {
  expect(suggestColumns(["Call ID", "Start Time", "Caller Number", "Queue", "Agent", "Talk Time"])).toEqual({
    ...{ callId: "Call ID", startedAt: "Start Time", customerNumber: "Caller Number" },
    ...{ skillGroup: "Queue", agent: "Agent", talk: "Talk Time" },
  });
  expect(suggestColumns(["流水号", "呼叫时间", "主叫号码", "技能组", "坐席", "通话时长", "备注"])).toEqual({
    ...{ callId: "流水号", startedAt: "呼叫时间", customerNumber: "主叫号码" },
    ...{ skillGroup: "技能组", agent: "坐席", talk: "通话时长" },
  });
});

test.each([
  ["2026-03-10T08:00:00Z", "iso"],
  ["2026-03-10 08:00:00", "ymd"],
  ["2026/3/10 8:00", "ymd"],
  ["10.03.2026 08:00", "dmy"],
  ["23/03/2026 08:00", "dmy"],
  ["03/10/2026 8:00 AM", "mdy"],
  ["1773100800", "epoch_seconds"],
  ["1773100800000", "epoch_milliseconds"],
])("%s looks like %s", (value, format) => {
  expect(suggestTimeFormat(value)).toBe(format);
});

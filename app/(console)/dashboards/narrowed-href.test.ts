import { expect, test } from "vitest";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import { loadDashboardParams } from "@/app/(console)/dashboards/search-params";
import { Dimension } from "@/server/domain/metrics/dimension";

const id = "019b2b4c-0000-7000-8000-000000000001";
const narrowed = (query: string, by: Dimension, key: string | null) =>
  narrowedHref({ page: "duration", params: loadDashboardParams(new URLSearchParams(query)) }, { by, key });

test.each([
  ["skillGroup", id, `group=${id}`],
  ["agent", id, `agent=${id}`],
  ["direction", "inbound", "direction=inbound"],
  ["outcome", "answered", "outcome=answered"],
  ["province", "Hunan", "province=Hunan"],
  ["verification", "passed", "verification=passed"],
  ["path", "1-2", "path=1-2"],
] as const)(
  "a row by %s narrows the same dashboard to its records, other choices kept",
  (by, key, filter) => {
    const href = narrowed("period=30days&by=agent", by, key);
    expect(href).toContain(filter);
    expect(href).toMatch(/^\/dashboards\/duration\?.*by=agent.*period=30days/);
    const again = href?.split("?")[1] ?? "";
    expect(narrowed(again, by, key)).toBeNull();
  },
);

test("records without the property, and what no filter says, cannot be narrowed to", () => {
  for (const by of Dimension.options) expect(narrowed("", by, null)).toBeNull();
  expect(narrowed("", "exitNode", "menu")).toBeNull();
  expect(narrowed("", "outcome", "nonsense")).toBeNull();
});

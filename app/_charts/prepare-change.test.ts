import { expect, test } from "vitest";
import { plainWords } from "@/app/_charts/plain-words";
import { meanBeside, prepareChange, prepareTileChange, shareBeside } from "@/app/_charts/prepare-change";
import { prepareFlow } from "@/app/_charts/prepare-flow";

test.each([
  [
    { measure: "duration", value: 5000, before: 3000 },
    { direction: "up", tone: "bad", words: "2000" },
  ],
  [
    { measure: "duration", value: 3000, before: 5000 },
    { direction: "down", tone: "good", words: "-2000" },
  ],
  [
    { measure: "duration", value: 3900, before: 3000 },
    { direction: "same", tone: "neutral", words: "0" },
  ],
  [
    { measure: "share", value: 0.5, before: 0.25 },
    { direction: "up", tone: "bad", words: "0.25" },
  ],
  [
    { measure: "count", value: 30, before: 20 },
    { direction: "up", tone: "bad", words: "0.5" },
  ],
  [{ measure: "count", value: 30, before: 0 }, null],
  [{ measure: "share", value: null, before: 0.5 }, null],
  [{ measure: "share", value: 0.5, before: undefined }, null],
] as const)("%j is a change of %j", (compared, change) => {
  expect(prepareChange({ ...compared, whenMore: "bad" }, plainWords)).toEqual(change);
});

test("what a change is measured against stands with its n and opens its own records", () => {
  const words = { ...plainWords, against: (figure: string) => `from ${figure}` };
  const mean = { n: 7, meanMs: 3000, medianMs: 1, p90Ms: 1, medianMsInterval: null };
  const compared = { measure: "duration", value: 5000, whenMore: "good" } as const;
  expect(prepareTileChange(compared, meanBeside(mean, words, "/calls?"), words)).toEqual({
    direction: "up",
    tone: "good",
    words: "2000",
    against: "from 3000 (7)",
    href: "/calls?",
  });
  const share = shareBeside({ part: 0, whole: 200, share: 0 }, words, "/calls?");
  expect(share).toEqual({ value: 0, text: "0 (0 of 200)", href: null });
  const few = shareBeside({ part: 2, whole: 4, share: 0.5 }, words, "/calls?");
  expect(few?.text).toMatch(/^0\.5 \(2 of 4 · 0\.15\d* to 0\.8\d*\)$/);
  expect(prepareTileChange(compared, null, words)).toBeNull();
});

test("streams fill their ends, and no two ends of a side overlap", () => {
  const paths = [
    { from: "Orders", to: "Returns", count: 6 },
    { from: "Orders", to: "let go", count: 2 },
    { from: "Technical", to: "let go", count: 1 },
  ].map((path) => ({ ...path, label: "", href: "/calls?" as const }));
  const { bands, ends, height } = prepareFlow({ paths });
  expect(bands).toHaveLength(3);
  for (const side of ["from", "to"] as const) {
    const own = ends.filter((end) => end.side === side);
    expect(own.reduce((sum, end) => sum + end.height, 0)).toBeCloseTo(200, 6);
    for (const [index, end] of own.entries()) {
      const next = own[index + 1]?.y ?? height;
      expect(end.y + end.height).toBeLessThanOrEqual(next);
    }
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { BucketSums } from "@/server/domain/metrics/bucket-sums";
import {
  addHistograms,
  addToBucket,
  BUCKET_COUNT,
  bucketsOf,
  emptyHistogram,
  type LogHistogram,
} from "@/server/domain/metrics/log-histogram";
import { histogramTexts, readHistograms } from "@/server/store/rollups/histogram-text";

const histograms = fc
  .array(
    fc.tuple(
      fc.nat(BUCKET_COUNT - 1),
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 ** 40 })),
    ),
  )
  .map(histogramFrom);

function histogramFrom(entries: readonly (readonly [bucket: number, count: number])[]): LogHistogram {
  const histogram = emptyHistogram();
  for (const [bucket, count] of entries) addToBucket(histogram, bucket, count);
  return histogram;
}

function sumsOf(histograms: readonly LogHistogram[]): BucketSums {
  const sums = new BucketSums();
  histograms.forEach((histogram, index) => {
    sums.addHistogram(index, histogram);
  });
  return sums;
}

function histogramText(histogram: LogHistogram): string {
  return histogramTexts(sumsOf([histogram]), 1).join("");
}

test.each<[string, [number, number][], string]>([
  ["nothing", [], ""],
  ["one in the first bucket", [[0, 1]], "BBA"],
  [
    "31 and 32 in neighbours",
    [
      [4, 31],
      [5, 32],
    ],
    "FfBgBA",
  ],
  ["a wide gap and a great count", [[100, 1025]], "lDhgBA"],
])("%s has one text", (_, entries, text) => {
  expect(histogramText(histogramFrom(entries))).toBe(text);
});

test("a text is read as the histogram that it was made of, whatever the order in which that was counted", () => {
  fc.assert(
    fc.property(histograms, (histogram) => {
      expect(readHistograms(histogramText(histogram))).toEqual(histogram);
      const reversed = histogramFrom(bucketsOf(histogram).toReversed());
      expect(histogramText(reversed)).toBe(histogramText(histogram));
    }),
    { seed: 64 },
  );
});

test("texts one after the other are a text of the sum", () => {
  fc.assert(
    fc.property(fc.array(histograms, { maxLength: 5 }), (all) => {
      const sum = all.reduce<LogHistogram>(
        (total, histogram) => addHistograms(total, histogram),
        emptyHistogram(),
      );
      expect(readHistograms(all.map(histogramText).join(""))).toEqual(sum);
    }),
    { seed: 64 },
  );
});

test("histograms side by side have each its own text, of all that was added and taken away", () => {
  fc.assert(
    fc.property(fc.array(histograms, { minLength: 1, maxLength: 4 }), histograms, (all, more) => {
      const sums = sumsOf(all);
      sums.include(sumsOf([more]), 1);
      sums.include(sumsOf([more]), 1);
      sums.include(sumsOf([more]), -1);
      const [first = emptyHistogram(), ...others] = all;
      const expected = [addHistograms(first, more), ...others].map(histogramText);
      expect(histogramTexts(sums, all.length)).toEqual(expected);
    }),
    { seed: 64 },
  );
});

test("a count below zero is left out", () => {
  expect(histogramText(histogramFrom([[3, -1]]))).toBe("");
  const [below, above] = [[3, -1] as const, [7, 2] as const];
  expect(readHistograms(histogramText(histogramFrom([below, above])))).toEqual(histogramFrom([above]));
});

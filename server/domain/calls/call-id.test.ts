import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callIdBounds, makeCallId, startOfCallId } from "@/server/domain/calls/call-id";
import { CallId } from "@/server/domain/identifiers";

const seeded = { seed: 1999, numRuns: 500 } as const;
const start = fc.integer({ min: 0, max: 2 ** 48 - 2 });
const key = fc.string({ unit: "binary" });

describe("the id of a call", () => {
  test("is a version 7 UUID that holds the start", () => {
    fc.assert(
      fc.property(start, key, (startedAt, text) => {
        const callId = makeCallId(startedAt, text);
        expect(CallId.safeParse(callId).success).toBe(true);
        expect(callId[14]).toBe("7");
        expect(startOfCallId(callId)).toBe(startedAt);
      }),
      seeded,
    );
  });

  // Fixed for ever: ids made by one version of the product must be found again by the next.
  test.each([
    [0, "", "00000000-0000-77f9-b909-6b87e2e10525"],
    [1_795_363_843_000, "asterisk\u00001795363843.0", "01a20406-2bb8-76e6-9ebf-598392a844b5"],
  ])("of start %i and key %j is always %s", (startedAt, text, expected) => {
    expect(makeCallId(startedAt, text)).toBe(expected);
  });

  test("differs for calls that start in the same millisecond", () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => makeCallId(0, `log\u0000${index}`)));
    expect(ids.size).toBe(100_000);
  });

  test("sorts by start, so that a range of time is a range of ids", () => {
    fc.assert(
      fc.property(start, start, key, (one, other, text) => {
        const [from, startedAt] = one < other ? [one, other] : [other, one];
        const bounds = callIdBounds(from, startedAt + 1);
        const callId = makeCallId(startedAt, text);
        expect(bounds.from <= callId && callId < bounds.until).toBe(true);
        expect(callId < callIdBounds(from, startedAt).until).toBe(false);
      }),
      seeded,
    );
  });

  test("refuses a start that 48 bits cannot hold", () => {
    expect(() => makeCallId(-1, "early")).toThrow(RangeError);
    expect(() => makeCallId(2 ** 48, "late")).toThrow(RangeError);
    expect(() => makeCallId(Number.NaN, "never")).toThrow(RangeError);
  });
});

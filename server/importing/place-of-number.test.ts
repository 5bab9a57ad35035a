import { describe, expect, test } from "vitest";
import { placeNumber } from "@/server/importing/place-of-number";

describe("a number is told its place of ownership by the numbering plan", () => {
  test.each([
    ["+8613812345678", "+8613812345678", "CN", "Jiangsu", "Lianyungang"],
    ["13812345678", "+8613812345678", "CN", "Jiangsu", "Lianyungang"],
    ["013812345678", "+8613812345678", "CN", "Jiangsu", "Lianyungang"],
    ["0755-1234 5678", "+8675512345678", "CN", "Guangdong", "Shenzhen"],
    ["13900112233", "+8613900112233", "CN", "Beijing", "Beijing"],
    ["+862312345678", "+862312345678", "CN", "Chongqing", "Chongqing"],
    ["+12125551234", "+12125551234", "US", "NY", "New York"],
    ["+97235551234", "+97235551234", "IL", null, "Tel Aviv"],
    ["+85223456789", "+85223456789", "HK", null, null],
  ])("%s", (written, number, ...[country, province, city]) => {
    expect(placeNumber(written, "CN")).toEqual({ number, place: { country, province, city } });
  });

  test.each(["101", "5550001", "anonymous", ""])("%j is kept as it was sent, without a place", (written) => {
    expect(placeNumber(written, "CN")).toEqual({ number: written, place: null });
  });
});

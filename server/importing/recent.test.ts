import { expect, test } from "vitest";
import { Recent } from "@/server/importing/recent";

test("the latest names are kept, and never more than twice as many", () => {
  const recent = new Recent<number>(10);
  for (let name = 0; name < 1000; name += 1) {
    recent.set(String(name), name);
    const kept = Array.from({ length: name + 1 }, (_, index) => index).filter(
      (index) => recent.get(String(index)) !== undefined,
    );
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept.slice(-10)).toEqual(
      Array.from({ length: Math.min(10, name + 1) }, (_, back) => name - back).reverse(),
    );
  }
});

test("a name that is set again has its new value, and takes nobody's place", () => {
  const recent = new Recent<string>(2);
  recent.set("one", "old");
  recent.set("two", "kept");
  recent.set("two", "new");
  expect([recent.get("one"), recent.get("two")]).toEqual(["old", "new"]);
});

import { expect, test } from "vitest";
import { ToldCalls } from "@/server/importing/told-calls";

test("a call that was told of is known again, and so is whether it is told the same", () => {
  const told = new ToldCalls();
  expect(told.tell("1", "answered")).toBe("first");
  expect(told.tell("2", "answered")).toBe("first");
  expect(told.tell("1", "answered")).toBe("same");
  expect(told.tell("1", "abandoned")).toBe("another");
});

test("no call of a hundred thousand is mistaken for another, and none is forgotten", () => {
  const told = new ToldCalls();
  const ids = Array.from({ length: 100_000 }, (_, index) => `call ${index}`);
  expect(ids.every((id) => told.tell(id, id) === "first")).toBe(true);
  expect(ids.every((id) => told.tell(id, id) === "same")).toBe(true);
});

test("as many calls as are promised are remembered, and not many more", () => {
  const told = new ToldCalls(1000);
  for (let index = 0; index < 5000; index += 1) told.tell(String(index), "");
  for (let index = 4000; index < 5000; index += 1) expect(told.tell(String(index), "")).toBe("same");
  for (let index = 0; index < 3000; index += 1) expect(told.tell(String(index), "")).toBe("first");
});

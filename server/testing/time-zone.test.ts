import { expect, test } from "vitest";

test("domain tests run where local time is not UTC, not even by whole hours", () => {
  expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(-345);
});

import { expect, test } from "vitest";
import { clientAddress } from "@/server/auth/client-address";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["made up by the sender, 203.0.113.9", "203.0.113.9"],
  ["", "unknown"],
])("of the addresses %j the last counts: %s", (forwarded, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(address);
});

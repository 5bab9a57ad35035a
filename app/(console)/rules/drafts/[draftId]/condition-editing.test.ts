import { expect, test } from "vitest";
import {
  addPart,
  joinBy,
  joiningOf,
  negate,
  partsOf,
  withoutPart,
  withPart,
} from "@/app/(console)/rules/drafts/[draftId]/condition-editing";
import { Condition, type Question } from "@/server/domain/routing/condition";

const open: Question = { fact: "hasOpenWorkOrder", operator: "is", value: true };
const recent: Question = { fact: "hoursSinceLastCall", operator: "within", value: 24 };

test.each(["all", "any", "notAll", "none"] as const)("parts joined by %s stay joined by it", (joining) => {
  const joined = joinBy(joining, [open, recent]);
  expect(Condition.parse(joined)).toEqual(joined);
  expect(joiningOf(joined)).toBe(joining);
  expect(partsOf(joined)).toEqual([open, recent]);
  expect(joiningOf(withPart(joined, 0, recent))).toBe(joining);
  expect(withoutPart(joined, 0)).toEqual(joinBy(joining, [recent]));
  expect(partsOf(addPart(joined, open))).toEqual([open, recent, open]);
});

test("a second condition makes both hold, and the last one taken away leaves none", () => {
  expect(addPart(null, open)).toEqual(open);
  expect(addPart({ not: open }, recent)).toEqual({ all: [{ not: open }, recent] });
  expect(withoutPart({ all: [open] }, 0)).toBeNull();
});

test("the opposite of the opposite is the same", () => {
  expect(negate(negate(open))).toEqual(open);
});

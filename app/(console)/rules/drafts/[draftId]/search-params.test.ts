import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { draftHref, draftParams, placeOf } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { ORDERS, ruleNumbered } from "@/server/testing/routing/generated-rules";

const load = createLoader(draftParams);
const draftId = DraftId.parse("3b0a7c52-5a0c-4f0e-9d0e-2f0c55a1d001");

test.each([
  { ruleId: ruleNumbered(3) },
  { ruleId: ruleNumbered(3), step: 0 },
  { skillGroupId: ORDERS },
  { skillGroupId: ORDERS, ring: 2 },
])("an address leads back to what it was made from: %o", (place) => {
  expect(placeOf(load(new URL(draftHref(draftId, place), "https://hotline.test")))).toEqual(place);
});

test("an address that names nothing known selects nothing and shows the inspector", () => {
  const params = load("?rule=7&step=x&panel=map");
  expect(placeOf(params)).toBeNull();
  expect(params.panel).toBe("edit");
});

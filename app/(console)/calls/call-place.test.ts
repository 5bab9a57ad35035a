import { expect, test } from "vitest";
import { hrefOfNeighbour, loadCallPlace } from "@/app/(console)/calls/call-place";
import { callLogHref, loadCallLogParams } from "@/app/(console)/calls/search-params";
import { CallId } from "@/server/domain/identifiers";
import { Cohort } from "@/server/domain/metrics/cohort";

const callId = CallId.parse("01990000-0000-7000-8000-000000000001");
const other = "01990000-0000-7000-8000-000000000002";

const queryOf = (href: string) => new URL(href, "http://hotline.test").searchParams;

test.each([
  "",
  "outcome=abandoned&outcome=callback&sort=wait",
  `note=a%26b%3Dc&after=${other}&peek=${other}`,
])("a call opened from /calls?%s leads back to that list, page and peek", async (query) => {
  const params = loadCallLogParams(new URLSearchParams(query));
  const place = loadCallPlace(queryOf(hrefOfNeighbour({ callId, value: 1500 }, { ...params, peek: null })));
  expect(loadCallLogParams(new URLSearchParams(place.list ?? "missing"))).toEqual({ ...params, peek: null });
  expect(place.row).toEqual({ callId, value: 1500 });
});

test("whoever walks on from a call that was opened beside the list comes back to the one they walked to", () => {
  const params = loadCallLogParams(new URLSearchParams(`peek=${other}`));
  const place = loadCallPlace(queryOf(hrefOfNeighbour({ callId, value: null }, params)));
  expect(place.list).toBe(`peek=${callId}`);
});

test("a record behind a figure is named by its instant and its ordinal, its figure kept", () => {
  const cohort = Cohort.parse({ unit: "visit", from: 0, until: 1000, filter: {}, wait: { min: 1 } });
  const params = loadCallLogParams(new URL(callLogHref({ cohort }), "http://hotline.test"));
  const record = { callId, at: 500, ordinal: 2 };
  const place = loadCallPlace(queryOf(hrefOfNeighbour(record, params)));
  expect(place.record).toEqual(record);
  expect(loadCallLogParams(new URLSearchParams(place.list ?? "")).cohort).toEqual(cohort);
});

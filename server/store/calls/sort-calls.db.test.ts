import { beforeAll, describe, expect, test } from "vitest";
import type { CallSort } from "@/server/domain/calls/call-filter";
import type { CallId } from "@/server/domain/identifiers";
import { systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { cursorOf } from "@/server/store/calls/call-order";
import { findCalls } from "@/server/store/calls/find-calls";
import { type Drawn, drawCalls, drawn, everything, type Judge } from "@/server/testing/drawn-calls";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

beforeAll(() => drawCalls(db));

const sorts = (["start", "wait", "talk", "handle"] as const).flatMap((by) =>
  (["ascending", "descending"] as const).map((order): [CallSort["by"], CallSort["order"]] => [by, order]),
);

/** The sorted list in plain TypeScript: calls without the duration last, newest first among them. */
function sorted(list: readonly Drawn[], sort: CallSort): CallId[] {
  const sign = sort.order === "ascending" ? 1 : -1;
  const keyed = list.map(({ call }) =>
    cursorOf(sort, {
      callId: call.callId,
      waitMs: call.visitCount > 0 ? call.waitMs : null,
      talkMs: call.answeredAt ? call.talkMs : null,
      handleMs: call.answeredAt ? call.handleMs : null,
    }),
  );
  const compare = (one: CallId, other: CallId) => (one < other ? -1 : Number(one > other));
  return keyed
    .sort((one, other) => {
      if (sort.by === "start") return sign * compare(one.callId, other.callId);
      if (one.value === null || other.value === null)
        return (
          Number(one.value === null) - Number(other.value === null) || -compare(one.callId, other.callId)
        );
      return sign * (one.value - other.value || compare(one.callId, other.callId));
    })
    .map(({ callId }) => callId);
}

describe.each(sorts)("sorted by %s, %s", (by, order) => {
  const sort: CallSort = { by, order };
  const kept = () =>
    sorted(
      drawn.filter(({ deleted }) => !deleted),
      sort,
    );

  test("the list is in that order", async () => {
    expect(await everything(db, {}, sort)).toEqual(kept());
  });

  test.each<[string, Partial<ReadCallFilter>, Judge]>([
    ["", {}, () => true],
    [
      " of what a name or a note says",
      { text: "退款" },
      (one) => one.call.customerName === "退款" || one.noteText?.includes("退款") === true,
    ],
  ])("its pages forwards make up the whole list%s, and backwards too", async (_name, wanted, judge) => {
    const filter: ReadCallFilter = { deleted: "without", ...wanted };
    const request = { scope: systemCallScope, filter, sort, limit: 37 };
    const kept = () =>
      sorted(
        drawn.filter((one) => !one.deleted && judge(one)),
        sort,
      );
    const forwards: CallId[] = [];
    let page = await findCalls(db, request);
    let last = page.at(-1);
    while (last) {
      forwards.push(...page.map((row) => row.callId));
      page = await findCalls(db, { ...request, after: cursorOf(sort, last) });
      last = page.at(-1);
    }
    expect(forwards).toEqual(kept());

    const [lastRow] = (await findCalls(db, { ...request, limit: 1000 })).slice(-1);
    const back: CallId[] = lastRow ? [lastRow.callId] : [];
    page = lastRow ? await findCalls(db, { ...request, before: cursorOf(sort, lastRow) }) : [];
    let first = page[0];
    while (first) {
      back.unshift(...page.map((row) => row.callId));
      page = await findCalls(db, { ...request, before: cursorOf(sort, first) });
      first = page[0];
    }
    expect(back).toEqual(kept());
  });
});

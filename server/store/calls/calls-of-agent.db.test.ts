import { beforeAll, describe, expect, test } from "vitest";
import { openLegs } from "@/drizzle/schema/calls";
import { newestFirst } from "@/server/domain/calls/call-filter";
import type { UserId } from "@/server/domain/identifiers";
import { callScopeOf } from "@/server/domain/people/viewer";
import { agents, drawCalls, drawn, findCallIds, idsOf, pick } from "@/server/testing/drawn-calls";
import { createUser } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

beforeAll(() => drawCalls(db));

describe("an agent's list", () => {
  const listOf = (userId: UserId) =>
    findCallIds(db, {
      scope: callScopeOf({ userId, name: "An agent", role: "agent" }),
      filter: { deleted: "without" },
      sort: newestFirst,
      limit: 1000,
    });

  test("holds the agent's own calls and no others", async () => {
    const agent = pick(agents, 1);
    const own = drawn.filter((one) => !one.deleted && one.agents.includes(agent));
    expect((await listOf(agent)).sort()).toEqual(idsOf(own));
  });

  test("holds all calls of the customer whom the agent is handling, for as long as that lasts", async () => {
    const { userId } = await createUser(db);
    const handled = drawn.find(({ call }) => call.customerNumber !== null && call.customerRef !== null);
    if (!handled) throw new Error("no such call was drawn");
    expect(await listOf(userId)).toEqual([]);
    await db
      .insert(openLegs)
      .values({ agentId: userId, callId: handled.call.callId, legOrdinal: 1, ringing: false });
    const theirs = drawn.filter(
      ({ call, deleted }) =>
        !deleted &&
        (call.customerNumber === handled.call.customerNumber ||
          call.customerRef === handled.call.customerRef),
    );
    expect((await listOf(userId)).sort()).toEqual(idsOf(theirs));
    expect(theirs.length).toBeGreaterThan(1);
    await db.delete(openLegs);
    expect(await listOf(userId)).toEqual([]);
  });
});

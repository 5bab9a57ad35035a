import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { finishedLegs, legsWith } from "@/app/_charts/prepare-duration";
import { createCaller } from "@/server/api/root";
import { anchorOf, belongsTo } from "@/server/domain/metrics/cohort-membership";
import { HandlePart } from "@/server/domain/metrics/handle-time";
import { createViewer, someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_124, numRuns: 12 }).flat();
const timeZone = "Europe/Berlin";
let legs: FactsByUnit["leg"];
let read: ReturnType<typeof createCaller>["dashboards"]["duration"]["figures"];

beforeAll(async () => {
  legs = (await recordGenerated(db, calls)).facts.leg;
  const viewer = await createViewer(db, "manager");
  read = createCaller({ db, viewer, now: () => someInstant }).dashboards.duration.figures;
});

describe("of a whole period", () => {
  const [from, until] = [0, 4_000_000_000_000];
  const whole = { from, until, boundaries: [from, until], filter: {}, compare: null, now: until, timeZone };

  test.each(HandlePart.options)("all parts of a page count the same legs by %s", async (part) => {
    const figures = await read({ ...whole, part, by: "skillGroup", allRows: true });
    const n = legs.filter((leg) => belongsTo(legsWith(whole, part), leg)).length;
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(n).toBeGreaterThan(20);
    expect([
      figures.parts[part]?.n,
      sum(figures.distribution.counts),
      sum(figures.series.map(({ spread }) => spread?.n ?? 0)),
      sum(figures.slots.map((slot) => slot?.n ?? 0)),
      sum(figures.breakdown.rows.map(({ spread }) => spread?.n ?? 0)),
    ]).toEqual([n, n, n, n, n]);
  });

  test.each(["handleMs", "talkMs", "holdMs", "wrapUpMs"] as const)(
    "the longest by %s are listed, longest first",
    async (length) => {
      const part = HandlePart.parse(length.replace("Ms", ""));
      const { longest } = await read({ ...whole, part, by: "skillGroup", allRows: false });
      const all = legs
        .filter((leg) => belongsTo(finishedLegs(whole), leg))
        .map(({ leg }) => {
          const { talkMs, holdMs, wrapUpMs } = leg;
          const lengths = { talkMs: talkMs ?? 0, holdMs: holdMs ?? 0, wrapUpMs: wrapUpMs ?? 0 };
          return { ...lengths, handleMs: lengths.talkMs + lengths.holdMs + lengths.wrapUpMs }[length];
        })
        .sort((one, other) => other - one);
      expect(longest).toHaveLength(20);
      expect(longest.map((leg) => leg[length])).toEqual(all.slice(0, 20));
    },
  );

  test("the short ones are the latest, and each is short", async () => {
    const { short } = await read({ ...whole, part: "handle", by: "agent", allRows: false });
    expect(short.latest.every(({ talkMs }) => talkMs !== null && talkMs <= 10_000)).toBe(true);
    const all = legs.filter((leg) => belongsTo({ unit: "leg", from, until, filter: {}, short: true }, leg));
    const latest = all.map(anchorOf).sort((one, other) => other - one);
    expect(short.latest.map(({ answeredAt }) => answeredAt)).toEqual(latest.slice(0, 20));
  });

  test("agents beside agents are broken down together, each with their own numbers", async () => {
    const agentIds = [...new Set(legs.map(({ leg }) => leg.agentId))];
    const [own, other] = agentIds.map((agentId) => ({ agentIds: [agentId] }));
    const compare = { from, until, boundaries: [from, until], filter: other ?? {} };
    const set = { part: "handle", by: "agent", allRows: true } as const;
    const { breakdown, ...alone } = await read({ ...whole, ...set, filter: own ?? {}, compare });
    expect(breakdown.rows.map(({ key, spread, compared }) => [key, spread, compared])).toEqual([
      [agentIds[0], alone.parts.handle, null],
      [agentIds[1], null, alone.compared?.parts.handle],
    ]);
  });

  test("what it is set beside stands with its own numbers", async () => {
    const agentIds = [...new Set(legs.map(({ leg }) => leg.agentId))];
    const [own, other] = agentIds.map((agentId) => ({ agentIds: [agentId] }));
    const compare = { from, until, boundaries: [from, until], filter: other ?? {} };
    const set = { part: "handle", by: "direction", allRows: true } as const;
    const beside = await read({ ...whole, ...set, filter: own ?? {}, compare });
    const alone = await read({ ...whole, ...set, filter: compare.filter });
    expect(beside.compared?.parts).toEqual(alone.parts);
    expect(beside.compared?.series.map(({ spread }) => spread)).toEqual([alone.parts.handle]);
  });
});

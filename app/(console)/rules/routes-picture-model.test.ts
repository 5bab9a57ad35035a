import fc from "fast-check";
import { expect, test } from "vitest";
import { type RoutesPicture, routesPicture } from "@/app/(console)/rules/routes-picture-model";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  allocationRule,
  groupNumbered,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallRuleSet,
  smallWorld,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const edgeOf = (picture: RoutesPicture, from: string, to: string) =>
  picture.edges.find((edge) => edge.from === from && edge.to === to);

test("a call can go from the entry to a group, on to where it overflows, and to its end", () => {
  const rule = queueRule(1, {
    treatment: treatment({
      otherwise: {
        closed: { kind: "overflow", to: RETURNS },
        unstaffed: { kind: "overflow", to: RETURNS },
        full: { kind: "hangUp", message: "Full" },
      },
      steps: [{ kind: "widen", afterSeconds: 60, to: [TECHNICAL] }],
    }),
  });
  const picture = routesPicture(ruleSet([rule]));
  expect(edgeOf(picture, "entry", ORDERS)?.causes).toEqual(["rule"]);
  expect(edgeOf(picture, ORDERS, RETURNS)?.causes).toEqual(["closed", "unstaffed"]);
  expect(edgeOf(picture, ORDERS, "hangUp")?.causes).toEqual(["full"]);
  expect(edgeOf(picture, ORDERS, TECHNICAL)?.causes).toEqual(["widened"]);
  expect(picture.edges.every(({ isBroken }) => !isBroken)).toBe(true);
});

test("a rule that is off sends nobody", () => {
  const off = queueRule(1, { isEnabled: false, treatment: treatment({ skillGroupId: RETURNS }) });
  expect(edgeOf(routesPicture(ruleSet([off, queueRule(2)])), "entry", RETURNS)).toBeUndefined();
});

test("ways in a circle are broken, and so is a way to a group that has no allocation rule", () => {
  const closedTo = (to: typeof ORDERS) => ({ ...waitAnyway, closed: { kind: "overflow" as const, to } });
  const missing = groupNumbered(7);
  const picture = routesPicture(
    ruleSet([queueRule(1, { treatment: treatment({ otherwise: closedTo(RETURNS) }) })], {
      allocationRules: [
        allocationRule({ skillGroupId: ORDERS, otherwise: closedTo(RETURNS) }),
        allocationRule({
          skillGroupId: RETURNS,
          otherwise: { ...closedTo(ORDERS), full: { kind: "overflow", to: missing } },
        }),
      ],
    }),
  );
  expect(edgeOf(picture, ORDERS, RETURNS)?.isBroken).toBe(true);
  expect(edgeOf(picture, RETURNS, ORDERS)?.isBroken).toBe(true);
  expect(edgeOf(picture, RETURNS, missing)?.isBroken).toBe(true);
  expect(edgeOf(picture, "entry", ORDERS)?.isBroken).toBe(false);
});

test("no two nodes stand in one place, and every edge joins nodes that are drawn", () => {
  fc.assert(
    fc.property(smallWorld.chain(smallRuleSet), (rules) => {
      const { nodes, edges, columns, rows } = routesPicture(rules);
      expect(new Set(nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(nodes.length);
      const keys = new Set(nodes.map(({ node }) => node.key));
      expect(edges.every(({ from, to }) => keys.has(from) && keys.has(to))).toBe(true);
      expect(nodes.every(({ column, row }) => column < columns && row < rows)).toBe(true);
    }),
    { seed: 43 },
  );
});

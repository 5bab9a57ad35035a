import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Fallback, Fallbacks, RuleSet } from "@/server/domain/routing/rule";
import { obstacles } from "@/server/domain/routing/rule";

/** Why a call goes along an edge: a rule sends it, an obstacle turns it away, or it has waited for long. */
export type Cause = "rule" | "closed" | "unstaffed" | "full" | "waited" | "widened";

export type RouteNode =
  | { readonly key: string; readonly kind: "entry" }
  | { readonly key: string; readonly kind: "group"; readonly skillGroupId: SkillGroupId }
  | { readonly key: string; readonly kind: "callback" | "hangUp" };

export interface RouteEdge {
  readonly from: string;
  readonly to: string;
  readonly causes: readonly Cause[];
  /** It leads in a circle, or to a group without an allocation rule. */
  readonly isBroken: boolean;
}

export interface PlacedNode {
  readonly node: RouteNode;
  readonly column: number;
  readonly row: number;
}

/** Where calls can go, laid out in columns from the entry to the ends. */
export interface RoutesPicture {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly RouteEdge[];
  readonly columns: number;
  readonly rows: number;
}

const ENTRY = "entry";

interface Way {
  readonly from: string;
  readonly to: string;
  readonly cause: Cause;
}

/** Draws where the calls of a rule set can go: rules that are off send none. */
export function routesPicture(ruleSet: RuleSet): RoutesPicture {
  const ways = waysOf(ruleSet);
  const nodes = nodesOf(ruleSet, ways);
  const edges = edgesOf(ruleSet, ways);
  const placed = place(nodes, edges);
  return {
    nodes: placed,
    edges,
    columns: Math.max(...placed.map(({ column }) => column)) + 1,
    rows: Math.max(...placed.map(({ row }) => row)) + 1,
  };
}

function waysOf({ queueRules, allocationRules }: RuleSet): Way[] {
  const inForce = queueRules.filter(({ isEnabled }) => isEnabled);
  const ofRules = inForce.flatMap(({ treatment }): Way[] => {
    const from = treatment.skillGroupId;
    const steps = treatment.steps.flatMap((step): Way[] => {
      if (step.kind === "overflow") return [{ from, to: step.to, cause: "waited" }];
      if (step.kind === "hangUp") return [{ from, to: "hangUp", cause: "waited" }];
      if (step.kind === "offerCallback") return [{ from, to: "callback", cause: "waited" }];
      return step.kind === "widen" ? step.to.map((to) => ({ from, to, cause: "widened" })) : [];
    });
    return [{ from: ENTRY, to: from, cause: "rule" }, ...turnedAway(from, treatment.otherwise), ...steps];
  });
  const reached = new Set(ofRules.map(({ to }) => to));
  const ofGroups = allocationRules.flatMap(({ skillGroupId, otherwise }) =>
    turnedAway(skillGroupId, otherwise),
  );
  // How a group turns calls away matters where calls overflow into it, however far down.
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of ofGroups) if (reached.has(from)) reached.add(to);
  }
  return [...ofRules, ...ofGroups.filter(({ from }) => isOverflowedInto(from, [...ofRules, ...ofGroups]))];
}

function isOverflowedInto(key: string, ways: readonly Way[]): boolean {
  return ways.some(({ to, cause }) => to === key && cause !== "rule" && cause !== "widened");
}

function turnedAway(from: SkillGroupId, otherwise: Fallbacks): Way[] {
  return obstacles.flatMap((cause) => {
    const to = endOf(otherwise[cause]);
    return to === null ? [] : [{ from, to, cause }];
  });
}

function endOf(fallback: Fallback): string | null {
  if (fallback.kind === "waitAnyway") return null;
  return fallback.kind === "overflow" ? fallback.to : fallback.kind;
}

function nodesOf({ queueRules, allocationRules }: RuleSet, ways: readonly Way[]): RouteNode[] {
  const met = new Set(ways.flatMap(({ from, to }) => [from, to]));
  const steps = queueRules.flatMap(({ treatment }) => treatment.steps);
  const fallbacks = [...queueRules.map(({ treatment }) => treatment), ...allocationRules].flatMap(
    ({ otherwise }) => obstacles.map((obstacle) => otherwise[obstacle]),
  );
  const named = [
    ...allocationRules.map(({ skillGroupId }) => skillGroupId),
    ...queueRules.map(({ treatment }) => treatment.skillGroupId),
    ...[...steps, ...fallbacks].flatMap((part) => ("to" in part ? part.to : [])),
  ].filter((part): part is SkillGroupId => typeof part === "string");
  const groups = [...new Set(named)].map(
    (skillGroupId): RouteNode => ({ key: skillGroupId, kind: "group", skillGroupId }),
  );
  const ends = (["callback", "hangUp"] as const)
    .filter((kind) => met.has(kind))
    .map((kind): RouteNode => ({ key: kind, kind }));
  return [{ key: ENTRY, kind: "entry" }, ...groups, ...ends];
}

function edgesOf({ allocationRules }: RuleSet, ways: readonly Way[]): RouteEdge[] {
  const known = new Set<string>([
    "callback",
    "hangUp",
    ...allocationRules.map(({ skillGroupId }) => skillGroupId),
  ]);
  const edges = new Map<string, { from: string; to: string; causes: Set<Cause> }>();
  for (const { from, to, cause } of ways) {
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from, to, causes: new Set() };
    edge.causes.add(cause);
    edges.set(key, edge);
  }
  return [...edges.values()].map(({ from, to, causes }) => ({
    from,
    to,
    causes: [...causes],
    isBroken: !known.has(to) || isInCircle({ from, to }, ways),
  }));
}

/** Whether the same obstacle leads from the end of a way back to its beginning: nobody on it is ever served. */
function isInCircle({ from, to }: Pick<Way, "from" | "to">, ways: readonly Way[]): boolean {
  return obstacles.some((obstacle) => {
    const next = new Map(
      ways.filter(({ cause }) => cause === obstacle).map((way) => [way.from, way.to] as const),
    );
    if (next.get(from) !== to) return false;
    const seen = new Set<string>();
    for (let at: string | undefined = to; at !== undefined && !seen.has(at); at = next.get(at)) {
      if (at === from) return true;
      seen.add(at);
    }
    return false;
  });
}

/** Each group one column right of the first that leads to it, the ends in the last column. */
function place(nodes: readonly RouteNode[], edges: readonly RouteEdge[]): PlacedNode[] {
  const columns = new Map([[ENTRY, 0]]);
  const waiting = [ENTRY];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    const column = (columns.get(key) ?? 0) + 1;
    for (const { to } of edges.filter(({ from }) => from === key)) {
      if (columns.has(to) || to === "callback" || to === "hangUp") continue;
      columns.set(to, column);
      waiting.push(to);
    }
  }
  const farthest = Math.max(1, ...columns.values());
  const rows = new Map<number, number>();
  return nodes.map((node) => {
    const isEnd = node.kind === "callback" || node.kind === "hangUp";
    const column = isEnd ? farthest + 1 : (columns.get(node.key) ?? farthest);
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { node, column, row };
  });
}

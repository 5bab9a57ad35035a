import type { Condition } from "@/server/domain/routing/condition";

/** How the parts of a condition are joined: the last two are the opposites of the first two. */
export type Joining = "all" | "any" | "notAll" | "none";

/** Whether a condition has parts, be it under a "not". */
export function isGroup(condition: Condition): boolean {
  if ("not" in condition) return isGroup(condition.not);
  return "all" in condition || "any" in condition;
}

export function joiningOf(condition: Condition): Joining {
  if ("not" in condition) return joiningOf(condition.not) === "any" ? "none" : "notAll";
  return "any" in condition ? "any" : "all";
}

export function partsOf(condition: Condition): readonly Condition[] {
  if ("not" in condition) return isGroup(condition.not) ? partsOf(condition.not) : [condition];
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : [condition];
}

/** @param parts at least one */
export function joinBy(joining: Joining, parts: readonly Condition[]): Condition {
  switch (joining) {
    case "all":
      return { all: parts };
    case "any":
      return { any: parts };
    case "notAll":
      return { not: { all: parts } };
    case "none":
      return { not: { any: parts } };
  }
}

export function withPart(condition: Condition, index: number, part: Condition): Condition {
  return joinBy(joiningOf(condition), partsOf(condition).with(index, part));
}

/** Null when it was the last part. */
export function withoutPart(condition: Condition, index: number): Condition | null {
  const parts = partsOf(condition).toSpliced(index, 1);
  return parts.length === 0 ? null : joinBy(joiningOf(condition), parts);
}

/** What must hold as well: beside the parts that there are, or beside the one question. */
export function addPart(condition: Condition | null, added: Condition): Condition {
  if (condition === null) return added;
  return isGroup(condition)
    ? joinBy(joiningOf(condition), [...partsOf(condition), added])
    : { all: [condition, added] };
}

/** The opposite: what is said not to hold twice, holds. */
export function negate(condition: Condition): Condition {
  return "not" in condition ? condition.not : { not: condition };
}

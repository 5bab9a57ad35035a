import type { z } from "zod";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { contentLengthMax, RuleContent } from "@/server/domain/routing/versions/draft";

const DEPTH_MAX = 60;

/**
 * A rule set with its examples, or a refusal that says where the fault is. What nests deeper than any rule may
 * is refused before it is read, and groups that are not there are as well.
 */
export function readContent(json: unknown, groups: ReadonlySet<string>): Outcome<RuleContent> {
  if (isDeeperThan(json, DEPTH_MAX)) return refuse("rules_too_deep");
  if (JSON.stringify(json).length > contentLengthMax) return refuse("rules_too_large");
  const read = RuleContent.safeParse(json);
  if (!read.success) return refuse("rules_invalid", faultOf(read.error.issues, []));
  const unknown = [...groupsNamedIn(read.data)].find(({ skillGroupId }) => !groups.has(skillGroupId));
  return unknown
    ? refuse("rules_name_unknown_group", { path: unknown.path, group: unknown.skillGroupId })
    : done(read.data);
}

function isDeeperThan(json: unknown, depth: number): boolean {
  if (typeof json !== "object" || json === null) return false;
  return depth === 0 || Object.values(json).some((part) => isDeeperThan(part, depth - 1));
}

/** Of the alternatives that something is not, the one that it is nearest to being tells what is wrong. */
function faultOf(
  issues: readonly z.core.$ZodIssue[],
  before: readonly PropertyKey[],
): { path: string; fault: string } {
  const [issue] = issues;
  if (issue === undefined) return { path: "", fault: "" };
  const path = [...before, ...issue.path];
  const alternatives = issue.code === "invalid_union" ? issue.errors : [];
  const [nearest] = alternatives.toSorted((one, other) => one.length - other.length);
  return nearest ? faultOf(nearest, path) : { path: path.join("."), fault: issue.message };
}

interface NamedGroup {
  readonly skillGroupId: string;
  readonly path: string;
}

/** Every group that is named anywhere: under its own key, or as where calls overflow or widen to. */
function* groupsNamedIn(json: unknown, path: readonly string[] = []): Generator<NamedGroup> {
  if (typeof json !== "object" || json === null) return;
  for (const [key, part] of Object.entries(json)) {
    const here = [...path, key];
    const isGroup = typeof part === "string" && (key === "skillGroupId" || here.includes("to"));
    if (isGroup) yield { skillGroupId: part, path: here.join(".") };
    else yield* groupsNamedIn(part, here);
  }
}

import type { z } from "zod";
import { Question } from "@/server/domain/routing/condition";

/** What may be wrong with a rule set that is read. */
export type ReadFaultKind =
  | "tooDeep"
  | "tooMany"
  | "unknownFact"
  | "unknownOperator"
  | "unknownField"
  | "unknownGroup"
  | "unknownAgent"
  | "duplicate"
  | "missingAllocationRule"
  | "stepsOutOfOrder"
  | "circle"
  | "lastRuleMustMatch"
  | "invalid";

export interface ReadFault {
  /** Such as queueRules[3].when.all[0].operator. */
  readonly path: string;
  readonly kind: ReadFaultKind;
}

const DEPTH_MAX = 20;
const PARTS_MAX = 50;

/** Whether this is a JSON object, which neither a list nor null is. */
export function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** What is wrong with a condition, each with its path; it is gone into no deeper than conditions may nest. */
export function conditionFaults(json: unknown, path: string, depth = 1): ReadFault[] {
  if (depth > DEPTH_MAX) return [{ path, kind: "tooDeep" }];
  if (!isRecord(json)) return [{ path, kind: "invalid" }];
  const [joint] = ["all", "any", "not"].filter((name) => name in json);
  if (joint === undefined) return questionFaults(json, path);
  const others = Object.keys(json).filter((name) => name !== joint);
  const unknown = others.map((name): ReadFault => ({ path: `${path}.${name}`, kind: "unknownField" }));
  const parts = json[joint];
  if (joint === "not") return [...unknown, ...conditionFaults(parts, `${path}.not`, depth + 1)];
  if (!Array.isArray(parts) || parts.length === 0)
    return [...unknown, { path: `${path}.${joint}`, kind: "invalid" }];
  if (parts.length > PARTS_MAX) return [...unknown, { path: `${path}.${joint}`, kind: "tooMany" }];
  const ofParts = parts.flatMap((part: unknown, index) =>
    conditionFaults(part, `${path}.${joint}[${index}]`, depth + 1),
  );
  return [...unknown, ...ofParts];
}

function questionFaults(
  json: { readonly fact?: unknown; readonly operator?: unknown },
  path: string,
): ReadFault[] {
  const aboutFact = Question.options.filter(({ shape }) => shape.fact.safeParse(json.fact).success);
  if (aboutFact.length === 0) return [{ path: `${path}.fact`, kind: "unknownFact" }];
  const option = aboutFact.find(({ shape }) => shape.operator.safeParse(json.operator).success);
  if (option === undefined) return [{ path: `${path}.operator`, kind: "unknownOperator" }];
  const read = option.safeParse(json);
  return read.success ? [] : faultsOfIssues(read.error.issues, path);
}

/** What Zod found, in our words. */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[], start: string): ReadFault[] {
  return issues.flatMap((issue): ReadFault[] => {
    const path = issue.path.reduce<string>(
      (before, part) => faultPath(before, typeof part === "number" ? `[${part}]` : String(part)),
      start,
    );
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: faultPath(path, key), kind: "unknownField" }));
    return [{ path, kind: issue.code === "too_big" && issue.origin === "array" ? "tooMany" : "invalid" }];
  });
}

/** The path of what stands at `inner`, seen from where `outer` stands. */
export function faultPath(outer: string, inner: string): string {
  return outer === "" || inner === "" || inner.startsWith("[") ? `${outer}${inner}` : `${outer}.${inner}`;
}

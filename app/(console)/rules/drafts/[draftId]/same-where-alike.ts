import type { Analysis } from "@/server/domain/routing/analysis/analyse";

/** An analysis in which whatever was found before is the same object again, so that it is not drawn anew. */
export function sameWhereAlike(before: Analysis | null, after: Analysis): Analysis {
  if (!(before?.isFinished && after.isFinished)) return after;
  const known = new Map(before.findings.map((finding) => [JSON.stringify(finding), finding]));
  const findings = after.findings.map((finding) => known.get(JSON.stringify(finding)) ?? finding);
  const isAlike =
    findings.length === before.findings.length && findings.every((one, at) => one === before.findings[at]);
  return { ...after, findings: isAlike ? before.findings : findings };
}

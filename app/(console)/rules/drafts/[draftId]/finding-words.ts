import { formatDuration } from "@/app/_components/format/duration";
import type { RuleWords } from "@/app/_components/rules/rule-words";
import type { Translator } from "@/app/_i18n/translator";
import type { Fault, Finding } from "@/server/domain/routing/analysis/finding";
import type { QueueRule, RuleId } from "@/server/domain/routing/rule";

interface FaultWords {
  readonly words: RuleWords;
  /** As `coveringText` tells it. */
  readonly coveredBy: string;
}

/** The rules that cover another one, according to what was found wrong with it; nothing where none do. */
export function coveringText(
  words: RuleWords,
  queueRules: readonly QueueRule[],
  findings: readonly Finding[],
): string {
  const covering = findings.flatMap(({ fault }) => ("coveredBy" in fault ? fault.coveredBy : []));
  return words.both(covering.map((ruleId) => placeText(queueRules, ruleId)));
}

/** What is wrong, as a sentence. */
export function faultText(
  t: Translator<"ruleEditor">,
  { words, coveredBy }: FaultWords,
  fault: Fault,
): string {
  switch (fault.kind) {
    case "neverMatches":
    case "partlyCovered":
      return t(`faults.${fault.kind}`, { count: fault.coveredBy.length, rules: coveredBy });
    case "circle": {
      const groups = fault.hops.map(({ from }) => words.group(from));
      return t("faults.circle", { groups: [...groups, ...groups.slice(0, 1)].join(" → ") });
    }
    case "endsNowhere":
      return t("faults.endsNowhere", { group: words.group(fault.skillGroupId) });
    case "stepAfterLongestWait":
      return t("faults.stepAfterLongestWait", { wait: formatDuration(fault.longestWaitSeconds * 1000) });
    case "groupWithoutRule":
    case "groupWithoutAgents":
      return t(`faults.${fault.kind}`, { group: words.group(fault.skillGroupId) });
    case "neverOpen":
      return neverOpenText(t, words, fault);
    default:
      return t(`faults.${fault.kind}`);
  }
}

function neverOpenText(
  t: Translator<"ruleEditor">,
  words: RuleWords,
  { skillGroupId, way }: Extract<Fault, { kind: "neverOpen" }>,
): string {
  const group = words.group(skillGroupId);
  switch (way.because) {
    case "rule":
      return t("neverOpen.rule", { group });
    case "widen":
    case "overflow":
      return t(`neverOpen.${way.because}`, { group, wait: formatDuration(way.afterSeconds * 1000) });
    default:
      return t(`neverOpen.${way.because}`, { group, from: words.group(way.from) });
  }
}

/** A rule by its place and name. */
export function placeText(queueRules: readonly QueueRule[], ruleId: RuleId): string {
  const at = queueRules.findIndex((rule) => rule.ruleId === ruleId);
  return `${at + 1} ${queueRules[at]?.name ?? ""}`;
}

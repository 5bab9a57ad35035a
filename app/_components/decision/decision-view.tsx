"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { RuleWords } from "@/app/_components/rules/rule-words";
import type { ArrivalOutcome, Decision } from "@/server/domain/routing/decide";
import type { QueueRule } from "@/server/domain/routing/rule";
import type { ArrivalTrace, RuleTried } from "@/server/domain/routing/trace";

interface DecisionViewProps {
  decision: Decision<ArrivalOutcome, ArrivalTrace>;
  words: RuleWords;
  queueRules: readonly QueueRule[];
}

/** What became of a call that arrived, and every rule and group that was tried on the way. */
export function DecisionView({ decision: { outcome, trace }, words, queueRules }: DecisionViewProps) {
  const t = useTranslations("ruleEditor.decision");
  const ruleOf = (tried: RuleTried) => queueRules.findIndex(({ ruleId }) => ruleId === tried.ruleId);
  const taken = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
  const result =
    outcome.kind === "enter"
      ? t("enter", { group: words.group(outcome.skillGroupId), priority: taken?.treatment.priority ?? 0 })
      : t(`${outcome.kind}`);

  function why(tried: RuleTried): string {
    if (tried.result !== "failed") return t(tried.result === "matched" ? "matched" : "disabled");
    const { question, isNegated } = tried.failure;
    return t(isNegated ? "failedNot" : "failed", { condition: words.question(question) });
  }

  return (
    <div className="grid gap-2">
      <p role="status" className="rounded-md bg-selected px-3 py-2 text-body font-medium">
        {result}
      </p>
      <ol className="grid gap-1 text-table">
        {trace.rules.map((tried) => (
          <li
            key={tried.ruleId}
            className={clsx("flex gap-2", tried.result === "matched" ? "font-medium" : "text-muted")}
          >
            <span className="tabular-nums">{ruleOf(tried) + 1}</span>
            <span>
              {queueRules[ruleOf(tried)]?.name}: {why(tried)}
            </span>
          </li>
        ))}
      </ol>
      <ul className="grid gap-1 text-table">
        {trace.groups.map(({ skillGroupId, obstacle, fallback }) =>
          obstacle === null ? null : (
            <li key={skillGroupId}>
              {words.group(skillGroupId)}:{" "}
              {fallback === null ? t(`obstacles.${obstacle}`) : words.turnedAway(obstacle, fallback)}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

import { useFormatter, useTranslations } from "next-intl";
import { type RuleNames, RuleWords } from "@/app/_components/rules/rule-words";
import { Badge } from "@/app/_components/ui/badge";
import type { AllocationRule, QueueRule, RuleSet } from "@/server/domain/routing/rule";

interface RuleListProps {
  ruleSet: RuleSet;
  names: RuleNames;
}

/** A rule set as plain sentences, to be read. */
export function RuleList({ ruleSet, names }: RuleListProps) {
  const t = useTranslations("rules.list");
  const words = new RuleWords(useTranslations("ruleWords"), useFormatter(), names);
  return (
    <>
      <section className="grid gap-2">
        <h2 className="font-semibold text-table">{t("queueRules")}</h2>
        <ol className="grid divide-y divide-line rounded-lg border border-line bg-surface">
          {ruleSet.queueRules.map((rule, index) => (
            <QueueRuleItem key={rule.ruleId} rule={rule} place={index + 1} words={words} />
          ))}
        </ol>
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold text-table">{t("allocationRules")}</h2>
        <ul className="grid divide-y divide-line rounded-lg border border-line bg-surface">
          {ruleSet.allocationRules.map((rule) => (
            <AllocationRuleItem key={rule.skillGroupId} rule={rule} words={words} />
          ))}
        </ul>
      </section>
    </>
  );
}

function QueueRuleItem({ rule, place, words }: { rule: QueueRule; place: number; words: RuleWords }) {
  const t = useTranslations("rules.list");
  const { name, isEnabled, treatment } = rule;
  const further = [...words.otherwise(treatment), ...treatment.steps.map((step) => words.step(step))];
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className="w-6 text-end text-muted text-table tabular-nums">{place}</span>
      <div className="grid min-w-0 gap-1">
        <p className="flex items-center gap-2 font-medium text-body">
          {name}
          {isEnabled ? null : <Badge>{t("disabled")}</Badge>}
        </p>
        <p className="text-table">{words.line(rule)}</p>
        <Further sentences={further} />
      </div>
    </li>
  );
}

function AllocationRuleItem({ rule, words }: { rule: AllocationRule; words: RuleWords }) {
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="font-medium text-body">{words.group(rule.skillGroupId)}</p>
      <p className="text-table">{words.all(words.allocation(rule))}</p>
      <Further sentences={words.otherwise(rule)} />
    </li>
  );
}

function Further({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-muted text-table">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

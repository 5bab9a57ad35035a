import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { Notice } from "@/app/_components/ui/notice";
import { useCallWords } from "@/app/(console)/rules/call-words";
import type { AllocationChange } from "@/server/domain/routing/analysis/diff";
import type { QueueRule } from "@/server/domain/routing/rule";
import type { ChangedCalls, Meaning } from "@/server/domain/routing/versions/meaning";

type CallWords = ReturnType<typeof useCallWords>;

interface DifferenceProps {
  meaning: Meaning;
  names: RuleNames;
}

/** What a change of the rules means: the calls that are treated otherwise, each kind with an example. */
export function Difference({ meaning, names }: DifferenceProps) {
  const t = useTranslations("rules.difference");
  const words = useCallWords(names, meaning.isFinished ? meaning.timeZone : "UTC");
  if (!meaning.isFinished) {
    return (
      <Notice tone="warning" title={t("unfinished")}>
        {t(`because.${meaning.because}`)}
      </Notice>
    );
  }
  const { calls, allocation } = meaning;
  return (
    <div className="grid gap-3">
      {calls.length === 0 ? (
        <p className="text-body">{t("nothing")}</p>
      ) : (
        <>
          <p className="text-table text-muted">{t("count", { count: calls.length })}</p>
          <ol className="grid gap-3">
            {calls.map((changed) => (
              <li key={JSON.stringify(changed.kinds)}>
                <ChangedCallsCard changed={changed} words={words} />
              </li>
            ))}
          </ol>
        </>
      )}
      {allocation.length > 0 ? <AllocationChanges changes={allocation} words={words} /> : null}
    </div>
  );
}

function ChangedCallsCard({ changed, words }: { changed: ChangedCalls; words: CallWords }) {
  const t = useTranslations("rules.difference");
  const format = useFormatter();
  const { before, after, kinds, isAll, example, outcomes } = changed;
  const told = { before: words.outcome(outcomes.before), after: words.outcome(outcomes.after) };
  const parts = before && after ? changedParts(before.treatment, after.treatment) : [];
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3 text-table">
      <ul className="grid gap-1 font-medium">
        {kinds.map((kind) => (
          <li key={JSON.stringify(kind)}>{words.kind(kind)}</li>
        ))}
        {isAll ? null : <li className="font-normal text-muted">{t("moreKinds")}</li>}
      </ul>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Treated rule={before} words={words} />
        <ArrowRight role="img" aria-label={t("becomes")} className="size-4 shrink-0 text-muted" />
        <Treated rule={after} words={words} />
      </p>
      {parts.length > 0 ? (
        <p className="text-muted">
          {t("changed", {
            parts: format.list(
              parts.map((part) => t(`treatment.${part}`)),
              { type: "conjunction" },
            ),
          })}
        </p>
      ) : null}
      <p className="text-muted">
        {t(told.before === told.after ? "sameExample" : "example", {
          ...told,
          example: words.example(example),
        })}
      </p>
    </div>
  );
}

function Treated({ rule, words }: { rule: QueueRule | null; words: CallWords }) {
  const t = useTranslations("rules.difference");
  if (rule === null) return <span>{t("noRule")}</span>;
  const { skillGroupId, priority } = rule.treatment;
  return <span>{t("rule", { name: rule.name, group: words.groupName(skillGroupId), priority })}</span>;
}

const treatmentParts = [
  "skillGroupId",
  "priority",
  "ageing",
  "leastProficiency",
  "otherwise",
  "steps",
] as const satisfies readonly (keyof QueueRule["treatment"])[];

function changedParts(before: QueueRule["treatment"], after: QueueRule["treatment"]) {
  return treatmentParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

const allocationParts = [
  "order",
  "lastAgentFirst",
  "rings",
  "ringTimeoutSeconds",
  "afterNoAnswer",
  "weight",
  "otherwise",
] as const satisfies readonly (keyof NonNullable<AllocationChange["before"]>)[];

function AllocationChanges({ changes, words }: { changes: readonly AllocationChange[]; words: CallWords }) {
  const t = useTranslations("rules.difference");
  const format = useFormatter();
  return (
    <section className="grid gap-1 text-table">
      <h3 className="font-semibold">{t("allocationTitle")}</h3>
      <ul className="grid gap-1">
        {changes.map(({ before, after }) => {
          const group = words.groupName((after ?? before)?.skillGroupId ?? "");
          if (before === null) return <li key={group}>{t("allocationNew", { group })}</li>;
          if (after === null) return <li key={group}>{t("allocationGone", { group })}</li>;
          const changed = allocationParts.filter(
            (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
          );
          const parts = format.list(
            changed.map((part) => t(`allocation.${part}`)),
            { type: "conjunction" },
          );
          return <li key={group}>{t("allocationChanged", { group, parts })}</li>;
        })}
      </ul>
    </section>
  );
}

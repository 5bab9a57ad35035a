import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Explanation } from "@/app/_components/explanation/explanation";
import type { ExplanationNames } from "@/app/_components/explanation/sentence";
import { Moment } from "@/app/_components/format/moment";
import { placeNames } from "@/app/_i18n/place-names";
import type { createCaller } from "@/server/api/root";
import type { CallId } from "@/server/domain/identifiers";
import type { DecisionTopic, ToldDecision } from "@/server/domain/routing/tell-decisions";

type Api = ReturnType<typeof createCaller>;

interface CallDecisionsProps {
  callId: CallId;
  /** As `callRecord.decisions` answers them. */
  told: Awaited<ReturnType<Api["callRecord"]["decisions"]>>;
  /** Leads to the versions of the rules. */
  mayReadRules: boolean;
}

/** Why a call came to its queues and agents and waited in between, in the order of the call. */
export function CallDecisions({ callId, told: { decisions, names }, mayReadRules }: CallDecisionsProps) {
  const t = useTranslations("decisions");
  const known: ExplanationNames = {
    groups: new Map(names.groups.map(({ skillGroupId, name }) => [skillGroupId, name])),
    agents: new Map(names.agents.map(({ agentId, name }) => [agentId, name])),
    rules: new Map(names.rules.map(({ ruleId, name }) => [ruleId, name])),
    calls: new Map([[callId, t("thisCall")]]),
    places: placeNames(useLocale()),
  };
  return (
    <section aria-label={t("title")} className="grid gap-3">
      <h2 className="text-section">{t("title")}</h2>
      {decisions.length === 0 ? <p className="text-table text-muted">{t("none")}</p> : null}
      <ol className="grid gap-4">
        {decisions.map((decision) => (
          <li key={`${decision.topic.about} ${decision.at}`}>
            <Decision decision={decision} names={known} mayReadRules={mayReadRules} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DecisionProps {
  decision: ToldDecision;
  names: ExplanationNames;
  mayReadRules: boolean;
}

function Decision({
  decision: { at, topic, ruleSetVersion, explained },
  names,
  mayReadRules,
}: DecisionProps) {
  const t = useTranslations("decisions");
  const format = useFormatter();
  const about = useTopic(topic, names);
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-body font-medium">{about}</h3>
        <span className="flex gap-x-2 text-caption text-muted">
          <Moment at={at} as="clock" />
          {topic.about === "transfer" ? null : <Version number={ruleSetVersion} isLink={mayReadRules} />}
        </span>
      </div>
      {topic.about === "transfer" ? (
        <p className="ps-4 text-body">{t("transferred")}</p>
      ) : (
        <Explanation
          explained={explained}
          names={names}
          label={t("label", { about, at: format.dateTime(at, "clock") })}
        />
      )}
    </div>
  );
}

/** The version of the rules that decided. */
function Version({ number, isLink }: { number: number; isLink: boolean }) {
  const t = useTranslations("decisions");
  if (!isLink) return t("version", { number });
  return (
    <Link href={`/rules/versions/${number}`} prefetch={false} className="text-accent hover:underline">
      {t("version", { number })}
    </Link>
  );
}

function useTopic(topic: DecisionTopic, { groups, agents }: ExplanationNames): string {
  const t = useTranslations("decisions");
  const words = useTranslations("explanation.unknown");
  switch (topic.about) {
    case "queue":
    case "agent":
    case "wait":
      return t(`about.${topic.about}`);
    case "transfer":
    case "leaving":
      return t(`about.${topic.about}`, { group: groups.get(topic.skillGroupId) ?? words("group") });
    case "choice":
      return t("about.choice", { agent: agents.get(topic.agentId) ?? words("agent") });
  }
}

import { useFormatter, useTranslations } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import { type RuleNames, RuleWords } from "@/app/_components/rules/rule-words";
import { Verification } from "@/server/domain/calls/event";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { ArrivalOutcome } from "@/server/domain/routing/decide";
import type { CallFacts, GroupFacts } from "@/server/domain/routing/facts";
import { anotherAgent, anotherWord } from "@/server/domain/routing/regions/candidates";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Stretch } from "@/server/domain/routing/regions/space";

type Value = Stretch["values"][number];

const VALUES_TOLD = 3;
const callFacts = [
  "dialledNumber",
  "callerNumber",
  "province",
  "customerTier",
  "language",
  "verification",
  "keyTrack",
  "hoursSinceLastCall",
  "lastAgentId",
  "hasOpenWorkOrder",
] as const satisfies readonly (keyof CallFacts)[];
const groupFacts = [
  "callersWaiting",
  "longestWaitSeconds",
  "agentsFree",
  "agentsStaffed",
  "estimatedWaitSeconds",
] as const satisfies readonly (keyof GroupFacts)[];
type Fact = (typeof callFacts)[number] | (typeof groupFacts)[number] | "moment";

/** Whether a value stands for itself; others stand for all that no rule tells apart from them. */
function isExact(value: Value): boolean {
  return value === null || typeof value === "boolean" || value === anotherWord || value === anotherAgent;
}

/** Kinds of calls, examples of them and what becomes of them, in words; times are told by the rules' clock. */
export function useCallWords(names: RuleNames, timeZone: string) {
  const t = useTranslations("rules.calls");
  const format = useFormatter();
  const words = new RuleWords(useTranslations("ruleWords"), format, names);
  const groupName = (id: string) => words.group(SkillGroupId.parse(id));
  const moment = (at: number) =>
    `${format.dateTime(at, "weekdayAndDay", { timeZone })} ${format.dateTime(at, "clockToMinute", { timeZone })}`;

  function numberText(fact: Fact, value: number): string {
    if (fact === "moment") return moment(value);
    if (fact === "hoursSinceLastCall") return t("hoursAgo", { hours: value });
    return fact.endsWith("Seconds") ? formatDuration(value * 1000) : format.number(value);
  }

  function wordText(fact: Fact, value: string): string {
    if (value === anotherWord || value === anotherAgent) return t("another");
    if (fact === "province") return words.place(value);
    if (fact === "verification") return words.verification(Verification.parse(value));
    return fact === "lastAgentId" ? words.agent(UserId.parse(value)) : value;
  }

  function missingText(fact: Fact): string {
    if (fact === "lastAgentId") return words.nobody();
    return fact === "hoursSinceLastCall" ? t("neverBefore") : t("unknown");
  }

  function valueText(fact: Fact, value: Value): string {
    if (value === null) return missingText(fact);
    if (typeof value === "number") return numberText(fact, value);
    if (typeof value === "string") return wordText(fact, value);
    if (typeof value === "boolean") return value ? "yes" : "no";
    return value.length === 0 ? t("noKeys") : value.join(" ");
  }

  function factText(fact: Fact, values: string, group: string): string {
    return t(`facts.${fact}`, { values, group: group === "" ? "" : groupName(group) });
  }

  function stretchText({ axis, values }: Stretch): string {
    const [name = axis, group = ""] = axis.split(" ");
    const fact = [...callFacts, ...groupFacts, "moment" as const].find((known) => known === name);
    if (fact === undefined) return name;
    const told = values.slice(0, VALUES_TOLD).map((value) => valueText(fact, value));
    const count = values.length - told.length;
    const either = words.either(count === 0 ? told : [...told, t("others", { count })]);
    return factText(fact, values.every(isExact) ? either : t("like", { values: either }), group);
  }

  /** What is said of a call, without what nothing is known of. */
  function factsOf({ call, groups }: Example): string[] {
    const ofCall = callFacts.flatMap((fact) => {
      const value = call[fact];
      const isSaid = value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
      return isSaid ? [factText(fact, valueText(fact, value), "")] : [];
    });
    const ofFloor = groups.flatMap((group) =>
      groupFacts
        .filter((fact) => group[fact] > 0)
        .map((fact) => factText(fact, valueText(fact, group[fact]), group.skillGroupId)),
    );
    return [...ofCall, ...ofFloor];
  }

  return {
    groupName,
    /** One kind of call; every call where nothing is said of it. */
    kind: (stretches: readonly Stretch[]) =>
      stretches.length === 0 ? t("every") : t("kind", { parts: words.all(stretches.map(stretchText)) }),
    /** A call on its floor. */
    example(example: Example): string {
      const said = factsOf(example);
      const when = { moment: moment(example.at) };
      return said.length === 0
        ? t("exampleOfNothing", when)
        : t("example", { ...when, facts: words.all(said) });
    },
    outcome(outcome: ArrivalOutcome): string {
      if (outcome.kind === "enter") return t("outcomes.enter", { group: groupName(outcome.skillGroupId) });
      return t(`outcomes.${outcome.kind}`);
    },
  };
}

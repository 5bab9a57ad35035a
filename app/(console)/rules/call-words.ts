import { useFormatter, useTranslations } from "next-intl";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { ArrivalOutcome } from "@/server/domain/routing/decide";
import type { CallFacts } from "@/server/domain/routing/facts";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Stretch } from "@/server/domain/routing/regions/space";

/** The groups of the hotline by name, and whose clock times are told by. */
export interface RuleNames {
  readonly groups: readonly { readonly skillGroupId: SkillGroupId; readonly name: string }[];
  readonly timeZone: string;
}

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
] as const;

/** Kinds of calls, examples of them and what becomes of them, in words. */
export function useCallWords({ groups, timeZone }: RuleNames) {
  const t = useTranslations("rules.calls");
  const format = useFormatter();
  const groupName = (id: string) => groups.find(({ skillGroupId }) => skillGroupId === id)?.name ?? id;
  const moment = (at: number) =>
    `${format.dateTime(at, "weekdayAndDay", { timeZone })} ${format.dateTime(at, "clockToMinute", { timeZone })}`;

  function valueText(value: Value): string {
    if (value === null) return t("unknown");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return format.number(value);
    if (typeof value === "string") return value;
    return value.length === 0 ? t("noKeys") : value.join(" ");
  }

  function stretchText({ axis, values }: Stretch): string {
    const [fact = axis, group = ""] = axis.split(" ");
    const known = [...callFacts, ...groupFacts, "moment" as const].find((name) => name === fact);
    const told = values
      .slice(0, VALUES_TOLD)
      .map((value) => (fact === "moment" && typeof value === "number" ? moment(value) : valueText(value)));
    const name = known ? t(`facts.${known}`, { group: groupName(group) }) : fact;
    return t("like", {
      fact: name,
      values: format.list(told, { type: "disjunction" }),
      more: values.length - told.length,
    });
  }

  return {
    groupName,
    moment,
    /** One kind of call; every call where nothing is said of it. */
    kind: (stretches: readonly Stretch[]) =>
      stretches.length === 0 ? t("every") : format.list(stretches.map(stretchText), { type: "conjunction" }),
    /** What an example says of its call and its floor, without what nothing is known of. */
    example({ call, groups: floor, at }: Example): string {
      const ofCall = callFacts.flatMap((fact) => {
        const value = call[fact];
        const isSaid = value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
        return isSaid
          ? [t("fact", { fact: t(`facts.${fact}`, { group: "" }), value: valueText(value) })]
          : [];
      });
      const ofFloor = floor.flatMap((group) =>
        groupFacts
          .filter((fact) => group[fact] > 0)
          .map((fact) =>
            t("fact", {
              fact: t(`facts.${fact}`, { group: groupName(group.skillGroupId) }),
              value: valueText(group[fact]),
            }),
          ),
      );
      const said = [...ofCall, ...ofFloor];
      const facts = said.length === 0 ? t("nothingKnown") : format.list(said, "row");
      return t("example", { facts, moment: moment(at) });
    },
    outcome(outcome: ArrivalOutcome): string {
      if (outcome.kind === "enter") return t("outcomes.enter", { group: groupName(outcome.skillGroupId) });
      return t(`outcomes.${outcome.kind}`);
    },
  };
}

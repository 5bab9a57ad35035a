import { createSerializer, type inferParserType, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { parseAs } from "@/app/_components/parsers";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { FindingPlace } from "@/server/domain/routing/analysis/finding";
import { RuleId } from "@/server/domain/routing/rule";
import type { DraftId } from "@/server/domain/routing/versions/draft";

export const panels = ["edit", "try", "examples"] as const;
export type Panel = (typeof panels)[number];

/** What is open on the page of a draft. Steps and rings are counted from 1, as readers count them. */
export const draftParams = {
  rule: parseAs(RuleId),
  step: parseAsInteger,
  group: parseAs(SkillGroupId),
  ring: parseAsInteger,
  panel: parseAsStringLiteral(panels).withDefault("edit"),
};

type DraftParams = inferParserType<typeof draftParams>;

/** What an address selects; nothing where it names neither a rule nor a group. */
export function placeOf({ rule, step, group, ring }: DraftParams): FindingPlace | null {
  if (rule !== null) return { ruleId: rule, ...(step !== null && { step: step - 1 }) };
  if (group !== null) return { skillGroupId: group, ...(ring !== null && { ring: ring - 1 }) };
  return null;
}

/** The address of something that is to be edited. */
export function paramsOf(place: FindingPlace): DraftParams {
  const nothing = { rule: null, step: null, group: null, ring: null, panel: "edit" } as const;
  return "ruleId" in place
    ? { ...nothing, rule: place.ruleId, step: place.step === undefined ? null : place.step + 1 }
    : { ...nothing, group: place.skillGroupId, ring: place.ring === undefined ? null : place.ring + 1 };
}

/** The id of the button that selects a rule or a group in the lists. */
export function anchorOf(place: FindingPlace): string {
  return "ruleId" in place ? `rule-${place.ruleId}` : `group-${place.skillGroupId}`;
}

const draftQuery = createSerializer(draftParams);

/** The address at which a rule, a group, or a step or ring of it is open. */
export function draftHref(draftId: DraftId, place: FindingPlace) {
  return `/rules/drafts/${draftId}${draftQuery(paramsOf(place))}` as const;
}

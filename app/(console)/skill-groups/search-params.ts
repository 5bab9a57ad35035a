import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { SkillGroupState } from "@/server/domain/skill-groups/skill-group";

export const loadSkillGroupParams = createLoader({
  state: parseAsStringLiteral(SkillGroupState.options).withDefault("active"),
});

/** The address of the list of groups in a state. */
export function skillGroupsHref(state: SkillGroupState) {
  return state === "active" ? "/skill-groups" : (`/skill-groups?state=${state}` as const);
}

export const loadSkillGroupPageParams = createLoader({
  /** The month that the calendar shows, such as 2026-10; this month without it. */
  month: parseAsString,
});

const month = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;

/** A month as an address may name it; null where it does not. */
export function readMonth(text: string | null): string | null {
  return text !== null && month.test(text) ? text : null;
}

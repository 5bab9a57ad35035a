import type { RouterOutputs } from "@/app/_trpc/outputs";

export type ShownSkillGroup = RouterOutputs["skillGroups"]["byId"];

/** Somebody who is in the group or could be. */
export type PossibleMember = ShownSkillGroup["people"][number];

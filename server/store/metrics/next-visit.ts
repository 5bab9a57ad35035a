import { type SQL, sql } from "drizzle-orm";
import { queueVisits } from "@/drizzle/schema/calls";

/** The group whose queue the call of a visit entered next; null when it was its last visit. */
export const nextSkillGroup: SQL = sql`(
  select next_visit.skill_group_id from ${queueVisits} as next_visit
  where next_visit.call_id = ${queueVisits.callId} and next_visit.ordinal = ${queueVisits.ordinal} + 1)`;

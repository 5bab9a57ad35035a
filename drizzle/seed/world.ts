import type { Chance } from "@/drizzle/seed/chance";
import type { Customer } from "@/drizzle/seed/customers";
import type { Dispatch } from "@/drizzle/seed/dispatch";
import type { Floor } from "@/drizzle/seed/floor";
import type { Script } from "@/drizzle/seed/script";
import type { SeedSkillGroup, Staff } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { WaitingCall } from "@/server/domain/routing/floor";

/** How a call comes into its first queue. */
export type QueueEntry = Pick<WaitingCall, "facts" | "treatment" | "skillGroupId">;

/** What all parts of the simulation share. */
export interface World {
  readonly chance: Chance;
  readonly timetable: Timetable;
  readonly floor: Floor;
  readonly dispatch: Dispatch;
  readonly staff: Staff;
  /** Opens the record of a new call. */
  readonly open: (customer: Customer) => Script;
  readonly groupOf: (skillGroupId: SkillGroupId) => SeedSkillGroup;
  /** Lets the rules say where a caller goes. */
  readonly route: (script: Script) => void;
  /** Sends a caller to a group's queue. */
  readonly enqueue: (script: Script, entry: QueueEntry) => void;
}

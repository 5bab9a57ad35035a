import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

/** The notes of one call as `notes.ofCall` answers them. */
export type CallNotes = inferRouterOutputs<AppRouter>["notes"]["ofCall"];
export type CallNote = CallNotes["notes"][number];

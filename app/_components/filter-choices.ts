import type { RouterOutputs } from "@/app/_trpc/outputs";

/** What can be chosen in the filters. */
export type FilterChoices = RouterOutputs["calls"]["choices"];

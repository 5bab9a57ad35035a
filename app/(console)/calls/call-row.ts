import type { RouterOutputs } from "@/app/_trpc/outputs";

/** A call as the list prints it. */
export type CallRow = RouterOutputs["calls"]["list"]["rows"][number];

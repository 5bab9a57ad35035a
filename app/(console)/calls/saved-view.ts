import type { RouterOutputs } from "@/app/_trpc/outputs";

export type SavedView = RouterOutputs["savedViews"]["list"][number];

import type { StateColour } from "@/app/_components/ui/state-word";
import type { Activity } from "@/server/domain/calls/occupancy";

/** The state's colour that an activity is drawn in. */
export const activityColours: Record<Activity, StateColour> = {
  ivr: "break",
  waiting: "waiting",
  dialling: "ringing",
  ringing: "ringing",
  talking: "talking",
  holding: "holding",
  consulting: "holding",
  consulted: "talking",
  conferencing: "talking",
  transferring: "ringing",
  outside: "talking",
  survey: "meeting",
  wrapping: "wrapping",
};

/** The outline of an activity that came to nothing: drawn hollow, in the same colour. */
export const hollowLook = "border-2 border-dashed border-state-ringing text-ink";

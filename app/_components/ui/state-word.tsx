import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The fill of each state; the state's word always stands beside or inside it. */
export const stateFill = {
  free: "bg-state-free",
  waiting: "bg-state-waiting",
  ringing: "bg-state-ringing",
  talking: "bg-state-talking",
  holding: "bg-state-holding",
  wrapping: "bg-state-wrapping",
  break: "bg-state-break",
  meeting: "bg-state-meeting",
  offline: "bg-state-offline",
  lost: "bg-state-lost",
} as const;

export type StateColour = keyof typeof stateFill;

export function StateWord({ state, children }: { state: StateColour; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={clsx("size-2 shrink-0 rounded-full", stateFill[state])} />
      {children}
    </span>
  );
}

import { useTranslations } from "next-intl";
import { type StateColour, StateWord } from "@/app/_components/ui/state-word";
import type { CallOutcome } from "@/server/domain/calls/record";

const colours: Record<CallOutcome, StateColour> = {
  in_progress: "talking",
  answered: "free",
  abandoned: "lost",
  short_abandoned: "break",
  overflowed: "waiting",
  callback: "wrapping",
  left_in_ivr: "offline",
  turned_away: "lost",
  not_reached: "offline",
  failed: "lost",
  phantom: "offline",
};

export function CallOutcomeWord({ outcome }: { outcome: CallOutcome }) {
  const t = useTranslations("calls");
  return <StateWord state={colours[outcome]}>{t(`outcomes.${outcome}`)}</StateWord>;
}

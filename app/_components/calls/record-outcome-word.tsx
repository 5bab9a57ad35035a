import { useTranslations } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import { type StateColour, StateWord } from "@/app/_components/ui/state-word";
import type { LegEnd, LegOutcome, VisitOutcome } from "@/server/domain/calls/record";

const colours: Record<VisitOutcome | LegOutcome, StateColour> = {
  waiting: "waiting",
  answered: "free",
  abandoned: "lost",
  short_abandoned: "break",
  overflowed: "waiting",
  callback: "wrapping",
  ringing: "ringing",
  missed: "lost",
  rejected: "lost",
  withdrawn: "offline",
  talking: "talking",
  ended: "free",
};

interface RecordOutcomeWordProps {
  outcome: VisitOutcome | LegOutcome;
  end: LegEnd | null;
  /** How long it rang, where it did. */
  ringMs: number | null;
}

/** What became of a queue visit, or of an agent's part of a call. */
export function RecordOutcomeWord({ outcome, end, ringMs }: RecordOutcomeWordProps) {
  const t = useTranslations("call");
  return (
    <StateWord state={colours[outcome]}>
      {t(`end.${end ?? outcome}`)}
      {ringMs === null ? null : (
        <span className="text-muted">{t("rang", { duration: formatDuration(ringMs) })}</span>
      )}
    </StateWord>
  );
}

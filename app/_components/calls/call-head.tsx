import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallOutcomeWord } from "@/app/_components/call-outcome-word";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { usePlaceName } from "@/app/_components/calls/place-name";
import { formatDuration } from "@/app/_components/format/duration";
import { Moment } from "@/app/_components/format/moment";
import { Badge } from "@/app/_components/ui/badge";

interface CallHeadProps {
  call: CallSheet["call"];
  /** The heading's rank: a page of its own, or a part of one. */
  heading: "h1" | "h2";
  actions?: ReactNode;
}

/** Customer, place, outcome and total of a call in one line. */
export function CallHead({ call, heading: Heading, actions }: CallHeadProps) {
  const t = useTranslations("call");
  const placeName = usePlaceName();
  const total = call.endedAt === null ? null : call.endedAt - call.startedAt;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="grid">
        <Heading className="text-title">
          {call.customerName ?? call.customerNumber ?? call.customerRef ?? t("unknownCustomer")}
        </Heading>
        <p className="flex flex-wrap items-center gap-x-3 text-body text-muted">
          <Moment at={call.startedAt} />
          <span>{placeName(call)}</span>
          <span className="text-ink">
            <CallOutcomeWord outcome={call.outcome} />
          </span>
          <span>{total === null ? t("goesOn") : t("total", { length: formatDuration(total) })}</span>
          {call.deletion ? <Badge tone="danger">{t("deletedMark")}</Badge> : null}
        </p>
      </div>
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

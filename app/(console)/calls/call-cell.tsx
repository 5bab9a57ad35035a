import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallOutcomeWord } from "@/app/_components/call-outcome-word";
import { formatDuration } from "@/app/_components/format/duration";
import type { CallRow } from "@/app/(console)/calls/call-row";
import type { CallColumn } from "@/server/domain/calls/call-columns";

/** Stands where a figure does not apply: a gap is not a zero. */
const gap = <span className="text-faint">–</span>;

function duration(ms: number | null, applies = true) {
  return ms === null || !applies ? gap : formatDuration(ms);
}

type Cell = (row: CallRow) => ReactNode;

const cells: Record<CallColumn, Cell> = {
  start: (row) => <Start row={row} />,
  customer: ({ customerNumber, customerName }) => (
    <span className="inline-block max-w-52 truncate align-bottom">
      {customerName ? <span className="mr-2">{customerName}</span> : null}
      {customerNumber ?? <Withheld />}
    </span>
  ),
  place: ({ province, city }) => (province ? <Place province={province} city={city} /> : gap),
  direction: ({ direction }) => <Word family="directions" word={direction} />,
  skillGroup: ({ skillGroupName }) => skillGroupName ?? gap,
  agent: ({ agentName }) => agentName ?? gap,
  outcome: ({ outcome }) => <CallOutcomeWord outcome={outcome} />,
  verification: ({ verification }) =>
    verification ? <Word family="verifications" word={verification} /> : gap,
  keys: ({ keyTrack }) => keyTrack || gap,
  ivr: ({ ivrMs }) => duration(ivrMs, ivrMs > 0),
  wait: ({ waitMs }) => duration(waitMs),
  talk: ({ talkMs }) => duration(talkMs),
  hold: ({ holdMs }) => duration(holdMs, holdMs > 0),
  wrapUp: ({ wrapUpMs }) => duration(wrapUpMs, wrapUpMs > 0),
  handle: ({ handleMs }) => duration(handleMs),
  visits: ({ visitCount }) => visitCount || gap,
  transfers: ({ transferCount }) => transferCount || gap,
  notes: ({ noteCount }) => noteCount || gap,
};

export function CallCell({ column, row }: { column: CallColumn; row: CallRow }) {
  return cells[column](row);
}

function Start({ row }: { row: CallRow }) {
  const format = useFormatter();
  const ofThisYear = new Date(row.startedAt).getFullYear() === useNow().getFullYear();
  return (
    <Link href={{ pathname: `/calls/${row.callId}` }} className="rounded-sm font-medium hover:underline">
      <time dateTime={new Date(row.startedAt).toISOString()} title={format.dateTime(row.startedAt, "exact")}>
        {format.dateTime(row.startedAt, "clock")}
        <span className="ml-2 font-normal text-muted">
          {format.dateTime(row.startedAt, ofThisYear ? "weekdayAndDay" : "dayOfYear")}
        </span>
      </time>
    </Link>
  );
}

function Withheld() {
  const t = useTranslations("calls");
  return <span className="text-muted">{t("withheld")}</span>;
}

function Place({ province, city }: { province: string; city: string | null }) {
  return <span className="text-muted">{city && city !== province ? `${province} · ${city}` : province}</span>;
}

type Family =
  | { family: "directions"; word: CallRow["direction"] }
  | { family: "verifications"; word: NonNullable<CallRow["verification"]> };

function Word(props: Family) {
  const t = useTranslations("calls");
  return props.family === "directions" ? t(`directions.${props.word}`) : t(`verifications.${props.word}`);
}

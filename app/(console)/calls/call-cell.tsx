import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallOutcomeWord } from "@/app/_components/call-outcome-word";
import { RecordOutcomeWord } from "@/app/_components/calls/record-outcome-word";
import { formatDuration } from "@/app/_components/format/duration";
import { inSameYear } from "@/app/_components/format/same-year";
import type { hrefOfRow } from "@/app/(console)/calls/call-place";
import type { CallRow } from "@/app/(console)/calls/call-row";
import type { CallColumn } from "@/server/domain/calls/call-columns";

type CallHref = ReturnType<typeof hrefOfRow>;

/** Stands where a figure does not apply: a gap is not a zero. */
const gap = <span className="text-faint">–</span>;

function duration(ms: number | null, applies = true) {
  return ms === null || !applies ? gap : formatDuration(ms);
}

type Cell = (row: CallRow, href: CallHref) => ReactNode;

const cells: Record<CallColumn, Cell> = {
  start: (row, href) => <Start row={row} href={href} />,
  customer: ({ customerNumber, customerName }) => (
    <span className="flex gap-2">
      {customerName ? (
        <span title={customerName} className="truncate">
          {customerName}
        </span>
      ) : null}
      <span className="shrink-0">{customerNumber ?? <Withheld />}</span>
    </span>
  ),
  place: ({ province, city }) => (province ? <Place province={province} city={city} /> : gap),
  direction: ({ direction }) => <Word family="directions" word={direction} />,
  skillGroup: ({ skillGroupName }) => (skillGroupName ? <Name name={skillGroupName} /> : gap),
  agent: ({ agentName }) => (agentName ? <Name name={agentName} /> : gap),
  outcome: ({ outcome, record }) =>
    record?.outcome ? (
      <RecordOutcomeWord outcome={record.outcome} end={record.end} ringMs={record.ringMs} />
    ) : (
      <CallOutcomeWord outcome={outcome} />
    ),
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

interface CallCellProps {
  column: CallColumn;
  row: CallRow;
  /** Where the row's call is opened. */
  href?: CallHref;
}

export function CallCell({ column, row, href = null }: CallCellProps) {
  return cells[column](row, href);
}

function Start({ row, href }: { row: CallRow; href: CallHref }) {
  const format = useFormatter();
  const at = row.record?.at ?? row.startedAt;
  const ofThisYear = inSameYear(format, at, useNow().getTime());
  const time = (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, "exact")}>
      {format.dateTime(at, "clock")}
      <span className="ml-2 font-normal text-muted">
        {format.dateTime(at, ofThisYear ? "weekdayAndDay" : "dayOfYear")}
      </span>
    </time>
  );
  if (href === null) return <span className="font-medium">{time}</span>;
  return (
    <Link href={href} className="rounded-sm font-medium hover:underline">
      {time}
    </Link>
  );
}

function Withheld() {
  const t = useTranslations("calls");
  return <span className="text-muted">{t("withheld")}</span>;
}

/** As much of a name as there is room for; pointing at it tells the whole of it. */
function Name({ name }: { name: string }) {
  return (
    <span title={name} className="block truncate">
      {name}
    </span>
  );
}

function Place({ province, city }: { province: string; city: string | null }) {
  const place = city && city !== province ? `${province} · ${city}` : province;
  return (
    <span title={place} className="block truncate text-muted">
      {place}
    </span>
  );
}

type Family =
  | { family: "directions"; word: CallRow["direction"] }
  | { family: "verifications"; word: NonNullable<CallRow["verification"]> };

function Word(props: Family) {
  const t = useTranslations("calls");
  return props.family === "directions" ? t(`directions.${props.word}`) : t(`verifications.${props.word}`);
}

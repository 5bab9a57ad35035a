import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { formatDuration } from "@/app/_components/format/duration";
import { Moment } from "@/app/_components/format/moment";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import type { Instant } from "@/server/domain/instant";

const duration = (ms: number | null) => (ms === null ? "–" : formatDuration(ms));
const clock = (at: Instant | null) => (at === null ? "–" : <Moment at={at} as="clock" />);

/** Keys, queue visits and legs of a call, each with its times. */
export function CallTables({ sheet }: { sheet: CallSheet }) {
  return (
    <>
      <KeyTrack keys={sheet.keys} />
      <VisitTable visits={sheet.visits} />
      <LegTable legs={sheet.legs} />
    </>
  );
}

function KeyTrack({ keys }: Pick<CallSheet, "keys">) {
  const t = useTranslations("call");
  return (
    <Section title={t("keyTrack.title")} empty={keys.length === 0 && t("keyTrack.empty")}>
      <ol className="flex flex-wrap gap-2">
        {keys.map(({ ordinal, key, node, at }) => (
          <li
            key={ordinal}
            className="flex items-center gap-2 rounded-md border border-line px-2 py-1 text-table"
          >
            <kbd className="font-mono font-semibold">{key}</kbd>
            <span>{node}</span>
            <span className="text-muted">{clock(at)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function VisitTable({ visits }: Pick<CallSheet, "visits">) {
  const t = useTranslations("call");
  const titles = [
    "skillGroup",
    "enteredAt",
    "leftAt",
    "wait",
    "outcome",
    "answeredBy",
    "priority",
    "target",
  ] as const;
  return (
    <Section title={t("visits.title")} empty={visits.length === 0 && t("visits.empty")}>
      <PlainTable label={t("visits.title")}>
        <Head titles={titles.map((title) => t(`visits.${title}`))} />
        <tbody>
          {visits.map((visit) => (
            <Row
              key={visit.ordinal}
              cells={[
                visit.skillGroup,
                clock(visit.enteredAt),
                clock(visit.leftAt),
                duration(visit.waitMs),
                visit.exit ? t(`exit.${visit.exit}`) : t(`end.${visit.outcome}`),
                visit.answeredByName ?? "–",
                visit.priority,
                t("visits.seconds", { seconds: visit.serviceLevelSeconds }),
              ]}
            />
          ))}
        </tbody>
      </PlainTable>
    </Section>
  );
}

function LegTable({ legs }: Pick<CallSheet, "legs">) {
  const t = useTranslations("call");
  const titles = [
    "agent",
    "kind",
    "offeredAt",
    "ring",
    "answeredAt",
    "talk",
    "hold",
    "endedAt",
    "outcome",
    "wrapUp",
  ] as const;
  return (
    <Section title={t("legs.title")} empty={legs.length === 0 && t("legs.empty")}>
      <PlainTable label={t("legs.title")}>
        <Head titles={titles.map((title) => t(`legs.${title}`))} />
        <tbody>
          {legs.map((leg) => (
            <Row
              key={leg.ordinal}
              cells={[
                leg.agent,
                t(`legKind.${leg.kind}`),
                clock(leg.offeredAt),
                duration(leg.ringMs),
                clock(leg.answeredAt),
                duration(leg.talkMs),
                duration(leg.holdMs),
                clock(leg.endedAt),
                t(`end.${leg.end ?? leg.outcome}`),
                duration(leg.wrapUpMs),
              ]}
            />
          ))}
        </tbody>
      </PlainTable>
    </Section>
  );
}

interface SectionProps {
  title: string;
  /** Said instead of the content when there is none. */
  empty: string | false;
  children: ReactNode;
}

function Section({ title, empty, children }: SectionProps) {
  return (
    <section className="grid gap-2">
      <h2 className="text-section">{title}</h2>
      {empty ? <p className="text-table text-muted">{empty}</p> : children}
    </section>
  );
}

function Head({ titles }: { titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col" className={headLook}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ cells }: { cells: readonly ReactNode[] }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
        <td key={index} className={cellLook}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

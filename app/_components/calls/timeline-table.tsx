import { useTranslations } from "next-intl";
import type { DrawnTimeline } from "@/app/_charts/prepare-timeline";
import { type CallSheet, nameOfLane } from "@/app/_components/calls/call-sheet";
import { formatDuration } from "@/app/_components/format/duration";
import { Moment } from "@/app/_components/format/moment";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";

/** The timeline for who cannot see it, or wants its figures. */
export function TimelineTable({ sheet, drawn }: { sheet: CallSheet; drawn: DrawnTimeline }) {
  const t = useTranslations("call");
  const rows = drawn.lanes.flatMap(({ lane, stretches }) =>
    stretches.map((stretch) => ({
      ...stretch,
      party: nameOfLane(sheet, lane) ?? t(`timeline.lanes.${lane.kind}`),
    })),
  );
  return (
    <details className="text-table">
      <summary className="w-fit text-muted hover:text-ink">{t("timeline.asTable")}</summary>
      <PlainTable label={t("timeline.asTable")}>
        <thead>
          <tr>
            <th className={headLook}>{t("timeline.party")}</th>
            <th className={headLook}>{t("timeline.state")}</th>
            <th className={headLook}>{t("timeline.from")}</th>
            <th className={headLook}>{t("timeline.to")}</th>
            <th className={headLook}>{t("timeline.length")}</th>
            <th className={headLook}>{t("timeline.end")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.party} ${row.kind} ${row.from}`}>
              <td className={cellLook}>{row.party}</td>
              <td className={cellLook}>{t(`activity.${row.kind}`)}</td>
              <td className={cellLook}>
                <Moment at={row.from} as="clock" />
              </td>
              <td className={cellLook}>{row.open ? t("goesOn") : <Moment at={row.to} as="clock" />}</td>
              <td className={cellLook}>{formatDuration(row.ms)}</td>
              <td className={cellLook}>{row.outcome ? t(`end.${row.outcome}`) : ""}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </details>
  );
}

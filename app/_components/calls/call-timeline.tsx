import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import {
  type DrawnStretch,
  type DrawnTimeline,
  prepareTimeline,
  type TimelineWidth,
} from "@/app/_charts/prepare-timeline";
import { activityColours, hollowLook } from "@/app/_components/calls/activity-look";
import { type CallSheet, nameOfLane } from "@/app/_components/calls/call-sheet";
import { TimelineTable } from "@/app/_components/calls/timeline-table";
import { formatDuration } from "@/app/_components/format/duration";
import { StateWord, stateFill } from "@/app/_components/ui/state-word";

const laneRow = "grid grid-cols-[var(--party)_minmax(0,1fr)] gap-3";
const partyLook = { narrow: "[--party:6.5rem]", wide: "[--party:7.5rem]" } as const;

/** The call drawn to scale across the width: one lane a party, and the same as a table. */
export function CallTimeline({ sheet, width = "wide" }: { sheet: CallSheet; width?: TimelineWidth }) {
  const t = useTranslations("call");
  const format = useFormatter();
  if (!sheet.timeline) return <p className="text-body text-muted">{t("timeline.unknown")}</p>;
  const drawn = prepareTimeline(sheet.timeline, width);
  return (
    <figure className={clsx("grid gap-2", partyLook[width])}>
      <div
        role="img"
        aria-label={t("timeline.label", {
          from: format.dateTime(drawn.from, "clock"),
          to: format.dateTime(drawn.to, "clock"),
        })}
        className="grid gap-1"
      >
        {drawn.lanes.map(({ lane, stretches }) => (
          <div key={lane.kind + (nameOfLane(sheet, lane) ?? "")} className={laneRow}>
            <span
              title={nameOfLane(sheet, lane) ?? undefined}
              className="truncate text-table leading-7 text-muted"
            >
              {lane.kind === "agent" ? null : `${t(`timeline.lanes.${lane.kind}`)} `}
              <span className="text-ink">{nameOfLane(sheet, lane)}</span>
            </span>
            <div className="relative h-7 rounded-sm bg-hover">
              {stretches.map((stretch) => (
                <Bar key={`${stretch.kind} ${stretch.from}`} stretch={stretch} />
              ))}
            </div>
          </div>
        ))}
        <KeyMarks drawn={drawn} />
        <Axis drawn={drawn} />
      </div>
      <Legend drawn={drawn} />
      {drawn.hasWidened ? <p className="text-caption text-muted">{t("timeline.widened")}</p> : null}
      <TimelineTable sheet={sheet} drawn={drawn} />
    </figure>
  );
}

function Bar({ stretch }: { stretch: DrawnStretch }) {
  const t = useTranslations("call");
  const format = useFormatter();
  const word = t(`activity.${stretch.kind}`);
  const length = formatDuration(stretch.ms);
  const instants = `${format.dateTime(stretch.from, "clock")}–${stretch.open ? "" : format.dateTime(stretch.to, "clock")}`;
  const end = stretch.outcome ? ` · ${t(`end.${stretch.outcome}`)}` : "";
  return (
    <div
      title={`${word} ${length}${end} · ${instants}`}
      style={{ left: `min(${stretch.left}%, 100% - 4px)`, width: `${stretch.width}%` }}
      className={clsx(
        "@container absolute inset-y-0 min-w-1 overflow-hidden rounded-sm",
        stretch.hollow ? hollowLook : clsx(stateFill[activityColours[stretch.kind]], "text-on-state"),
        stretch.open && "rounded-r-none border-r-2 border-dashed border-ink",
        stretch.widened && "border-x border-dotted border-ink",
      )}
    >
      <span className="hidden whitespace-nowrap px-1.5 text-caption leading-7 @min-[3rem]:block">
        <span className="hidden font-medium @min-[7.5rem]:inline">{word} </span>
        {length}
      </span>
    </div>
  );
}

function KeyMarks({ drawn }: { drawn: DrawnTimeline }) {
  const t = useTranslations("call");
  const format = useFormatter();
  if (drawn.keys.length === 0) return null;
  return (
    <div className={laneRow}>
      <span className="truncate text-table leading-5 text-muted">{t("timeline.keys")}</span>
      <div className="relative h-5">
        {drawn.keys.map(({ keys, at, left }) => (
          <span
            key={at}
            title={format.dateTime(at, "clock")}
            style={{ left: `min(${left}%, 100% - 1rem)` }}
            className="absolute top-0 border-l border-line-strong pl-1 font-mono text-caption leading-5"
          >
            {keys}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The word of every colour in the drawing. */
function Legend({ drawn }: { drawn: DrawnTimeline }) {
  const t = useTranslations("call");
  const kinds = new Set(drawn.lanes.flatMap(({ stretches }) => stretches.map(({ kind }) => kind)));
  return (
    <ul className="flex flex-wrap gap-x-4 text-caption text-muted">
      {[...kinds].map((kind) => (
        <li key={kind}>
          <StateWord state={activityColours[kind]}>{t(`activity.${kind}`)}</StateWord>
        </li>
      ))}
    </ul>
  );
}

function Axis({ drawn }: { drawn: DrawnTimeline }) {
  const format = useFormatter();
  return (
    <div className={laneRow}>
      <span />
      <div className="relative h-5 border-t border-line">
        {drawn.ticks.map(({ at, left }) => (
          <span
            key={at}
            style={{ left: `${left}%` }}
            className="absolute top-0 border-l border-line-strong pl-1 text-caption leading-5 text-muted"
          >
            {format.dateTime(at, "clock")}
          </span>
        ))}
      </div>
    </div>
  );
}

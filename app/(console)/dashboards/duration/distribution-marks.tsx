import type { CallsHref } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { medianNote } from "@/app/_charts/prepare-figures";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";

interface DistributionMarksProps {
  spread: DurationSpread;
  words: FigureWords;
  /** All that the distribution is made of. */
  href: CallsHref;
}

/** What the chart marks, as text: it stands there for every reader, and where no chart can be drawn. */
export function DistributionMarks({ spread, words, href }: DistributionMarksProps) {
  const { columns } = words;
  const n = words.n(spread.n);
  const interval = medianNote(spread, words);
  const marks = [
    { name: columns.median, ms: spread.medianMs, note: interval === null ? n : `${n} · ${interval}` },
    { name: "P75", ms: spread.p75Ms, note: n },
    { name: columns.p90, ms: spread.p90Ms, note: n },
    { name: "P95", ms: spread.p95Ms, note: n },
    { name: columns.mean, ms: spread.meanMs, note: n },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1">
      {marks.map(({ name, ms, note }) => (
        <div key={name}>
          <dt className="text-caption text-muted">{name}</dt>
          <dd className="text-table">
            <a href={href} className="font-medium hover:underline">
              {words.duration(ms)}
            </a>{" "}
            <span className="text-caption text-muted">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

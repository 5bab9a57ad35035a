import { Slider } from "@base-ui/react/slider";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { formatDuration, parseDuration } from "@/app/_components/format/duration";
import { Input } from "@/app/_components/ui/input";
import { durationEdges, edgeAtOrAfter, edgeAtOrBefore } from "@/server/domain/calls/duration-edges";

const barCount = durationEdges.length;

interface DurationFieldProps {
  name: "wait" | "talk" | "handle";
  min: number | null;
  max: number | null;
  /** How many calls lie in each bar; undefined until they are counted. */
  counts: readonly number[] | undefined;
}

/** A duration's range: drawn along a small histogram of what the other filters let through, or typed to the second. */
export function DurationField({ name, min, max, counts }: DurationFieldProps) {
  const t = useTranslations("calls");
  const [typed, setTyped] = useState({ min: written(min), max: written(max) });
  const title = t(`columns.${name}`);
  const range = rangeOf(typed);
  return (
    <fieldset className="grid gap-1">
      <legend className="text-table font-medium">{title}</legend>
      {/* As tall before the calls are counted, so that nothing jumps. */}
      <div className="h-12">
        {counts ? (
          <Histogram
            title={title}
            counts={counts}
            range={range}
            onChange={([first, end]) =>
              setTyped({
                min: first === 0 ? "" : edgeText(first),
                max: end === barCount ? "" : edgeText(end),
              })
            }
          />
        ) : null}
      </div>
      <div className="flex items-center gap-2">
        <Input
          name={`${name}Min`}
          aria-label={t("fields.atLeast", { name: title })}
          value={typed.min}
          onChange={(event) => setTyped({ ...typed, min: event.currentTarget.value })}
          placeholder="0:00"
        />
        <span aria-hidden className="text-muted">
          –
        </span>
        <Input
          name={`${name}Max`}
          aria-label={t("fields.atMost", { name: title })}
          value={typed.max}
          onChange={(event) => setTyped({ ...typed, max: event.currentTarget.value })}
          placeholder="1:00"
        />
      </div>
    </fieldset>
  );
}

/** The first bar of a range, and the edge where it ends. */
type BarRange = readonly [first: number, end: number];

const written = (ms: number | null) => (ms === null ? "" : formatDuration(ms));
const edgeText = (edge: number) => formatDuration(durationEdges[edge] ?? 0);

function rangeOf({ min, max }: { min: string; max: string }): BarRange {
  const [from, to] = [parseDuration(min), parseDuration(max)];
  const first = from === null ? 0 : edgeAtOrBefore(from);
  return [first, Math.max(first, to === null ? barCount : edgeAtOrAfter(to))];
}

interface HistogramProps {
  title: string;
  counts: readonly number[];
  range: BarRange;
  onChange: (range: BarRange) => void;
}

function Histogram({ title, counts, range, onChange }: HistogramProps) {
  const t = useTranslations("calls");
  const highest = Math.max(1, ...counts);
  const ends = [t("fields.atLeast", { name: title }), t("fields.atMost", { name: title })];
  return (
    <>
      <svg aria-hidden viewBox={`0 0 ${barCount} 32`} preserveAspectRatio="none" className="block h-8 w-full">
        {counts.map((count, bar) => (
          <rect
            key={durationEdges[bar]}
            x={bar + 0.08}
            width={0.84}
            y={32 - (32 * count) / highest}
            height={(32 * count) / highest}
            className={clsx(bar >= range[0] && bar < range[1] ? "fill-accent" : "fill-line-strong")}
          />
        ))}
      </svg>
      <Slider.Root
        value={range}
        min={0}
        max={barCount}
        onValueChange={(value) => {
          if (typeof value !== "number") onChange([value[0] ?? 0, value[1] ?? barCount]);
        }}
      >
        <Slider.Control className="flex h-4 w-full touch-none items-center">
          <Slider.Track className="h-0.5 w-full bg-line">
            <Slider.Indicator className="bg-accent" />
            {ends.map((label, index) => (
              <Slider.Thumb
                key={label}
                index={index}
                getAriaLabel={() => label}
                getAriaValueText={(_, edge) => (edge === barCount ? t("fields.noLimit") : edgeText(edge))}
                className="size-3 rounded-full border border-accent bg-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-1"
              />
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </>
  );
}

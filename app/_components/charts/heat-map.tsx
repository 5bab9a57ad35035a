import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HeatMapModel } from "@/app/_charts/heat-map-model";
import { fewCalls } from "@/app/_charts/prepare-heat-map";

/** One hue, from none to all of it. */
const shades = [
  "bg-hover",
  "bg-accent/15",
  "bg-accent/35",
  "bg-accent/55",
  "bg-accent/75",
  "bg-accent",
] as const;

const hatched = "bg-[repeating-linear-gradient(45deg,var(--surface)_0_1.5px,transparent_1.5px_4px)]";

/** A week of half hours as a table of coloured links, and the scale that says what the colours mean. */
export function HeatMap({ model, label }: { model: HeatMapModel; label: string }) {
  const t = useTranslations("charts");
  return (
    <div className="grid gap-2">
      <table className="w-full table-fixed border-separate border-spacing-px text-caption">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-10 text-left font-normal text-muted">
              <span className="sr-only">{t("weekday")}</span>
            </th>
            {model.hours.map((hour) => (
              <th
                key={hour}
                scope="colgroup"
                colSpan={2}
                className="text-left font-normal text-muted not-nth-[3n+2]:text-transparent"
              >
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map(({ weekday, cells }) => (
            <tr key={weekday}>
              <th scope="row" className="text-left font-normal text-muted">
                {weekday}
              </th>
              {cells.map(({ step, isFew, label: words, href, text }) => (
                <td key={words} className="p-0">
                  {href === null ? (
                    <span className={clsx("block h-6 rounded-xs", shades[0])} />
                  ) : (
                    <a
                      href={href}
                      title={words}
                      className={clsx("relative block h-6 rounded-xs", shades[step])}
                    >
                      <span className="sr-only">{text}</span>
                      {isFew ? <span aria-hidden className={clsx("absolute inset-0", hatched)} /> : null}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Scale scale={model.scale} />
    </div>
  );
}

function Scale({ scale }: { scale: HeatMapModel["scale"] }) {
  const t = useTranslations("charts");
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caption text-muted">
      {scale[0] === undefined ? null : <Step shade={shades[1]}>{t("below", { below: scale[0] })}</Step>}
      {scale.map((from, index) => (
        <Step key={shades[index + 2]} shade={shades[index + 2]}>
          {t("from", { from })}
        </Step>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className={clsx("relative size-3 rounded-xs", shades[3])}>
          <span className={clsx("absolute inset-0", hatched)} />
        </span>
        {t("fewCalls", { count: fewCalls })}
      </li>
    </ul>
  );
}

function Step({ shade, children }: { shade: string | undefined; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden className={clsx("size-3 rounded-xs", shade)} />
      {children}
    </li>
  );
}

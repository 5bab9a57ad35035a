import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { TableModel } from "@/app/_charts/chart-models";
import { ChartTable } from "@/app/_components/charts/chart-table";
import { ExportMenu } from "@/app/_components/charts/export-menu";
import { FigureHead, type FigureHeadProps } from "@/app/_components/charts/figure-head";

interface ChartFrameProps extends FigureHeadProps {
  /** What the figures say, in a sentence over chart and table alike. */
  lead?: string;
  /** Figures that belong to the chart and its table alike, printed over them. */
  summary?: ReactNode;
  /** What the chart draws, as rows. */
  table: TableModel;
  /** The chart; left out where there is nothing to draw. */
  children?: ReactNode;
  /** Beside the switch: such as a notice of what is left out. */
  aside?: ReactNode;
  /** Drawn by scripts, or by the server for every reader. */
  drawnBy?: "scripts" | "server";
  /** Room for the chart in pixels, kept free until it is there. */
  height?: number;
  className?: string;
}

const tabLook =
  "cursor-pointer rounded-sm px-1.5 py-0.5 text-muted has-checked:bg-selected has-checked:text-ink " +
  "has-focus-visible:outline-2 has-focus-visible:outline-focus";

/** Beside its table a drawing keeps its width, so that it can be taken along from there too. */
const foldedLook =
  "group-has-[[data-table]:checked]/frame:invisible group-has-[[data-table]:checked]/frame:-mb-3 " +
  "group-has-[[data-table]:checked]/frame:h-0 group-has-[[data-table]:checked]/frame:overflow-hidden";

/**
 * A chart with its title, definition, number of records, table and exports. The table stands in the page
 * from the beginning: it shows where nothing can be drawn, and by choice without any script.
 */
export function ChartFrame({
  title,
  definition,
  count,
  lead,
  summary,
  table,
  children,
  aside,
  drawnBy = "scripts",
  height = 260,
  className = "",
}: ChartFrameProps) {
  const t = useTranslations("charts");
  const id = useId();
  const isEmpty = table.rows.length === 0;
  return (
    <figure
      aria-labelledby={`${id}-title`}
      data-chart-frame
      className={`group/frame grid content-start gap-3 rounded-lg border border-line bg-surface p-4 ${className}`}
    >
      <FigureHead id={`${id}-title`} title={title} definition={definition} count={count}>
        {aside}
        {isEmpty ? null : (
          <>
            <fieldset className="flex noscript:hidden">
              <legend className="sr-only">{t("view", { title })}</legend>
              <label className={tabLook}>
                <input type="radio" name={`${id}-view`} defaultChecked className="sr-only" />
                {t("chart")}
              </label>
              <label className={tabLook}>
                <input type="radio" name={`${id}-view`} data-table className="sr-only" />
                {t("table")}
              </label>
            </fieldset>
            <ExportMenu title={title} />
          </>
        )}
      </FigureHead>
      {isEmpty ? (
        <p className="py-8 text-center text-body text-muted">{t("empty")}</p>
      ) : (
        <>
          {lead === undefined ? null : <p className="text-table text-muted">{lead}</p>}
          {summary}
          <div className={clsx(foldedLook, drawnBy === "scripts" && "noscript:hidden")}>
            <div style={{ minHeight: height }} data-drawing>
              {children}
            </div>
          </div>
          <div
            data-twin
            className="hidden max-h-96 overflow-y-auto noscript:block group-has-[[data-table]:checked]/frame:block"
          >
            <ChartTable label={title} table={table} />
          </div>
        </>
      )}
    </figure>
  );
}

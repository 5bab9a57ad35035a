import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { TableModel } from "@/app/_charts/chart-models";
import { ChartTable } from "@/app/_components/charts/chart-table";
import { ExportMenu } from "@/app/_components/charts/export-menu";

interface FiguresTableProps {
  title: string;
  /** The card that says what the figures are; opens from an ⓘ. */
  definition?: ReactNode;
  /** How many records the table is made of, in words. */
  count?: string;
  table: TableModel;
  /** Beside the title: such as a link to all rows. */
  aside?: ReactNode;
  className?: string | undefined;
}

/** Figures in rows, under a title; each opens its calls, and all can be taken along as a file. */
export function FiguresTable({ title, definition, count, table, aside, className = "" }: FiguresTableProps) {
  const t = useTranslations("charts");
  const id = useId();
  const isEmpty = table.rows.length === 0;
  return (
    <figure
      aria-labelledby={`${id}-title`}
      data-chart-frame
      className={`grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2 rounded-lg border border-line bg-surface p-4 ${className}`}
    >
      <figcaption className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <h2 id={`${id}-title`} className="text-section">
          {title}
        </h2>
        {definition}
        {count === undefined ? null : <span className="text-caption text-muted">{count}</span>}
        <span className="ml-auto flex items-center gap-2 text-caption">
          {aside}
          {isEmpty ? null : <ExportMenu title={title} formats={["csv"]} />}
        </span>
      </figcaption>
      {isEmpty ? (
        <p className="py-8 text-center text-body text-muted">{t("empty")}</p>
      ) : (
        <ChartTable label={title} table={table} />
      )}
    </figure>
  );
}

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { TableModel } from "@/app/_charts/chart-models";
import { ChartTable } from "@/app/_components/charts/chart-table";
import { ExportMenu } from "@/app/_components/charts/export-menu";
import { FigureHead, type FigureHeadProps } from "@/app/_components/charts/figure-head";

interface FiguresTableProps extends FigureHeadProps {
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
      <FigureHead id={`${id}-title`} title={title} definition={definition} count={count}>
        {aside}
        {isEmpty ? null : <ExportMenu title={title} formats={["csv"]} />}
      </FigureHead>
      {isEmpty ? (
        <p className="py-8 text-center text-body text-muted">{t("empty")}</p>
      ) : (
        <ChartTable label={title} table={table} />
      )}
    </figure>
  );
}

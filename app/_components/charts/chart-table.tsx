import { clsx } from "clsx";
import type { TableCell, TableModel } from "@/app/_charts/chart-models";
import { NarrowLink } from "@/app/_components/charts/narrow-link";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";

/** A chart's figures as rows: what it draws, for every reader. Each figure opens its calls. */
export function ChartTable({ label, table }: { label: string; table: TableModel }) {
  return (
    <PlainTable label={label}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <Head key={nameOf(table, index)} table={table} index={index}>
              {column}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, cells, isRunning, narrowHref }) => (
          <tr key={key} className={clsx(isRunning && "text-muted italic")}>
            {cells.map((cell, index) => (
              <td
                key={nameOf(table, index)}
                data-raw={cell.raw ?? (cell.note ? cell.text : undefined)}
                className={clsx(cellLook, index > 0 && "text-right")}
              >
                <CellText cell={cell} isName={index === 0} />
                {index === 0 && narrowHref ? <NarrowLink href={narrowHref} name={cell.text} /> : null}
                {cell.note ? <Note isWide={index === 0}>{cell.note}</Note> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

function CellText({ cell: { text, href, note }, isName }: { cell: TableCell; isName: boolean }) {
  if (!href) return <span className={clsx(note && isName && "whitespace-normal")}>{text}</span>;
  return (
    <a href={href} className="hover:underline">
      {text}
    </a>
  );
}

interface HeadProps {
  table: TableModel;
  index: number;
  children: string;
}

function Head({ table, index, children }: HeadProps) {
  const over = table.over?.[index];
  return (
    <th
      scope="col"
      data-raw={over ? nameOf(table, index) : undefined}
      className={clsx(headLook, "relative align-bottom", index > 0 && "text-right")}
    >
      {over ? (
        // Said once over neighbours that share it; those who listen hear it with each.
        <span className={table.over?.[index - 1] === over ? "sr-only" : "block font-normal text-faint"}>
          {over}{" "}
        </span>
      ) : null}
      {children}
    </th>
  );
}

/** What tells a column from all others. */
function nameOf({ columns, over }: TableModel, index: number): string {
  return [over?.[index], columns[index]].filter(Boolean).join(", ");
}

/** Beneath the name of a row there is room for a sentence, beneath a figure for a line. */
function Note({ isWide, children }: { isWide: boolean; children: string }) {
  return (
    <span className={clsx("block pb-1 text-caption text-muted", isWide && "min-w-48 whitespace-normal")}>
      {children}
    </span>
  );
}

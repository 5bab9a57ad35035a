import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { DashboardHref, TableCell, TableModel, TileNote } from "@/app/_charts/chart-models";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { NarrowLink } from "@/app/_components/charts/narrow-link";
import { NoteText } from "@/app/_components/charts/note-text";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";

/** What a row is about stays in sight while its figures scroll by. */
const nameLook = "sticky left-0 z-1 bg-(--ground)";

/** A chart's figures as rows: what it draws, for every reader. Each figure opens its calls. */
export function ChartTable({ label, table }: { label: string; table: TableModel }) {
  return (
    <PlainTable label={label}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <Head key={nameOf(table, index)} table={table} index={index} name={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, cells, isRunning, narrowHref }) => (
          <tr key={key} className={clsx(isRunning && "text-muted italic")}>
            {cells.map((cell, index) => (
              <Cell
                key={nameOf(table, index)}
                cell={cell}
                hasBounds={hasBounds(table, index)}
                isName={index === 0}
                narrowHref={index === 0 ? (narrowHref ?? null) : null}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

interface CellProps {
  cell: TableCell;
  isName: boolean;
  /** Whether its column has intervals, which are exported in columns of their own. */
  hasBounds: boolean;
  narrowHref: DashboardHref | null;
}

function Cell({ cell, isName, hasBounds: isBounded, narrowHref }: CellProps) {
  const { text, raw, href, note, metric, isWords, bounds } = cell;
  const figureLook = isWords ? "min-w-20" : "text-right";
  return (
    <td
      data-raw={raw ?? (note || metric ? text : undefined)}
      {...(isBounded && { "data-low": bounds?.low ?? "", "data-high": bounds?.high ?? "" })}
      className={clsx(cellLook, isName ? nameLook : figureLook)}
    >
      {href ? (
        <a href={href} className="hover:underline">
          {text}
        </a>
      ) : (
        <span className={clsx((isWords || (note && isName)) && "whitespace-normal")}>{text}</span>
      )}
      {narrowHref ? <NarrowLink href={narrowHref} name={text} /> : null}
      {metric ? <DefinitionCard metric={metric} /> : null}
      {note ? <Note isWide={isName} note={note} /> : null}
    </td>
  );
}

interface HeadProps {
  table: TableModel;
  index: number;
  name: string;
}

function Head({ table, index, name }: HeadProps) {
  const t = useTranslations("charts");
  const over = table.over?.[index];
  const metric = table.metrics?.[index];
  const card = metric ? <DefinitionCard metric={metric} /> : null;
  const isOfWords = index === 0 || table.rows[0]?.cells[index]?.isWords;
  return (
    <th
      scope="col"
      data-raw={over || metric ? nameOf(table, index) : undefined}
      {...(hasBounds(table, index) && {
        "data-low": t("low", { name: nameOf(table, index) }),
        "data-high": t("high", { name: nameOf(table, index) }),
      })}
      className={clsx(
        headLook,
        "align-bottom",
        index === 0 ? nameLook : "relative",
        isOfWords || "text-right",
      )}
    >
      {over ? (
        // Said once over neighbours that share it; those who listen hear it with each.
        <span className={table.over?.[index - 1] === over ? "sr-only" : "block font-normal text-faint"}>
          {over} {card}
        </span>
      ) : null}
      {name}
      {over ? null : card}
    </th>
  );
}

function hasBounds({ rows }: TableModel, index: number): boolean {
  return rows.some(({ cells }) => cells[index]?.bounds != null);
}

/** What tells a column from all others. */
function nameOf({ columns, over }: TableModel, index: number): string {
  return [over?.[index], columns[index]].filter(Boolean).join(", ");
}

/** Beneath the name of a row there is room for a sentence, beneath a figure for a line. */
function Note({ isWide, note }: { isWide: boolean; note: TileNote }) {
  return (
    <span className={clsx("block text-caption text-muted", isWide && "min-w-48 whitespace-normal")}>
      <NoteText note={note} />
    </span>
  );
}

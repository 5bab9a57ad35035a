import { clsx } from "clsx";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { TableFrame } from "@/app/_components/ui/table-frame";

interface ListTableProps<Column extends string> {
  label: string;
  columns: readonly Column[];
  /** Columns of numbers, which line up on the right. */
  figures?: readonly Column[];
  nameOf: (column: Column) => string;
  /** How many rows there are, each a `ListRow`. */
  length: number;
  children: ReactNode;
}

/** The table of a page that is a list: its rows are walked by keys. */
export function ListTable<Column extends string>({
  label,
  columns,
  figures = [],
  nameOf,
  length,
  children,
}: ListTableProps<Column>) {
  return (
    <WalkedList length={length}>
      <TableFrame label={label}>
        <table className="w-full border-collapse text-table">
          <thead>
            <tr className="h-9 border-b border-line text-left text-muted">
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={clsx(
                    "whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4",
                    figures.includes(column) && "text-right",
                  )}
                >
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableFrame>
    </WalkedList>
  );
}

export function ListRow({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <tr
      data-row
      className={clsx(
        "relative h-9 border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3 [&>td:first-child]:pl-4 [&>td:last-child]:pr-4",
        className,
      )}
    >
      {children}
    </tr>
  );
}

/** The link that the whole row is a target of. */
export function RowLink<Href extends string>({ href, children }: { href: Route<Href>; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium after:absolute after:inset-0 hover:underline">
      {children}
    </Link>
  );
}

import { clsx } from "clsx";
import { useFormatter } from "next-intl";

interface TotalsProps {
  name: string;
  total: number;
  parts: readonly (readonly [name: string, count: number])[];
}

/** A total and the parts that it is the sum of. */
export function Totals({ name, total, parts }: TotalsProps) {
  const format = useFormatter();
  const lines = [[name, total] as const, ...parts];
  return (
    <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 rounded-lg border border-line bg-surface p-4 text-table">
      {lines.map(([words, count], index) => (
        <div key={words} className="col-span-2 grid grid-cols-subgrid items-center">
          <dt className={clsx("order-2", index === 0 ? "font-medium" : "text-muted")}>{words}</dt>
          <dd className={clsx("text-right tabular-nums", index === 0 && "text-title")}>
            {format.number(count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

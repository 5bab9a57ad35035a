import { useFormatter } from "next-intl";

interface TotalsProps {
  name: string;
  total: number;
  parts: readonly (readonly [name: string, count: number])[];
}

/** A total and the parts that it is the sum of. */
export function Totals({ name, total, parts }: TotalsProps) {
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg border border-line bg-surface p-4 text-table">
      <dd className="text-right text-title tabular-nums">{format.number(total)}</dd>
      <dt className="self-center font-medium">{name}</dt>
      {parts.map(([part, count]) => (
        <div key={part} className="contents">
          <dd className="text-right tabular-nums">{format.number(count)}</dd>
          <dt className="text-muted">{part}</dt>
        </div>
      ))}
    </dl>
  );
}

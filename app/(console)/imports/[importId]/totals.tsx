import { clsx } from "clsx";
import { useFormatter } from "next-intl";

interface TotalsProps {
  name: string;
  total: number;
  parts: readonly (readonly [name: string, count: number])[];
}

/** A total as the sum of its parts, written out. */
export function Totals({ name, total, parts }: TotalsProps) {
  return (
    <section
      aria-label={name}
      className="flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <Term name={name} count={total} strong />
      {parts.map(([part, count], index) => (
        <div key={part} className="flex items-start gap-4">
          <span className="text-title text-faint">{index === 0 ? "=" : "+"}</span>
          <Term name={part} count={count} />
        </div>
      ))}
    </section>
  );
}

function Term({ name, count, strong = false }: { name: string; count: number; strong?: boolean }) {
  const format = useFormatter();
  return (
    <p className="grid">
      <span className={clsx("text-title", count === 0 && "text-faint")}>{format.number(count)}</span>
      <span className={clsx("text-caption", strong ? "font-medium text-ink" : "text-muted")}>{name}</span>
    </p>
  );
}

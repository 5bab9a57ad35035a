import { useFormatter, useTranslations } from "next-intl";
import { TableFrame } from "@/app/_components/ui/table-frame";

interface CountTableProps {
  title: string;
  /** Said when there is nothing to count. */
  none: string;
  entries: readonly { words: string; count: number; lines: readonly number[] }[];
}

/** What occurred how often, and the first lines where. */
export function CountTable({ title, none, entries }: CountTableProps) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const hasLines = entries.some(({ lines }) => lines.length > 0);
  return (
    <div className="grid gap-2">
      <h3 className="text-body font-semibold">{title}</h3>
      {entries.length === 0 ? (
        <p className="text-table text-muted">{none}</p>
      ) : (
        <TableFrame label={title}>
          <table className="w-full border-collapse text-table">
            <thead>
              <tr className="h-9 border-b border-line text-left text-muted [&>th]:px-4 [&>th]:font-medium">
                <th scope="col" className="w-24 text-right!">
                  {t("report.rowCount")}
                </th>
                <th scope="col">{t("report.kind")}</th>
                {hasLines ? <th scope="col">{t("report.lines")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {entries.map(({ words, count, lines }) => (
                <tr
                  key={words}
                  className="h-9 border-b border-line last:border-b-0 [&>td]:px-4 [&>td]:py-1.5"
                >
                  <td className="text-right tabular-nums">{format.number(count)}</td>
                  <td>{words}</td>
                  {hasLines ? (
                    <td className="text-muted tabular-nums">
                      {lines.join(", ")}
                      {count > lines.length ? " …" : ""}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  );
}

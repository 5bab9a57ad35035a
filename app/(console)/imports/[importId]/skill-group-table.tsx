import { useFormatter, useTranslations } from "next-intl";
import { TableFrame } from "@/app/_components/ui/table-frame";
import type { SkillGroupTally } from "@/server/domain/importing/report";

const columns = [
  "entered",
  "answered",
  "abandoned",
  "shortAbandoned",
  "overflowed",
  "callback",
  "waiting",
] as const;

/** How the visits of each skill group's queue came out, as the file tells it. */
export function SkillGroupTable({ groups }: { groups: readonly SkillGroupTally[] }) {
  const t = useTranslations("imports");
  const format = useFormatter();
  if (groups.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-body font-semibold">{t("report.bySkillGroup")}</h3>
      <TableFrame label={t("report.bySkillGroup")}>
        <table className="w-full border-collapse text-table">
          <thead>
            <tr className="h-9 border-b border-line text-left text-muted [&>th]:whitespace-nowrap [&>th]:px-4 [&>th]:font-medium">
              <th scope="col">{t("report.skillGroup")}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="text-right!">
                  {t(`report.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.name} className="h-9 border-b border-line last:border-b-0 [&>*]:px-4">
                <th scope="row" className="text-left font-normal">
                  {group.name}
                </th>
                {columns.map((column) => (
                  <td key={column} className="text-right tabular-nums">
                    {format.number(group[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

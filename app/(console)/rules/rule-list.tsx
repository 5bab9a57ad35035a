import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import type { RuleNames } from "@/app/(console)/rules/call-words";
import type { RuleSet } from "@/server/domain/routing/rule";

interface RuleListProps {
  ruleSet: RuleSet;
  groups: RuleNames["groups"];
}

/** The queue rules in their order, to be read. */
export function RuleList({ ruleSet, groups }: RuleListProps) {
  const t = useTranslations("rules.list");
  const nameOf = (id: string) => groups.find(({ skillGroupId }) => skillGroupId === id)?.name ?? id;
  return (
    <PlainTable label={t("title")}>
      <thead>
        <tr>
          {(["place", "name", "group", "priority", "steps"] as const).map((column) => (
            <th key={column} scope="col" className={headLook}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ruleSet.queueRules.map(({ ruleId, name, isEnabled, when, treatment }, index) => (
          <tr key={ruleId}>
            <td className={`${cellLook} text-muted tabular-nums`}>{index + 1}</td>
            <td className={`${cellLook} w-full`}>
              <span className="inline-flex items-center gap-2">
                <span className="font-medium">{name}</span>
                {when === null ? <span className="text-muted">{t("everythingElse")}</span> : null}
                {isEnabled ? null : <Badge>{t("disabled")}</Badge>}
              </span>
            </td>
            <td className={cellLook}>{nameOf(treatment.skillGroupId)}</td>
            <td className={`${cellLook} tabular-nums`}>{treatment.priority}</td>
            <td className={`${cellLook} tabular-nums`}>{treatment.steps.length}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

import { useTranslations } from "next-intl";
import type { SkillGroupUse } from "@/server/domain/skill-groups/skill-group-use";

/** Where the group is used: why it cannot be archived. */
export function UsesList({ uses }: { uses: readonly SkillGroupUse[] }) {
  const t = useTranslations("skillGroups.uses");
  if (uses.length === 0) return <p className="text-table text-muted">{t("none")}</p>;
  return (
    <>
      <p className="text-table text-muted">{t("why")}</p>
      <ul className="grid gap-2 text-table">
        {uses.map((use) => (
          <li key={JSON.stringify(use)}>
            <UseWords use={use} />
          </li>
        ))}
      </ul>
    </>
  );
}

function UseWords({ use }: { use: SkillGroupUse }) {
  const t = useTranslations("skillGroups.uses");
  if (use.kind === "calls") return t("calls", { count: use.count });
  if (use.kind === "version") return t("version", { number: use.number });
  if (use.kind === "draft") return t("draft", { name: use.name });
  const { name, ownerName, page } = use;
  return name === null ? t("privateView", { ownerName, page }) : t("sharedView", { name, ownerName, page });
}

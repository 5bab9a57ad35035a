import { clsx } from "clsx";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { skillGroupsHref } from "@/app/(console)/skill-groups/search-params";
import { SkillGroupState } from "@/server/domain/skill-groups/skill-group";

interface StateLinksProps {
  state: SkillGroupState;
  counts: Record<SkillGroupState, number>;
}

export async function StateLinks({ state, counts }: StateLinksProps) {
  const t = await getTranslations("skillGroups");
  return (
    <nav
      aria-label={t("states.label")}
      className="flex justify-self-start rounded-md border border-line bg-surface p-0.5"
    >
      {SkillGroupState.options.map((option) => (
        <Link
          key={option}
          href={skillGroupsHref(option)}
          aria-current={option === state ? "page" : undefined}
          className={clsx(
            "inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-table",
            option === state ? "bg-selected font-medium text-ink" : "text-muted hover:text-ink",
          )}
        >
          {t(`states.${option}`)}
          <span className="text-caption text-muted">{counts[option]}</span>
        </Link>
      ))}
    </nav>
  );
}
